import Model
import SourceText
import Testing

/// Civil Code art. 200-204 over the calendars of 2025 and 2026, counted by hand.
@Suite struct DeadlineTests {
  struct Example: CustomTestStringConvertible {
    var start: String
    var term: String
    var lastDay: String
    var isProvisional = false
    var why: String

    var testDescription: String { "\(start) + \(term): \(why)" }
  }

  static let examples = [
    Example(
      start: "2026-02-11", term: "3 workdays", lastDay: "2026-02-14",
      why: "12, 13 and the make-up Saturday before Spring Festival"),
    Example(
      start: "2026-02-13", term: "3 workdays", lastDay: "2026-02-25",
      why: "14, then nothing from 15 to 23, then 24 and 25"),
    Example(
      start: "2026-02-10", term: "10 days", lastDay: "2026-02-24",
      why: "20 February is within Spring Festival"),
    Example(
      start: "2026-01-15", term: "1 month", lastDay: "2026-02-24",
      why: "the corresponding day is the first of Spring Festival"),
    Example(
      start: "2026-01-31", term: "1 month", lastDay: "2026-02-28",
      why: "no 31 February; the last of the month is a make-up Saturday"),
    Example(
      start: "2025-01-31", term: "1 month", lastDay: "2025-02-28",
      why: "no 31 February; a Friday"),
    Example(
      start: "2024-01-31", term: "1 month", lastDay: "2024-02-29", isProvisional: true,
      why: "a leap year whose holidays are not known"),
    Example(
      start: "2024-02-29", term: "1 year", lastDay: "2025-02-28",
      why: "no 29 February in 2025; only the last day need be known"),
    Example(
      start: "2025-01-27", term: "1 workday", lastDay: "2025-02-05",
      why: "Spring Festival of 2025 lasts until 4 February"),
    Example(
      start: "2026-09-24", term: "7 workdays", lastDay: "2026-10-12",
      why: "Mid-Autumn off; 28, 29, 30; National Day off; 8, 9, make-up 10; Sunday; 12"),
    Example(
      start: "2026-09-18", term: "2 workdays", lastDay: "2026-09-21",
      why: "a make-up Sunday counts"),
    Example(
      start: "2026-09-05", term: "30 days", lastDay: "2026-10-08",
      why: "5 October is within National Day"),
    Example(
      start: "2026-09-10", term: "30 days", lastDay: "2026-10-10",
      why: "a make-up Saturday is no rest day"),
    Example(
      start: "2026-10-01", term: "15 days", lastDay: "2026-10-16",
      why: "the holiday within the term counts"),
    Example(
      start: "2026-03-06", term: "1 day", lastDay: "2026-03-09",
      why: "a Saturday moves to Monday"),
    Example(
      start: "2026-05-06", term: "3 workdays", lastDay: "2026-05-09",
      why: "7, 8 and the make-up Saturday"),
    Example(
      start: "2026-12-28", term: "5 workdays", lastDay: "2027-01-04", isProvisional: true,
      why: "1 January 2027 counts as long as nothing else is known"),
    Example(
      start: "2026-12-20", term: "11 days", lastDay: "2026-12-31",
      why: "the last known day is known"),
    Example(
      start: "2026-12-20", term: "12 days", lastDay: "2027-01-01", isProvisional: true,
      why: "the last day may turn out to be a holiday"),
    Example(
      start: "2024-12-30", term: "2 workdays", lastDay: "2025-01-02", isProvisional: true,
      why: "31 December 2024 was counted though not known"),
    Example(
      start: "2026-05-06", term: "0 days", lastDay: "2026-05-06", why: "the same day's end"),
    Example(
      start: "2026-05-02", term: "0 workdays", lastDay: "2026-05-06",
      why: "the same day, moved off Labour Day"),
  ]

