package import Model
package import SourceText

/// Reads expressions, tests and decisions against what a case knows: a pure function of what it is
/// made from. Semantics: FEEL (DMN 1.5, chapter 10) with Kleene's logic for unknown facts.
///
/// Operands are read from left to right. `and`, `or`, `if`, `some` and `every` read no further than
/// they need; a fault in a part that counts only if something unknown turns out one way leaves the
/// whole unknown. Where FEEL makes a bad argument null, a `Fault` says so.
package struct Evaluator: Sendable {
  let known: KnownCase

  /// - Parameters:
  ///   - facts: by fact; nil is unknown.
  ///   - frozen: by decision; nil unless frozen.
  ///   - payload: what the event in hand carries. Empty where there is none: a field is then
  ///     unknown, though no fact would make it known.
  ///   - configuration: active states, ancestors included.
  ///   - today: what `today()` means, if not the date of `now` in the rulebook's offset.
  ///   - oracle: says what facts are in place of `facts`.
  package init(
    program: Program, calendar: WorkCalendar, facts: [Value?], variables: [Value] = [],
    frozen: [DecisionOutcome?] = [], payload: [Value] = [], configuration: [ID<State>] = [],
    now: DateTime? = nil, today: CalendarDate? = nil, opened: DateTime? = nil,
    oracle: (any FactOracle)? = nil
  ) {
    known = KnownCase(
      program: program, calendar: calendar, facts: facts, variables: variables, frozen: frozen,
      payload: payload, configuration: configuration, now: now,
      today: today ?? now?.date(in: program.offset), opened: opened, oracle: oracle)
  }

  /// What the case knows, and the event in hand.
  package init(
    program: Program, calendar: WorkCalendar, state: CaseState, payload: [Value] = [],
    today: CalendarDate? = nil, oracle: (any FactOracle)? = nil
  ) {
    self.init(
      program: program, calendar: calendar, facts: state.facts, variables: state.variables,
      frozen: state.frozen, payload: payload, configuration: state.configuration,
      now: state.clock, today: today, opened: state.opened, oracle: oracle)
  }

  /// What an expression comes to.
  package func evaluate(_ expression: Expression) throws(Fault) -> Evaluated {
    var evaluation = Evaluation(self)
    return try evaluation.evaluate(expression)
  }

  /// What an expression comes to in which the first local slots hold these values.
  package func evaluate(
    _ expression: Expression, where locals: [Value]
  ) throws(Fault) -> Evaluated {
    var evaluation = Evaluation(self)
    for (slot, value) in locals.enumerated() { evaluation.bind(.known(value), to: slot) }
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

  /// Why each row of a decision's table matches or not, by the present facts, frozen or not. Nil
  /// for a decision that is an expression.
  package func explainTable(_ decision: ID<Decision>) -> TableExplanation? {
    var evaluation = Evaluation(self)
    return evaluation.explainTable(decision)
  }
}
