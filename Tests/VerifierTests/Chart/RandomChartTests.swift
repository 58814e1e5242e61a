import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Random workflows: what is said never to happen does not, wherever the interpreter can come to.
@Suite struct RandomChartTests {
  @Test(arguments: 0..<6)
  func whatIsSaidNeverToHappenDoesNot(_ part: Int) throws {
    var told: [String: Int] = [:]
    for seed in 0..<40 {
      var random = SeededRandom(seed: 500_000 + part * 1000 + seed)
      let text = Self.rulebook(&random)
      let program = try compiled(text)
      let chart = try #require(program.chart)
      let seen = Wandering(program)
      for finding in verify(program, .china) {
        told[finding.code.id, default: 0] += 1
        let spans = [finding.primary.span]
        switch finding.code.id {
        case "FQ1510", "FQ1511":
          let taken = seen.taken.filter { id in
            spans.contains(chart.transitions[id].span)
              || chart.transitions[id].condition.map { spans.contains($0.span) } ?? false
          }
          #expect(taken.isEmpty, "\(finding.message.en)\n\(text)")
        case "FQ1512":
          #expect(!seen.entered.contains { spans.contains(chart.states[$0].span) }, "\(text)")
        case "FQ1513":
          let places = spans + finding.labels.map(\.span)
          let states = chart.states.ids.filter { places.contains(chart.states[$0].span) }
          #expect(!seen.leadsToEnd(from: Set(states)), "\(text)")
        default: break
        }
      }
    }
    #expect(told["FQ1510", default: 0] > 0 && told["FQ1511", default: 0] > 0, "\(told)")
    #expect(told["FQ1512", default: 0] > 0 && told["FQ1513", default: 0] > 0, "\(told)")
  }

  private static func rulebook(_ random: inout SeededRandom) -> String {
    let names = ["a", "b", "c", "d"]
    let hasEnd = names.filter { _ in random.chance(4) }
    var lines = [
      "rulebook: random", "facts: {x: {type: integer, min: 0, max: 5}, p: boolean}",
      "events: {e: {}, f: {}}", "workflow:", "  states:",
    ]
    let isTrap = random.chance(3)
    for name in names {
      lines += ["    \(name):", "      on:"]
      let inTrap = isTrap && ["c", "d"].contains(name)
      let targets = inTrap ? ["c", "d"] : names + (hasEnd.contains(name) ? ["end"] : [])
      for event in ["e", "f"] {
        lines.append("        \(event):")
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          lines.append("          - \(transition(targets, &random))")
        }
      }
      if random.chance(3) {
        lines.append("      always: [\(transition(targets, &random, isGuarded: true))]")
      }
    }
    return (lines + ["    end: {type: final}"]).joined(separator: "\n") + "\n"
  }

  private static func transition(
    _ targets: [String], _ random: inout SeededRandom, isGuarded: Bool = false
  ) -> String {
    var parts = ["to: \(random.pick(targets))"]
    if isGuarded || !random.chance(5) { parts.append("when: \"\(random.pick(guards))\"") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private static let guards = [
    "x < 2", "x >= 2 and x < 4", "x > 3", "x > 3 and x < 2", "x > 5", "p", "not(p)",
    "x = 1 or p", "is known(p) and p", "in(a)", "in(b) and p", "x < 2 and p", "x != 2",
    "not(x < 2 or p)", "odd(x) and x > 1", "x in (1, 3)", "x + 1 < 2",
  ]
}

/// Everywhere a workflow over `x` and `p` leads, by the interpreter alone.
private struct Wandering {
  private(set) var taken: Set<ID<Transition>> = []
  private(set) var entered: Set<ID<State>> = []
  private var next: [CaseState: Set<CaseState>] = [:]

  init(_ program: Program) {
    let interpreter = Interpreter(program: program, calendar: .china)
    let xs = [nil] + (0...5).map { Value.number(Number($0)) }
    let ps: [Value?] = [nil, .boolean(true), .boolean(false)]
    let facts = xs.flatMap { x in
      ps.map { p in
        [x, p].enumerated().map { StatedFact(fact: ID($0.offset), value: $0.element, span: nil) }
      }
    }
    var open: [CaseState] = []
    for facts in facts {
      guard let state = note(interpreter.open(facts, at: nil)) else { continue }
      if next[state] == nil { open.append(state) }
      next[state] = next[state] ?? []
    }
    while let state = open.popLast() {
      for facts in facts {
        for event in [nil] + program.events.ids.map(Optional.some) {
          let entry = Entry(
            at: nil, event: event, payload: [], by: nil, facts: facts, expectation: nil, span: nil)
          guard let after = note(interpreter.step(state, entry)) else { continue }
          next[state, default: []].insert(after)
          if next[after] == nil {
            next[after] = []
            open.append(after)
          }
        }
      }
    }
  }

  private mutating func note(_ result: StepResult) -> CaseState? {
    guard result.refusal == nil else { return nil }
    for item in result.trace.items {
      if case .transitionTaken(let id) = item { taken.insert(id) }
      if case .stateEntered(let id) = item { entered.insert(id) }
    }
    var state = result.state
    state.serial = 0
    state.facts = state.facts.map { _ in nil }
    return state
  }

  /// Whether some case that stands in one of the states comes to an end.
  func leadsToEnd(from states: Set<ID<State>>) -> Bool {
    var open = next.keys.filter { !states.isDisjoint(with: $0.configuration) }
    var seen = Set(open)
    while let state = open.popLast() {
      if state.isFinished { return true }
      for after in next[state] ?? [] where seen.insert(after).inserted { open.append(after) }
    }
    return false
  }
}
