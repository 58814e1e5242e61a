package import Model
package import SourceText

/// Where a legal clock stands, for people.
package enum PeriodStanding: Hashable, Sendable {
  /// For want of these facts; of none where its start is stated as absent.
  case notBegun(Missing)
  case running
  /// Since that day, because of the state the case is in.
  case standsStill(since: CalendarDate)
  /// It has ended, or the case has.
  case expired
}

extension Interpreter {
  /// Where a period stands.
  package func standing(of period: ID<Period>, in state: CaseState) -> PeriodStanding {
    let own = state.periods[period.index]
    if own.hasExpired || state.isFinished { return .expired }
    guard own.start != nil else { return .notBegun(missingStarts(of: period, in: state)) }
    if state.timers.contains(where: { $0.owner == .period(period) }) { return .running }
    return own.pausedSince.map { .standsStill(since: $0.day) } ?? .running
  }

  private func missingStarts(of period: ID<Period>, in state: CaseState) -> Missing {
    let evaluator = Evaluator(program: program, calendar: calendar, state: state)
    var missing = Missing()
    for start in program.periods[period].starts {
      if case .unknown(let one) = try? evaluator.evaluate(start) { missing.add(one.facts) }
    }
    return missing
  }
}
