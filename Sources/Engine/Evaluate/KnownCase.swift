internal import Model
internal import SourceText

/// What expressions are read against. Shared by all readings and never changed: a class only so
/// that handing it on costs one reference instead of one for each table of the program.
final class KnownCase: Sendable {
  let program: Program
  let calendar: WorkCalendar
  let facts: [Value?]
  let variables: [Value]
  let frozen: [DecisionOutcome?]
  let payload: [Value]
  let configuration: [ID<State>]
  let now: DateTime?
  let today: CalendarDate?
  let opened: DateTime?
  /// Says what facts are, if not `facts`.
  let oracle: (any FactOracle)?

  init(
    program: Program, calendar: WorkCalendar, facts: [Value?], variables: [Value],
    frozen: [DecisionOutcome?], payload: [Value], configuration: [ID<State>], now: DateTime?,
    today: CalendarDate?, opened: DateTime?, oracle: (any FactOracle)? = nil
  ) {
    self.program = program
    self.calendar = calendar
    self.facts = facts
    self.variables = variables
    self.frozen = frozen
    self.payload = payload
    self.configuration = configuration
    self.now = now
    self.today = today
    self.opened = opened
    self.oracle = oracle
  }

  /// What `decide` froze of a decision.
  func frozen(_ decision: ID<Decision>) -> DecisionOutcome? {
    decision.index < frozen.count ? frozen[decision.index] : nil
  }
}
