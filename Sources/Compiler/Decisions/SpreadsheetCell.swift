import Model
import SourceText
import Syntax

/// A cell as spreadsheet programs save it: `TRUE`, `2026/1/1`, `5,000`. What it does not know it
/// leaves to the general rules.
struct SpreadsheetCell {
  private let scalar: ScalarText

  init(_ scalar: ScalarText) {
    self.scalar = scalar
  }

  /// A cell that is one value, or one value behind a comparison sign.
  func test(of input: ValueType) -> UnaryTest? {
    let (comparison, offset) = sign()
    guard comparison == .equal || input.unwrapped != .boolean,
      let constant = constant(from: offset, of: input.unwrapped)
    else { return nil }
    return .compare(comparison, constant)
  }

  /// A day that the calendar does not have, in a cell that must be a date: `2026/2/30`.
  func faultyDay(of type: ValueType) -> Diagnostic? {
    let (_, offset) = sign()
    let text = String(decoding: scalar.text.utf8.dropFirst(offset), as: UTF8.self)
    let parts = text.split(whereSeparator: { "/-.年月日".contains($0) })
    guard type.unwrapped == .date, parts.count == 3, parts[0].utf8.count == 4,
      parts.joined().utf8.allSatisfy({ (48...57).contains($0) }),
      CalendarDate(spreadsheet: text) == nil
    else { return nil }
    let end = scalar.text.utf8.count
    return .badMoment(text, wanted: .date, at: scalar.span(of: offset..<end))
  }

  /// A result that is one value.
  func value(of output: ValueType) -> Expression? {
    constant(from: 0, of: output.unwrapped)
  }

  private static let signs: [(String, ComparisonOperator)] = [
    ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("!=", .notEqual), ("≤", .lessOrEqual),
    ("≥", .greaterOrEqual), ("≠", .notEqual), ("<", .less), (">", .greater), ("=", .equal),
  ]

  /// The comparison that the cell begins with, and the byte behind it and its blanks.
  private func sign() -> (ComparisonOperator, Int) {
    for (sign, comparison) in Self.signs where scalar.text.hasPrefix(sign) {
      let blanks = scalar.text.dropFirst(sign.count).prefix { $0 == " " }.utf8.count
      return (comparison, sign.utf8.count + blanks)
    }
    return (.equal, 0)
  }

  private func constant(from offset: Int, of type: ValueType) -> Expression? {
    let end = scalar.text.utf8.count
    let text = String(decoding: scalar.text.utf8.dropFirst(offset), as: UTF8.self)
    guard let value = Value(spreadsheet: text, of: type) else { return nil }
    return Expression(.constant(value), type: type, span: scalar.span(of: offset..<end))
  }
}
