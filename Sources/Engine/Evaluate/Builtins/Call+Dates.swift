internal import Model
internal import SourceText

// Parts of dates, moments and durations (DMN 1.5, 10.3.4.8 and table 53). A moment is taken apart
// in the rulebook's offset.
extension Call {
  func takeDateApart() throws(Fault) -> Value {
    switch function {
    case .dayOfWeek: return .text(Call.weekdays[try day(0).weekday - 1])
    case .monthOfYear: return .text(Call.months[try day(0).month - 1])
    case .lastDayOfMonth: return .date(try day(0).lastDayOfMonth)
    case .hour, .minute, .second: return .number(try clockPart())
    case .years, .months, .days, .hours, .minutes, .seconds: return .number(try durationPart())
    default: return .number(Number(try datePart()))
    }
  }

  private func datePart() throws(Fault) -> Int {
    let day = try day(0)
    switch function {
    case .dayOfYear: return day.dayOfYear
    case .weekOfYear: return day.weekOfYear
    case .year: return day.year
    case .month: return day.month
    case .day: return day.day
    case .weekday: return day.weekday
    default: preconditionFailure("a part of a date")
    }
  }

  /// Of a moment; a date stands for its first one.
  private func clockPart() throws(Fault) -> Number {
    guard case .dateTime(let moment) = arguments[0] else {
      _ = try day(0)
      return .zero
    }
    let clock = moment.local(in: offset)
    switch function {
    case .hour: return Number(clock.hour)
    case .minute: return Number(clock.minute)
    default:
      let milliseconds = clock.second * 1000 + clock.millisecond
      return Number(Int128(milliseconds), exponent: -3) ?? .zero
    }
  }

  private func durationPart() throws(Fault) -> Number {
    switch (arguments[0], function) {
    case (.yearMonthDuration(let duration), .years): return Number(duration.years)
    case (.yearMonthDuration(let duration), .months): return Number(duration.monthsOfYear)
    case (.dayTimeDuration(let duration), .days): return Number(duration.days)
    case (.dayTimeDuration(let duration), .hours): return Number(duration.hours)
    case (.dayTimeDuration(let duration), .minutes): return Number(duration.minutes)
    case (.dayTimeDuration(let duration), .seconds): return duration.seconds
    default:
      try arguments[0].requireNotNull(at: span(0))
      preconditionFailure("types were checked: a duration that has the part")
    }
  }

  /// FEEL's names, Monday first.
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
