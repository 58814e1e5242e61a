internal import SourceText

extension Value {
  /// The value as an author would write it: words by their name, text without quotes at the top.
  package func text(in program: Program) -> String {
    if case .text(let text) = self { text } else { literal(in: program) }
  }

  /// The value as a FEEL literal; text in quotes, words by name.
  package func literal(in program: Program) -> String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): value.description
    case .text(let value): Value.quoted(value)
    case .date(let value): value.description
    case .dateTime(let value): value.text(in: program.offset)
    case .dayTimeDuration(let value): value.description
    case .yearMonthDuration(let value): value.description
    case .word(let enumeration, let index): program.enumerations[enumeration].words[index].name
    case .list(let values):
      "[\(values.map { $0.literal(in: program) }.joined(separator: ", "))]"
    case .record(let values):
      "{\(values.map { $0.literal(in: program) }.joined(separator: ", "))}"
    case .range(let range): range.literal(in: program)
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension ValueRange {
  fileprivate func literal(in program: Program) -> String {
    let low = (isLowIncluded ? "[" : "(") + (low?.literal(in: program) ?? "")
    return low + ".." + (high?.literal(in: program) ?? "") + (isHighIncluded ? "]" : ")")
  }
}
