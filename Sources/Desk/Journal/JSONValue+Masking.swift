package import Model

extension JSONValue {
  /// As `Value.masked(by:)`, of a value as a case file has it.
  package func masked(by type: ValueType) -> JSONValue {
    switch (self, type.unwrapped) {
    case (.text(let text), .formatted(let format)): .text(format.masked(text))
    case (.list(let items), .list(let element)): .list(items.map { $0.masked(by: element) })
    case (.object(let members), .record(let record)):
      .object(
        Dictionary(
          uniqueKeysWithValues: members.map { name, value in
            let field = record.index(of: name).map { record.fields[$0].type }
            return (name, field.map { value.masked(by: $0) } ?? value)
          }))
    default: self
    }
  }
}
