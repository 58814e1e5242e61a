import Model
import SourceText
import Syntax

// The events of a rulebook: declared ones, those that the workflow makes by `raise` and `send`, and
// those that its states, periods and tasks make by themselves.
extension Lowering {
  mutating func lowerEvents() {
    uses = WorkflowUses(stateTrees)
    declareEvents()
    addUsedEvents()
    addDoneEvents()
    for (index, period) in tree.periods.enumerated() {
      let title = title(period.title, period.name)
      addEvent(
        "expired.\(period.name.value)", .expired(ID(index)), at: period.name.span,
        Bilingual(en: "\(title.en) has expired", zh: "\(title.zh)届满"))
    }
    addOverdueEvents()
  }

  @discardableResult
  mutating func addEvent(
    _ name: String, _ origin: Event.Origin, at span: Span, _ title: Bilingual? = nil
  ) -> ID<Event> {
    let id = events.add(
      Event(
        name: name, title: title ?? Bilingual(name), origin: origin, roles: [], payload: [],
        span: span))
    if eventIDs[name] == nil { eventIDs[name] = id }
    if !origin.isInternal {
      for stem in Event.stems(of: name) { eventsByStem[stem, default: []].append(id) }
    }
    return id
  }

  private mutating func declareEvents() {
    var names = DeclaredNames()
    for tree in tree.events ?? [] {
      names.declare(tree.name, as: .event, into: &diagnostics)
      if Event.isMadeByWorkflow(tree.name.value) || tree.name.value == "otherwise" {
        diagnostics.report(.specialName(tree.name, .internalEvent))
      }
      let id = addEvent(
        tree.name.value, .external, at: tree.name.span, title(tree.title, tree.name))
      events[id].roles = tree.roles.compactMap { role($0) }
      for field in tree.payload {
        guard let type = scope.type(field.type, owner: field.name, into: &diagnostics) else {
          faultyPayloads.insert(id)
          continue
        }
        events[id].payload.append(
          Event.Field(
            name: field.name.value, type: type, title: title(field.title, field.name),
            span: field.name.span))
      }
    }
  }

  /// Events that use alone declares: without an `events` section those in `on` and `done_by`, and
  /// in any case those that only `raise` and `send` make.
  private mutating func addUsedEvents() {
    let hasSection = tree.events != nil
    let made = EventsMade(uses)
    for use in uses.events where eventIDs[use.name.value] == nil {
      let name = use.name.value
      guard Event.isPlain(name), !Event.isMadeByWorkflow(name) else { continue }
      if !hasSection, made.arePeoples(name) {
        addEvent(name, .external, at: use.name.span)
      } else if made.names.contains(name) {
        addEvent(name, .raised, at: use.name.span)
      }
    }
  }

  private mutating func addDoneEvents() {
    for id in states.ids.dropFirst() where canBeDone(id) {
      let path = states[id].path
      doneEvents[id] = addEvent(
        "done.\(path)", .done(id), at: states[id].span,
        Bilingual(en: "\(path) is done", zh: "\(path)完成"))
    }
  }

  /// Whether a state can come to its end: a compound one by a final child, a parallel one by all
  /// its regions.
  private func canBeDone(_ id: ID<State>) -> Bool {
    let children = states[id].children.filter { !states[$0].kind.isHistory }
    switch states[id].kind {
    case .compound: return children.contains { states[$0].kind == .final }
    case .parallel: return !children.isEmpty && children.allSatisfy(canBeDone)
    case .atomic, .final, .shallowHistory, .deepHistory: return false
    }
  }

  private mutating func addOverdueEvents() {
    for task in uses.tasks where task.tree.within != nil {
      let id = task.tree.id
      guard eventIDs["overdue.\(id.value)"] == nil else { continue }
      addEvent(
        "overdue.\(id.value)", .overdue(id.value), at: id.span,
        Bilingual(en: "\(id.value) is overdue", zh: "\(id.value)逾期"))
    }
  }
}

extension Event {
  /// Whether a name belongs to the events that the workflow makes by itself.
  static func isMadeByWorkflow(_ name: String) -> Bool {
    ["done.", "expired.", "overdue."].contains { name.hasPrefix($0) }
  }

  /// What patterns take the event: `foo.bar` is taken by `foo` and `foo.bar` (SCXML 3.12.1).
  fileprivate static func stems(of name: String) -> [String] {
    var stems: [String] = []
    for part in name.split(separator: ".", omittingEmptySubsequences: false) {
      stems.append(stems.last.map { "\($0).\(part)" } ?? String(part))
    }
    return stems
  }

  /// Whether a pattern is the name of one event: no wildcard.
  static func isPlain(_ pattern: String) -> Bool {
    pattern != "otherwise" && !pattern.hasSuffix("*")
  }
}
