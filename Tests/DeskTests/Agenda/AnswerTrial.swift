import Desk
import Engine
import Model
import SourceText
import TestSupport

/// Tries answers to questions in one situation and looks at what comes of them, by stepping alone.
struct AnswerTrial {
  let interpreter: Interpreter
  let state: CaseState
  private let tries = 40

  init(_ interpreter: Interpreter, _ state: CaseState) {
    self.interpreter = interpreter
    self.state = state
  }

  private var program: Program { interpreter.program }

  var place: String {
    program.activeLeaves(of: state.configuration).joined(separator: ", ")
  }

  func name(_ fact: ID<Fact>) -> String { program.facts[fact].name }

  func facts(called name: String) -> [ID<Fact>] {
    program.facts.ids.filter { program.facts[$0].name == name }
  }

  /// Questions that are asked though no two answers to them lead apart.
  func idleQuestions(_ random: inout SeededRandom) -> [ID<Fact>] {
    let needed = interpreter.agenda(of: state).questions.filter(\.isNeeded).map(\.fact)
    var idle: [ID<Fact>] = []
    for fact in needed.shuffled(using: &random).prefix(3) {
      let others = needed.filter { $0 != fact }
      if !makesADifference(fact, others: others, &random) { idle.append(fact) }
    }
    return idle
  }

  /// Facts that nobody asked for, once all that is asked was answered, though answers to them let
  /// another transition come next.
  func missedQuestions(
    _ random: inout SeededRandom, answering asked: [ID<Fact>]? = nil
  ) -> [ID<Fact>] {
    guard let quiet = asked == nil ? answeringAll(&random) : state else { return [] }
    let unknown = program.facts.ids.filter { quiet.facts[$0.index] == nil }
    var missed: [ID<Fact>] = []
    for fact in unknown.shuffled(using: &random).prefix(asked == nil ? 20 : unknown.count)
    where changesTheNextStep(fact, in: quiet, &random) {
      missed.append(fact)
    }
    return missed
  }

  /// What came of some answers: whether they were taken, where the case went by itself, and how
  /// each event then fares.
  private struct Outcome: Hashable {
    var refusal: Expectation.Refusal?
    var configuration: [ID<State>]
    var events: [Fate]
  }

  private struct Fate: Hashable {
    var event: ID<Event>
    var refusal: Expectation.Refusal?
    var configuration: [ID<State>]
    var frozen: [DecisionOutcome?]
    var variables: [Value]
    var effects: [Effect]
  }

  /// Whether two answers to one question lead to two outcomes, the others answered in some way.
  func makesADifference(
    _ fact: ID<Fact>, others: [ID<Fact>], _ random: inout SeededRandom
  ) -> Bool {
    let moves = interpreter.agenda(of: state).moves
    for _ in 0..<tries {
      var rest: [StatedFact] = []
      for other in others { rest.append(stated(other, &random)) }
      var outcomes: Set<Outcome> = []
      for value in values(of: fact).shuffled(using: &random).prefix(5) {
        let own = StatedFact(fact: fact, value: value, span: nil)
        outcomes.insert(outcome(of: rest + [own], moves))
        if outcomes.count > 1 { return true }
      }
    }
    return false
  }

  private func outcome(
    of answers: [StatedFact], _ moves: [Agenda.Move]
  ) -> Outcome {
    let result = interpreter.step(state, entry(facts: answers))
    let fates = moves.map { (move: Agenda.Move) -> Fate in
      let event = program.events[move.event]
      var next = entry(facts: [])
      next.event = move.event
      next.by = move.roles.first
      next.payload = event.payload.map { sample(of: $0.type) }
      let stepped = interpreter.step(result.state, next)
      return Fate(
        event: move.event, refusal: stepped.refusal?.kind,
        configuration: stepped.state.configuration, frozen: stepped.state.frozen,
        variables: stepped.state.variables, effects: stepped.effects)
    }
    return Outcome(
      refusal: result.refusal?.kind, configuration: result.state.configuration, events: fates)
  }

  /// The case after its questions were answered, some way, until none was left; nil where an answer
  /// took it elsewhere.
  private func answeringAll(_ random: inout SeededRandom) -> CaseState? {
    var state = state
    let place = state.configuration
    for _ in 0..<12 {
      let needed = interpreter.agenda(of: state).questions.filter(\.isNeeded)
      if needed.isEmpty { return state.isFinished ? nil : state }
      var answers: [StatedFact] = []
      for question in needed { answers.append(stated(question.fact, &random)) }
      let result = interpreter.step(state, entry(facts: answers))
      guard result.refusal == nil, result.state.configuration == place else { return nil }
      state = result.state
    }
    return nil
  }

