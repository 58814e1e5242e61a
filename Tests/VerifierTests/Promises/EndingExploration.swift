import Engine
import Model
import SourceText
import Verifier

/// Whether a case can end, by the interpreter alone: every event with all that facts may be.
struct EndingExploration {
  let program: Program
  let interpreter: Interpreter

  init(_ program: Program) {
    self.program = program
    interpreter = Interpreter(program: program, calendar: .china)
  }

  /// Whether there is a situation from which no end can be reached; nil where there are too many.
  func hasTrap(limit: Int = 300) throws -> Bool? {
    guard let graph = try graph(from: nil, limit: limit) else { return nil }
    return graph.canEnd.contains(false)
  }

  /// Whether an end can be reached from where a case stands.
  func canEnd(_ state: CaseState) throws -> Bool {
    try graph(from: state, limit: 2_000)?.canEnd.first ?? true
  }

  private func graph(from start: CaseState?, limit: Int) throws -> (canEnd: [Bool], size: Int)? {
    var states: [CaseState] = []
    var places: [CaseState: Int] = [:]
    var before: [[Int]] = []
    func take(_ state: CaseState, _ origin: Int?) {
      var plain = state
      plain.serial = 0
      plain.timers = []
      plain.clock = nil
      plain.opened = nil
      // Every entry states all facts anew.
      plain.facts = plain.facts.map { _ in nil }
      let place = places[plain] ?? states.count
      if place == states.count {
        places[plain] = place
        states.append(plain)
        before.append([])
      }
      if let origin { before[place].append(origin) }
    }
    if let start {
      take(start, nil)
    } else {
      for facts in assignments {
        let result = interpreter.open(facts, at: nil)
        if result.refusal == nil { take(result.state, nil) }
      }
    }
    var next = 0
    while next < states.count {
      if states.count > limit { return nil }
      let state = states[next]
      for event in [nil] + people.map(Optional.some) where !state.isFinished {
        for facts in assignments {
          let entry = Entry(
            at: nil, event: event, payload: [], by: nil, facts: facts, expectation: nil, span: nil)
          let result = interpreter.step(state, entry)
          if result.refusal == nil { take(result.state, next) }
        }
      }
      next += 1
    }
    var canEnd = states.map(\.isFinished)
    var open = canEnd.indices.filter { canEnd[$0] }
    while let place = open.popLast() {
      for origin in before[place] where !canEnd[origin] {
        canEnd[origin] = true
        open.append(origin)
      }
    }
    return (canEnd, states.count)
  }

  private var people: [ID<Event>] {
    program.events.ids.filter { program.events[$0].origin == .external }
  }

  /// All that boolean facts may be; others are left unknown.
  private var assignments: [[StatedFact]] {
    var all: [[StatedFact]] = [[]]
    for fact in program.facts.ids where program.facts[fact].type.unwrapped == .boolean {
      all = all.flatMap { stated in
        [nil, Value.boolean(true), Value.boolean(false)].map {
          stated + [StatedFact(fact: fact, value: $0, span: nil)]
        }
      }
    }
    return all
  }
}
