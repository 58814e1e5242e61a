internal import Engine
internal import Model
internal import SourceText

/// An entry of a journal by names alone.
struct NamedEntry: CustomStringConvertible {
  var at: DateTime?
  var event: String?
  var role: String?
  var payload: [(name: String, value: NamedValue)] = []
  /// A value that is nil takes the fact back.
  var facts: [(name: String, value: NamedValue?)] = []

  /// The entry as one program takes it; nil where the program lacks one of the names.
  func entry(in program: Program) -> Entry? {
    let stated = facts.compactMap { name, value -> StatedFact? in
      let id = program.facts.ids.first { program.facts[$0].name == name }
      guard let id else { return nil }
      guard let value else { return StatedFact(fact: id, value: nil, span: nil) }
      return value.value(of: program.facts[id].type, in: program).map {
        StatedFact(fact: id, value: $0, span: nil)
      }
    }
    guard stated.count == facts.count else { return nil }
    var entry = Entry(
      at: at, event: nil, payload: [], by: nil, facts: stated, expectation: nil, span: nil)
    if let event {
      guard let id = program.events.ids.first(where: { program.events[$0].name == event }) else {
        return nil
      }
      let fields = program.events[id].payload
      guard fields.map(\.name) == payload.map(\.name) else { return nil }
      entry.event = id
      entry.payload = zip(fields, payload).compactMap { $1.value.value(of: $0.type, in: program) }
      guard entry.payload.count == payload.count else { return nil }
    }
    if let role {
      guard let id = program.roles.ids.first(where: { program.roles[$0].name == role }) else {
        return nil
      }
      entry.by = id
    }
    return entry
  }

  var description: String {
    let stated = facts.map { "\($0.name) = \($0.value.map { "\($0)" } ?? "unknown")" }
    let fields = payload.map { "\($0.name): \($0.value)" }
    return [
      at.map { "at \($0.text(in: .china))" },
      event.map { "fire \($0)(\(fields.joined(separator: ", ")))" },
      role.map { "by \($0)" }, stated.isEmpty ? nil : "set \(stated.joined(separator: ", "))",
    ].compactMap(\.self).joined(separator: " ")
  }
}
