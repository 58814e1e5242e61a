import Engine
import Model
import SourceText
import TestSupport

/// A random table over four facts of few values, as a rulebook's text, and all cases there are.
struct RandomTable {
  static let columns = ["a", "b", "c", "d"]
  private static let constants = [
    ["true", "false"], ["x", "y", "z"], ["1", "3", "5"], ["\"p\"", "\"q\""],
  ]

  var policy: String
  var rows: [[String]] = []
  var results: [String] = []
  var otherwise: String?

  init(_ policy: String, _ random: inout SeededRandom, hasOtherwise: Bool = false) {
    self.policy = policy
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      rows.append(Self.columns.indices.map { Self.cell($0, &random) })
      results.append(random.pick(["r", "s", "t"]))
    }
    otherwise = hasOtherwise ? "r" : nil
  }

  private static func cell(_ column: Int, _ random: inout SeededRandom) -> String {
    let one = random.pick(constants[column])
    let other = random.pick(constants[column])
    switch Int.random(in: 0..<7, using: &random) {
    case 0...2: return "-"
    case 3: return one
    case 4: return "not(\(one))"
    case 5: return "\(one), \(other)"
    default:
      guard column == 2 else { return one }
      return random.pick([
        "< \(one)", ">= \(one)", "[\(min(one, other))..\(max(one, other))]",
        "not(> \(one))", "null", "? != null and (? > \(one) or odd(?))", "-",
      ])
    }
  }

  var text: String {
    let table = zip(rows, results).enumerated().map { number, row in
      "| r\(number) | \(row.0.joined(separator: " | ")) | \(row.1) |"
    }
    return """
      rulebook: random
      facts:
        a: boolean
        b: [x, y, z]
        c: {type: integer, min: 0, max: 6, optional: true}
        d: text
      decisions:
        t:
          hit: \(policy)
          inputs: [a, b, c, d]
          outputs: {out: {type: [r, s, t]\(ranked ? ", priority: [s, t, r]" : "")}}
          rules: |
            | id | a | b | c | d | => out |
            \(table.joined(separator: "\n      "))
      \(otherwise.map { "    otherwise: \($0)" } ?? "")
      """
  }

  private var ranked: Bool { policy.contains("order") || policy == "priority" }
}

/// The interpreter's word on every case of a random table.
struct AllCases {
  let program: Program
  /// By case: the facts, and what the decision comes to or why not.
  private(set) var outcomes: [(facts: [Value?], result: Result<DecisionOutcome, Fault>)] = []

  init(_ program: Program) {
    self.program = program
    for a in [true, false] {
      for b in 0..<3 {
        for c in (0...6).map(Optional.some) + [nil] {
          for d in ["p", "q", "other"] {
            let word = Value.word(enumeration(of: 1), b)
            let number = c.map { Value.number(Number($0)) } ?? .null
            add([.boolean(a), word, number, .text(d)])
          }
        }
      }
    }
  }

  private func enumeration(of fact: Int) -> ID<Enumeration> {
    guard case .enumeration(let id) = program.facts[ID(fact)].type else {
      preconditionFailure("the second fact is a word")
    }
    return id
  }

  private mutating func add(_ facts: [Value?]) {
    let evaluator = Evaluator(program: program, calendar: .china, facts: facts)
    do throws(Fault) {
      guard case .decided(let outcome) = try evaluator.decide(ID(0)) else { return }
      outcomes.append((facts, .success(outcome)))
    } catch {
      outcomes.append((facts, .failure(error)))
    }
  }

  var hasGap: Bool {
    outcomes.contains { if case .failure(let fault) = $0.result { fault.isGap } else { false } }
  }

  /// By case: what it comes to, nil for none.
  var values: [Value?] {
    outcomes.map { try? $0.result.get().value }
  }

  /// Rows that give a result somewhere.
  var winners: Set<String> {
    var winners: Set<String> = []
    for case .success(let outcome) in outcomes.map(\.result) { winners.formUnion(outcome.rows) }
    return winners
  }

  /// Rows that match together where that is a fault.
  var conflicts: Set<[String]> {
    var conflicts: Set<[String]> = []
    for case .failure(let fault) in outcomes.map(\.result) {
      guard case .severalRows(_, let rows) = fault.reason else { continue }
      for (place, one) in rows.enumerated() {
        for other in rows[(place + 1)...] { conflicts.insert([one, other]) }
      }
    }
    return conflicts
  }

  /// Whether some result changes with one fact alone.
  func matters(_ fact: Int) -> Bool {
    var seen: [[Value?]: String] = [:]
    for (facts, result) in outcomes {
      var others = facts
      others[fact] = nil
      let said = (try? result.get()).map { "\($0.value)" } ?? "fault"
      if let before = seen[others], before != said { return true }
      seen[others] = said
    }
    return false
  }
}

extension Fault {
  var isGap: Bool { if case .noRow = reason { true } else { false } }
}
