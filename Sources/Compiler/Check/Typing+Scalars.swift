import Model
import SourceText
import Syntax

// Literals of facts, bounds and case files, read from their raw text by the type declared for them.
extension Typing {
  mutating func literal(_ tree: ValueTree, _ type: ValueType) -> Value? {
    switch tree {
    case .scalar(let scalar): return literal(scalar, type)
    case .computed(_, let span):
      report(.computedLiteral(at: span))
      return nil
    case .list(let elements, let span):
      guard case .list(let element) = type.unwrapped else {
        report(.notAList(wording.text(type), at: span))
        return nil
      }
      let values = elements.compactMap { literal($0, element) }
      return values.count == elements.count ? .list(values) : nil
    case .record(let entries, let span):
      guard case .record(let record) = type.unwrapped else {
        report(.notARecord(wording.text(type), at: span))
        return nil
      }
      return literal(entries, record, span)
    }
  }

  private mutating func literal(
    _ entries: [(name: Located<String>, value: ValueTree)], _ record: RecordType, _ span: Span
  ) -> Value? {
    guard areFields(entries.map(\.name), of: record, span) else { return nil }
    var values: [Value] = []
    for field in record.fields {
      guard let entry = entries.first(where: { $0.name.value == field.name }) else {
        values.append(.null)
        continue
      }
      if let value = literal(entry.value, field.type) { values.append(value) }
    }
    return values.count == record.fields.count ? .record(values) : nil
  }

  mutating func literal(_ scalar: ScalarText, _ type: ValueType) -> Value? {
    if scalar.isAbsent {
      report(.nothingWritten(wording.text(type), at: scalar.span))
      return nil
    }
    if scalar.isNull(type) {
      if type.isOptional { return .null }
      report(.nullLiteral(wording.text(type), at: scalar.span))
      return nil
    }
    if type.isOptional, LiteralMend.meansNothing(scalar.text, type.unwrapped) {
      report(.nothingInWords(scalar, type.unwrapped))
      return nil
    }
    switch type.unwrapped {
    case .text: return .text(scalar.text)
    case .formatted(let format):
      return formatted(scalar, format) ? .text(scalar.text) : nil
    case .boolean: return boolean(scalar)
    case .number, .integer, .money: return number(scalar, type.unwrapped)
    case .enumeration(let enumeration): return word(scalar, enumeration)
    case .date, .dateTime, .dayTimeDuration, .yearMonthDuration:
      if let value = timeValue(scalar.text, type.unwrapped) { return value }
      report(
        .badLiteral(scalar, type.unwrapped, mend: LiteralMend.time(scalar.text, type.unwrapped)))
    case .list: report(.notAScalar(wording.text(type), isList: true, at: scalar.span))
    case .record: report(.notAScalar(wording.text(type), isList: false, at: scalar.span))
    case .range, .optional, .null, .nothing:
      report(.notAScalar(wording.text(type), isList: false, at: scalar.span))
    }
    return nil
  }

  /// Whether a text is in its format; reports why not.
  mutating func formatted(_ scalar: ScalarText, _ format: TextFormat) -> Bool {
    guard let problem = format.problem(with: scalar.text) else { return true }
    report(.brokenFormat(scalar, format, problem))
    return false
  }

  private mutating func boolean(_ scalar: ScalarText) -> Value? {
    switch scalar.text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default:
      report(.badLiteral(scalar, .boolean, mend: LiteralMend.boolean(scalar.text)))
      return nil
    }
  }

  private mutating func number(_ scalar: ScalarText, _ type: ValueType) -> Value? {
    guard let number = Number(literal: scalar.text, exponentAllowed: true) else {
      if LiteralMend.isWrittenAsNumber(scalar.text) {
        report(.tooManyDigits(scalar.text, at: scalar.contentSpan))
        return nil
      }
      report(.badLiteral(scalar, type, mend: LiteralMend.number(scalar.text)))
      return nil
    }
    guard type != .integer || number.isInteger else {
      report(.badLiteral(scalar, type, mend: nil))
      return nil
    }
    return .number(number)
  }
}

