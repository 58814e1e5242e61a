// Reading and writing durations of days and time (ISO 8601).

extension DayTimeDuration: CanonicalText {
  /// Reads ISO 8601: `P3DT4H`, `-PT15M`, `PT1.5S`; at least one part, in falling order, whole but
  /// for seconds, which may have up to three digits of fraction.
  package init?(literal: some StringProtocol) {
    var reader = LiteralReader(literal)
    let isNegative = reader.take("-")
    guard reader.take("P") else { return nil }
    guard let total = DayTimeDuration.magnitude(&reader), reader.isAtEnd else { return nil }
    let signed = isNegative ? 0 - Int128(total) : Int128(total)
    guard let milliseconds = Int64(exactly: signed) else { return nil }
    self.init(milliseconds: milliseconds)
  }

  /// The duration that its canonical text stands for; nil where the text is none.
  package static func reading(canonical text: String) -> DayTimeDuration? {
    DayTimeDuration(literal: text)
  }

  /// The shortest ISO 8601 text with hours below 24, minutes and seconds below 60; `PT0S` for none.
  package var description: String {
    if milliseconds == 0 { return "PT0S" }
    let total = milliseconds.magnitude
    let parts: [(UInt64, String)] = [
      (total / 3_600_000 % 24, "H"), (total / 60_000 % 60, "M"),
    ]
    var time = parts.filter { $0.0 != 0 }.map { "\($0.0)\($0.1)" }.joined()
    if total % 60_000 != 0 { time += "\(seconds.magnitude)S" }
    let days = total / 86_400_000
    return (milliseconds < 0 ? "-P" : "P") + (days == 0 ? "" : "\(days)D")
      + (time.isEmpty ? "" : "T" + time)
  }

  /// What follows `P`, in milliseconds; nil when ill-formed or beyond 64 bits.
  private static func magnitude(_ reader: inout LiteralReader) -> UInt64? {
    var parts = DurationParts()
    if let count = reader.takeWhole() {
      guard reader.take("D") else { return nil }
      parts.add(count, of: day)
    }
    if reader.take("T") {
      guard parts.takeTime(&reader) else { return nil }
    }
    return parts.isEmpty || parts.isTooLong ? nil : parts.total
  }
}

/// The parts of a duration's literal as they are added up.
private struct DurationParts {
  private(set) var total: UInt64 = 0
  private(set) var isEmpty = true
  private(set) var isTooLong = false

  mutating func add(_ count: Int, of unit: Int64) {
    let (part, isPartTooLong) = UInt64(count).multipliedReportingOverflow(by: UInt64(unit))
    let (sum, isOverflow) = total.addingReportingOverflow(part)
    total = sum
    isEmpty = false
    isTooLong = isTooLong || isPartTooLong || isOverflow
  }

  /// Takes what follows `T`; false when that is ill-formed or nothing.
  mutating func takeTime(_ reader: inout LiteralReader) -> Bool {
    var units: [(Unicode.Scalar, Int64)] = [("H", 3_600_000), ("M", 60_000), ("S", 1000)]
    var isAny = false
    while let count = reader.takeWhole() {
      isAny = true
      if reader.next == UInt8(ascii: ".") {
        guard let thousandths = reader.takeThousandths(), reader.take("S"), !units.isEmpty else {
          return false
        }
        add(count, of: 1000)
        add(thousandths, of: 1)
        return true
      }
      guard let place = units.firstIndex(where: { reader.take($0.0) }) else { return false }
      add(count, of: units[place].1)
      units.removeFirst(place + 1)
    }
    return isAny
  }
}