  /// Whether two answers to one question let another transition come next. A red line's own is no
  /// next step: it comes before all others whenever it is known to hold. Nor is a day from which a
  /// clock counts: while it is unknown the clock does not run, and nothing waits for that.
  private func changesTheNextStep(
    _ fact: ID<Fact>, in state: CaseState, _ random: inout SeededRandom
  ) -> Bool {
    var steps: Set<NextStep> = []
    for value in values(of: fact).shuffled(using: &random).prefix(6) {
      let answer = StatedFact(fact: fact, value: value, span: nil)
      let result = interpreter.step(state, entry(facts: [answer]))
      guard result.refusal == nil, !isOutOfTurn(result.trace) else { continue }
      let first = result.trace.items.lazy.compactMap { item -> ID<Transition>? in
        if case .transitionTaken(let id) = item { id } else { nil }
      }.first
      let options = interpreter.outlook(result.state).options
      steps.insert(
        NextStep(first: first, taken: first == nil ? options.map { $0.transition } : []))
      if steps.count > 1 { return true }
    }
    return false
  }

  private struct NextStep: Hashable {
    var first: ID<Transition>?
    var taken: [ID<Transition>?]
  }

  private func isOutOfTurn(_ trace: Trace) -> Bool {
    trace.items.contains { item in
      switch item {
      case .transitionTaken(let id): program.chart?.transitions[id].isFirst == true
      case .timerFired: true
      default: false
      }
    }
  }

  private func entry(facts: [StatedFact]) -> Entry {
    Entry(
      at: nil, event: nil, payload: [], by: nil, facts: facts, expectation: nil, span: nil)
  }

  private func stated(_ fact: ID<Fact>, _ random: inout SeededRandom) -> StatedFact {
    StatedFact(fact: fact, value: random.pick(values(of: fact)), span: nil)
  }

  private func values(of id: ID<Fact>) -> [Value] {
    let fact = program.facts[id]
    let all = SampleValues(program: program).values(of: fact.type)
    return all.filter { FactBounds.problem(with: $0, for: fact, in: program) == nil }
  }

  private func sample(of type: ValueType) -> Value {
    SampleValues(program: program).values(of: type).first ?? .null
  }
}

/// A few values of each type, such that the conditions of shipped rulebooks tell them apart.
struct SampleValues {
  let program: Program

  func values(of type: ValueType) -> [Value] {
    switch type {
    case .boolean: [.boolean(true), .boolean(false)]
    case .number, .integer, .money:
      [1, 2, 3, 5, 10, 30, 60, 500, 4000, 40_000, 150_000, 3_000_000].map { .number(Number($0)) }
    case .text: [.text("某甲"), .text("某乙"), .text("")]
    case .formatted(let format): [.text(format.example(1)), .text(format.example(2))]
    case .date: days.map(Value.date)
    case .dateTime:
      days.compactMap { DateTime(startOf: $0, offset: program.offset) }.map(Value.dateTime)
    case .dayTimeDuration: [.dayTimeDuration(.zero)]
    case .yearMonthDuration: [.yearMonthDuration(YearMonthDuration(months: 1))]
    case .enumeration(let id): program.enumerations[id].words.indices.map { .word(id, $0) }
    case .optional(let inner): values(of: inner) + [.null]
    case .list(let element): lists(of: element)
    case .record(let record): records(record)
    case .range, .null, .nothing: [.null]
    }
  }

  private var days: [CalendarDate] {
    [(2025, 12, 1), (2026, 5, 6), (2026, 12, 31), (2028, 1, 1)].compactMap {
      CalendarDate(year: $0.0, month: $0.1, day: $0.2)
    }
  }

  private func lists(of element: ValueType) -> [Value] {
    [.list([])] + values(of: element).map { .list([$0]) }
  }

  /// One with every field stated, one for each field at another value, and the barest.
  private func records(_ record: RecordType) -> [Value] {
    let fields = record.fields.map { values(of: $0.type) }
    let bare = fields.map { $0.contains(.null) ? .null : $0[0] }
    var all: [Value] = [.record(fields.map { $0[0] }), .record(bare)]
    for (index, choices) in fields.enumerated() {
      for choice in choices {
        var changed = bare
        changed[index] = choice
        all.append(.record(changed))
      }
    }
    return all
  }
}
