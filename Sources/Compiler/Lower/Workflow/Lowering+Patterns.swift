import Model
import SourceText
import Syntax

// Which events a pattern in `on` stands for (SCXML 3.12.1): `foo` and `foo.*` take `foo` and
// `foo.bar`. What the workflow makes itself is named by what made it: `done.STATE`,
// `expired.PERIOD`, `overdue.TASK`; `*` and `otherwise` leave that out.
extension Lowering {
  /// The events of a handler's patterns, each once; findings for patterns that match nothing.
  mutating func events(
    matching patterns: [Located<String>], from place: ID<State>
  ) -> [ID<Event>] {
    var result: [ID<Event>] = []
    for pattern in patterns {
      for id in events(matching: pattern, from: place) where !result.contains(id) {
        result.append(id)
      }
    }
    return result
  }

  private mutating func events(
    matching pattern: Located<String>, from place: ID<State>
  ) -> [ID<Event>] {
    let name = pattern.value
    if name == "*" || name == "otherwise" {
      return events.ids.filter { !events[$0].origin.isInternal }
    }
    if Event.isMadeByWorkflow(name) { return internalEvents(pattern, from: place) }
    let stem = name.hasSuffix(".*") ? String(name.dropLast(2)) : name
    let matching = eventsByStem[stem] ?? []
    if matching.isEmpty {
      diagnostics.report(
        stem == name ? unknownEvent(pattern) : .emptyPattern(pattern))
    }
    return matching
  }

  /// Reports a name that no event has which people or actions could make.
  func unknownEvent(_ name: Located<String>) -> Diagnostic {
    let known = events.elements.filter { !$0.origin.isInternal }.map(\.name)
    return .undeclared(.event, name.value, among: known, at: name.span)
  }

  private mutating func internalEvents(
    _ pattern: Located<String>, from place: ID<State>
  ) -> [ID<Event>] {
    let parts = pattern.value.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return [] }
    switch parts[0] {
    case "done": return doneEvents(parts[1], pattern, from: place)
    case "expired":
      return made(by: parts[1], "expired.", .period, tree.periods.map(\.name.value), pattern)
    default:
      let tasks = uses.tasks.filter { $0.tree.within != nil }.map(\.tree.id.value)
      return made(by: parts[1], "overdue.", .task, tasks, pattern)
    }
  }

  private mutating func made(
    by name: String, _ prefix: String, _ kind: NameKind, _ known: [String],
    _ pattern: Located<String>
  ) -> [ID<Event>] {
    if name == "*" {
      let all = events.ids.filter {
        events[$0].origin.isInternal && events[$0].name.hasPrefix(prefix)
      }
      if all.isEmpty { diagnostics.report(.emptyPattern(pattern)) }
      return all
    }
    if let id = eventIDs[prefix + name] { return [id] }
    diagnostics.report(.undeclared(kind, name, among: known, at: pattern.span))
    return []
  }

  private mutating func doneEvents(
    _ rest: String, _ pattern: Located<String>, from place: ID<State>
  ) -> [ID<Event>] {
    if ["*", "state", "state.*"].contains(rest) {
      let all = states.ids.compactMap { doneEvents[$0] }
      if all.isEmpty { diagnostics.report(.emptyPattern(pattern)) }
      return all
    }
    let name = rest.hasPrefix("state.") ? String(rest.dropFirst(6)) : rest
    guard let id = state(Located(name, at: pattern.span), from: place) else { return [] }
    if let event = doneEvents[id] { return [event] }
    diagnostics.report(.neverDone(states[id], at: pattern.span))
    return []
  }
}

extension Event.Origin {
  /// Made by a state, a timer, a period or a task: named by what made it and by no wildcard.
  var isInternal: Bool {
    switch self {
    case .external, .raised: false
    case .done, .timer, .expired, .overdue: true
    }
  }
}

extension Diagnostic {
  fileprivate static func emptyPattern(_ pattern: Located<String>) -> Diagnostic {
    Diagnostic(
      .emptyPattern,
      Bilingual(en: "`\(pattern.value)` matches no event", zh: "没有事件符合 `\(pattern.value)`"),
      at: pattern.span,
      help: Bilingual(en: "name an event that there is", zh: "请写一个存在的事件"))
  }

  static func neverDone(_ state: State, at span: Span) -> Diagnostic {
    Diagnostic(
      .neverDone,
      Bilingual(
        en: "`\(state.name)` is never done, because no final state ends it",
        zh: "`\(state.name)` 里没有终态，不会完成"),
      at: span,
      labels: [Label(state.span)],
      help: Bilingual(
        en: "give it a child of `type: final`, or each of its regions one",
        zh: "请在其中（或每个区域中）加一个 `type: final` 的状态"))
  }
}
