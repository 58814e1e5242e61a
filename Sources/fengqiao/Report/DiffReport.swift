internal import Model
internal import SourceText
internal import Verifier

/// What two versions of a rulebook say differently, for people, as JSON and for a pull request
/// (docs/diff.md).
struct DiffReport {
  typealias Change = RulebookDifference.Change

  let difference: RulebookDifference
  let old: LoadedRulebook
  let new: LoadedRulebook
  let console: Console

  private var told: [Change] { difference.changes.filter { $0.kind != .rewritten } }
  private var rewritten: [Change] { difference.changes.filter { $0.kind == .rewritten } }

  func show(_ format: DiffFormat) {
    switch format {
    case .human: lines.forEach(console.print)
    case .markdown: markdown.forEach(console.print)
    case .json: console.print(json.text())
    }
  }

  /// `3 changes, 1 rewritten with the same meaning`.
  private var summary: String {
    let count = told.count
    var parts: [String] = []
    if count == 0 {
      parts.append(console.say("the same meaning", "含义相同"))
    } else {
      parts.append(console.say("\(count) change\(count == 1 ? "" : "s")", "\(count) 处变化"))
    }
    if !rewritten.isEmpty {
      parts.append(
        console.say(
          "\(rewritten.count) written otherwise, proved to mean the same",
          "\(rewritten.count) 处只改了写法，经证明含义不变"))
    }
    return parts.joined(separator: console.say(", ", "，"))
  }

  private var lines: [String] {
    var lines: [String] = []
    for change in difference.changes {
      let section = change.section.one.text(in: console.language)
      let kind = change.kind.word.text(in: console.language)
      let place = place(change).map { "  \($0)" } ?? ""
      lines.append(
        console.styled("\(section) \(change.name): \(kind)".onOneSafeLine, .bold) + place)
      lines += details(change).map { "    " + $0.onOneSafeLine }
    }
    return lines + [summary]
  }

  private func place(_ change: Change) -> String? {
    let place =
      change.newSpan.map { new.sources.place($0) } ?? change.oldSpan.map { old.sources.place($0) }
    return place.map { String($0[..<($0.lastIndex(of: ":") ?? $0.endIndex)]).onOneSafeLine }
  }

  /// What is said of a change besides that there is one.
  private func details(_ change: Change) -> [String] {
    var lines = change.aspects.map { aspect in
      let (before, after) = shortened(aspect.old, aspect.new)
      return "\(aspect.aspect.text(in: console.language)): \(before) → \(after)"
    }
    for difference in change.differences {
      let region = words(of: difference.region)
      lines.append("\(region): \(difference.old) → \(difference.new)")
      let facts = facts(difference.facts)
      if !facts.isEmpty { lines.append("    " + console.say("for example", "例如") + " {\(facts)}") }
    }
    if let reason = change.reason { lines.append(words(of: reason)) }
    if !change.followers.isEmpty {
      let names = change.followers.joined(separator: ", ")
      lines.append(console.say("followed by \(names)", "随之变化：\(names)"))
    }
    return lines
  }

  private func words(of region: [TableFinding.Condition]) -> String {
    guard !region.isEmpty else { return console.say("everywhere", "所有情形") }
    let tests = region.map { "\($0.column) \(console.say("is", "为")) \($0.test)" }
    return console.say("where ", "") + tests.joined(separator: console.say(" and ", "，"))
  }

  private func words(of reason: Comparison.Reason) -> String {
    switch reason {
    case .tooLarge: console.say("too large to be compared", "太大，无法比较")
    case .noCase(let region):
      console.say("may differ ", "可能不同：") + words(of: region)
        + console.say(", but no case was found that does", "，但没有找到这样的案件")
    case .anotherKind(let name):
      console.say("not compared: `\(name)` is of another kind now", "未比较：`\(name)` 的类型已变")
    }
  }

  private func facts(_ facts: [StatedFact]) -> String {
    facts.map { stated in
      let fact = difference.joint.facts[stated.fact]
      let value = stated.value.map { ProgramText(difference.joint).value($0, of: fact.type) }
      return "\(fact.name): \(value ?? "unknown")"
    }.joined(separator: ", ")
  }

  /// The first place where long texts part, with some words around it.
  private func shortened(_ before: String, _ after: String) -> (String, String) {
    func cut(_ text: String, _ start: Int) -> String {
      if text.isEmpty { return "-" }
      let from = max(0, start - 20)
      let part = text.dropFirst(from).prefix(80)
      return (from > 0 ? "…" : "") + part + (part.endIndex < text.endIndex ? "…" : "")
    }
    guard max(before.count, after.count) > 100 else { return (cut(before, 0), cut(after, 0)) }
    let shared = zip(before, after).prefix { $0 == $1 }.count
    return (cut(before, shared), cut(after, shared))
  }
}

