/// The days from 2025 on as a list that is walked with a finger: no arithmetic of dates, no table
/// of the engine's. Weekdays are counted off from Wednesday 1 January 2025; the holidays of 2025
/// and 2026 are those of the State Council's notices, written once more.
struct CountedCalendar {
  struct Day {
    var year: Int
    var month: Int
    var day: Int
    var rests: Bool
    /// Whether the year's holidays are known.
    var isKnown: Bool

    var text: String { "\(year)-\(two(month))-\(two(day))" }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  }

  enum Unit: CaseIterable {
    case days, workdays, months, years
  }

  /// Where a term ends, as a place in `days`, and whether that rests on an unknown year.
  struct End: Equatable {
    var place: Int
    var isProvisional: Bool
  }

  /// 1 January 1970 to 1 January 2025: 55 years, of which 14 were leap years.
  static let daysBefore = 55 * 365 + 14

  private static let holidays = [
    "2025": "0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008",
    "2026": "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
  ]
  private static let madeUp = [
    "2025": "0126 0208 0427 0928 1011", "2026": "0104 0214 0228 0509 0920 1010",
  ]

  let days: [Day]
  /// How many of them are start days: those of 2025 and 2026.
  let startCount: Int

  init(lastYear: Int = 2032) {
    var days: [Day] = []
    var weekday = 2  // counted from Monday
    for year in 2025...lastYear {
      let ranges = (Self.holidays["\(year)"] ?? "").split(separator: " ")
        .map { $0.split(separator: "-").compactMap { Int($0) } }
      let worked = (Self.madeUp["\(year)"] ?? "").split(separator: " ").compactMap { Int($0) }
      for month in 1...12 {
        for day in 1...Self.length(of: month, year) {
          let number = month * 100 + day
          let isOff = ranges.contains { ($0[0]...($0.last ?? $0[0])).contains(number) }
          let rests = !worked.contains(number) && (isOff || weekday >= 5)
          days.append(
            Day(year: year, month: month, day: day, rests: rests, isKnown: year <= 2026))
          weekday = (weekday + 1) % 7
        }
      }
    }
    self.days = days
    startCount = 365 + 365
  }

  private static func length(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The end of a term that begins by something on the day at `start` (Civil Code art. 201-203).
  func end(from start: Int, _ amount: Int, _ unit: Unit) -> End {
    let counted = lastCounted(from: start, amount, unit)
    var place = counted
    while days[place].rests { place += 1 }
    let first = unit == .workdays && amount > 0 ? start + 1 : counted
    return End(place: place, isProvisional: days[first...place].contains { !$0.isKnown })
  }

  private func lastCounted(from start: Int, _ amount: Int, _ unit: Unit) -> Int {
    var place = start
    switch unit {
    case .days:
      for _ in 0..<amount { place += 1 }
    case .workdays:
      for _ in 0..<amount {
        repeat { place += 1 } while days[place].rests
      }
    case .months: place = corresponding(to: start, months: amount)
    case .years: place = corresponding(to: start, months: 12 * amount)
    }
    return place
  }

  /// The day of that number so many months on, or the last of the month.
  private func corresponding(to start: Int, months: Int) -> Int {
    var place = start
    for _ in 0..<months {
      let month = days[place].month
      while days[place].month == month { place += 1 }
    }
    // The finger is on the first of the month, or, for no months, still on the start.
    guard months > 0 else { return start }
    let month = days[place].month
    while days[place].day < days[start].day, days[place + 1].month == month { place += 1 }
    return place
  }
}
