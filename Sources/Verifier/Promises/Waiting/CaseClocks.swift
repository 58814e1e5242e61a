internal import Engine
internal import Model
internal import SourceText

/// The clocks of a program that may bound a wait, by the events that they make.
struct CaseClocks {
  let program: Program
  private let chart: Statechart
  private let text: ProgramText
  private let reads: FactReads
  private let actions: [Action]
  /// What holds, or fails, as long as the promise is for a case.
  private let given: Set<Given>

  private struct Given: Hashable {
    var words: String
    var holds: Bool
  }

  init(_ program: Program, _ chart: Statechart, _ wait: Invariant.Wait) {
    self.program = program
    self.chart = chart
    let text = ProgramText(program)
    self.text = text
    reads = FactReads(program)
    actions = chart.allActions.flatMap(\.allWithin)
    given = Set(
      (wait.condition?.parts(holding: true) ?? []).map { part in
        Given(words: text.expression(part.condition), holds: part.holds)
      })
  }

  /// The clocks that may be told to run, and then surely make an event.
  func clocks(making event: ID<Event>) -> [CaseClock] {
    var clocks: [CaseClock] = []
    switch program.events[event].origin {
    case .timer(let delayed): clocks = [CaseClock(delayed, of: chart)].compactMap(\.self)
    case .expired(let period): clocks = [clock(of: period)].compactMap(\.self)
    case .overdue(let task): clocks = orders(of: task).compactMap(clock)
    case .external, .raised: clocks = sends(of: event).compactMap(clock)
    case .done: break
    }
    var distinct: [CaseClock] = []
    for clock in clocks where !distinct.contains(clock) { distinct.append(clock) }
    return distinct
  }

  /// Those that begin where a wait does, as far as they do not tell by themselves whether they run.
  func beginning(with wait: Invariant.Wait) -> [CaseClock] {
    var begun = wait.entering.flatMap { chart.states[$0].entry }
    if let event = wait.event {
      begun += chart.transitions.elements.filter { $0.marks.contains(event) }.flatMap(\.actions)
    }
    var events: [ID<Event>] = []
    for action in begun.flatMap(\.allWithin) {
      switch action.kind {
      case .task(let order): events += [order.overdue].compactMap(\.self)
      case .send(let send): events.append(send.event)
      case .set(let assignments):
        let variables = assignments.compactMap(\.variable)
        for period in program.periods.elements {
          guard let start = start(of: period), variables.contains(start.variable) else { continue }
          events.append(period.expiry)
        }
      default: break
      }
    }
    for delayed in wait.entering.flatMap({ chart.states[$0].delayed }) {
      let event = chart.delayed[delayed].event
      let isLetPass = chart.transitions.elements.contains {
        $0.marks.contains(event) && $0.targets.isEmpty
      }
      if isLetPass { events.append(event) }
    }
    var clocks: [CaseClock] = []
    for clock in events.flatMap(self.clocks) where !clocks.contains(clock) { clocks.append(clock) }
    return clocks
  }

  /// Whether time may make an event.
  func isOfTime(_ event: ID<Event>) -> Bool {
    switch program.events[event].origin {
    case .timer, .expired, .overdue: true
    case .external, .raised: sends(of: event).contains { $0.delay != nil }
    case .done: false
    }
  }

  /// Whether an event of time always comes with the end of a day, or before it: what it sets off is
  /// counted from that day.
  func endsDays(_ event: ID<Event>) -> Bool {
    let isOfDays = { (delay: Delay?) in
      if case .term(let term)? = delay { !term.unit.isExact } else { false }
    }
    return switch program.events[event].origin {
    case .timer(let delayed): isOfDays(chart.delayed[delayed].delay)
    case .overdue(let task): orders(of: task).allSatisfy { $0.within?.unit.isExact == false }
    case .expired(let period):
      // One that lies in the past is due at once.
      clock(of: period).map { $0.needed.isEmpty && $0.halted.isEmpty && $0.endsDays } ?? false
    case .external, .raised: sends(of: event).allSatisfy { isOfDays($0.delay) }
    case .done: true
    }
  }

  private func sends(of event: ID<Event>) -> [Action.Send] {
    actions.compactMap { action in
      if case .send(let send) = action.kind, send.event == event { send } else { nil }
    }
  }

  private func orders(of task: String) -> [Action.TaskOrder] {
    actions.compactMap { action in
      if case .task(let order) = action.kind, order.id == task { order } else { nil }
    }
  }

  private func clock(_ send: Action.Send) -> CaseClock? {
    guard case .term(let term)? = send.delay, term.amount > 0 else { return nil }
    return CaseClock(
      owner: .send(id: send.id), event: send.event, lengths: [.init(term: term)])
  }

  private func clock(_ order: Action.TaskOrder) -> CaseClock? {
    guard let term = order.within, term.amount > 0, let overdue = order.overdue else { return nil }
    if let event = order.doneBy {
      // Raised in the midst of things it would not be seen here.
      let isRaised = actions.flatMap(\.raisedWithin).contains(event)
      guard program.events[event].origin == .external, !isRaised else { return nil }
    }
    return CaseClock(
      owner: .task(order.id), event: overdue, lengths: [.init(term: term)], doneBy: order.doneBy)
  }
}

// Periods.
extension CaseClocks {
  /// When a period begins, and where it runs.
  struct PeriodStart {
    var variable: ID<Variable>
    /// What people may state to make it begin earlier.
    var earlier: [ID<Fact>] = []
    var needed: [ID<State>] = []
    var halted: [ID<State>] = []
  }

