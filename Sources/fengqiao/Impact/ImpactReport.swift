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
    }
  }

  func word(_ word: String) -> String {
    word.isEmpty ? say("none", "无") : word.onOneSafeLine
  }

  func group(_ value: String?) -> String {
    value.map(\.onOneSafeLine) ?? say("unknown", "未知")
  }

  func version(_ version: ImpactTally.Misfit.Version) -> String {
    switch version {
    case .new: say("not in the new version", "新版本没有")
    case .old: say("not in the old version", "旧版本没有")
    case .both: say("in neither version", "两个版本都读不了")
    }
  }

  func misfit(_ one: ImpactTally.Misfit, _ count: ImpactTally.MisfitCount) -> String {
    let place = one.place.isEmpty ? "" : " \(one.place.onOneSafeLine)"
    let message = count.message.text(in: console.language).onOneSafeLine
    return "\(one.code)\(place): \(message)"
  }

  func id(_ id: String, _ number: Int) -> String {
    id.isEmpty ? say("line \(number)", "第 \(number) 行") : id.onOneSafeLine
  }
}

// Why a case goes another way.
extension ImpactReport {
  /// Where the two versions part in it.
  func place(_ example: ImpactTally.Example) -> String {
    let divergence = example.divergence
    if divergence.entry == 0 { return say("at the opening", "立案时") }
    let event = divergence.event.map { " `\($0.onOneSafeLine)`" } ?? ""
    return say("at entry \(divergence.entry)\(event)", "第 \(divergence.entry) 条\(event)")
  }

  /// What one version made of it there.
  func reason(_ side: Divergence.Side, _ wording: Wording) -> String {
    if let refusal = side.refusal {
      let text = RefusalText(program: wording.program).text(of: refusal)
      return say("refused: ", "被拒绝：") + wording.say(text).onOneSafeLine
    }
    var parts = [side.leaves.map(wording.state).joined(separator: ", ")]
    if parts[0].isEmpty { parts[0] = say("no state", "没有状态") }
    parts += side.transitions.map { transition($0, wording) }
    parts += side.decided.map { decided in
      let rows = decided.rows.isEmpty ? [say("undecided", "未定")] : decided.rows
      return "\(wording.decision(decided.decision)): \(rows.joined(separator: ", ").onOneSafeLine)"
    }
    if let due = side.due {
      parts.append(
        say("due", "期限") + " \(due.name.onOneSafeLine) \(due.text(in: wording.program))")
    }
    return parts.joined(separator: "; ")
  }

  private func transition(_ id: ID<Transition>, _ wording: Wording) -> String {
    guard let transition = wording.program.chart?.transitions[id] else { return "" }
    let ends = transition.targets.map(wording.state).joined(separator: ", ")
    return "\(wording.state(transition.source)) → \(ends) (\(wording.place(transition.span)))"
  }
}

// The shape is part of the tool's contract (docs/impact.md).
extension ImpactReport {
  var json: JSONText {
    .object([
      .init("cases", .integer(tally.comparedCount)), .init("changed", .integer(tally.changedCount)),
      .init("unfit", .integer(tally.newMisfitCount)),
      .init("onlyNew", .integer(tally.oldMisfitCount)),
      .init("unread", .integer(tally.unreadCount)),
      .init("share", .string(share(tally.affectedCount))),
      .init("overLimit", .bool(isOverLimit)), .init("matrix", .array(aspects.map(matrix))),
      .init("groups", .array(run.groups.indices.map(group))),
      .init("misfits", .array(tally.sortedMisfits.map(misfitJSON))),
    ])
  }

  private func name(_ aspect: ImpactAspect) -> String {
    switch aspect {
    case .state: "state"
    case .firstLevel: "firstLevel"
    case .level: "level"
    case .script: "script"
    case .deadline: "deadline"
    case .due: "due"
    case .decision(let name): name
    }
  }

  private func matrix(_ aspect: ImpactAspect) -> JSONText {
    func word(_ word: String) -> JSONText {
      if word.isEmpty { return .null }
      if aspect.isInDays, let days = Int(word) { return .integer(days) }
      return .string(word)
    }
    return .object([
      .init("of", .string(name(aspect))),
      .init(
        "cells",
        .array(
          tally.cells(of: aspect).map { cell, count in
            var members: [JSONText.Member] = [
              .init("old", word(cell.old)), .init("new", word(cell.new)),
              .init("count", .integer(count)),
            ]
            if let example = tally.examples[cell] {
              members.append(.init("example", json(of: example)))
            }
            return .object(members)
          })),
    ])
  }

  private func json(of example: ImpactTally.Example) -> JSONText {
    .object([
      .init("id", .string(example.id)), .init("line", .integer(example.number)),
      .init("entry", .integer(example.divergence.entry)),
      .init("event", example.divergence.event.map(JSONText.string) ?? .null),
      .init("old", .string(reason(example.divergence.old, old))),
      .init("new", .string(reason(example.divergence.new, new))),
    ])
  }

  private func group(_ index: Int) -> JSONText {
    .object([
      .init("by", .string(run.groups[index])),
      .init(
        "values",
        .array(
          tally.shares(of: index).map { value, share in
            .object([
              .init("value", value.map(JSONText.string) ?? .null),
              .init("cases", .integer(share.cases)), .init("changed", .integer(share.changed)),
            ])
          })),
    ])
  }

  private func misfitJSON(
    _ one: ImpactTally.Misfit, _ count: ImpactTally.MisfitCount
  ) -> JSONText {
    let version =
      switch one.version {
      case .new: "new"
      case .old: "old"
      case .both: "both"
      }
    return .object([
      .init("version", .string(version)), .init("code", .string(one.code)),
      .init("at", .string(one.place)), .init("count", .integer(count.count)),
      .init("id", .string(count.id)), .init("line", .integer(count.number)),
      .init("message", .string(count.message.text(in: console.language))),
    ])
  }
}
