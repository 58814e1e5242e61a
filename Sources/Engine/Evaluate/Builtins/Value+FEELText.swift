internal import Model
internal import SourceText

extension Value {
  /// What FEEL's `string` makes of a value of that type: text as it is, anything else as a literal,
  /// a record with its fields' names.
  func text(as type: ValueType, in program: Program) -> String {
    if case .text(let text) = self { text } else { feelLiteral(as: type, in: program) }
  }

  private func feelLiteral(as type: ValueType, in program: Program) -> String {
    switch (self, type.unwrapped) {
    case (.list(let values), .list(let element)):
      let items = values.map { $0.feelLiteral(as: element, in: program) }
      return "[\(items.joined(separator: ", "))]"
    case (.record(let values), .record(let record)):
      let fields = zip(record.fields, values).map { field, value in
        "\(field.name): \(value.feelLiteral(as: field.type, in: program))"
      }
      return "{\(fields.joined(separator: ", "))}"
    default: return literal(in: program)
    }
  }
}
