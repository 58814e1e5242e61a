import Engine
import Model
import SourceText
import Testing

/// What may be stated of a fact is checked when it is stated, whoever states it (docs/language.md,
/// facts). Entries are made by hand here: a case file that is out of bounds is refused earlier.
@Suite struct FactBoundsLawTests {
  private static let rulebook = """
    types: {grade: {ordered: [low, middle, high]}}
    facts:
      n: {type: integer, min: 0, max: 10}
      cash: {type: money, min: 0.5, optional: true}
      day: {type: date, min: 2026-01-01, max: 2026-12-31}
      how: {type: grade, min: middle}
      once: {type: boolean, fixed: true}
    workflow: {states: {a: {on: {go: {do: [{inform: go}]}}}}}
    """

  private func refusal(_ fact: String, _ value: Value?, after first: Value? = nil) throws -> String?
  {
    let played = try Played(Self.rulebook)
    let id = try #require(played.program.facts.ids.first { played.program.facts[$0].name == fact })
    let state = { (state: CaseState, value: Value?) in
      played.interpreter.step(
        state,
        Entry(
          at: nil, event: nil, payload: [], by: nil,
          facts: [StatedFact(fact: id, value: value, span: nil)], expectation: nil, span: nil))
    }
    let before = first == nil ? played.state : state(played.state, first).state
    let result = state(before, value)
    if result.refusal != nil { #expect(result.state == before) }
    return result.refusal.map { RefusalText(program: played.program).text(of: $0).en }
  }

  @Test(arguments: [
    ("n", -1, "`n` must be at least 0"), ("n", 0, nil), ("n", 10, nil),
    ("n", 11, "`n` must be at most 10"), ("cash", 0, "`cash` must be at least 0.5"),
    ("cash", 1, nil),
  ])
  func numbersLieWithinTheirBounds(fact: String, value: Int, problem: String?) throws {
    #expect(try refusal(fact, .number(Number(value))) == problem)
  }

  @Test(arguments: [
    ("2025-12-31", "`day` must be at least 2026-01-01"), ("2026-01-01", nil), ("2026-12-31", nil),
    ("2027-01-01", "`day` must be at most 2026-12-31"),
  ])
  func daysLieWithinTheirBounds(day: String, problem: String?) throws {
    let date = try #require(CalendarDate(literal: day))
    #expect(try refusal("day", .date(date)) == problem)
  }

  @Test func onlyWhatIsOptionalMayBeNull() throws {
    #expect(try refusal("cash", .null) == nil)
    #expect(try refusal("n", .null) == "`n` cannot be null; it is not `optional`")
  }

  @Test func aValueOfAnotherTypeIsRefused() throws {
    #expect(try refusal("n", .text("5")) == "`n` takes another type of value")
    #expect(try refusal("day", .boolean(true)) == "`day` takes another type of value")
  }

  @Test func whatIsFixedStaysAsStated() throws {
    #expect(
      try refusal("once", .boolean(false), after: .boolean(true))
        == "`once` is fixed once stated")
    #expect(try refusal("once", nil, after: .boolean(true)) == "`once` is fixed once stated")
    #expect(try refusal("once", .boolean(true), after: .boolean(true)) == nil)
  }

  @Test func anythingMayBeTakenBackThatIsNotFixed() throws {
    #expect(try refusal("n", nil, after: .number(Number(3))) == nil)
  }
}