  @Test(arguments: examples)
  func termsInDaysEndAsCountedByHand(example: Example) throws {
    let start = try #require(CalendarDate(literal: example.start))
    let term = try #require(Term(literal: example.term))
    let lastDay = try #require(CalendarDate(literal: example.lastDay))
    let deadline = WorkCalendar.china.deadline(from: .day(start), term: term, offset: .china)
    let dayAfter = try #require(lastDay.adding(days: 1))
    #expect(
      deadline
        == Deadline(
          lastDay: lastDay, instant: try #require(DateTime(startOf: dayAfter, offset: .china)),
          isProvisional: example.isProvisional))
    #expect(deadline?.next == .day(lastDay))
  }

  @Test(arguments: examples)
  func explanationsLeadFromTheFirstDayToTheLast(example: Example) throws {
    let start = try #require(CalendarDate(literal: example.start))
    let term = try #require(Term(literal: example.term))
    let china = WorkCalendar.china
    let explained = try #require(
      china.explainedDeadline(from: .day(start), term: term, offset: .china))
    let deadline = china.deadline(from: .day(start), term: term, offset: .china)
    #expect(explained.deadline == deadline)
    #expect(explained.days.first?.date == start && explained.days.first?.role == .start)
    #expect(explained.days.last?.date == deadline?.lastDay)
    #expect(zip(explained.days, explained.days.dropFirst()).allSatisfy { $0.date < $1.date })
    let counted = explained.days.filter { if case .counted = $0.role { true } else { false } }
    let isInDays = term.unit == .days || term.unit == .workdays
    #expect(counted.count == (isInDays ? term.amount : 0))
    if term.unit == .workdays { #expect(counted.allSatisfy { $0.kind.isWorkday }) }
    // Whatever is passed over at the end rests, and where it ends is worked.
    let passed = explained.days.filter { $0.isMovedFrom || $0.role == .passedOver }
    #expect(passed.allSatisfy { !$0.kind.isWorkday })
    #expect(explained.days.last?.kind.isWorkday == true)
  }

  @Test func anExplanationNamesEveryDay() throws {
    let start = try #require(CalendarDate(literal: "2026-02-13"))
    let term = try #require(Term(literal: "3 workdays"))
    let explained = try #require(
      WorkCalendar.china.explainedDeadline(from: .day(start), term: term, offset: .china))
    let lines = explained.days.map { "\($0.date) \($0.reason.en) | \($0.reason.zh)" }
    #expect(
      lines == [
        "2026-02-13 first day, not counted | 开始的当日，不计入",
        "2026-02-14 day 1: make-up workday | 第1日：调休上班",
        "2026-02-15 not counted: Spring Festival | 不计入：春节",
        "2026-02-16 not counted: Spring Festival | 不计入：春节",
        "2026-02-17 not counted: Spring Festival | 不计入：春节",
        "2026-02-18 not counted: Spring Festival | 不计入：春节",
        "2026-02-19 not counted: Spring Festival | 不计入：春节",
        "2026-02-20 not counted: Spring Festival | 不计入：春节",
        "2026-02-21 not counted: Spring Festival | 不计入：春节",
        "2026-02-22 not counted: Spring Festival | 不计入：春节",
        "2026-02-23 not counted: Spring Festival | 不计入：春节",
        "2026-02-24 day 2: workday | 第2日：工作日",
        "2026-02-25 day 3: workday | 第3日：工作日",
      ])
  }

  @Test func anExplanationTellsWhereTheEndWasMoved() throws {
    let start = try #require(CalendarDate(literal: "2027-01-30"))
    let term = try #require(Term(literal: "1 month"))
    let explained = try #require(
      WorkCalendar.china.explainedDeadline(from: .day(start), term: term, offset: .china))
    #expect(explained.days.map(\.role) == [.start, .endOfMonth, .movedTo])
    #expect(explained.days.map(\.isMovedFrom) == [false, true, false])
    #expect(explained.days.map(\.isKnown) == [false, false, false])
    #expect(
      explained.days[1].reason.en
        == "no corresponding day, last of the month: weekend; a rest day, so the end moves on"
        + " (provisional: holidays of this year are not known)")
  }

  @Test func hoursRunFromTheMomentAndDoNotMove() throws {
    let start = try #require(DateTime(literal: "2026-02-14T10:05:30+08:00"))
    for (text, end) in [
      ("72 hours", "2026-02-17T10:05:30+08:00"), ("0 hours", "2026-02-14T10:05:30+08:00"),
      ("90 minutes", "2026-02-14T11:35:30+08:00"),
    ] {
      let term = try #require(Term(literal: text))
      let explained = try #require(
        WorkCalendar.china.explainedDeadline(from: .at(start), term: term, offset: .china))
      #expect(explained.deadline.instant.text(in: .china) == end)
      #expect(explained.deadline.lastDay == nil && !explained.deadline.isProvisional)
      #expect(explained.deadline.next == .at(explained.deadline.instant))
      #expect(explained.days.isEmpty)
    }
  }

  @Test func hoursAfterADayRunFromItsEnd() throws {
    let day = try #require(CalendarDate(literal: "2026-05-06"))
    let term = try #require(Term(2, .hours))
    let deadline = WorkCalendar.china.deadline(from: .day(day), term: term, offset: .china)
    #expect(deadline?.instant.text(in: .china) == "2026-05-07T02:00+08:00")
  }

  @Test func theFirstDayIsThatOfTheOffset() throws {
    let evening = try #require(DateTime(literal: "2026-05-06T23:30Z"))
    let term = try #require(Term(1, .days))
    let china = WorkCalendar.china
    let there = china.deadline(from: .at(evening), term: term, offset: .china)
    let greenwich = china.deadline(from: .at(evening), term: term, offset: .utc)
    #expect(there?.lastDay?.description == "2026-05-08")
    #expect(there?.instant.text(in: .china) == "2026-05-09T00:00+08:00")
    #expect(greenwich?.lastDay?.description == "2026-05-07")
    #expect(greenwich?.instant.description == "2026-05-08T00:00Z")
  }

  @Test func whereTheLawSaysSoTheLastDayStays() throws {
    let start = try #require(CalendarDate(literal: "2026-02-10"))
    let term = try #require(Term(10, .days))
    let deadline = WorkCalendar.china.deadline(
      from: .day(start), term: term, offset: .china, rollsOverRestDays: false)
    #expect(deadline?.lastDay?.description == "2026-02-20")
    let later = try #require(CalendarDate(literal: "2030-02-10"))
    let unknown = WorkCalendar.china.deadline(
      from: .day(later), term: term, offset: .china, rollsOverRestDays: false)
    #expect(unknown?.isProvisional == false)
  }

  @Test func aFollowingPeriodCountsFromTheMovedDay() throws {
    let start = try #require(CalendarDate(literal: "2026-03-06"))
    let day = try #require(Term(1, .days))
    let china = WorkCalendar.china
    let first = try #require(china.deadline(from: .day(start), term: day, offset: .china))
    let second = china.deadline(from: first.next, term: day, offset: .china)
    #expect(first.lastDay?.description == "2026-03-09")
    #expect(second?.lastDay?.description == "2026-03-10")
  }

  @Test(arguments: Term.Unit.allCases)
  func endsOutsideTheCalendarAreNil(unit: Term.Unit) throws {
    let term = try #require(Term(.max, unit))
    let start = try #require(CalendarDate(literal: "2026-03-06"))
    #expect(WorkCalendar.china.deadline(from: .day(start), term: term, offset: .china) == nil)
    #expect(
      WorkCalendar.china.explainedDeadline(from: .day(start), term: term, offset: .china) == nil)
  }
}
