internal import SourceText

/// Turns parts of a program back into the words their author used: types, values, expressions,
/// tests.
///
/// What it prints of an expression reads as FEEL and means the same; bound names that the program
/// no longer holds are called `x`, `y`, `z`.
package struct ProgramText: Sendable {
  package let program: Program
  /// Fields that `event.NAME` may read here; those of the event a transition handles.
  package var payload: [Event.Field]

  package init(_ program: Program, payload: [Event.Field] = []) {
    self.program = program
    self.payload = payload
  }

  /// The same printer within a transition, whose guard and actions may read the event's payload.
  package func within(_ transition: Transition) -> ProgramText {
    guard case .events(let events, _) = transition.trigger, let first = events.first else {
      return self
    }
    return ProgramText(program, payload: program.events[first].payload)
  }

  /// A type as a rulebook would name it: `难易`, `list of money`, `number?` where null is allowed,
  /// `text (mobile_number)`.
  package func type(_ type: ValueType) -> String {
    switch type {
    case .boolean: "boolean"
    case .number: "number"
    case .integer: "integer"
    case .money: "money"
    case .text: "text"
    case .formatted(let format): "text (\(format.rawValue))"
    case .date: "date"
    case .dateTime: "date-time"
    case .dayTimeDuration: "days-duration"
    case .yearMonthDuration: "months-duration"
    case .enumeration(let id): enumeration(program.enumerations[id])
    case .list(let element): "list of \(self.type(element))"
    case .record(let record): fields(record)
    case .range(let element): "range of \(self.type(element))"
    case .optional(let wrapped): self.type(wrapped) + "?"
    case .null: "null"
    case .nothing: "nothing"
    }
  }

  /// A closed list of words of its own has no name; it is told by its words.
  private func enumeration(_ enumeration: Enumeration) -> String {
    if !enumeration.name.isEmpty { return enumeration.name }
    return "[" + enumeration.words.map(\.name).joined(separator: ", ") + "]"
  }

  private func fields(_ record: RecordType) -> String {
    "{" + record.fields.map { "\($0.name): \(type($0.type))" }.joined(separator: ", ") + "}"
  }

  /// Why a rule says what it says: `pml_17, local`; empty where nothing is said.
  package func bases(_ bases: [Basis]) -> String {
    bases.map(basis).joined(separator: ", ")
  }

  private func basis(_ basis: Basis) -> String {
    switch basis {
    case .law(let id): program.laws[id].name
    case .reported: "reported"
    case .local: "local"
    }
  }
}
