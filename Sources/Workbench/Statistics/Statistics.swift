package import Engine
package import Model
internal import SourceText

/// The measures of a rulebook over played cases, each taken at its end.
package struct Statistics: Sendable {
  /// What one measure comes to over some cases.
  package struct Figures: Hashable, Sendable {
    /// Cases that belong to it.
    package var cases = 0
    /// Those of them that count.
    package var hits = 0
    /// Of a sum: what the cases add up to.
    package var sum = Number.zero
    /// Cases of which it cannot be said: something is unknown, or has no result.
    package var undecided = 0

    package init() {}

    fileprivate mutating func add(_ other: Figures) {
      cases += other.cases
      hits += other.hits
      sum = (try? sum + other.sum) ?? sum
      undecided += other.undecided
    }
  }

  /// Cases that were opened in one month or year; nil for those without a day.
  package struct Group: Hashable, Sendable {
    package var period: String?
    package var figures: Figures
  }

  private let interpreter: Interpreter
  /// By measure, in order of the rulebook; groups by period, those without a day last.
  private var groups: [[Group]]

  package init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
    groups = interpreter.program.mediation.measures.map { _ in [] }
  }

  /// Takes a case as it stands.
  package mutating func add(_ state: CaseState) {
    for (index, measure) in interpreter.program.mediation.measures.enumerated() {
      let period = period(of: state, measure.period)
      let figures = interpreter.figures(of: measure, in: state)
      if let place = groups[index].firstIndex(where: { $0.period == period }) {
        groups[index][place].figures.add(figures)
      } else {
        groups[index].append(Group(period: period, figures: figures))
      }
    }
  }

  /// One measure by periods: in order of time, cases without a day last. Empty where the measure
  /// has no `by`.
  package func groups(of measure: Int) -> [Group] {
    guard interpreter.program.mediation.measures[measure].period != nil else { return [] }
    return groups[measure].sorted { ($0.period ?? "~") < ($1.period ?? "~") }
  }

  /// One measure over all cases.
  package func total(of measure: Int) -> Figures {
    var total = Figures()
    for group in groups[measure] { total.add(group.figures) }
    return total
  }

  /// `2026-05` or `2026`.
  private func period(of state: CaseState, _ period: Measure.Period?) -> String? {
    guard let period, let day = state.opened?.date(in: interpreter.program.offset) else {
      return nil
    }
    switch period {
    case .month: return String(day.description.prefix { $0 != "T" }.dropLast(3))
    case .year: return String(day.description.dropLast(6))
    }
  }
}

extension Interpreter {
  /// What one case adds to a measure.
  fileprivate func figures(of measure: Measure, in state: CaseState) -> Statistics.Figures {
    var figures = Statistics.Figures()
    if let base = measure.base {
      switch read(base, in: state) {
      case .boolean(true)?: break
      case nil:
        figures.undecided = 1
        return figures
      default: return figures
      }
    }
    switch measure.kind {
    case .count(let condition):
      guard let value = read(condition, in: state) else {
        figures.undecided = 1
        return figures
      }
      figures.cases = 1
      figures.hits = value == .boolean(true) ? 1 : 0
    case .sum(let expression):
      guard let value = read(expression, in: state) else {
        figures.undecided = 1
        return figures
      }
      figures.cases = 1
      if case .number(let number) = value { figures.sum = number }
    }
    return figures
  }

  /// Nil where it is unknown or has no result.
  private func read(_ expression: Expression, in state: CaseState) -> Value? {
    let outcome = program.outcome(of: state)
    let value = try? evaluator(for: state).evaluate(
      expression, where: [outcome, .number(Number.zero)])
    if case .known(let value)? = value { return value }
    return nil
  }
}

extension Program {
  /// The word of the final state that the case came to; null while it is open.
  package func outcome(of state: CaseState) -> Value {
    guard state.isFinished, let outcomes = mediation.outcomes,
      let word = state.configuration.lazy.compactMap({ outcomes.words[$0] }).first
    else { return .null }
    return .word(outcomes.type, word)
  }
}

extension Statistics.Figures {
  /// The share of the cases that count, in per cent to one digit behind the point, halves rounded
  /// up: `66.7`. Nil where there are no cases.
  package var percent: String? {
    guard cases > 0 else { return nil }
    let tenths = (hits * 2000 + cases) / (2 * cases)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The sum by the case, to two digits behind the point, halves rounded away from zero. Nil where
  /// there are no cases.
  package var average: Number? {
    guard cases > 0, let count = Number(literal: String(cases)),
      let quotient = try? sum / count
    else { return nil }
    return try? quotient.rounded(.halfUp, scale: 2)
  }
}
