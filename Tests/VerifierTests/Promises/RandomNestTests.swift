import Engine
import Foundation
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Random workflows with states in states, regions, history, raised events and `first`: where what
/// a promise does not speak of is drawn as one state, the answer is that of plain exploration.
///
/// With `ORACLE=1` in the environment there are thousands of them.
@Suite struct RandomNestTests {
  private static let seedsEach =
    ProcessInfo.processInfo.environment["ORACLE"] == "1" ? 400 : 15

  @Test(arguments: 0..<8)
  func drawnAsOneTheAnswerIsTheSame(_ part: Int) throws {
    var counts = (proved: 0, refuted: 0, undecided: 0)
    for seed in 0..<Self.seedsEach {
      let seed = part * 10_000 + seed
      var nest = RandomNest(seed: seed)
      let text = nest.rulebook()
      let program = try compiled(text)
      guard let isBroken = try Exploration(program).breaks(program.invariants[0], limit: 40) else {
        continue
      }
      switch prove(program.invariants[0], of: program, .china, effort: 3_000) {
      case .proved:
        counts.proved += 1
        #expect(!isBroken, "seed \(seed) is proved and broken\n\(text)")
      case .refuted(let file):
        counts.refuted += 1
        #expect(isBroken, "seed \(seed) is refuted and kept\n\(text)")
        let replay = Interpreter(program: program, calendar: .china).replay(file)
        #expect(replay.steps.dropLast().allSatisfy { $0.result.refusal == nil })
      case .notDecided: counts.undecided += 1
      }
    }
    #expect(counts.proved + counts.refuted > 3, "\(counts)")
  }
}

/// A small workflow: `a`, `b` and a nest `n`, all in `w`, which `out` may come back to.
private struct RandomNest {
  private var random: SeededRandom
  private let isParallel: Bool
  private let inner: [String]
  private let others = ["a", "b", "nest", "out"]

  init(seed: Int) {
    random = SeededRandom(seed: seed)
    isParallel = random.chance(2)
    inner = isParallel ? ["x", "y", "u", "v"] : ["x", "y", "z"]
  }

  mutating func rulebook() -> String {
    let all = others + inner
    var lines = [
      "rulebook: random", "facts: {p: boolean, q: boolean}",
      "variables: {n: {start: 0}, m: {start: 0}}", "events: {e: {}, f: {}, g: {}}", "workflow:",
    ]
    if random.chance(2) {
      lines.append("  always: [{when: not(in(out)) and p, to: out, first: true}]")
    }
    lines += ["  states:", "    w:"] + indented(body(others), 6) + ["      states:"]
    for name in ["a", "b"] { lines += ["        \(name):"] + indented(body(all), 10) }
    lines += ["        nest:"] + indented(body(all) + nest(), 10)
    lines.append("        h: {type: history, depth: \(random.pick(["deep", "shallow"])), to: a}")
    lines += ["    out:", "      on:", "        e: \(random.pick(["h", "a", "nest"]))"]
    lines.append("        f: {to: \(random.pick(all)), do: [{set: {n: 0}}, {raise: r}]}")
    lines += ["invariants:", "  it: \(promise())"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func indented(_ lines: [String], _ width: Int) -> [String] {
    lines.map { String(repeating: " ", count: width) + $0 }
  }

  /// The states of the nest, or its regions.
  private mutating func nest() -> [String] {
    guard isParallel else {
      var lines = ["states:"]
      for name in inner {
        lines += ["  \(name):"] + indented(body(others + inner + ["fin"]), 4)
      }
      return lines + ["  fin: {type: final}"]
    }
    var lines = ["parallel:"]
    for (place, names) in [["x", "y"], ["u", "v"]].enumerated() {
      lines += ["  r\(place):", "    states:"]
      for name in names { lines += ["      \(name):"] + indented(body(others + names), 8) }
    }
    return lines
  }

  /// What a state does.
  private mutating func body(_ targets: [String]) -> [String] {
    var lines: [String] = []
    if random.chance(4) { lines.append("entry: [{set: {\(assignment())}}]") }
    if random.chance(8) { lines.append("exit: [{set: {\(assignment())}}]") }
    lines.append("on:")
    for event in ["e", "f", "g", "r"] where lines.last == "on:" || random.chance(2) {
      let raises = event != "r" && random.chance(4)
      lines.append("  \(event): \(transition(targets, isGuarded: false, raises: raises))")
    }
    if random.chance(3) {
      lines.append("always: [\(transition(targets, isGuarded: true))]")
    }
    return lines
  }

  private mutating func assignment() -> String {
    "\(random.chance(2) ? "n" : "m"): \(random.pick([0, 1, 2]))"
  }

  private mutating func transition(
    _ targets: [String], isGuarded: Bool, raises: Bool = false
  ) -> String {
    var parts: [String] = []
    let actions = deeds() + (raises ? ["{raise: r}"] : [])
    if !random.chance(4) || actions.isEmpty || isGuarded {
      parts.append("to: \(random.pick(targets))")
    }
    if isGuarded || random.chance(2) { parts.append("when: \"\(condition())\"") }
    if !actions.isEmpty { parts.append("do: [\(actions.joined(separator: ", "))]") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private mutating func deeds() -> [String] {
    var deeds: [String] = []
    if random.chance(3) { deeds.append("{set: {\(assignment())}}") }
    if random.chance(8) {
      let branch = "{when: \"\(condition())\", do: [{set: {\(assignment())}}]}"
      deeds.append("{choose: [\(branch), {do: []}]}")
    }
    return deeds
  }

  private mutating func condition() -> String {
    random.pick([
      "p", "q", "not(p)", "p and q", "p or not(q)", "m = 1", "n = 0 and q", "p and n > 0",
      "is known(p) and p", "in(a) or q", "in(nest) and p", "in(\(random.pick(inner)))", "m = n",
    ])
  }

  private mutating func promise() -> String {
    if random.chance(4) {
      let targets = [random.pick(["a", "b"]), random.pick(["nest", "out"])]
      let place = random.pick(["a", "b", "nest", "w"])
      return "{in: \(place), on: e, leads_to: [\(targets.joined(separator: ", "))]}"
    }
    let condition = random.pick([
      "is known(p) and p", "is known(q) and not(q)", "n = 2", "n = 1 and is known(p) and not(p)",
      "n = 1 and m = 2",
    ])
    return "{never: in(\(random.pick(others + inner.prefix(1)))) and \(condition)}"
  }
}
