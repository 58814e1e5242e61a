import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Promises about states where guards and conditions compute with facts: what is proved no case
/// breaks, what is refuted one does.
@Suite struct ArithmeticPromiseTests {
  private static func program(_ states: String, _ promise: String) throws -> Program {
    try compiled(
      """
      rulebook: t
      facts:
        paid: {type: money, min: 0}
        price: {type: money, min: 0}
        from: {type: date, min: 2000-01-01, max: 2100-01-01}
        to: {type: date, min: 2000-01-01, max: 2100-01-01}
      variables: {n: {start: 0}}
      events: {e: {}, f: {}}
      workflow:
        states:
      \(states)
          end: {type: final}
      invariants: {it: \(promise)}

      """)
  }

  private static let watched = """
        open: {on: {e: {when: paid >= 2 * price, to: rich}}}
        rich: {always: [{when: paid < 2 * price, to: open}], on: {f: end}}
    """
  private static let known = "is known(paid) and is known(price) and "

  private func proof(
    _ states: String, _ promise: String, _ solver: any ConditionSolver = Z3()
  ) throws -> Proof {
    let program = try Self.program(states, promise)
    let proof = prove(program.invariants[0], of: program, .china, asking: solver)
    if case .refuted(let file) = proof {
      #expect(breaks(file, program.invariants[0], of: program, .china))
    }
    return proof
  }

  @Test(arguments: [
    "{never: 'in(rich) and \(known) price * 2 > paid'}",
    "{in: rich, requires: 'not(is known(paid)) or not(is known(price)) or paid >= price'}",
    "{never: 'in(rich) and \(known) price > 1 and paid < price'}",
  ])
  func whatAGuardKeepsAwayIsProved(_ promise: String) throws {
    guard case .proved = try proof(Self.watched, promise) else {
      Issue.record("\(promise): \(try proof(Self.watched, promise))")
      return
    }
  }

  @Test(arguments: [
    "{never: 'in(rich) and \(known) price * 2 > paid - 1'}",
    "{in: rich, requires: paid >= 2 * price}",
    "{never: 'in(rich) and \(known) paid = 3 * price + 7.25 and price > 1234.5'}",
  ])
  func whatAGuardLetsPassIsRefutedWithACase(_ promise: String) throws {
    guard case .refuted = try proof(Self.watched, promise) else {
      Issue.record("\(promise): \(try proof(Self.watched, promise))")
      return
    }
  }

  @Test func aGuardOnEntryAloneKeepsNothingAway() throws {
    let states = """
          open: {on: {e: {when: paid >= 2 * price, to: rich}}}
          rich: {on: {f: end}}
      """
    let promise = "{never: 'in(rich) and \(Self.known) price * 2 > paid'}"
    guard case .refuted(let file) = try proof(states, promise) else {
      Issue.record("facts may change afterwards")
      return
    }
    #expect(file.journal.count == 2)
  }

  @Test func datesAreCountedOn() throws {
    let states = """
          open: {on: {e: {when: to >= from + duration("P30D"), to: late}}}
          late: {always: [{when: to < from + duration("P1M"), to: open}], on: {f: end}}
      """
    let known = "is known(from) and is known(to) and in(late) and "
    guard case .proved = try proof(states, "{never: '\(known) to < from + duration(\"P28D\")'}")
    else {
      Issue.record("a month has 28 days at least")
      return
    }
    if case .proved = try proof(states, "{never: '\(known) to < from + duration(\"P29D\")'}") {
      Issue.record("a month may have 28 days")
    }
  }

  @Test(arguments: [
    (SolverAnswer.missing, true), (.late, true), (.said("unknown"), false), (.said(""), false),
    (.said("sat"), false), (.said("unsat ("), false),
  ])
  func whatTheSolverDoesNotTellIsNotDecided(_ answer: SolverAnswer, _ isReason: Bool) throws {
    let promise = "{in: rich, requires: 'not(is known(paid)) or paid - price >= price'}"
    // Nonsense rules nothing out but what it says is ruled out.
    guard answer != .said("unsat ("),
      case .notDecided(let reason) = try proof(Self.watched, promise, Parrot(answer: answer))
    else { return }
    switch (reason, answer) {
    case (.solverMissing, .missing), (.solverLate, .late): #expect(isReason)
    default: #expect(!isReason, "\(reason)")
    }
  }

