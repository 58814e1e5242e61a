import SourceText
import Syntax

/// What a base declares, or its forms make, that local actions and handlers cannot touch; each with
/// its place.
struct BaseThings {
  /// Facts and variables.
  private(set) var values: [String: Span] = [:]
  /// Events of people, of rights and of consents.
  private(set) var events: [String: Span] = [:]
  /// Decisions that a place cannot change, and so cannot freeze.
  private(set) var decisions: [String: Span] = [:]
  /// Ids under which the base sends.
  private(set) var sends: [String: Span] = [:]
  /// What the base's clocks say when they run out.
  private(set) var clocks: [(name: String, span: Span)] = []

  init(_ base: RulebookTree, _ seals: SealedDecisions) {
    for fact in base.facts { values[fact.name.value] = fact.name.span }
    for variable in base.variables { values[variable.name.value] = variable.name.span }
    for event in base.events ?? [] { events[event.name.value] = event.name.span }
    let states = base.workflow?.withDescendants ?? []
    for pattern in states.flatMap(\.on).flatMap(\.patterns) {
      events[pattern.value] = events[pattern.value] ?? pattern.span
    }
    for decision in base.decisions where seals.reason(against: decision) != nil {
      decisions[decision.name.value] = decision.name.span
    }
    for period in base.periods {
      clocks.append((name: "expired.\(period.name.value)", span: period.name.span))
    }
    for action in states.flatMap(\.allActions) {
      if case .send(_, _, _, let id?) = action.kind { sends[id.value] = id.span }
      if case .task(let task) = action.kind {
        clocks.append((name: "overdue.\(task.id.value)", span: task.id.span))
      }
    }
    addScreen(of: base.mediation)
    addParties(of: base.mediation)
  }

  private mutating func addScreen(of mediation: MediationTree) {
    guard let screen = mediation.screen else { return }
    let place = screen.span.opening
    values["screen_told"] = place
    for line in screen.lines { decisions[line.name.value] = line.name.span }
    for name in ["screen", "screen_act", "screen_lines"] { decisions[name] = place }
  }

  private mutating func addParties(of mediation: MediationTree) {
    for consent in mediation.consents {
      let (name, span) = (consent.name.value, consent.name.span)
      values["\(name)_answers"] = span
      decisions[name] = span
      for answer in ["agreed", "refused", "withdrawn"] { events["\(name).\(answer)"] = span }
    }
    for right in mediation.rights { events[right.name.value] = right.name.span }
    guard let parties = mediation.parties else { return }
    for side in parties.sides { values[side.name.value] = side.name.span }
    events["join"] = parties.span.opening
    decisions["parties"] = parties.span.opening
  }

  /// What an action touches of the base, and where the base has it.
  func touched(by action: ActionTree) -> [(name: Located<String>, place: Span)] {
    switch action.kind {
    case .set(let assignments): assignments.compactMap { found($0.name, in: values) }
    case .decide(let name): [found(name, in: decisions)].compactMap(\.self)
    case .raise(let event, _), .send(let event, _, _, _):
      [found(event, in: events)].compactMap(\.self)
    case .cancel(let id): [found(id, in: sends)].compactMap(\.self)
    default: []
    }
  }

  private func found(
    _ name: Located<String>, in known: [String: Span]
  ) -> (name: Located<String>, place: Span)? {
    known[name.value].map { (name: name, place: $0) }
  }

  /// The clock whose end an event pattern would take; `*` and `otherwise` take none.
  func clock(takenBy pattern: String) -> (name: String, span: Span)? {
    let stem = pattern.hasSuffix(".*") ? String(pattern.dropLast(2)) : pattern
    return clocks.first { stem == $0.name || $0.name.hasPrefix(stem + ".") }
  }
}
