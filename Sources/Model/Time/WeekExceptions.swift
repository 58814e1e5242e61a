/// The days on which a calendar differs from the plain week of five workdays and two rest days:
/// holidays on Monday to Friday, make-up workdays on Saturday and Sunday.
///
/// Counting workdays over any stretch is then arithmetic on weeks and two binary searches.
struct WeekExceptions: Hashable, Sendable {
  /// In order of time, none twice.
  private let days: [CalendarDate]
  /// At place i: how many more workdays (or fewer, below zero) the first i days make.
  private let balance: [Int]

  init(_ years: [WorkCalendar.Year]) {
    let madeUp = years.flatMap(\.workdays)
    let holidays = years.flatMap(\.holidays).flatMap(\.days).filter { !madeUp.contains($0) }
    var days: [CalendarDate] = []
    var balance = [0]
    for day in (madeUp.filter(\.isWeekend) + holidays.filter { !$0.isWeekend }).sorted()
    where day != days.last {
      balance.append(balance[days.count] + (day.isWeekend ? 1 : -1))
      days.append(day)
    }
    self.days = days
    self.balance = balance
  }

  /// Whether `date` differs from the plain week.
  func changes(_ date: CalendarDate) -> Bool {
    let place = countBefore(date)
    return place < days.count && days[place] == date
  }

  /// How many workdays lie before `date`, counted from a fixed Monday; only differences mean
  /// anything.
  func workdays(before date: CalendarDate) -> Int {
    // 1969-12-29 was the Monday of the epoch's week.
    let sinceMonday = Int(date.daysSinceEpoch) + 3
    let week = sinceMonday.flooredQuotient(by: 7)
    return week * 5 + Swift.min(sinceMonday - week * 7, 5) + balance[countBefore(date)]
  }

  /// How many of the days are earlier than `date`.
  private func countBefore(_ date: CalendarDate) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < date { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension WorkCalendar.Holiday {
  /// All days of the holiday; none when it ends before it begins.
  fileprivate var days: [CalendarDate] {
    guard from <= to else { return [] }
    return (from.daysSinceEpoch...to.daysSinceEpoch).map { CalendarDate(unchecked: Int($0)) }
  }
}
