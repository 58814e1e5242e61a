package import Model

/// What comes with the event in hand. Where several events lead to one place, a field can be read
/// if all of them carry it under one type and position.
package struct Payload: Hashable, Sendable {
  /// A field that can be read.
  package struct Field: Hashable, Sendable {
    package var name: String
    package var type: ValueType
    /// The position among the event's payload fields.
    package var index: Int
  }

  /// The events' names, for messages.
  package var events: [String]
  /// What all of them carry.
  package private(set) var fields: [Field]
  /// Names of fields that some of the events carry and others do not, or carry otherwise.
  package private(set) var uneven: [String]

  package init(of events: [Event]) {
    self.events = events.map(\.name)
    let each = events.map { event in
      event.payload.enumerated().map { Field(name: $1.name, type: $1.type, index: $0) }
    }
    fields = (each.first ?? []).filter { field in each.allSatisfy { $0.contains(field) } }
    uneven = []
    for field in each.joined() where !fields.contains(where: { $0.name == field.name }) {
      if !uneven.contains(field.name) { uneven.append(field.name) }
    }
  }

  func field(_ name: String) -> Field? {
    fields.first { $0.name == name }
  }
}
