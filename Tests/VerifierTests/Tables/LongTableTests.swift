import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Tables of dozens of rows: what is found is what counting all points finds.
@Suite struct LongTableTests {
  private func found(
    _ family: LongTable.Family, _ policy: String, _ seeds: Range<Int>,
    _ check: (LongTable, [TableFinding]) -> Void
  ) throws {
    for seed in seeds {
      var random = SeededRandom(seed: 300_000 + seed)
      let rows = Int.random(in: 10...60, using: &random)
      let table = LongTable(family, rows: rows, policy, &random)
      let program = try compiled(table.text)
      var analysis = try #require(TableAnalysis(ID(0), in: program, .china))
      check(table, analysis.run())
    }
  }

  @Test(arguments: LongTable.Family.allCases, ["first", "priority"])
  func rowsThatNeverWinAreThoseThatWinAtNoPoint(
    _ family: LongTable.Family, _ policy: String
  ) throws {
    try found(family, policy, 0..<12) { table, findings in
      let losers = findings.compactMap { finding -> Int? in
        if case .masked(let row, _) = finding.kind { row } else { nil }
      }
      #expect(Set(losers) == table.losers, "\(table.text)")
      #expect(losers == losers.sorted())
    }
  }

  @Test(arguments: LongTable.Family.allCases)
  func theRowsSaidToGoBeforeOneHoldAllThatItMatches(_ family: LongTable.Family) throws {
    try found(family, "first", 20..<32) { table, findings in
      for case .masked(let row, let others) in findings.map(\.kind) {
        let isHeld = table.matches.allSatisfy { rows in
          !rows.contains(row) || rows.contains(where: others.contains)
        }
        #expect(isHeld && others.allSatisfy { $0 < row }, "\(table.text)")
      }
    }
  }

  @Test(arguments: LongTable.Family.allCases)
  func thereIsAGapWhereSomePointHasNoRow(_ family: LongTable.Family) throws {
    try found(family, "first", 40..<52) { table, findings in
      let gaps = findings.filter { $0.kind == .gap }
      #expect(gaps.isEmpty != table.matches.contains { $0.isEmpty }, "\(table.text)")
    }
  }

  @Test(arguments: LongTable.Family.allCases, ["unique", "any"])
  func conflictsAreThePairsThatMeetAtSomePoint(
    _ family: LongTable.Family, _ policy: String
  ) throws {
    try found(family, policy, 60..<72) { table, findings in
      var pairs: Set<[Int]> = []
      var more = 0
      for finding in findings {
        guard case .conflict(let one, let other) = finding.kind else { continue }
        pairs.insert([one, other])
        more += finding.more
      }
      let real = table.conflicts
      #expect(pairs.isSubset(of: real) && pairs.count == min(real.count, 5), "\(table.text)")
      #expect(more == min(max(0, real.count - 5), 21), "\(table.text)")
    }
  }

  @Test func aTableOfThousandsOfRowsIsLookedAtWhole() throws {
    let rows = 2_000
    let lines = (0..<rows).filter { $0 != 1_234 }.map { row in
      "| r\(row) | [\(row * 10)..\(row * 10 + 10)) | \(row % 3 == 0 ? "true" : "-") | a \(row) |"
    }
    let text = """
      rulebook: long
      facts: {n: {type: integer, min: 0, max: \(rows * 10 - 1)}, b: boolean}
      decisions:
        t:
          hit: first
          inputs: [n, b]
          outputs: {out: text}
          rules: |
            | id | n | b | => out |
            \(lines.joined(separator: "\n      "))
            | last | [70..80) | - | last |
            | closing | 0, [3..17] | false | closing |
      """
    var analysis = try #require(TableAnalysis(ID(0), in: try compiled(text), .china))
    let found = analysis.run()
    #expect(found.map(\.kind).contains(.masked(row: rows - 1, by: [7])))
    #expect(!found.map(\.kind).contains { if case .unsettled = $0 { true } else { false } })
    let gaps = found.filter { $0.kind == .gap }
    let whole = gaps.filter { $0.region.map(\.column) == ["n"] }
    #expect(whole.map { $0.region.map(\.test) } == [["[12340..12350)"]])
    #expect(!found.map(\.kind).contains(.unexplored))
  }
}
