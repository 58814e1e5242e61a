import Model
import Testing

/// Every start day of 2025 and 2026 with many lengths, counted day by day by hand's own means, and
/// by the calendar (Civil Code art. 200-204).
@Suite struct DeadlineOracleTests {
  private static let counted = CountedCalendar()
  private let china = WorkCalendar.china

  private static let terms: [(CountedCalendar.Unit, Term.Unit, [Int])] = [
    (.days, .days, Array(0...45) + [60, 90, 100, 180, 365, 400]),
    (.workdays, .workdays, Array(0...25) + [30, 45, 60, 120, 250]),
    (.months, .months, Array(0...14) + [18, 24, 36, 60]),
    (.years, .years, [0, 1, 2, 3, 4, 5]),
  ]

  @Test(arguments: terms)
  func everyTermEndsWhereAFingerOnTheCalendarStops(
    unit: CountedCalendar.Unit, termUnit: Term.Unit, amounts: [Int]
  ) throws {
    var differences: [String] = []
    for amount in amounts {
      let term = try #require(Term(amount, termUnit))
      for start in 0..<Self.counted.startCount {
        let day = Self.counted.days[start]
        let date = try #require(CalendarDate(year: day.year, month: day.month, day: day.day))
        let found = china.deadline(from: .day(date), term: term, offset: .china)
        let expected = Self.counted.end(from: start, amount, unit)
        if !agree(found, expected) {
          differences.append(
            "\(day.text) + \(term): \(Self.counted.days[expected.place].text)"
              + " \(expected.isProvisional), not \(String(describing: found))")
        }
      }
    }
    #expect(differences.isEmpty, "\(differences.prefix(5))")
  }

  private func agree(_ found: Deadline?, _ expected: CountedCalendar.End) -> Bool {
    guard let found, let last = found.lastDay else { return false }
    let day = Self.counted.days[expected.place]
    // The first moment of the day after, in Beijing: eight hours before midnight in Greenwich.
    let hours = (CountedCalendar.daysBefore + expected.place + 1) * 24 - 8
    return (last.year, last.month, last.day) == (day.year, day.month, day.day)
      && found.instant.milliseconds == Int64(hours) * 3_600_000
      && found.isProvisional == expected.isProvisional
  }

  /// A moment starts a term of days on its day, whatever the time of day.
  @Test(arguments: [0, 9 * 60 + 20, 23 * 60 + 59])
  func aMomentCountsAsItsDay(minute: Int) throws {
    let terms = try [Term.Unit.days, .workdays, .months, .years].map { try #require(Term(3, $0)) }
    for start in 0..<Self.counted.startCount {
      let day = Self.counted.days[start]
      let date = try #require(CalendarDate(year: day.year, month: day.month, day: day.day))
      let moment = try #require(DateTime(milliseconds: Self.milliseconds(start, minute)))
      for term in terms {
        #expect(
          china.deadline(from: .at(moment), term: term, offset: .china)
            == china.deadline(from: .day(date), term: term, offset: .china))
      }
    }
  }

  @Test(arguments: [
    (Term.Unit.hours, 60, [0, 1, 2, 8, 24, 36, 72, 168, 1000]),
    (Term.Unit.minutes, 1, [0, 1, 5, 59, 60, 90, 1440, 10_000]),
  ])
  func clockTimeRunsOnByTheMinute(unit: Term.Unit, minutes: Int, amounts: [Int]) throws {
    var differences: [String] = []
    for amount in amounts {
      let term = try #require(Term(amount, unit))
      for start in 0..<Self.counted.startCount {
        for minute in [0, 9 * 60 + 20, 23 * 60 + 59] {
          let moment = try #require(DateTime(milliseconds: Self.milliseconds(start, minute)))
          let found = china.deadline(from: .at(moment), term: term, offset: .china)
          let expected = Self.clock(start, minute + amount * minutes)
          if found?.instant.text(in: .china) != expected || found?.lastDay != nil
            || found?.isProvisional != false
          {
            differences.append("\(moment) + \(term): \(expected)")
          }
        }
      }
    }
    #expect(differences.isEmpty, "\(differences.prefix(5))")
  }

  @Test func clockTimeAfterADayRunsFromItsEnd() throws {
    let term = try #require(Term(30, .hours))
    for start in 0..<Self.counted.startCount {
      let day = Self.counted.days[start]
      let date = try #require(CalendarDate(year: day.year, month: day.month, day: day.day))
      let found = china.deadline(from: .day(date), term: term, offset: .china)
      #expect(found?.instant.text(in: .china) == Self.clock(start + 1, 30 * 60))
    }
  }

  /// What a clock in Beijing shows so many minutes into the day at a place.
  private static func clock(_ place: Int, _ minutes: Int) -> String {
    var (place, minutes) = (place, minutes)
    while minutes >= 24 * 60 { (place, minutes) = (place + 1, minutes - 24 * 60) }
    let (hour, minute) = (minutes / 60, minutes % 60)
    let clock = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    return "\(counted.days[place].text)T\(clock)+08:00"
  }

  private static func milliseconds(_ place: Int, _ minute: Int) -> Int64 {
    Int64((CountedCalendar.daysBefore + place) * 24 - 8) * 3_600_000 + Int64(minute) * 60_000
  }
}
