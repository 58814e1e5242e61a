internal import Engine
internal import Model
internal import SourceText

/// Where a case may come to stand in a sketch, found breadth-first, so that the way to each is a
/// shortest one.
struct SituationGraph {
  /// One entry of a journal, as far as the sketch knows it.
  struct Step: Sendable {
    /// Nil for facts alone, and for the opening.
    var event: ID<Event>?
    var choices: [ChoiceTape.Choice]
    /// The states that are active afterwards.
    var configuration: [ID<State>]
  }

  /// How the search ended.
  enum Outcome: Sendable {
    /// The promise is kept in every situation.
    case kept
    /// It is broken at the ends of these ways, the first of which is a shortest one.
    case broken([[Step]])
    /// There are too many situations, or ways to go on from one.
    case tooMany
  }

  private static let situationLimit = 20_000

  private let sketch: Sketch
  private let tape: ChoiceTape
  private let interpreter: Interpreter
  private let shape: SituationShape

  private var situations: [CaseState] = []
  private var ways: [(before: Int?, step: Step)] = []
  private var known: Set<CaseState> = []
  /// Ways that break the promise, and what they end with.
  private var broken: [[Step]] = []
  private var ends: Set<[[ID<State>]]> = []
  private let brokenLimit: Int
  /// Tells what is held together that cannot be so; nil where that is not asked.
  private var check: ClaimCheck?

  /// - Parameters:
  ///   - effort: how many microsteps are looked at.
  ///   - desk: whom to ask whether what is held of arithmetic between facts can be so.
  init(
    _ sketch: Sketch, _ chart: Statechart, _ calendar: WorkCalendar, effort: Int,
    asking desk: SolverDesk? = nil
  ) {
    self.sketch = sketch
    check = desk.flatMap { ClaimCheck(sketch, $0) }
    tape = ChoiceTape(
      domains: sketch.domains, remembered: sketch.remembered, effort: effort)
    var interpreter = Interpreter(program: sketch.program, calendar: calendar)
    interpreter.oracle = tape
    self.interpreter = interpreter
    shape = SituationShape(sketch, chart)
    // Where states are drawn as one a way is looked at in detail before a case is sought.
    brokenLimit = sketch.folds.isEmpty ? 6 : 1
  }

  /// Looks at all situations.
  mutating func search() -> Outcome {
    if let end = open() { return end }
    var next = 0
    while next < situations.count {
      if situations.count > Self.situationLimit || tape.isSpent { break }
      if !situations[next].isFinished, let end = goOn(from: next) { return end }
      next += 1
    }
    if !broken.isEmpty { return .broken(broken) }
    return next < situations.count || tape.isSpent ? .tooMany : .kept
  }

  var size: Int { situations.count }

  /// How many microsteps may still be looked at.
  var effortLeft: Int { tape.effortLeft }

  /// Why a solver that was asked has not told something.
  var silence: TableFinding.Silence? { check?.silence }

  /// Whether no facts are as all that is held now says.
  private mutating func isExcluded(isBroken: Bool) -> Bool {
    guard check != nil else { return false }
    let held = tape.held
    return check?.excludes(held, isBroken: isBroken) ?? false
  }

  private mutating func open() -> Outcome? {
    repeat {
      let result = interpreter.open([], at: nil)
      guard result.refusal == nil else { continue }
      if let end = note(result.state, nil, nil) { return end }
    } while tape.advance()
    return nil
  }

  private mutating func goOn(from place: Int) -> Outcome? {
    let state = situations[place]
    for event in [nil] + shape.events(in: state.configuration).map(Optional.some) {
      // What the promised event leads to counts for each situation by itself.
      let isPromised = event.map { shape.isPromised($0, in: state.configuration) } ?? false
      if isPromised { tape.begin(isPromised: true) }
      defer { if isPromised { tape.begin(isPromised: false) } }
      repeat {
        if tape.isSpent { return nil }
        let entry = Entry(
          at: nil, event: event, payload: [], by: nil, facts: [], expectation: nil, span: nil)
        let result = interpreter.step(state, entry)
        if isPromised, breaksWay(result), !isExcluded(isBroken: true) {
          let way = way(to: place) + [step(event, result.state)]
          if let end = end(with: way) { return end }
        }
        if tape.isGivenUp { continue }
        guard result.refusal == nil else { continue }
        if let end = note(result.state, place, event) { return end }
      } while tape.advance()
    }
    return nil
  }

  private func step(_ event: ID<Event>?, _ state: CaseState) -> Step {
    Step(event: event, choices: tape.choices, configuration: state.configuration)
  }

  /// Whether the promised event does not lead where it is promised to.
  private func breaksWay(_ result: StepResult) -> Bool {
    guard case .leadsTo(_, _, let targets) = sketch.invariant.kind else { return false }
    // What goes round without end is refused, and so may be what comes back to where it was.
    if tape.isGivenUp { return tape.isCircling && !tape.isOvertaken }
    return !Promise.leads(result, to: targets) { tape.isOvertaken } || isUnhandled(result)
  }

  /// Whether nothing takes the promised event. The sketch drops it; the program may refuse it.
  private func isUnhandled(_ result: StepResult) -> Bool {
    result.trace.eventFate == .dropped
      && sketch.original.chart?.ignoresUnhandledEvents == false
  }

  /// Takes a situation in; the end of the search if the promise is broken there.
  private mutating func note(
    _ state: CaseState, _ before: Int?, _ event: ID<Event>?
  ) -> Outcome? {
    let isBroken = isBroken(in: state)
    if isExcluded(isBroken: isBroken) { return nil }
    if isBroken {
      return end(with: (before.map(way) ?? []) + [step(event, state)])
    }
    let situation = shape.normal(state)
    guard known.insert(situation).inserted else { return nil }
    situations.append(situation)
    ways.append((before, step(event, state)))
    return nil
  }

  /// Takes a way in that breaks the promise; the end of the search if there are enough of them.
  private mutating func end(with way: [Step]) -> Outcome? {
    guard ends.insert(way.suffix(2).map(\.configuration)).inserted else { return nil }
    broken.append(way)
    return broken.count < brokenLimit ? nil : .broken(broken)
  }

  private func isBroken(in state: CaseState) -> Bool {
    guard let condition = sketch.condition else { return false }
    let evaluator = Evaluator(
      program: sketch.program, calendar: interpreter.calendar, state: state, oracle: tape)
    return Promise.isBroken(sketch.invariant.kind, condition, state) {
      (try? evaluator.verdict($0)) ?? .unknown(Missing())
    }
  }

  private func way(to place: Int) -> [Step] {
    var steps: [Step] = []
    var next: Int? = place
    while let here = next {
      steps.append(ways[here].step)
      next = ways[here].before
    }
    return steps.reversed()
  }
}

extension Statechart {
  /// Whether a state is another or lies in it.
  func isInside(_ state: ID<State>, _ outer: ID<State>) -> Bool {
    var next: ID<State>? = state
    while let here = next {
      if here == outer { return true }
      next = states[here].parent
    }
    return false
  }
}
