import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Tables that compute with facts: with a solver, what is found is what the interpreter says of
/// every case; without one it is said that something is not told.
@Suite struct ArithmeticTableTests {
  private static let seeds = 0..<14

  /// What is found for a table: what regions tell, then what the solver adds.
  private func findings(
    _ program: Program, _ solver: any ConditionSolver = Z3()
  ) throws -> [TableFinding] {
    var analysis = try #require(TableAnalysis(ID(0), in: program, .china))
    return analysis.run() + analysis.arithmetic(asking: solver)
  }

  @Test(arguments: seeds, ["first", "unique"])
  func gapsAreToldExactlyWhereSomeCaseHasNoRow(_ seed: Int, _ policy: String) throws {
    let table = ArithmeticTable(policy, seed: seed)
    let program = try compiled(table.text)
    let found = try findings(program)
    let gaps = found.filter { $0.kind == .gap }
    #expect(gaps.isEmpty != AllPairs(program).hasGap, "\(table.text)\n\(found)")
    for gap in gaps { #expect(AllPairs.isGap(gap.facts, program), "\(table.text)\n\(gap)") }
    let open = found.filter(\.isOpen)
    #expect(open.isEmpty, "\(table.text)")
  }

  @Test(arguments: seeds)
  func conflictsAreThePairsThatSomeCaseMeets(_ seed: Int) throws {
    let table = ArithmeticTable("unique", seed: 100 + seed)
    let program = try compiled(table.text)
    let found = try findings(program)
    var pairs: Set<[String]> = []
    var isCut = false
    for finding in found {
      guard case .conflict(let one, let other) = finding.kind else { continue }
      pairs.insert(["r\(min(one, other))", "r\(max(one, other))"])
      isCut = isCut || finding.more > 0
    }
    let real = AllPairs(program).conflicts
    #expect(isCut ? pairs.isSubset(of: real) : pairs == real, "\(table.text)")
  }

  @Test(arguments: seeds)
  func rowsThatNeverWinAreThoseThatNoCaseGoesTo(_ seed: Int) throws {
    let table = ArithmeticTable("first", seed: 200 + seed)
    let program = try compiled(table.text)
    var losers: Set<String> = []
    for finding in try findings(program) {
      switch finding.kind {
      case .dead(let row): losers.insert("r\(row)")
      case .masked(let row, let others):
        losers.insert("r\(row)")
        let last = others.max()
        #expect(last.map { $0 < row } == true, "\(table.text)")
      default: break
      }
    }
    let all = Set(table.rows.indices.map { "r\($0)" })
    #expect(losers == all.subtracting(AllPairs(program).winners), "\(table.text)")
  }

  private static let open = ArithmeticTable(
    policy: "first",
    rows: [["-", "-", "false", "-"], ["-", "-", "true", ">= 1"]])

  @Test(
    arguments: [
      (.missing, .missing), (.late, .late), (.said("unknown"), .unclear),
      (.said("nonsense"), .unclear), (.said(""), .unclear),
    ] as [(SolverAnswer, TableFinding.Silence)])
  func whatNobodyTellsIsSaidToBeOpen(_ answer: SolverAnswer, _ why: TableFinding.Silence) throws {
    let found = try findings(try compiled(Self.open.text), Parrot(answer: answer))
    #expect(found.map(\.kind) == [.undecided(why)])
    #expect(found.first?.region.isEmpty == false)
  }

  @Test func aTableThatComputesWithNothingAsksNobody() throws {
    var random = SeededRandom(seed: 7)
    let program = try compiled(RandomTable("first", &random).text)
    var analysis = try #require(TableAnalysis(ID(0), in: program, .china))
    _ = analysis.run()
    #expect(analysis.arithmetic(asking: Tripwire()) == [])
  }

  /// Fails the test that asks it anything.
  private struct Tripwire: ConditionSolver {
    func answer(_ script: String) -> SolverAnswer {
      Issue.record("the solver is asked")
      return .missing
    }
  }
}

/// A random table over two small numbers, what they come to together and which is greater.
private struct ArithmeticTable {
  var policy: String
  var rows: [[String]] = []

  init(policy: String, rows: [[String]]) {
    self.policy = policy
    self.rows = rows
  }

  init(_ policy: String, seed: Int) {
    self.policy = policy
    var random = SeededRandom(seed: seed)
    for _ in 0..<Int.random(in: 2...5, using: &random) {
      rows.append([
        Self.number(&random, ["1", "2"]), Self.number(&random, ["0", "1"]),
        random.pick(["-", "-", "true", "false"]), Self.number(&random, ["2", "3", "5"]),
      ])
    }
  }

  private static func number(_ random: inout SeededRandom, _ constants: [String]) -> String {
    let one = random.pick(constants)
    return random.pick(["-", "-", "-", "< \(one)", ">= \(one)", one, "not(\(one))"])
  }

  var text: String {
    let lines = rows.enumerated().map { number, row in
      "| r\(number) | \(row.joined(separator: " | ")) | \(number) |"
    }
    return """
      rulebook: random
      facts: {a: {type: integer, min: 0, max: 3}, b: {type: integer, min: -1, max: 2}}
      decisions:
        t:
          hit: \(policy)
          inputs: [a, b, {name: more, is: a > b + 1}, {name: total, is: 2 * a + b}]
          outputs: {out: number}
          rules: |
            | id | a | b | more | total | => out |
            \(lines.joined(separator: "\n      "))

      """
  }
}

/// The interpreter's word on every two numbers.
private struct AllPairs {
  private(set) var outcomes: [Result<DecisionOutcome, Fault>] = []

  init(_ program: Program) {
    for a in 0...3 {
      for b in -1...2 {
        outcomes.append(Self.outcome([.number(Number(a)), .number(Number(b))], program))
      }
    }
  }

  private static func outcome(
    _ facts: [Value?], _ program: Program
  ) -> Result<DecisionOutcome, Fault> {
    let evaluator = Evaluator(program: program, calendar: .china, facts: facts)
    do throws(Fault) {
      guard case .decided(let outcome) = try evaluator.decide(ID(0)) else {
        preconditionFailure("all facts are known")
      }
      return .success(outcome)
    } catch {
      return .failure(error)
    }
  }

  static func isGap(_ facts: [StatedFact], _ program: Program) -> Bool {
    var all: [Value?] = program.facts.elements.map { _ in nil }
    for stated in facts { all[stated.fact.index] = stated.value }
    if case .failure(let fault) = outcome(all, program) { return fault.isGap }
    return false
  }

  var hasGap: Bool {
    outcomes.contains { if case .failure(let fault) = $0 { fault.isGap } else { false } }
  }

  var winners: Set<String> {
    var winners: Set<String> = []
    for case .success(let outcome) in outcomes { winners.formUnion(outcome.rows) }
    return winners
  }

  var conflicts: Set<[String]> {
    var conflicts: Set<[String]> = []
    for case .failure(let fault) in outcomes {
      guard case .severalRows(_, let rows) = fault.reason else { continue }
      for (place, one) in rows.enumerated() {
        for other in rows[(place + 1)...] { conflicts.insert([one, other]) }
      }
    }
    return conflicts
  }
}

extension TableFinding {
  fileprivate var isOpen: Bool { if case .undecided = kind { true } else { false } }
}
