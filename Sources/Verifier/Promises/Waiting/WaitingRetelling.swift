internal import Engine
internal import Model
internal import SourceText

/// Looks for a case that waits longer than a promise allows: it comes to where the wait begins,
/// then lets time pass, and does something only just before a clock would.
///
/// The interpreter plays all of it; only what is too late there counts.
struct WaitingRetelling {
  /// A case that is being told.
  private struct Told {
    var state: CaseState
    var journal: [Entry]
    var place: Int
    /// When the wait has to be over.
    var limit: DateTime
  }

  /// Two cases that have come to the same at the same moment, with the same due, go on alike.
  private struct Moment: Hashable {
    var place: Int
    var clock: DateTime?
    var due: [DateTime]

    init(_ place: Int, _ state: CaseState) {
      self.place = place
      clock = state.clock
      due = state.timers.map(\.due)
    }
  }

  private static let breadth = 1_500
  private static let length = 24

  private let region: WaitingRegion
  private let wait: Invariant.Wait
  private let program: Program
  private let interpreter: Interpreter
  private var retelling: Retelling

  init(
    _ region: WaitingRegion, _ wait: Invariant.Wait, _ chart: Statechart, _ calendar: WorkCalendar,
    opening: DateTime?
  ) {
    self.region = region
    self.wait = wait
    program = region.graph.sketch.original
    interpreter = Interpreter(program: program, calendar: calendar)
    retelling = Retelling(region.graph.sketch, chart, calendar)
    if let opening { retelling.opening = opening }
  }

  /// A shortest case that is found to wait too long; nil where none is.
  mutating func caseFile() -> CaseFile? {
    var told = region.starts.compactMap { begun(at: $0) }
    var seen: Set<Moment> = []
    var tried = 0
    var next = 0
    while next < told.count, tried < Self.breadth {
      let one = told[next].told
      let file = told[next].file
      next += 1
      if let last = waited(one) {
        var whole = file
        whole.journal = one.journal + [last]
        return whole
      }
      guard one.journal.count < Self.length else { continue }
      for edge in region.graph.edges[one.place] {
        tried += 1
        guard let target = region.goesOn(edge), let more = gone(one, edge, to: target) else {
          continue
        }
        guard seen.insert(Moment(target, more.state)).inserted else {
          continue
        }
        told.append((more, file))
      }
    }
    return nil
  }

  /// A case in which the wait has just begun.
  private mutating func begun(at start: Int) -> (told: Told, file: CaseFile)? {
    let graph = region.graph
    let isOpening = graph.openings.contains(start) && wait.event == nil
    var ways = isOpening ? [graph.way(to: start)] : []
    for (place, edges) in graph.edges.enumerated() {
      for edge in edges where edge.target == start && region.begins(edge, from: place, to: start) {
        let step = SituationGraph.Step(
          event: edge.event, choices: edge.choices,
          configuration: graph.situations[start].configuration)
        ways.append(graph.way(to: place) + [step])
      }
      if ways.count > 4 { break }
    }
    for way in ways.sorted(by: { $0.count < $1.count }) {
      guard let file = retelling.told(along: way) else { continue }
      let replay = interpreter.replay(file)
      guard let last = replay.steps.last?.result, isBegun(by: last),
        let clock = last.state.clock, holds(last.state),
        let limit = interpreter.calendar.deadline(
          from: .at(clock), term: wait.limit, offset: program.offset)
      else { continue }
      let told = Told(
        state: last.state, journal: file.journal, place: start, limit: limit.instant)
      return (told, file)
    }
    return nil
  }

  private func isBegun(by result: StepResult) -> Bool {
    guard let event = wait.event else { return true }
    return result.trace.items.contains {
      if case .eventTaken(let queued, _) = $0 { queued.event == event } else { false }
    }
  }

  /// The entry in which a case lets its limit pass; nil if the wait is over by then.
  private func waited(_ told: Told) -> Entry? {
    guard let late = told.limit.adding(DayTimeDuration(milliseconds: 60_000)) else { return nil }
    let entry = Entry(
      at: late, event: nil, payload: [], by: nil, facts: [], expectation: nil, span: nil)
    let result = interpreter.step(told.state, entry)
    return result.refusal == nil && goesOn(result) ? entry : nil
  }

  /// Does what an edge does, as late as the clocks allow.
  private mutating func gone(
    _ told: Told, _ edge: WholeGraph.Edge, to target: Int
  ) -> Told? {
    let graph = region.graph
    let configuration = graph.situations[target].configuration
    let step = SituationGraph.Step(
      event: edge.event, choices: edge.choices, configuration: configuration)
    for entry in retelling.entries(for: step, in: told.state) {
      var entry = entry
      if entry.at == nil { entry.at = latest(told.state) }
      if let at = entry.at, at > told.limit { continue }
      let result = interpreter.step(told.state, entry)
      guard result.refusal == nil, goesOn(result),
        graph.sketch.folds.configuration(result.state.configuration) == configuration
      else { continue }
      return Told(
        state: result.state, journal: told.journal + [entry], place: target, limit: told.limit)
    }
    return nil
  }

  /// The last moment before a clock fires.
  private func latest(_ state: CaseState) -> DateTime? {
    guard let due = state.timers.map(\.due).min(),
      let before = due.adding(DayTimeDuration(milliseconds: -60_000)),
      let clock = state.clock, before > clock
    else { return nil }
    return before
  }

  /// Whether the wait goes on after a step.
  private func goesOn(_ result: StepResult) -> Bool {
    let isReached = result.trace.items.contains {
      if case .stateEntered(let state) = $0 { wait.to.contains(state) } else { false }
    }
    return !isReached && holds(result.state)
      && !wait.to.contains(where: result.state.configuration.contains)
  }

  private func holds(_ state: CaseState) -> Bool {
    guard let condition = wait.condition else { return true }
    let evaluator = Evaluator(program: program, calendar: interpreter.calendar, state: state)
    return (try? evaluator.verdict(condition)) == .holds
  }
}