extension ScalarText {
  /// Whether it says that there is no value. A text in quotes says the word.
  func isNull(_ type: ValueType) -> Bool {
    text == "null" && (type.unwrapped.withoutFormats != .text || style == .plain)
  }
}

/// What an author most likely meant by a literal that is none: the text to write instead.
enum LiteralMend {
  static func boolean(_ text: String) -> String? {
    switch text.lowercased() {
    case "yes", "y", "on", "true", "是", "有", "1", "真": "true"
    case "no", "n", "off", "false", "否", "无", "没有", "0", "假": "false"
    default: nil
    }
  }

  /// Whether it says in words that there is no such number, date or duration.
  static func meansNothing(_ text: String, _ type: ValueType) -> Bool {
    switch type {
    case .number, .integer, .money, .date, .dateTime, .dayTimeDuration, .yearMonthDuration:
      ["无", "没有", "none", "nil", "n/a"].contains(text.lowercased())
    default: false
    }
  }

  /// Whether it is digits with a sign, a point or an exponent: a number, if it were not so long.
  static func isWrittenAsNumber(_ text: String) -> Bool {
    let digits = text.drop { $0 == "-" }.split(separator: "e", omittingEmptySubsequences: false)
    guard let mantissa = digits.first, text.count > 1, digits.count <= 2 else { return false }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let exponent = digits.dropFirst().map { $0.drop { $0 == "-" || $0 == "+" } }
    return parts.count <= 2
      && (parts + exponent).allSatisfy { part in
        !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) }
      } && text.prefix(2) != "--"
  }

  /// Without separators, signs of currency and units, full-width digits made narrow: `40,000`,
  /// `￥40000`, `40000元`, `4万`.
  static func number(_ text: String) -> String? {
    var digits = String(String.UnicodeScalarView(text.unicodeScalars.compactMap(narrowed)))
    for sign in ["¥", "$"] where digits.hasPrefix(sign) { digits.removeFirst() }
    let units = ["元", "块钱", "块", "yuan", "rmb", "cny"]
    if let unit = units.first(where: digits.lowercased().hasSuffix) {
      digits.removeLast(unit.count)
    }
    var factor: Number = 1
    for (unit, size) in [("万", Number(10_000)), ("亿", Number(100_000_000))] {
      guard digits.hasSuffix(unit) else { continue }
      digits.removeLast()
      factor = size
    }
    guard let number = Number(literal: digits), let product = try? number * factor else {
      return nil
    }
    return product.description
  }

  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2C, 0x20, 0x27, 0x5F, 0xFF0C, 0x3000: nil
    case 0xFFE5: "¥"
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: scalar
    }
  }

  static func time(_ text: String, _ type: ValueType) -> String? {
    switch type {
    case .date:
      if let day = CalendarDate(spreadsheet: text) { return day.description }
      // A moment where a day is wanted.
      return CalendarDate(literal: text.prefix { $0 != "T" && $0 != " " })?.description
    case .dateTime:
      if text.contains(where: { "T 　".contains($0) }) { return DateMend.moment(text) }
      return CalendarDate(spreadsheet: text).map { "\($0)T00:00" }
    case .dayTimeDuration, .yearMonthDuration:
      guard let term = Term(literal: text) else { return nil }
      return duration(term, type)
    default: return nil
    }
  }

  private static func duration(_ term: Term, _ type: ValueType) -> String? {
    switch (term.unit, type) {
    case (.minutes, .dayTimeDuration): "PT\(term.amount)M"
    case (.hours, .dayTimeDuration): "PT\(term.amount)H"
    case (.days, .dayTimeDuration): "P\(term.amount)D"
    case (.months, .yearMonthDuration): "P\(term.amount)M"
    case (.years, .yearMonthDuration): "P\(term.amount)Y"
    default: nil
    }
  }
}
