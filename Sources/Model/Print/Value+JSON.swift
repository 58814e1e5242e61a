package import SourceText

extension Value {
  /// The value as JSON: numbers exact, words, dates and durations as text, records by field name.
  package func json(as type: ValueType, in program: Program) -> JSONText {
    switch (self, type.unwrapped) {
    case (.null, _): .null
    case (.boolean(let value), _): .bool(value)
    case (.number(let value), _): .number(value.description)
    case (.list(let values), .list(let element)):
      .array(values.map { $0.json(as: element, in: program) })
    case (.record(let values), .record(let record)):
      .object(
        zip(record.fields, values).map { field, value in
          JSONText.Member(field.name, value.json(as: field.type, in: program))
        })
    case (.list(let values), _): .array(values.map { $0.json(as: .nothing, in: program) })
    default: .string(text(in: program))
    }
  }
}
