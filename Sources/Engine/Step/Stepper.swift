internal import Model
internal import SourceText

/// What ends a microstep before its time.
enum Stop: Error {
  case fault(Fault)
  /// An action at this place needs facts that are unknown.
  case unknown(Span, Missing)
}

/// The working memory of one entry: a copy of the case that is thrown away if the entry is refused.
struct Stepper {
  let program: Program
  let calendar: WorkCalendar
  let chart: Statechart
  let queries: ChartQueries
  /// By state: the transitions out of it.
  let candidates: [Candidates]
  /// States with `first` transitions, in document order.
  let firstSources: [ID<State>]
  /// By state: the event raised when it is done.
  let doneEvents: [ID<State>: ID<Event>]
  let oracle: (any FactOracle)?
  /// Whether the trace tells what guards and conditions read.
  let recordsReadings: Bool
  let namesAlternatives: Bool
  var state: CaseState
  var trace = Trace()
  var effects: [Effect] = []
  /// The last day of the timer whose macrostep runs, if it has one and runs on time: terms that
  /// begin now count from it, not from the clock's date.
  var businessDate: CalendarDate?
  /// What the event in hand carries.
  var payload: [Value] = []

  init(_ interpreter: Interpreter, state: CaseState) {
    program = interpreter.program
    calendar = interpreter.calendar
    chart = interpreter.chart
    queries = interpreter.queries
    candidates = interpreter.candidates
    firstSources = interpreter.firstSources
    doneEvents = interpreter.doneEvents
    oracle = interpreter.oracle
    // Who asks an oracle looks at many cases, and reads no trace.
    recordsReadings = interpreter.recordsReadings && interpreter.oracle == nil
    namesAlternatives = interpreter.namesAlternatives
    self.state = state
  }

  func evaluator(payload: [Value]) -> Evaluator {
    Evaluator(
      program: program, calendar: calendar, state: state, payload: payload,
      today: businessDate, oracle: oracle)
  }

  /// The value of an action's expression; unknown stops the microstep.
  func value(of expression: Expression) throws(Stop) -> Value {
    if case .constant(let value) = expression.kind { return value }
    let result: Evaluated
    do { result = try evaluator(payload: payload).evaluate(expression) } catch {
      throw .fault(error)
    }
    switch result {
    case .known(let value): return value
    case .unknown(let missing): throw .unknown(expression.span, missing)
    }
  }

  func verdict(of condition: Expression) throws(Stop) -> Verdict {
    do { return try evaluator(payload: payload).verdict(condition) } catch {
      throw .fault(error)
    }
  }

  mutating func raise(_ event: QueuedEvent) {
    state.queue.append(event)
    trace.items.append(.raised(event))
  }

  mutating func nextSerial() -> Int {
    state.serial += 1
    return state.serial
  }
}

/// How far an entry had come, so that what cannot be finished leaves nothing behind.
struct Checkpoint {
  fileprivate let state: CaseState
  fileprivate let effectCount: Int
  fileprivate let itemCount: Int
}

extension Stepper {
  func checkpoint() -> Checkpoint {
    Checkpoint(state: state, effectCount: effects.count, itemCount: trace.items.count)
  }

  /// Undoes what happened since. Of the trace no more than what was read stays: that remains true.
  mutating func rollBack(to checkpoint: Checkpoint, keepingReadings: Bool = true) {
    state = checkpoint.state
    effects.removeSubrange(checkpoint.effectCount...)
    let readings =
      keepingReadings ? trace.items[checkpoint.itemCount...].filter(\.isReading) : []
    trace.items.replaceSubrange(checkpoint.itemCount..., with: readings)
    payload = []
  }
}

extension Trace.Item {
  /// Whether it only tells what was read.
  fileprivate var isReading: Bool {
    if case .guardRead = self { true } else { false }
  }
}
