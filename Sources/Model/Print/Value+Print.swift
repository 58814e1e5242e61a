internal import SourceText

extension ProgramText {
  /// A value as a FEEL literal: `5`, `"text"`, `@"2026-01-01"`, `婚姻`, `[1, 2]`, `{a: 1}`.
  ///
  /// The type tells a record's field names; without one they are numbered.
  package func value(_ value: Value, of type: ValueType? = nil) -> String {
    switch value {
    case .null: "null"
    case .boolean(let boolean): boolean ? "true" : "false"
    case .number(let number): "\(number)"
    case .text(let text): ProgramText.quoted(text)
    case .date(let date): "@\"\(date)\""
    case .dateTime(let moment): "@\"\(moment)\""
    case .dayTimeDuration(let duration): "@\"\(duration)\""
    case .yearMonthDuration(let duration): "@\"\(duration)\""
    case .word(let enumeration, let index): program.enumerations[enumeration].words[index].name
    case .list(let values): list(values, of: type)
    case .record(let values): record(values, of: type)
    case .range(let range): self.range(range)
    }
  }

  private func list(_ values: [Value], of type: ValueType?) -> String {
    var element: ValueType?
    if case .list(let inner) = type?.unwrapped { element = inner }
    return "[" + values.map { value($0, of: element) }.joined(separator: ", ") + "]"
  }

  private func record(_ values: [Value], of type: ValueType?) -> String {
    var fields: [RecordType.Field] = []
    if case .record(let record) = type?.unwrapped { fields = record.fields }
    let parts = values.enumerated().map { index, part in
      guard index < fields.count else { return "field \(index + 1): \(value(part))" }
      return "\(fields[index].name): \(value(part, of: fields[index].type))"
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private func range(_ range: ValueRange) -> String {
    if let low = range.low, let high = range.high {
      return (range.isLowIncluded ? "[" : "(") + value(low) + ".." + value(high)
        + (range.isHighIncluded ? "]" : ")")
    }
    if let low = range.low { return (range.isLowIncluded ? ">= " : "> ") + value(low) }
    if let high = range.high { return (range.isHighIncluded ? "<= " : "< ") + value(high) }
    return "-"
  }

  /// A text literal with FEEL's escapes.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
