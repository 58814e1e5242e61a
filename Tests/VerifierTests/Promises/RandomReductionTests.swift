import Engine
import Foundation
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Random workflows in which all occurs that a sketch leaves out or draws together: decisions,
/// frozen or not, numbers that guards, branches and tables compare, facts that actions state,
/// variables that are computed, events that only write down, `first` transitions that only tell,
/// words that have to wait, what comes with an event, histories, regions. The answer is that of
/// plain exploration, which leaves nothing out.
///
/// With `ORACLE=1` in the environment there are many more of them.
@Suite struct RandomReductionTests {
  private static let seedsEach =
    ProcessInfo.processInfo.environment["ORACLE"] == "1" ? 400 : 12

  @Test(arguments: 0..<4)
  func withAllThatIsLeftOutTheAnswerIsTheSame(_ part: Int) throws {
    var counts = (proved: 0, refuted: 0, undecided: 0, skipped: 0)
    for seed in 0..<Self.seedsEach {
      let seed = part * 10_000 + seed
      var random = RandomReduction(seed: seed)
      let text = random.rulebook()
      let program = try compiled(text)
      let exploration = Exploration(program, RandomReduction.domains)
      guard let isBroken = try exploration.breaks(program.invariants[0], limit: 14) else {
        counts.skipped += 1
        continue
      }
      switch prove(program.invariants[0], of: program, .china, effort: 2_500) {
      case .proved:
        counts.proved += 1
        #expect(!isBroken, "seed \(seed) is proved and broken\n\(text)")
      case .refuted:
        counts.refuted += 1
        #expect(isBroken, "seed \(seed) is refuted and kept\n\(text)")
      case .notDecided: counts.undecided += 1
      }
    }
    #expect(counts.proved > 0 && counts.refuted > 0, "\(counts)")
  }
}

/// A workflow of four states, of which one may have states or regions inside.
private struct RandomReduction {
  /// By fact, `p`, `q`, `a`: unknown, and a value for each stretch.
  static let domains: [[Value?]] = [
    [nil, .boolean(true), .boolean(false)], [nil, .boolean(true), .boolean(false)],
    [nil, .number(2), .number(3)],
  ]

  private var random: SeededRandom
  private let states = ["s", "t", "u", "v"]
  private let inner: [String]
  private let isParallel: Bool

  init(seed: Int) {
    random = SeededRandom(seed: seed)
    isParallel = random.chance(2)
    inner = random.chance(2) ? [] : isParallel ? ["x", "y", "z", "w"] : ["x", "y"]
  }

  mutating func rulebook() -> String {
    var lines = [
      "rulebook: random",
      "facts: {p: boolean, q: boolean, a: {type: integer, min: 0, max: 4}}",
      "variables: {n: {start: 0}, k: {start: 0}, b: {start: \"false\"}, note: {start: 0}}",
      "events: {e: {}, f: {with: {yes: boolean}}}",
      "decisions:",
      "  live: {is: \(pick(["p and a > 2", "q or a <= 2", "not(p)", "a >= 3"]))}",
      "  kept: {is: \(pick(["p", "a > 2", "p or q"]))}",
      "  row:",
      "    hit: \(pick(["first", "unique", "any"]))",
      "    outputs: {o: [high, low]}",
      "    rules:",
      "      - {id: one, when: \(pick(["a > 2", "a >= 3 and p", "q"])), then: high}",
      "      - {id: two, when: \(pick(["a <= 2", "not(q)", "a <= 2 and q"])), then: low}",
      "workflow:",
    ]
    lines += alwaysFirst()
    lines.append("  states:")
    for state in states { lines += ["    \(state):"] + indented(body(state), 6) }
    lines += ["    fin: {type: final}", "invariants:", "  it: \(promise())"]
    let text = lines.joined(separator: "\n") + "\n"
    // What nobody raises has to be declared.
    return text.contains("{raise: r}")
      ? text : text.replacing("events: {e: {}", with: "events: {r: {}, e: {}")
  }

  private mutating func pick(_ words: [String]) -> String { random.pick(words) }

  private func indented(_ lines: [String], _ width: Int) -> [String] {
    lines.map { String(repeating: " ", count: width) + $0 }
  }

  /// What is looked at before anything else: it leads on, or only tells and notes.
  private mutating func alwaysFirst() -> [String] {
    guard random.chance(2) else { return [] }
    var lines: [String] = []
    for _ in 0..<2 where random.chance(2) {
      guard !random.chance(2) else {
        lines.append("    - {when: \"not(in(v)) and (\(condition()))\", to: v, first: true}")
        continue
      }
      let noted = pick(["note: note + 1", "note: 1", "b: true", "k: 1"])
      let deeds = "do: [\(telling()), {set: {\(noted)}}]"
      lines.append("    - {when: \"\(condition())\", \(deeds), first: true}")
    }
    return lines.isEmpty ? [] : ["  always:"] + lines
  }

  private mutating func telling() -> String {
    pick([
      "{inform: something}", "{inform: {is: if p then \"a\" else \"b\"}}",
      "{choose: [{when: q, do: [{inform: more}]}, {do: []}]}",
    ])
  }

