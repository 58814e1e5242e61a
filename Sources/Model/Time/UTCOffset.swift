/// How far a place's clock is ahead of UTC; China's is `+08:00` the whole year.
package struct UTCOffset: Hashable, Sendable, Comparable {
  /// Seconds east of UTC, at most 18 hours either way.
  package let seconds: Int32

  package static let utc = UTCOffset(unchecked: 0)
  /// `+08:00`.
  package static let china = UTCOffset(unchecked: 8 * 3600)

  /// The furthest offset there is, in seconds.
  static let limit: Int32 = 18 * 3600

  /// Nil when the offset is more than 18 hours.
  package init?(seconds: Int) {
    guard seconds.magnitude <= UInt(UTCOffset.limit) else { return nil }
    self.init(unchecked: Int32(truncatingIfNeeded: seconds))
  }

  private init(unchecked seconds: Int32) {
    self.seconds = seconds
  }

  var milliseconds: Int64 { Int64(seconds) * 1000 }

  package static func < (left: UTCOffset, right: UTCOffset) -> Bool {
    left.seconds < right.seconds
  }
}

extension UTCOffset: CanonicalText {
  /// Reads `Z`, `+08:00` or `-03:30`; seconds (`+08:05:43`) are for clocks before standard time.
  package init?(literal: some StringProtocol) {
    var reader = LiteralReader(literal)
    guard let offset = UTCOffset(taking: &reader), reader.isAtEnd else { return nil }
    self = offset
  }

  /// Takes an offset off the front of a longer literal.
  init?(taking reader: inout LiteralReader) {
    if reader.take("Z") {
      self = .utc
      return
    }
    let isWest = reader.take("-")
    guard isWest || reader.take("+"),
      let hours = reader.takeDigits(2), reader.take(":"),
      let minutes = reader.takeDigits(2), minutes < 60
    else { return nil }
    var total = hours * 3600 + minutes * 60
    if reader.take(":") {
      guard let seconds = reader.takeDigits(2), seconds < 60 else { return nil }
      total += seconds
    }
    self.init(seconds: isWest ? -total : total)
  }

  /// The offset that its canonical text stands for; nil where the text is none.
  package static func reading(canonical text: String) -> UTCOffset? {
    UTCOffset(literal: text)
  }

  /// `Z` for UTC itself, else sign, hours and minutes; seconds only where there are any.
  package var description: String {
    if seconds == 0 { return "Z" }
    let (minutes, second) = Int(seconds.magnitude).quotientAndRemainder(dividingBy: 60)
    let clock = (minutes / 60).padded(to: 2) + ":" + (minutes % 60).padded(to: 2)
    return (seconds < 0 ? "-" : "+") + clock + (second == 0 ? "" : ":" + second.padded(to: 2))
  }
}
