import Engine
import Model
import SourceText
import Testing

/// Pauses of a period, one and two of them, on every pair of days, against a count with a finger
/// on the calendar: a day counts if the clock ran when it began, the end waits for the resuming,
/// and an end on a rest day moves.
@Suite struct PauseOracleTests {
  /// Days from 29 April 2026 on, which is day 0.
  private struct Finger {
    /// Labour Day, the weekends, and Saturday 9 May worked.
    let resting: Set<Int> = {
      let inMay = [1, 2, 3, 4, 5, 10, 16, 17, 23, 24, 30, 31].map { $0 + 1 }
      let inJune = [6, 7, 13, 14, 19, 20, 21, 27, 28].map { $0 + 32 }
      return Set(inMay + inJune)
    }()

    /// The last day of a term from day 0, paused on stretches of days.
    func end(_ amount: Int, inWorkdays: Bool, _ pauses: [(from: Int, to: Int)]) -> Int {
      let isLost = { (day: Int) in pauses.contains { $0.from < day && day <= $0.to } }
      var (day, left) = (0, amount)
      while left > 0 {
        day += 1
        if !isLost(day), !inWorkdays || !resting.contains(day) { left -= 1 }
      }
      while true {
        let before = day
        while resting.contains(day) { day += 1 }
        for pause in pauses where pause.from <= day { day = max(day, pause.to) }
        if day == before { return day }
      }
    }
  }

  private static func played(_ length: String) throws -> Played {
    try Played(
      """
      facts: {d: date}
      periods: {p: {from: d, length: \(length), paused_in: [s]}}
      workflow: {states: {a: {on: {stop: s}}, s: {on: {go: a}}}}
      """, opened: "2026-04-29T08:00", facts: "d: 2026-04-29")
  }

  private let start = CalendarDate(literal: "2026-04-29")

  /// The text of a day counted from the start.
  private func text(_ day: Int) throws -> String {
    try #require(start?.adding(days: day)).description
  }

  private func entry(_ played: Played, _ name: String, on day: Int, _ hour: Int) throws -> Entry {
    let event = try #require(
      played.program.events.ids.first { played.program.events[$0].name == name })
    let moment = try #require(DateTime(literal: "\(try text(day))T\(hour):00+08:00"))
    return Entry(
      at: moment, event: event, payload: [], by: nil, facts: [], expectation: nil, span: nil)
  }

  /// The end after pauses, or nil where the period was over before one of them began.
  private func end(_ played: Played, _ pauses: [(from: Int, to: Int)]) throws -> String? {
    var state = played.state
    // A second pause may begin on the day the first ends.
    for (pause, hours) in zip(pauses, [(10, 16), (17, 20)]) {
      state =
        played.interpreter.step(state, try entry(played, "stop", on: pause.from, hours.0)).state
      guard state.periods.first?.hasExpired == false else { return nil }
      state = played.interpreter.step(state, try entry(played, "go", on: pause.to, hours.1)).state
    }
    return state.timers.first?.lastDay?.description
  }

  @Test(arguments: ["days", "workdays"], [1, 2, 3, 6])
  func onePauseOnAnyDays(unit: String, amount: Int) throws {
    let played = try Self.played("\(amount) \(unit)")
    var count = 0
    for from in 0...20 {
      for to in from...24 {
        guard let found = try end(played, [(from, to)]) else { continue }
        let expected = Finger().end(amount, inWorkdays: unit == "workdays", [(from, to)])
        let day = try text(expected)
        #expect(found == day, "\(from) to \(to)")
        count += 1
      }
    }
    #expect(count >= 45)
  }

  @Test(arguments: ["days", "workdays"], [2, 5])
  func twoPausesOnAnyDays(unit: String, amount: Int) throws {
    let played = try Self.played("\(amount) \(unit)")
    var count = 0
    for from in stride(from: 0, to: 9, by: 2) {
      for to in from...12 {
        for again in stride(from: to, to: to + 7, by: 2) {
          for back in stride(from: again, to: again + 7, by: 3) {
            let pauses = [(from: from, to: to), (from: again, to: back)]
            guard let found = try end(played, pauses) else { continue }
            let expected = Finger().end(amount, inWorkdays: unit == "workdays", pauses)
            #expect(found == (try text(expected)), "\(from) to \(to), \(again) to \(back)")
            count += 1
          }
        }
      }
    }
    #expect(count >= 120)
  }
}
