import TestSupport

/// Random rulebooks of what batch steps by tables, and now and then of what it does not: tables of
/// all kinds of columns, charts with guards, nested and parallel states, raised events.
struct RandomRulebook {
  private var random: SeededRandom
  private var lines: [String] = []
  /// Whether one state at a time is active, and most that happens is a comparison and a sum.
  private let isNarrow: Bool

  static func text(seed: Int, isNarrow: Bool = false) -> String {
    var rulebook = RandomRulebook(random: SeededRandom(seed: seed), isNarrow: isNarrow)
    rulebook.write()
    return rulebook.lines.joined(separator: "\n") + "\n"
  }

  private init(random: SeededRandom, isNarrow: Bool) {
    self.random = random
    self.isNarrow = isNarrow
  }

  private mutating func write() {
    lines = [
      isNarrow ? "rulebook: r\nunhandled: ignore" : "rulebook: r",
      "types: {kinds: {values: [a, b, 丙]}, grades: {ordered: [low, middle, high]}}",
      "roles: {clerk: {}, head: {}}", "facts:", "  sum: {type: money, max: 9000}",
      "  count: {type: integer, min: 0, optional: true}", "  kind: kinds",
      "  grade: {type: grades, optional: true}",
      "  urgent: {type: boolean\(maybe(", fixed: true"))}",
      "  name: text", "  day: {type: date, optional: true}", "  tags: list of text",
      "  left: {type: integer, min: 0, max: 40}",
      "variables: {n: {type: integer, start: 0}, mark: {type: boolean, start: false}}",
      "events:", "  e: {}", "  f: {with: {x: integer, y: kinds or null}}",
      "  g: {by: [\(pick(["clerk", "head", "clerk, head"]))]}", "  inner: {}", "decisions:",
    ]
    for name in ["one", "two", "three"].prefix(1 + pick([0, 1, 2])) { writeTable(name) }
    if chance(2) { lines.append("  flat: {is: \(condition(in: nil))}") }
    if !isNarrow, chance(6) { return }
    lines += ["workflow:", "  initial: s0", "  states:"]
    writeStates(["s0", "s1", "s2", "s3"], indent: "    ", depth: 0)
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element { random.pick(choices) }
  private mutating func chance(_ odds: Int) -> Bool { random.chance(odds) }
  private mutating func maybe(_ text: String) -> String { chance(3) ? text : "" }
}

// Decisions.
extension RandomRulebook {
  private static let columns: [(String, [String])] = [
    ("sum", ["< 5", "5", ">= 100.5", "[5..100.5)", "not(5)", "5, > 7000", "not(< 100)"]),
    ("count", ["null", "0", "> 2", "null, 1", "not(null)", "not(3)"]),
    ("kind", ["a", "a, 丙", "not(b)"]), ("grade", [">= middle", "low", "null", "not(high)"]),
    ("urgent", ["true", "false"]), ("name", ["\"甲某\"", "not(\"甲某\", \"乙某\")"]),
    ("day", ["> date(\"2026-05-06\")", "null", "date(\"2026-05-10\")"]),
    ("sum - 1", ["< 4", ">= 0"]),
  ]

  private mutating func writeTable(_ name: String) {
    let count = chance(12) ? 70 : 1 + pick([0, 1, 2, 3, 4])
    var columns = Self.columns.filter { _ in chance(3) }
    if columns.isEmpty { columns = [Self.columns[2]] }
    // Tables do not multiply.
    if chance(12) { columns.append(("sum * 2", ["< 10"])) }
    let policies = ["unique", "any", "collect"].filter { _ in !isNarrow }
    let policy = pick(["first", "first", "first", "first", "first", "first"] + policies)
    let hasTwo = chance(2)
    lines += ["  \(name):", "    hit: \(policy)", "    inputs:"]
    for (place, column) in columns.enumerated() {
      lines.append("      - {name: c\(place), is: \(column.0)}")
    }
    lines.append(
      hasTwo ? "    outputs: {to: kinds, days: integer}" : "    outputs: {to: grades}")
    lines.append("    rules:")
    for row in 0..<count {
      let cells = columns.enumerated().compactMap { place, column in
        chance(4) ? nil : "c\(place): '\(pick(column.1))'"
      }
      lines.append(
        "      - {id: r\(row), when: {\(cells.joined(separator: ", "))}, then: \(output(hasTwo))}")
    }
    if policy != "collect", !chance(4) { lines.append("    otherwise: \(output(hasTwo))") }
  }

