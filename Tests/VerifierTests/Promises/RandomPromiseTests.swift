import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Random workflows over two facts and a variable: what is proved is true of every situation that
/// plain exploration of the interpreter comes to, and what is refuted is false of one.
@Suite struct RandomPromiseTests {
  @Test(arguments: 0..<6)
  func provedIsTrueAndRefutedIsFalse(_ part: Int) throws {
    var counts = [0, 0, 0]
    for seed in 0..<40 {
      var random = SeededRandom(seed: part * 100 + seed)
      let program = try compiled(Self.rulebook(&random))
      guard let isBroken = try Exploration(program).breaks(program.invariants[0]) else { continue }
      switch prove(program.invariants[0], of: program, .china) {
      case .proved:
        counts[0] += 1
        #expect(!isBroken, "seed \(part * 100 + seed) is proved and broken")
      case .refuted:
        counts[1] += 1
        #expect(isBroken, "seed \(part * 100 + seed) is refuted and kept")
      case .notDecided: counts[2] += 1
      }
    }
    #expect(counts[0] > 0 && counts[1] > 0, "\(counts)")
    #expect(counts[2] < 12, "\(counts)")
  }

  /// Four states, two facts, a variable, and a promise `it`.
  static func rulebook(_ random: inout SeededRandom) -> String {
    let names = ["a", "b", "c", "d"]
    let states = names.map { name -> String in
      var lines = ["    \(name):"]
      if random.chance(3) { lines.append("      entry: [{set: {n: \(random.pick([0, 1, 2]))}}]") }
      lines.append("      on:")
      for event in ["e", "f"] {
        lines.append("        \(event): \(transition(names, &random))")
      }
      if random.chance(3) {
        lines.append("      always: [\(transition(names, &random, isGuarded: true))]")
      }
      return lines.joined(separator: "\n")
    }
    let first = guardText(&random)
    return """
      rulebook: random
      facts: {p: boolean, q: boolean}
      variables: {n: {start: 0}}
      events: {e: {}, f: {}}
      workflow:
        always: [{when: not(in(\(names[3]))) and (\(first)), to: \(names[3]), first: true}]
        states:
      \(states.map { "  " + $0.replacing("\n", with: "\n  ") }.joined(separator: "\n"))
      invariants:
        it: {never: in(\(random.pick(names))) and \(random.pick([
          "is known(p) and p", "is known(q) and not(q)", "n = 2",
          "n = 1 and is known(p) and not(p)",
        ]))}
      """
  }

  private static func transition(
    _ names: [String], _ random: inout SeededRandom, isGuarded: Bool = false
  ) -> String {
    var parts = ["to: \(random.pick(names))"]
    if isGuarded || random.chance(2) { parts.append("when: \"\(guardText(&random))\"") }
    if random.chance(3) { parts.append("do: [{set: {n: \(random.pick([0, 1, 2]))}}]") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func guardText(_ random: inout SeededRandom) -> String {
    random.pick([
      "p", "q", "not(p)", "p and q", "p or not(q)", "n = 1", "n = 0 and q", "p and n > 0",
    ])
  }
}
