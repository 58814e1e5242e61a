internal import Batch
internal import Engine
internal import Model
internal import SourceText

/// What two versions of a rulebook made of the same cases, ready to be shown.
struct ImpactReport {
  let tally: ImpactTally
  let run: ImpactRun
  /// In thousandths of a percent.
  let limit: Int?
  /// How the user named the versions.
  let names: (old: String, new: String)
  let console: Console
  let old: Wording
  let new: Wording

  /// What was not compared, and why; nil where that is nothing.
  var unsaid: String? {
    let names = run.uncomparedDecisions.map(\.onOneSafeLine)
    if names.isEmpty { return nil }
    return say("not compared, for it may tell what was said apart: ", "不比较，因为会说出不示人的内容：")
      + list(names)
  }

  /// How many cells, groups and misfits are shown to people; JSON has all.
  static var shownLimit: Int { 12 }

  func say(_ en: String, _ zh: String) -> String { console.say(en, zh) }

  /// Whether a larger share goes another way than is allowed.
  var isOverLimit: Bool {
    guard let limit else { return false }
    return tally.affectedCount * 100_000 > limit * tally.comparedCount
  }

  var title: String {
    say(
      "impact: \(names.old.onOneSafeLine) → \(names.new.onOneSafeLine)",
      "影响：\(names.old.onOneSafeLine) → \(names.new.onOneSafeLine)")
  }

  /// Numbers of the whole, one line each: a label, a count, whether a share of what was compared
  /// says something.
  var totals: [(label: String, count: Int, hasShare: Bool)] {
    var totals = [
      (say("cases compared", "比较的案件"), tally.comparedCount, false),
      (say("go another way", "走向不同"), tally.changedCount, true),
      (say("do not fit the new version", "不合新版本"), tally.newMisfitCount, true),
      (say("go as before", "与以前相同"), tally.playedCount - tally.changedCount, true),
    ]
    if tally.oldMisfitCount > 0 {
      totals.append((say("fit the new version only", "只合新版本"), tally.oldMisfitCount, false))
    }
    if tally.unreadCount > 0 {
      totals.append((say("could not be read", "读不了"), tally.unreadCount, false))
    }
    return totals
  }

  var verdict: String? {
    guard let limit else { return nil }
    let allowed = Self.percent(limit, of: 100_000)
    let found = share(tally.affectedCount)
    return isOverLimit
      ? say("over the limit: \(found) of \(allowed) allowed", "超过限度：\(found)，允许 \(allowed)")
      : say("within the limit: \(found) of \(allowed) allowed", "在限度内：\(found)，允许 \(allowed)")
  }

  /// Of the cases that were compared.
  func share(_ count: Int) -> String { Self.percent(count, of: tally.comparedCount) }

  static func percent(_ count: Int, of whole: Int) -> String {
    let permille = whole == 0 ? 0 : (count * 1000 + whole / 2) / whole
    return "\(permille / 10).\(permille % 10)%"
  }

  /// Aspects in which some case comes to something.
  var aspects: [ImpactAspect] {
    run.aspects.filter { aspect in
      aspect == .state
        || tally.cells(of: aspect).contains { $0.cell.old != "" || $0.cell.new != "" }
    }
  }

  func label(_ aspect: ImpactAspect) -> String {
    switch aspect {
    case .state: say("end state", "最终状态")
    case .firstLevel: say("first level", "最初层级")
    case .level: say("last level", "最后层级")
    case .script: say("script", "调解法")
    case .deadline: say("first deadline, days from the opening", "最初期限（自立案起天数）")
    case .due: say("due next at the end, days from the opening", "最后时最近的期限（自立案起天数）")
    case .decision(let name): say("decision", "决策") + " \(name.onOneSafeLine)"
    case .frozen(let name):
      say("decision \(name.onOneSafeLine), as frozen", "决策 \(name.onOneSafeLine)（定下时）")
    }
  }

  /// What an aspect came to, as it is shown.
  func word(_ word: String, of aspect: ImpactAspect) -> String {
    if word.isEmpty { return say("none", "无") }
    switch aspect {
    // Several names: none has a comma in it.
    case .state, .firstLevel, .level, .script:
      return list(word.split(separator: ", ").map { String($0).onOneSafeLine })
    case .deadline, .due, .decision, .frozen: return word.onOneSafeLine
    }
  }

  func group(_ value: String?) -> String {
    value.map(\.onOneSafeLine) ?? say("unknown", "未知")
  }

  /// Which version a case does not fit.
  func version(_ version: ImpactTally.Misfit.Version) -> String {
    switch version {
    case .new: say("new", "新")
    case .old: say("old", "旧")
    case .both: say("both", "新旧都不合")
    }
  }

  /// Why a case does not fit: where in it, and what is wrong there.
  func why(_ one: ImpactTally.Misfit, _ count: ImpactTally.MisfitCount) -> String {
    let message = count.message.text(in: console.language).onOneSafeLine
    guard let place = place(named: one.place.onOneSafeLine), !message.contains("`\(one.place)`")
    else { return message }
    return place + colon + message
  }

  /// A place in a case as people call it; nil where the message says all.
  private func place(named path: String) -> String? {
    let steps = path.split(separator: ".")
    let rest = steps.dropFirst(2).joined(separator: ".")
    switch (steps.first, steps.dropFirst().first) {
    case (nil, _), ("events", "event"): return nil
    case ("facts", let name?): return say("fact `\(name)`", "事实 `\(name)`")
    case ("events", "set") where !rest.isEmpty: return say("fact `\(rest)`", "事实 `\(rest)`")
    case ("events", "with") where !rest.isEmpty:
      return say("`\(rest)` of an event", "事件所附的 `\(rest)`")
    default: return "`\(path)`"
    }
  }

  func id(_ id: String, _ number: Int) -> String {
    id.isEmpty ? say("line \(number)", "第 \(number) 行") : id.onOneSafeLine
  }
}

// Signs between words, in the reader's writing.
extension ImpactReport {
  var colon: String { say(": ", "：") }
  var comma: String { say(", ", "，") }
  var semicolon: String { say("; ", "；") }

  /// Parts of a list.
  func list(_ parts: [String]) -> String { parts.joined(separator: say(", ", "、")) }

  func inBrackets(_ words: String) -> String { say(" (\(words))", "（\(words)）") }
}
