import Model
import SourceText
import Testing

/// `isSurelyAtMost` against the calendar: what it says holds for every start.
struct TermOrderTests {
  private static let terms: [Term] = Term.Unit.allCases.flatMap { unit in
    [0, 1, 2, 3, 5, 7, 12, 24, 28, 30, 31, 48, 60, 90, 365].compactMap { amount in
      unit == .years && amount > 3 ? nil : Term(amount, unit)
    }
  }

  /// Every day of 2025 and 2026: at some time of the day, and as the last day of an earlier period.
  private static let starts: [Deadline.Start] = {
    guard let first = CalendarDate(literal: "2025-01-01") else { return [] }
    return (0..<730).flatMap { day -> [Deadline.Start] in
      guard let date = first.adding(days: day) else { return [] }
      let time = ["00:00", "09:30", "23:59"][day % 3]
      let moment = DateTime(literal: "\(date)T\(time)+08:00").map(Deadline.Start.at)
      return [.day(date)] + [moment].compactMap(\.self)
    }
  }()

  @Test(arguments: Term.Unit.allCases)
  func aTermThatIsSurelyAtMostAnotherEndsNoLaterWhateverTheStart(unit: Term.Unit) throws {
    #expect(Self.starts.count == 1460)
    let ends = Dictionary(uniqueKeysWithValues: Self.terms.map { ($0, Self.ends(of: $0)) })
    var found = 0
    for one in Self.terms where one.unit == unit {
      for other in Self.terms where one.isSurelyAtMost(other) {
        let (ends, others) = (try #require(ends[one]), try #require(ends[other]))
        found += 1
        #expect(zip(ends, others).allSatisfy { $0 <= $1 }, "\(one), \(other)")
      }
    }
    #expect(found > 50)
  }

  private static func ends(of term: Term) -> [DateTime] {
    starts.compactMap {
      WorkCalendar.china.deadline(from: $0, term: term, offset: .china)?.instant
    }
  }

  @Test func aTermIsAtMostItself() {
    for term in Self.terms { #expect(term.isSurelyAtMost(term), "\(term)") }
  }

  @Test(arguments: [
    ("30 days", "1 month", false), ("1 month", "30 days", false), ("28 days", "1 month", true),
    ("1 month", "31 days", true), ("12 months", "1 year", true), ("1 year", "12 months", true),
    ("3 days", "3 workdays", true), ("3 workdays", "30 days", false), ("24 hours", "1 day", true),
    ("1 day", "24 hours", false), ("60 minutes", "1 hour", true), ("365 days", "1 year", true),
    ("9000000000000000000 days", "1 month", false),
  ])
  func whatDependsOnTheCalendarIsNotSure(one: String, other: String, isSure: Bool) throws {
    let (one, other) = (try #require(Term(literal: one)), try #require(Term(literal: other)))
    #expect(one.isSurelyAtMost(other) == isSure)
  }
}