  private mutating func body(_ name: String) -> [String] {
    var lines: [String] = []
    if random.chance(4) { lines.append("entry: [\(deed())]") }
    if random.chance(6) { lines.append("exit: [\(deed())]") }
    lines.append("on:")
    for event in ["e", "f", "r"] where lines.last == "on:" || !random.chance(3) {
      lines.append("  \(event): \(transition(isGuarded: false, event))")
    }
    if random.chance(4) { lines.append("always: [\(transition(isGuarded: true, nil))]") }
    guard name == "t", !inner.isEmpty else { return lines }
    return lines + inside()
  }

  private mutating func inside() -> [String] {
    var lines: [String] = []
    func region(_ names: [String], _ random: inout SeededRandom) -> [String] {
      names.flatMap { name -> [String] in
        let other = random.pick(names + (random.chance(4) ? states : []))
        let guarded = random.chance(2) ? "when: q, " : ""
        let deeds =
          random.chance(4) ? ", do: [{set: {\(random.pick(["k: 1", "n: 2", "p: true"]))}}]" : ""
        return [
          "\(name): {on: {\(random.pick(["e", "f", "r"])): {\(guarded)to: \(other)\(deeds)}}}"
        ]
      }
    }
    if isParallel {
      lines.append("parallel:")
      lines += ["  g:", "    states:"] + indented(region(["x", "y"], &random), 6)
      lines += ["  h:", "    states:"] + indented(region(["z", "w"], &random), 6)
    } else {
      lines += ["states:"] + indented(region(["x", "y"], &random), 2)
      lines.append("  back: {type: history, to: x}")
    }
    return lines
  }

  private mutating func transition(isGuarded: Bool, _ event: String?) -> String {
    var parts: [String] = []
    let targets = states + ["fin"] + (inner.isEmpty ? [] : [isParallel ? "y" : "back"])
    let deeds = (0..<random.pick([0, 1, 2])).map { _ in deed(canRaise: event == "e") }
    if isGuarded || !random.chance(4) { parts.append("to: \(random.pick(targets))") }
    if isGuarded || random.chance(2) {
      let asked = event == "f" && random.chance(3) ? "event.yes" : condition()
      parts.append("when: \"\(asked)\"")
    }
    if !deeds.isEmpty || parts.isEmpty {
      parts.append(
        "do: [\((deeds + (deeds.isEmpty ? ["{set: {n: 1}}"] : [])).joined(separator: ", "))]")
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  private mutating func deed(canRaise: Bool = false) -> String {
    if canRaise, random.chance(3) { return "{raise: r}" }
    return pick([
      "{set: {n: 1}}", "{set: {n: 2}}", "{set: {n: n + 1}}", "{set: {k: n}}", "{set: {b: p}}",
      "{set: {b: live}}", "{set: {n: 0, k: 0}}", "{set: {p: true}}", "{set: {q: false}}",
      "{set: {a: 3}}", "{set: {p: q}}", "{decide: kept}", "{set: {note: note + 1}}",
      "{set: {b: \"note > 1\"}}", "{set: {k: note}}",
      "{choose: [{when: \"a > 2\", do: [{set: {k: 1}}]}, {do: [{set: {k: 2}}]}]}",
      "{choose: [{when: p, do: [{set: {n: 1}}]}, {do: []}]}", telling(),
    ])
  }

  private mutating func condition() -> String {
    pick(
      [
        "p", "q", "not(p)", "p and q", "p or q", "a > 2", "a = 3", "live", "kept", "not(kept)",
        "row = high", "row = low and p", "n = 1", "k = 1", "k = 2 and p", "n > 1", "b", "not(b)",
        "is known(a)", "is known(p) and p", "in(s) or q", "in(u) and p", "is known(kept)",
        "note = 1",
      ] + (inner.isEmpty ? [] : ["in(x)", "in(y) and q"]))
  }

  private mutating func promise() -> String {
    let place = pick(states + (inner.isEmpty ? [] : ["x"]))
    switch random.pick([0, 1, 2, 3, 4]) {
    case 0:
      let targets = [pick(states), pick(["v", "fin", "u"])]
      return
        "{in: \(place), on: \(pick(["e", "f"])), leads_to: [\(targets.joined(separator: ", "))]}"
    case 1:
      let required = pick([
        "not(is known(p)) or p", "n < 2", "k = 0", "not(b)", "not(is known(a)) or a < 3",
        "n + k < 3", "not(is known(live)) or live",
      ])
      return "{in: \(place), requires: \"\(required)\"}"
    case 2:
      let riddle = pick([
        "is known(live) and live and not(p)", "is known(row) and row = high and a <= 2",
        "is known(kept) and kept and is known(p) and not(p)", "is known(a) and a > 2 and live",
        "is known(row) and row = low and q",
      ])
      return "{never: \"\(riddle)\"}"
    default:
      let what = pick([
        "is known(p) and p", "n = 2", "k = 1", "k = 2", "b", "n = 1 and k = 1",
        "is known(a) and a > 2", "n > 2", "is known(q) and q and n = 1", "n > k",
        "k = 1 and not(b)",
      ])
      return "{never: \"in(\(place)) and \(what)\"}"
    }
  }
}
