package import Engine
package import Model
internal import SourceText

/// Plays a case and tells which promises it breaks, and where.
///
/// A promise about what holds is told where it comes to be broken, not again while it stays so. Of
/// `ends: can` only that is told which the states alone show: that no transition at all leads on
/// to an end.
package struct PromiseWatch {
  /// How often clocks may ring within one entry before it is looked at as a whole.
  private static let ringing = 10_000

  private let interpreter: Interpreter
  private let invariants: [Invariant]
  /// By promise: whether it was broken when the last macrostep had ended.
  private var isBroken: [Bool]
  /// By promise: the wait that goes on.
  private var waits: [OpenWait?]
  private var breaches: [Breach] = []

  /// A stretch of an entry.
  private struct Part {
    var entry: Entry?
    var result: StepResult
    /// Whether all of it happens at one moment.
    var isOneMoment = true
  }

  private struct OpenWait {
    var since: DateTime
    var limit: DateTime
    var isLate = false
  }

  /// The breaches of a case, in the order in which they come about.
  package static func breaches(of file: CaseFile, by interpreter: Interpreter) -> [Breach] {
    guard !interpreter.program.invariants.isEmpty else { return [] }
    var watch = PromiseWatch(interpreter)
    watch.play(file)
    return watch.breaches
  }

  /// How a case that refutes a promise breaks it.
  package static func breach(
    _ file: CaseFile, of invariant: Invariant, by interpreter: Interpreter
  ) -> Breach? {
    guard let index = interpreter.program.invariants.firstIndex(of: invariant) else { return nil }
    let found = breaches(of: file, by: interpreter).last { $0.invariant == index }
    guard found == nil, invariant.kind == .canEnd else { return found }
    let places = interpreter.program.activeLeafStates(
      of: interpreter.replay(file).state.configuration)
    return Breach(invariant: index, entry: file.journal.count, cause: .trapped(places))
  }

  private init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
    invariants = interpreter.program.invariants
    isBroken = invariants.map { _ in false }
    waits = invariants.map { _ in nil }
  }

  private mutating func play(_ file: CaseFile) {
    let opened = file.opened ?? file.journal.lazy.compactMap(\.at).first
    let opening = interpreter.open(
      file.facts, at: opened, answersChecklist: file.answersChecklist)
    guard opening.refusal == nil else { return }
    look(at: Part(entry: nil, result: opening), after: nil, 0)
    var state = opening.state
    for (index, entry) in file.journal.enumerated() {
      for part in parts(of: entry, in: state) {
        look(at: part, after: state, index + 1)
        state = part.result.state
      }
    }
  }

  /// An entry, cut at the moments at which clocks ring before it, so that what holds only in
  /// between is seen; whole where that would not come to the same.
  private func parts(of entry: Entry, in state: CaseState) -> [Part] {
    let whole = Part(entry: entry, result: interpreter.step(state, entry))
    guard let at = entry.at, state.nextDue(before: at) != nil else { return [whole] }
    let undivided = [Part(entry: entry, result: whole.result, isOneMoment: false)]
    var parts: [Part] = []
    var here = state
    while let due = here.nextDue(before: at) {
      let pause = Entry(
        at: due, event: nil, payload: [], by: nil, facts: [], expectation: nil, span: nil)
      let result = interpreter.step(here, pause)
      guard result.refusal == nil, parts.count < Self.ringing else { return undivided }
      parts.append(Part(entry: pause, result: result))
      here = result.state
    }
    let last = Part(entry: entry, result: interpreter.step(here, entry))
    guard last.result.state == whole.result.state, last.result.refusal == whole.result.refusal
    else { return undivided }
    return parts + [last]
  }

  private mutating func look(at part: Part, after before: CaseState?, _ number: Int) {
    let result = part.result
    for (index, invariant) in invariants.enumerated() {
      let cause: Breach.Cause?
      switch invariant.kind {
      case .never, .requires, .canEnd:
        guard result.refusal == nil else { continue }
        let broken = invariant.kind.cause(in: result.state, interpreter)
        cause = isBroken[index] ? nil : broken
        isBroken[index] = broken != nil
      case .leadsTo(_, let event, let targets):
        let before = before ?? interpreter.blank(opened: nil)
        let isBroken = Promise.isBroken(invariant.kind, by: part.entry, result, before, interpreter)
        cause =
          isBroken
          ? result.refusal.map { .refused(event, $0) }
            ?? .ledElsewhere(event, leaves(result.state), targets: targets)
          : nil
      case .within(let wait): cause = follow(wait, index, part, before)
      }
      if let cause { breaches.append(Breach(invariant: index, entry: number, cause: cause)) }
    }
  }

  private func leaves(_ state: CaseState) -> [ID<State>] {
    interpreter.program.activeLeafStates(of: state.configuration)
  }

  /// Whether a wait has gone on for too long after a step.
  private mutating func follow(
    _ wait: Invariant.Wait, _ index: Int, _ part: Part, _ before: CaseState?
  ) -> Breach.Cause? {
    let result = part.result
    guard result.refusal == nil, let clock = result.state.clock else { return nil }
    var cause: Breach.Cause?
    let isHeld = wait.isHeld(in: result.state, interpreter)
    let isOver = wait.isOver(result.state, result.trace.items[...])
    if let open = waits[index], !open.isLate, isHeld, clock > open.limit,
      part.isOneMoment || !isOver
    {
      cause = .late(since: open.since, limit: open.limit, leaves(before ?? result.state))
      waits[index]?.isLate = true
    }
    if !isHeld || isOver { waits[index] = nil }
    if waits[index] == nil, isHeld, wait.begins(result, before),
      !wait.isOver(result.state, result.trace.items[wait.beginning(in: result.trace)...]),
      let limit = interpreter.calendar.deadline(
        from: .at(clock), term: wait.limit, offset: interpreter.program.offset)
    {
      waits[index] = OpenWait(since: clock, limit: limit.instant)
    }
    return cause
  }
}

extension CaseState {
  /// When the next clock rings, if that is before a moment.
  fileprivate func nextDue(before moment: DateTime) -> DateTime? {
    guard let clock else { return nil }
    return timers.lazy.map(\.due).filter { $0 > clock && $0 < moment }.min()
  }
}

extension Invariant.Wait {
  fileprivate func isHeld(in state: CaseState, _ interpreter: Interpreter) -> Bool {
    guard let condition else { return true }
    let evaluator = interpreter.evaluator(for: state)
    return (try? evaluator.verdict(condition)) == .holds
  }

  fileprivate func begins(_ result: StepResult, _ before: CaseState?) -> Bool {
    guard event == nil else { return result.trace.items.contains(where: isTaking) }
    let wasThere = before.map { entering.contains(where: $0.configuration.contains) } ?? false
    return !wasThere && entering.contains(where: result.state.configuration.contains)
  }

  /// Where in what a step did the wait begins; what the step passed through before ends nothing.
  fileprivate func beginning(in trace: Trace) -> Int {
    let last = trace.items.lastIndex { item in
      guard event == nil else { return isTaking(item) }
      return if case .stateEntered(let state) = item { entering.contains(state) } else { false }
    }
    return last ?? 0
  }

  private func isTaking(_ item: Trace.Item) -> Bool {
    if case .eventTaken(let queued, _) = item { queued.event == event } else { false }
  }

  /// Whether a step came to where the wait ends.
  fileprivate func isOver(_ state: CaseState, _ items: ArraySlice<Trace.Item>) -> Bool {
    to.contains(where: state.configuration.contains)
      || items.contains {
        if case .stateEntered(let state) = $0 { to.contains(state) } else { false }
      }
  }
}
