// Reading and writing days.

extension CalendarDate: CanonicalText {
  /// Reads `YYYY-MM-DD` (ISO 8601), a minus sign before years below 0; nothing shorter or longer.
  package init?(literal: some StringProtocol) {
    var reader = LiteralReader(literal)
    guard let date = CalendarDate(taking: &reader), reader.isAtEnd else { return nil }
    self = date
  }

  /// Takes a day off the front of a longer literal.
  init?(taking reader: inout LiteralReader) {
    let isNegative = reader.take("-")
    guard let year = reader.takeDigits(4), !(isNegative && year == 0), reader.take("-"),
      let month = reader.takeDigits(2), reader.take("-"),
      let day = reader.takeDigits(2)
    else { return nil }
    self.init(year: isNegative ? -year : year, month: month, day: day)
  }

  /// Reads a day as spreadsheets write it: `2026/1/1`, `2026-1-1`, `2026.1.1`, `2026年1月1日`, each
  /// with or without zeros in front. The order is always year, month, day, the year in four digits.
  package init?(spreadsheet text: some StringProtocol) {
    var reader = LiteralReader(text)
    guard let year = reader.takeDigits(4) else { return nil }
    let separators = [["/", "/", ""], ["-", "-", ""], [".", ".", ""], ["年", "月", "日"]]
    guard let style = separators.first(where: { reader.take(word: $0[0]) }),
      let month = reader.takeOneOrTwoDigits(), reader.take(word: style[1]),
      let day = reader.takeOneOrTwoDigits(), reader.take(word: style[2]), reader.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date that its canonical text stands for; nil where the text is no date.
  package static func reading(canonical text: String) -> CalendarDate? {
    CalendarDate(literal: text)
  }

  /// `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = components
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}

extension LiteralReader {
  fileprivate mutating func takeOneOrTwoDigits() -> Int? {
    takeDigits(2) ?? takeDigit()
  }
}
