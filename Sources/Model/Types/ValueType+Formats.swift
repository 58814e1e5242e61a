// Formats belong to what people state. An expression that reads such a text has a plain text.
extension ValueType {
  /// Whether a format stands anywhere in it.
  package var hasFormat: Bool {
    switch self {
    case .formatted: true
    case .list(let type), .optional(let type), .range(let type): type.hasFormat
    case .record(let record): record.fields.contains { $0.type.hasFormat }
    default: false
    }
  }

  /// The type with plain texts in place of those that have a format.
  package var withoutFormats: ValueType {
    guard hasFormat else { return self }
    switch self {
    case .formatted: return .text
    case .list(let type): return .list(type.withoutFormats)
    case .optional(let type): return .optional(type.withoutFormats)
    case .record(let record):
      return .record(
        RecordType(
          fields: record.fields.map {
            .init(name: $0.name, type: $0.type.withoutFormats, title: $0.title)
          }))
    default: return self
    }
  }

  /// The type with a format on its text; nil where there is none: `text`, `text or null` and lists
  /// of these.
  package func formatted(as format: TextFormat) -> ValueType? {
    switch self {
    case .text: .formatted(format)
    case .optional(let type): type.formatted(as: format).map { .optional($0) }
    case .list(let type): type.formatted(as: format).map { .list($0) }
    default: nil
    }
  }
}

extension Value {
  /// What is wrong with the form of a text in it, the first from the left, by the formats of a
  /// type that it fits otherwise; nil where nothing is.
  package func formatFault(in type: ValueType) -> (format: TextFormat, fault: FormatFault)? {
    guard type.hasFormat else { return nil }
    switch (self, type.unwrapped) {
    case (.text(let text), .formatted(let format)):
      return format.fault(in: text).map { (format, $0) }
    case (.list(let values), .list(let element)):
      return values.lazy.compactMap { $0.formatFault(in: element) }.first
    case (.record(let values), .record(let record)):
      return zip(values, record.fields).lazy.compactMap { $0.formatFault(in: $1.type) }.first
    default: return nil
    }
  }

  /// The value with the middle of every text hidden that has a format by its type.
  package func masked(by type: ValueType) -> Value {
    guard type.hasFormat else { return self }
    switch (self, type.unwrapped) {
    case (.text(let text), .formatted(let format)): return .text(format.masked(text))
    case (.list(let values), .list(let element)):
      return .list(values.map { $0.masked(by: element) })
    case (.record(let values), .record(let record)):
      return .record(zip(values, record.fields).map { $0.masked(by: $1.type) })
    default: return self
    }
  }
}