  /// Nil where its start is what people state, or what may change besides.
  func start(of period: Period) -> PeriodStart? {
    guard period.starts.count == 1, var found = start(period.starts[0]) else { return nil }
    let isPlain = actions.allSatisfy { action in
      guard case .set(let all) = action.kind else { return true }
      return all.allSatisfy { assignment in
        guard assignment.variable == found.variable else { return true }
        switch assignment.value.kind {
        case .clock(let reading):
          return reading != .opened && found.earlier.allSatisfy { isSetToday($0, by: all) }
        case .constant(.null): return true
        default: return found.earlier.isEmpty && keeps(assignment.value, found.variable)
        }
      }
    }
    guard isPlain else { return nil }
    found.halted += period.pausedIn
    return found
  }

  private func isSetToday(_ fact: ID<Fact>, by assignments: [Action.Assignment]) -> Bool {
    assignments.contains { $0.target == .fact(fact) && $0.value.kind == .clock(.today) }
  }

  private func start(_ expression: Expression) -> PeriodStart? {
    let outcome: (condition: Expression, holds: Bool, start: Expression)
    switch expression.kind {
    case .variable(let variable): return PeriodStart(variable: variable)
    case .conditional(let condition, let then, let otherwise)
    where isEarlier(then, than: otherwise, where: condition):
      guard case .fact(let fact) = then.kind, var found = start(otherwise) else { return nil }
      found.earlier.append(fact)
      return found
    case .conditional(let condition, let then, let otherwise)
    where otherwise.kind == .constant(.null):
      outcome = (condition, true, then)
    case .conditional(let condition, let then, let otherwise)
    where then.kind == .constant(.null):
      outcome = (condition, false, otherwise)
    default: return nil
    }
    guard var found = start(outcome.start) else { return nil }
    for part in outcome.condition.parts(holding: outcome.holds) {
      if case .inState(let state) = part.condition.kind {
        if part.holds { found.needed.append(state) } else { found.halted.append(state) }
      } else if !isGiven(part.condition, holds: part.holds) {
        return nil
      }
    }
    return found
  }

  /// Whether a fact is known, and comes before a variable, where a condition holds, which is never
  /// unknown.
  private func isEarlier(
    _ fact: Expression, than variable: Expression, where condition: Expression
  ) -> Bool {
    guard case .fact = fact.kind, case .variable = variable.kind,
      !reads.mayBeUnknown(condition)
    else { return false }
    return condition.parts(holding: true).contains { part in
      switch part.condition.kind {
      case .compare(.less, let left, let right), .compare(.lessOrEqual, let left, let right):
        part.holds && left.kind == fact.kind && right.kind == variable.kind
      default: false
      }
    }
  }

  /// `if x != null then x else today()`: what has begun goes on.
  private func keeps(_ value: Expression, _ variable: ID<Variable>) -> Bool {
    guard case .conditional(let condition, let then, let otherwise) = value.kind,
      case .compare(let sign, let left, let right) = condition.kind,
      left.kind == .variable(variable), right.kind == .constant(.null)
    else { return false }
    let (kept, begun) = sign == .notEqual ? (then, otherwise) : (otherwise, then)
    guard sign == .notEqual || sign == .equal, kept.kind == .variable(variable) else {
      return false
    }
    if case .clock(let reading) = begun.kind { return reading != .opened }
    return false
  }

  private func isGiven(_ condition: Expression, holds: Bool) -> Bool {
    given.contains(Given(words: text.expression(condition), holds: holds))
  }

  private func clock(of id: ID<Period>) -> CaseClock? {
    let period = program.periods[id]
    guard period.length.amount > 0, let start = start(of: period),
      let agreed = agreed(period, start.variable)
    else { return nil }
    let isMoment = program.variables[start.variable].type.unwrapped == .dateTime
    let length = CaseClock.Length(
      term: period.length, origin: isMoment ? .moment : .day, isPausable: !period.pausedIn.isEmpty)
    return CaseClock(
      owner: .period(id, start: start.variable), event: period.expiry, lengths: [length] + agreed,
      needed: start.needed, halted: start.halted)
  }

  /// The end that may be agreed on instead, as a length; nil where it may be any.
  func agreed(_ period: Period, _ start: ID<Variable>) -> [CaseClock.Length]? {
    guard let agreed = period.extension else { return [] }
    if let condition = agreed.condition, isGiven(condition, holds: false) { return [] }
    if case .fact = agreed.until.kind {
      let isKnown = Expression(
        .call(.isKnown, [agreed.until]), type: .boolean, span: agreed.until.span)
      if isGiven(isKnown, holds: false) { return [] }
    }
    guard period.pausedIn.isEmpty,
      case .call(.dueDate, let arguments) = agreed.until.kind, arguments.count == 2,
      arguments[0].kind == .variable(start), case .constant(.text(let words)) = arguments[1].kind,
      let term = Term(literal: words), !term.unit.isExact
    else { return nil }
    return [.init(term: term, origin: .day)]
  }
}

extension CaseClock {
  /// Whether it runs out with the end of a day.
  fileprivate var endsDays: Bool { lengths.allSatisfy { !$0.term.unit.isExact } }
}

extension Expression {
  /// What surely holds, or fails, where it holds, or fails.
  fileprivate func parts(holding holds: Bool) -> [(condition: Expression, holds: Bool)] {
    switch kind {
    case .not(let inner): inner.parts(holding: !holds)
    case .and(let left, let right) where holds, .or(let left, let right) where !holds:
      left.parts(holding: holds) + right.parts(holding: holds)
    default: [(self, holds)]
    }
  }
}
