internal import Glibc
internal import Model

/// The machine's clock: the only place that reads it.
enum WallClock {
  /// This moment, cut to seconds.
  static var now: DateTime {
    guard let now = DateTime(milliseconds: Int64(time(nil)) * 1000) else {
      preconditionFailure("the clock shows a moment of the calendar")
    }
    return now
  }
}
