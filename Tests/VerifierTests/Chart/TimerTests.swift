import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Timers that another always goes before.
@Suite struct TimerTests {
  private static let lengths = [
    "2 days", "3 days", "2 workdays", "30 hours", "1 month", "40 days", "0 days", "31 days",
  ]

  private func rulebook(_ outer: String, _ inner: String, _ other: String) -> String {
    """
    rulebook: timers
    events: {again: {}}
    workflow:
      initial: w
      states:
        w:
          initial: i
          after: {\(outer): late}
          states:
            i:
              after: {\(inner): j, \(other): k}
              on: {again: i}
            j: {on: {again: i}}
            k: {on: {again: i}}
        late: {on: {again: w}}
    """
  }

  @Test(arguments: lengths, lengths)
  func aTimerSaidNeverToFireDoesNot(_ outer: String, _ inner: String) throws {
    for other in Self.lengths where other != inner {
      let program = try compiled(rulebook(outer, inner, other))
      let chart = try #require(program.chart)
      let late = verify(program, .china).filter { $0.code.id == "FQ1514" }
      let told = chart.delayed.ids.filter { timer in
        late.contains { $0.primary.span == chart.delayed[timer].span }
      }
      for month in [1, 2, 5, 10] {
        let fired = try fired(program, month: month)
        #expect(fired.isDisjoint(with: told), "\(outer), \(inner), \(other), month \(month)")
      }
    }
  }

  /// The timers that run out when people do nothing, and when they begin again now and then.
  private func fired(_ program: Program, month: Int) throws -> Set<ID<DelayedTransition>> {
    let interpreter = Interpreter(program: program, calendar: .china)
    var fired: Set<ID<DelayedTransition>> = []
    for rest in [0, 3, 5, 33] {
      var day = try #require(CalendarDate(year: 2026, month: month, day: 27))
      var state = interpreter.open([], at: DateTime(startOf: day, offset: .china)).state
      for number in 1...70 {
        day = try #require(day.adding(days: 1))
        let event = rest > 0 && number % rest == 0 ? program.events.ids.first : nil
        let entry = Entry(
          at: DateTime(startOf: day, offset: .china), event: event, payload: [], by: nil,
          facts: [], expectation: nil, span: nil)
        let result = interpreter.step(state, entry)
        if result.refusal == nil { state = result.state }
        for case .timerFired(let timer, _) in result.trace.items {
          if case .delayed(let delayed) = timer.owner { fired.insert(delayed) }
        }
      }
    }
    return fired
  }

  @Test(arguments: [
    ("2 days", "3 days", true), ("3 days", "2 days", false), ("2 days", "2 workdays", true),
    ("2 workdays", "3 days", false), ("1 month", "31 days", true), ("31 days", "1 month", false),
    ("30 hours", "3 days", true), ("3 days", "80 hours", false),
  ])
  func itIsToldWhereTheLengthsLeaveNoDoubt(
    _ outer: String, _ inner: String, _ isTold: Bool
  ) throws {
    let program = try compiled(rulebook(outer, inner, "0 days"))
    let chart = try #require(program.chart)
    let found = verify(program, .china).filter { $0.code.id == "FQ1514" }.map(\.primary.span)
    let timer = try #require(
      chart.delayed.ids.first { chart.states[chart.delayed[$0].state].name == "i" })
    #expect(found.contains(chart.delayed[timer].span) == isTold)
  }
}
