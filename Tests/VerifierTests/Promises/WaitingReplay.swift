import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Whether cases outlast a promise about time, by the interpreter and the calendar alone.
struct WaitingReplay {
  private let program: Program
  private let interpreter: Interpreter
  private let wait: Invariant.Wait

  /// - Parameter name: the promise that is meant; the first where there is none.
  init(_ program: Program, of name: String? = nil) throws {
    self.program = program
    interpreter = Interpreter(program: program, calendar: .china)
    let invariant = program.invariants.first { name == nil || $0.name == name }
    guard case .within(let wait)? = invariant?.kind else {
      throw SourceReadingError(path: "no promise about time", reason: .notFound)
    }
    self.wait = wait
  }

  /// Whether a case begins the wait, and is still waiting after its limit, when its journal ends.
  func waitsTooLong(_ file: CaseFile) throws -> Bool {
    let steps = interpreter.replay(file).steps.map(\.result)
    var limit: DateTime?
    var before: CaseState?
    for result in steps {
      guard result.refusal == nil else { return false }
      if isOver(result) || !holds(result.state) { limit = nil }
      if limit == nil, begins(result, before), !isOverSinceBegin(result) {
        limit = try limitFrom(#require(result.state.clock))
      }
      before = result.state
    }
    guard let limit, let clock = before?.clock else { return false }
    return clock > limit
  }

  /// What people do who keep a case waiting too long by doing things now or just before a clock
  /// fires; nil if on none of some days they can.
  func late() throws -> [Entry]? {
    let days = [
      (2026, 1, 5), (2026, 2, 10), (2026, 4, 30), (2026, 9, 25), (2026, 6, 12), (2025, 12, 30),
    ]
    for (year, month, day) in days {
      let date = try #require(CalendarDate(year: year, month: month, day: day))
      for minutes in [0, 1_439] {
        let midnight = try #require(DateTime(startOf: date, offset: .china))
        let length = DayTimeDuration(milliseconds: Int64(minutes) * 60_000)
        let start = try #require(midnight.adding(length))
        if let journal = try late(from: start) { return journal }
      }
    }
    return nil
  }

  private struct Standing: Hashable {
    var state: CaseState
    var limit: DateTime?
  }

  private func late(from start: DateTime) throws -> [Entry]? {
    var open: [(here: Standing, journal: [Entry])] = []
    var seen: Set<Standing> = []
    func take(_ result: StepResult, _ before: Standing?, _ journal: [Entry]) throws {
      guard result.refusal == nil, !isOver(result), !result.state.isFinished else { return }
      var limit = before?.limit
      if limit == nil, begins(result, before?.state) {
        limit = try limitFrom(#require(result.state.clock))
      }
      var state = result.state
      // Which of two comes first is all that their numbers say.
      let order = state.timers.map(\.serial).sorted()
      state.serial = order.count
      state.timers = state.timers.map { timer in
        var timer = timer
        timer.serial = order.firstIndex(of: timer.serial) ?? 0
        return timer
      }
      state.facts = state.facts.map { _ in nil }
      let standing = Standing(state: state, limit: limit)
      if seen.insert(standing).inserted { open.append((standing, journal)) }
    }
    try take(interpreter.open([], at: start), nil, [entry(at: start, nil, [])])
    while let (here, journal) = open.popLast(), seen.count < 200 {
      func go(_ entry: Entry) throws {
        try take(interpreter.step(here.state, entry), here, journal + [entry])
      }
      if let limit = here.limit {
        let late = try #require(limit.adding(DayTimeDuration(milliseconds: 60_000)))
        for facts in assignments {
          let last = entry(at: late, nil, facts)
          let result = interpreter.step(here.state, last)
          if result.refusal == nil, !isOver(result) { return journal + [last] }
        }
      }
      let due = here.state.timers.map(\.due).min()
      let before = due?.adding(DayTimeDuration(milliseconds: -60_000))
      for facts in assignments {
        for event in program.events.ids where program.events[event].origin == .external {
          for at in [nil, before] {
            if let at, let clock = here.state.clock, at < clock { continue }
            if let at, let limit = here.limit, at > limit { continue }
            try go(entry(at: at, event, facts))
          }
        }
        if let due, here.limit.map({ due <= $0 }) ?? true {
          try go(entry(at: due, nil, facts))
        }
      }
    }
    return nil
  }

  private func entry(at: DateTime?, _ event: ID<Event>?, _ facts: [StatedFact]) -> Entry {
    Entry(at: at, event: event, payload: [], by: nil, facts: facts, expectation: nil, span: nil)
  }

  private var assignments: [[StatedFact]] {
    program.facts.ids.prefix(1).flatMap { fact in
      [Value.boolean(true), .boolean(false)].map {
        [StatedFact(fact: fact, value: $0, span: nil)]
      }
    }
  }

  private func limitFrom(_ clock: DateTime) throws -> DateTime {
    let deadline = interpreter.calendar.deadline(
      from: .at(clock), term: wait.limit, offset: program.offset)
    return try #require(deadline).instant
  }

  private func begins(_ result: StepResult, _ before: CaseState?) -> Bool {
    guard holds(result.state) else { return false }
    guard let event = wait.event else {
      return wait.entering.contains(where: result.state.configuration.contains)
        && !(before.map { wait.entering.contains(where: $0.configuration.contains) } ?? false)
    }
    return result.trace.items.contains {
      if case .eventTaken(let queued, _) = $0 { queued.event == event } else { false }
    }
  }

  private func holds(_ state: CaseState) -> Bool {
    guard let condition = wait.condition else { return true }
    let evaluator = Evaluator(program: program, calendar: .china, state: state)
    return (try? evaluator.verdict(condition)) == .holds
  }

  private func isOver(_ result: StepResult) -> Bool {
    comesToEnd(result.trace.items[...]) || isAtEnd(result.state)
  }

  /// Whether a wait that begins in a step is over at its end. What the step passed through before
  /// ends nothing: at an opening a case comes by the desk on its way to where it waits.
  private func isOverSinceBegin(_ result: StepResult) -> Bool {
    let items = result.trace.items
    let begin = items.lastIndex { item in
      switch item {
      case .stateEntered(let state): wait.event == nil && wait.entering.contains(state)
      case .eventTaken(let queued, _): wait.event != nil && queued.event == wait.event
      default: false
      }
    }
    return comesToEnd(items[(begin ?? 0)...]) || isAtEnd(result.state)
  }

  private func comesToEnd(_ items: ArraySlice<Trace.Item>) -> Bool {
    items.contains {
      if case .stateEntered(let state) = $0 { wait.to.contains(state) } else { false }
    }
  }

  private func isAtEnd(_ state: CaseState) -> Bool {
    wait.to.contains(where: state.configuration.contains)
  }
}

/// How proofs of promises about time come out, each held against playing the cases.
struct JudgedWaits: CustomStringConvertible {
  private(set) var proved = 0
  private(set) var refuted = 0
  private(set) var undecided = 0

  var description: String { "proved \(proved), refuted \(refuted), undecided \(undecided)" }

  /// Proves the first promise of a rulebook.
  mutating func judge(_ text: String, seed: String) throws {
    let program = try compiled(text)
    switch prove(program.invariants[0], of: program, .china) {
    case .proved:
      proved += 1
      let late = try WaitingReplay(program).late()
      #expect(late == nil, "seed \(seed) is proved and late\n\(text)")
    case .refuted(let file):
      refuted += 1
      #expect(
        try WaitingReplay(program).waitsTooLong(file),
        "seed \(seed) is refuted by a case that is in time\n\(text)\n\(file.journal)")
      let breaches = PromiseWatch.breaches(
        of: file, by: Interpreter(program: program, calendar: .china))
      #expect(breaches.contains { $0.invariant == 0 }, "seed \(seed): nothing is told of it")
    case .notDecided: undecided += 1
    }
  }
}
