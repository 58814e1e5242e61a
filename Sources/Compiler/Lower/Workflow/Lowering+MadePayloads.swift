import Model
import SourceText
import Syntax

// The payloads of events that `raise` and `send` make without a declaration: their fields are those
// that they are made with.
extension Lowering {
  /// Finds the fields' types. A field's value may itself read the payload of such an event, so
  /// rounds are made until nothing new is learnt; what is wrong with a value is reported where its
  /// action is lowered.
  mutating func inferMadePayloads() {
    let declared = Set((tree.events ?? []).map(\.name.value))
    var open = uses.events.filter { use in
      guard case .made(let fields) = use.kind, !fields.isEmpty else { return false }
      return !declared.contains(use.name.value) && eventIDs[use.name.value] != nil
    }
    var settled: [ID<Event>] = []
    var isLearning = true
    while isLearning, !open.isEmpty {
      isLearning = false
      for use in open {
        guard let id = eventIDs[use.name.value], let fields = fields(of: use) else { continue }
        settled.append(id)
        inferredPayloads.insert(id)
        widen(id, fields)
        open.removeAll { $0.name.span == use.name.span }
        isLearning = true
      }
    }
    for use in open {
      if let id = eventIDs[use.name.value], !settled.contains(id) { faultyPayloads.insert(id) }
    }
  }

  /// Takes the fields of one use into the event's payload. Where two uses do not agree, the first
  /// counts and the later action is found wrong.
  private mutating func widen(_ id: ID<Event>, _ fields: [Event.Field]) {
    for field in fields {
      if let place = events[id].payload.firstIndex(where: { $0.name == field.name }) {
        let known = events[id].payload[place].type
        events[id].payload[place].type = known.joined(field.type) ?? known
      } else {
        events[id].payload.append(field)
      }
    }
  }

  /// The fields one use makes the event with, typed where it stands; nil while that is not
  /// possible.
  private mutating func fields(of use: EventUse) -> [Event.Field]? {
    guard case .made(let written) = use.kind else { return nil }
    let findings = diagnostics
    defer { diagnostics = findings }
    enter(use.site)
    var fields: [Event.Field] = []
    for (name, tree) in written {
      guard let type = value(tree)?.type else { return nil }
      fields.append(
        Event.Field(name: name.value, type: type, title: Bilingual(name.value), span: name.span))
    }
    return fields
  }

  /// Makes the scope that of a place in the workflow.
  private mutating func enter(_ site: Site) {
    scope.currentState = site.state
    scope.payload = nil
    switch site.trigger {
    case .none: break
    case .patterns(let patterns):
      readPayload(of: events(matching: patterns, from: site.state))
    case .done: readPayload(of: [doneEvents[site.state]].compactMap(\.self))
    }
  }

  /// Lets expressions read what all of these events carry.
  mutating func readPayload(of ids: [ID<Event>]) {
    scope.payload = ids.isEmpty ? nil : Payload(of: ids.map { events[$0] })
  }
}
