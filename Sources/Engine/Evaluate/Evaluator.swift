package import Model
package import SourceText

/// Reads expressions, tests and decisions against what a case knows: a pure function of what it is
/// made from. Semantics: FEEL (DMN 1.5, chapter 10) with Kleene's logic for unknown facts.
///
/// Operands are read from left to right. `and`, `or`, `if`, `some` and `every` read no further than
/// they need; a fault in a part that counts only if something unknown turns out one way leaves the
/// whole unknown. Where FEEL makes a bad argument null, a `Fault` says so.
package struct Evaluator {
  package let program: Program
  package let calendar: WorkCalendar
  /// By fact; nil is unknown.
  package internal(set) var facts: [Value?]
  package let variables: [Value]
  /// By decision; nil unless frozen.
  package let frozen: [DecisionOutcome?]
  /// What the event in hand carries. Empty where there is none: a field is then unknown, though no
  /// fact would make it known.
  package let payload: [Value]
  /// Active states, ancestors included.
  package let configuration: [ID<State>]
  package let now: DateTime?
  package let today: CalendarDate?
  package let opened: DateTime?

  /// - Parameter today: what `today()` means, if not the date of `now` in the rulebook's offset.
  package init(
    program: Program, calendar: WorkCalendar, facts: [Value?], variables: [Value] = [],
    frozen: [DecisionOutcome?] = [], payload: [Value] = [], configuration: [ID<State>] = [],
    now: DateTime? = nil, today: CalendarDate? = nil, opened: DateTime? = nil
  ) {
    self.program = program
    self.calendar = calendar
    self.facts = facts
    self.variables = variables
    self.frozen = frozen
    self.payload = payload
    self.configuration = configuration
    self.now = now
    self.today = today ?? now?.date(in: program.offset)
    self.opened = opened
  }

  /// What the case knows, and the event in hand.
  package init(
    program: Program, calendar: WorkCalendar, state: CaseState, payload: [Value] = [],
    today: CalendarDate? = nil
  ) {
    self.init(
      program: program, calendar: calendar, facts: state.facts, variables: state.variables,
      frozen: state.frozen, payload: payload, configuration: state.configuration,
      now: state.clock, today: today, opened: state.opened)
  }

  /// What an expression comes to.
  package func evaluate(_ expression: Expression) throws(Fault) -> Evaluated {
    var evaluation = Evaluation(self)
    return try evaluation.evaluate(expression)
  }

  /// What a condition comes to.
  package func verdict(_ condition: Expression) throws(Fault) -> Verdict {
    var evaluation = Evaluation(self)
    return try evaluation.verdict(condition)
  }

  /// Whether any of the tests holds of a value, which stands in the local slot for `?`.
  package func matches(
    _ tests: [UnaryTest], value: Evaluated, slot: Int
  ) throws(Fault) -> Verdict {
    var evaluation = Evaluation(self)
    return try evaluation.matches(tests, value: value, slot: slot)
  }

  /// What a decision comes to: its frozen outcome, else one derived from the present facts.
  package func decide(_ decision: ID<Decision>) throws(Fault) -> Decided {
    var evaluation = Evaluation(self)
    return try evaluation.decide(decision, output: nil)
  }
}