// Other formats.
extension DiffReport {
  /// A summary for a pull request: a heading, a table of what changed, and each with its cases.
  private var markdown: [String] {
    var lines = ["### \(old.program.name): \(summary)"]
    guard !told.isEmpty else { return lines }
    lines += ["", console.say("| what | name | change |", "| 项目 | 名称 | 变化 |"), "|---|---|---|"]
    for change in told {
      let cells = [
        change.section.one.text(in: console.language), "`\(change.name)`",
        change.kind.word.text(in: console.language),
      ]
      lines.append("| " + cells.map(\.inMarkdownCell).joined(separator: " | ") + " |")
    }
    for change in told where !details(change).isEmpty {
      let section = change.section.one.text(in: console.language)
      lines += ["", "**\(section) `\(change.name.onOneSafeLine)`**", ""]
      lines += details(change).map { line in
        let isExample = line.hasPrefix("    ")
        return (isExample ? "  - " : "- ") + line.onOneSafeLine.inMarkdown
      }
    }
    return lines
  }

  private var json: JSONText {
    .object([
      .init(
        "diff",
        .object([
          .init("old", .string(old.program.name)), .init("new", .string(new.program.name)),
          .init("same", .bool(difference.isSame)),
          .init("changes", .array(difference.changes.map(json))),
        ]))
    ])
  }

  private func json(_ change: Change) -> JSONText {
    .object([
      .init("section", .string(change.section.rawValue)),
      .init("kind", .string(change.kind.rawValue)), .init("name", .string(change.name)),
      .init("old_place", change.oldSpan.map { .string(old.sources.place($0)) } ?? .null),
      .init("new_place", change.newSpan.map { .string(new.sources.place($0)) } ?? .null),
      .init(
        "aspects",
        .array(
          change.aspects.map {
            .object([
              .init("aspect", .string($0.aspect.en)), .init("old", .string($0.old)),
              .init("new", .string($0.new)),
            ])
          })),
      .init("differences", .array(change.differences.map(json))),
      .init("reason", change.reason.map { .string(words(of: $0)) } ?? .null),
      .init("followers", .array(change.followers.map(JSONText.string))),
    ])
  }

  private func json(_ difference: Difference) -> JSONText {
    .object([
      .init(
        "region",
        .array(
          difference.region.map {
            .object([.init("input", .string($0.column)), .init("test", .string($0.test))])
          })),
      .init("facts", .string("{\(facts(difference.facts))}")),
      .init("old", .string(difference.old)), .init("new", .string(difference.new)),
    ])
  }
}

extension String {
  /// Safe between the bars of a table.
  fileprivate var inMarkdownCell: String {
    onOneSafeLine.replacing("|", with: "\\|").replacing("<", with: "&lt;")
  }

  /// Words that no reader of Markdown takes for markup.
  fileprivate var inMarkdown: String {
    var result = ""
    for character in drop(while: { $0 == " " }) {
      if "\\`*_[]<#|~".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}

extension RulebookDifference.Section {
  /// One of them.
  fileprivate var one: Bilingual {
    switch self {
    case .types: Bilingual(en: "type", zh: "类型")
    case .facts: Bilingual(en: "fact", zh: "事实")
    case .variables: Bilingual(en: "variable", zh: "变量")
    case .events: Bilingual(en: "event", zh: "事件")
    case .roles: Bilingual(en: "role", zh: "角色")
    case .decisions: Bilingual(en: "decision", zh: "决策")
    case .states: Bilingual(en: "state", zh: "状态")
    case .transitions: Bilingual(en: "transition", zh: "转移")
    case .deadlines: Bilingual(en: "deadline", zh: "期限")
    case .documents: Bilingual(en: "document", zh: "文书")
    case .texts: Bilingual(en: "text", zh: "文字")
    case .settings: Bilingual(en: "setting", zh: "设定")
    case .invariants: Bilingual(en: "promise", zh: "承诺")
    }
  }
}

extension RulebookDifference.Kind {
  /// What to call it.
  fileprivate var word: Bilingual {
    switch self {
    case .added: Bilingual(en: "added", zh: "新增")
    case .removed: Bilingual(en: "removed", zh: "删除")
    case .changed: Bilingual(en: "changed", zh: "变更")
    case .rewritten: Bilingual(en: "written otherwise, the same meaning", zh: "改了写法，含义不变")
    case .unclear: Bilingual(en: "not certain", zh: "未能判定")
    }
  }
}