  private mutating func output(_ hasTwo: Bool) -> String {
    hasTwo
      ? "{to: \(pick(["a", "b", "丙"])), days: \(pick(["1", "2.0", "30"]))}"
      : pick(["low", "middle", "high"])
  }
}

// The chart.
extension RandomRulebook {
  private mutating func writeStates(_ names: [String], indent: String, depth: Int) {
    for name in names {
      if depth > 0, name == names.last, chance(2) {
        lines.append("\(indent)\(name): {type: final}")
        continue
      }
      lines.append("\(indent)\(name):")
      lines.append("\(indent)  title: {en: state}")
      if chance(isNarrow ? 9 : 3) { lines.append("\(indent)  entry: [\(action())]") }
      if chance(6) { lines.append("\(indent)  exit: [\(action())]") }
      if !isNarrow, chance(8) {
        lines.append("\(indent)  always: [{when: \(condition(in: name)), to: \(target())}]")
      }
      writeTransitions(of: name, indent)
      guard depth == 0, chance(2) else { continue }
      if !isNarrow, chance(3) {
        lines.append("\(indent)  parallel:")
        for region in ["p", "q"] {
          lines.append("\(indent)    \(name)\(region):")
          lines.append("\(indent)      states:")
          writeStates(
            ["\(name)\(region)0", "\(name)\(region)1"], indent: indent + "        ", depth: 2)
        }
      } else {
        lines.append("\(indent)  states:")
        writeStates(["\(name)x0", "\(name)x1"], indent: indent + "    ", depth: 1)
      }
    }
    if depth == 0 { lines.append("\(indent)end: {type: final}") }
  }

  private mutating func writeTransitions(of name: String, _ indent: String) {
    lines.append("\(indent)  on:")
    for event in ["e", "f", "g", "inner"] where event == "e" || chance(2) {
      var arcs: [String] = []
      for _ in 0..<pick([1, 1, 2]) {
        let guarded = chance(2) ? "when: \(condition(in: name, payload: event == "f")), " : ""
        let target = chance(5) ? "do: [\(action())]" : "to: \(target())"
        let actions = target.hasPrefix("to") && chance(3) ? ", do: [\(action())]" : ""
        arcs.append("{\(guarded)\(target)\(actions)}")
      }
      lines.append("\(indent)    \(event): [\(arcs.joined(separator: ", "))]")
    }
  }

  private mutating func target() -> String { pick(["s0", "s1", "s2", "s3", "s1", "s2", "end"]) }

  private mutating func action() -> String {
    if isNarrow, !chance(6) { return sum() }
    return pick([
      "{set: {n: n + 1}}", "{set: {mark: not(mark)}}", "{decide: one}", "{raise: inner}",
      "{inform: Come again.}",
      "{choose: [{when: n > 2, do: [{set: {n: 0}}]}, {do: [{decide: one}]}]}",
    ])
  }

  /// What changes one value, also beyond what it may be.
  private mutating func sum() -> String {
    let text = pick([
      "n: n + 1", "n: n - 3", "n: 2 + n", "n: 7", "n: 5 - n", "n: left", "left: left - 1",
      "left: n", "left: 41", "count: left", "count: 3", "sum: sum + 2500", "sum: sum - 10000.5",
      "sum: 9000.01", "kind: 丙", "grade: high", "mark: true", "mark: urgent", "name: \"甲某\"",
    ])
    return "{set: {\(text)}}"
  }

  private mutating func condition(in state: String?, payload: Bool = false) -> String {
    var choices = [
      "sum > 100", "kind = a", "kind in (a, 丙) and urgent", "urgent or sum < 5", "not(urgent)",
      "count != null and count > 1", "grade = high", "sum in [5..100]", "name = \"甲某\"",
      "is known(sum) and sum >= 7", "if urgent then sum < 10 else sum > 10", "count = null",
    ]
    if isNarrow {
      choices += [
        "3 > left", "sum <= 100", "not(sum in [5..100])", "kind != a", "not(kind = b)",
        "grade != low", "urgent = false", "left > 1 and left <= 3", "left != 2", "2 <= left",
        "day != null", "left < 0 and left > 5", "sum > 10 and left > 0", "urgent",
      ]
    }
    if state != nil { choices += ["n >= 2", "mark", "n + 1 > 2 or mark"] }
    if state != nil, isNarrow { choices += ["n in [1..3]", "not(mark)", "n != left", "7 = n"] }
    if state != nil, !isNarrow { choices.append("in(s1)") }
    if payload { choices += ["event.x > 1", "event.y = a", "event.y = null"] }
    return "'\(pick(choices))'"
  }
}
