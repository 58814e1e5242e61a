package import Model
package import SourceText

/// The way from the beginning of a wait to its end that takes longest, on the day on which it takes
/// the most days.
package struct LongestWait: Hashable, Sendable, Codable {
  /// A part of the wait that lasts as long as a clock allows.
  package struct Stay: Hashable, Sendable, Codable {
    /// Whose clock it is.
    package enum Clock: Hashable, Sendable, Codable {
      /// `after` of a state.
      case state(ID<State>)
      case period(ID<Period>)
      case task(String)
      /// Makes an event that was sent ahead.
      case event(ID<Event>)
    }

    package var clock: Clock
    package var term: Term
  }

  package var stays: [Stay]
  /// When it begins.
  package var start: DateTime
  /// When it is over at the latest.
  package var end: DateTime
  /// When it had to be over.
  package var limit: DateTime

  package init(stays: [Stay], start: DateTime, end: DateTime, limit: DateTime) {
    self.stays = stays
    self.start = start
    self.end = end
    self.limit = limit
  }

  /// How many days of the calendar it touches after the first.
  package func days(in offset: UTCOffset) -> Int {
    // What ends at midnight ends with the day before.
    let last = end.adding(DayTimeDuration(milliseconds: -1_000)) ?? end
    return start.date(in: offset).days(to: last.date(in: offset))
  }
}
