internal import Model
internal import SourceText

/// A value by names alone, so that it can be said to any program that knows them.
indirect enum NamedValue {
  case plain(Value)
  case word(String)
  case list([NamedValue])
  case record([(name: String, value: NamedValue)])

  /// The value of a type of one program; nil where the program has no such word or field.
  func value(of type: ValueType, in program: Program) -> Value? {
    switch (self, type.unwrapped) {
    case (.plain(let value), _): return value
    case (.word(let word), .enumeration(let id)):
      return program.enumerations[id].index(of: word).map { .word(id, $0) }
    case (.list(let items), .list(let element)):
      let values = items.compactMap { $0.value(of: element, in: program) }
      return values.count == items.count ? .list(values) : nil
    case (.record(let entries), .record(let record)):
      guard entries.map(\.name) == record.fields.map(\.name) else { return nil }
      let values = zip(entries, record.fields).compactMap {
        $0.value.value(of: $1.type, in: program)
      }
      return values.count == entries.count ? .record(values) : nil
    default: return nil
    }
  }
}