  @Test(arguments: 0..<4)
  func randomWorkflowsAreProvedOrRefutedAsAllCasesSay(_ part: Int) throws {
    var counts = (proved: 0, refuted: 0, undecided: 0)
    for seed in (part * 100)..<(part * 100 + 12) {
      let text = ArithmeticChart(seed: seed).text
      let program = try compiled(text)
      let invariant = program.invariants[0]
      let isBroken = try AllNumbers(program).breaks(invariant)
      switch prove(invariant, of: program, .china, asking: Z3()) {
      case .proved:
        counts.proved += 1
        #expect(!isBroken, "seed \(seed) is proved and broken\n\(text)")
      case .refuted(let file):
        counts.refuted += 1
        #expect(isBroken && breaks(file, invariant, of: program, .china), "seed \(seed)\n\(text)")
      case .notDecided: counts.undecided += 1
      }
    }
    #expect(counts.proved > 0 && counts.refuted > 0, "\(counts)")
    #expect(counts.undecided <= 3, "\(counts)")
  }
}

/// A small workflow whose guards compute with two numbers.
private struct ArithmeticChart {
  private var random: SeededRandom
  private(set) var text = ""

  init(seed: Int) {
    random = SeededRandom(seed: seed)
    var lines = [
      "rulebook: random",
      "facts: {p: {type: integer, min: 0, max: 2}, q: {type: integer, min: 0, max: 2}}",
      "events: {e: {}, f: {}}", "workflow:", "  states:",
    ]
    for name in ["a", "b", "c"] {
      let others = ["a", "b", "c"].filter { $0 != name }
      lines.append("    \(name):")
      lines.append("      on: {e: \(way(others)), f: \(way(others))}")
      if name != "a", !random.chance(3) { lines.append("      always: [\(way(["a"]))]") }
      if random.chance(4) { lines.append("      entry: [{set: {p: \(random.pick([0, 1, 2]))}}]") }
    }
    let place = random.pick(["b", "c"])
    lines.append("invariants:")
    lines.append(
      "  it: {never: 'in(\(place)) and is known(p) and is known(q) and \(condition())'}")
    text = lines.joined(separator: "\n") + "\n"
  }

  private mutating func way(_ targets: [String]) -> String {
    "{when: \"\(condition())\", to: \(random.pick(targets))}"
  }

  private mutating func condition() -> String {
    random.pick([
      "p > q", "p <= q", "p + q > 2", "p + q <= 2", "p - q = 1", "p < q", "2 * p > q", "p != q",
      "q > p and p > 0", "p = q or p > 1",
    ])
  }
}

/// Every situation that a small workflow about two numbers can come to, by the interpreter alone.
private struct AllNumbers {
  let program: Program
  let interpreter: Interpreter

  init(_ program: Program) {
    self.program = program
    interpreter = Interpreter(program: program, calendar: .china)
  }

  func breaks(_ invariant: Invariant) throws -> Bool {
    guard case .never(let condition) = invariant.kind else { return false }
    let values: [Value?] = [nil] + (0...2).map { .number(Number($0)) }
    let facts = values.flatMap { p in
      values.map { q in
        [p, q].enumerated().map {
          StatedFact(fact: ID($0.offset), value: $0.element, span: nil)
        }
      }
    }
    var open: [CaseState] = []
    var seen: Set<CaseState> = []
    func take(_ result: StepResult) throws -> Bool {
      guard result.refusal == nil else { return false }
      var state = result.state
      state.serial = 0
      let evaluator = Evaluator(program: program, calendar: .china, state: state)
      if try evaluator.verdict(condition) != .fails { return true }
      if seen.insert(state).inserted { open.append(state) }
      return false
    }
    for facts in facts where try take(interpreter.open(facts, at: nil)) { return true }
    while let state = open.popLast() {
      for facts in facts {
        for event in [nil] + program.events.ids.map(Optional.some) {
          let entry = Entry(
            at: nil, event: event, payload: [], by: nil, facts: facts, expectation: nil, span: nil)
          if try take(interpreter.step(state, entry)) { return true }
        }
      }
    }
    return false
  }
}
