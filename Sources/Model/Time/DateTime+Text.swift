// Reading and writing instants (ISO 8601, extended format).

extension DateTime: CanonicalText {
  /// Reads `2026-05-06T09:20+08:00`; seconds, then one to three digits of fraction may follow the
  /// minutes. Where the text has no offset, `defaultOffset` holds; without one it is refused, as
  /// are 24:00 and leap seconds.
  package init?(literal: some StringProtocol, defaultOffset: UTCOffset? = nil) {
    var reader = LiteralReader(literal)
    guard let local = LocalDateTime(taking: &reader) else { return nil }
    let offset = reader.isAtEnd ? defaultOffset : UTCOffset(taking: &reader)
    guard let offset, reader.isAtEnd else { return nil }
    self.init(local, offset: offset)
  }

  /// The moment that its canonical text stands for; nil where the text is none.
  package static func reading(canonical text: String) -> DateTime? {
    DateTime(literal: text)
  }

  /// The instant in UTC: `2026-05-06T01:20Z`.
  package var description: String { text(in: .utc) }

  /// The instant on clocks with that offset: `2026-05-06T09:20+08:00`, with seconds and
  /// milliseconds where they are not zero.
  package func text(in offset: UTCOffset) -> String {
    local(in: offset).description + offset.description
  }
}

extension LocalDateTime: CustomStringConvertible {
  /// `2026-05-06T09:20`, with seconds and milliseconds where they are not zero.
  package var description: String { "\(date)T\(clock)" }

  /// The time of day alone: `09:20`, `09:20:05`, `09:20:05.250`.
  package var clock: String {
    let minutes = hour.padded(to: 2) + ":" + minute.padded(to: 2)
    if second == 0 && millisecond == 0 { return minutes }
    let seconds = minutes + ":" + second.padded(to: 2)
    return millisecond == 0 ? seconds : seconds + "." + millisecond.padded(to: 3)
  }

  /// Takes a local date and time off the front of a longer literal.
  init?(taking reader: inout LiteralReader) {
    guard let date = CalendarDate(taking: &reader), reader.take("T"),
      let hour = reader.takeDigits(2), reader.take(":"), let minute = reader.takeDigits(2)
    else { return nil }
    var second = 0
    var millisecond = 0
    if reader.take(":") {
      guard let whole = reader.takeDigits(2), let thousandths = reader.takeThousandths() else {
        return nil
      }
      second = whole
      millisecond = thousandths
    }
    self.init(date: date, hour: hour, minute: minute, second: second, millisecond: millisecond)
  }
}
