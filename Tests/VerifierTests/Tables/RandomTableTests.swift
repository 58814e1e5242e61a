import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Tables over small domains: what is found by regions is what the interpreter says of every case.
@Suite struct RandomTableTests {
  private static let seedsPerPart = 60

  private func findings(
    _ part: Int, _ policy: String, hasOtherwise: Bool = false,
    _ check: (RandomTable, AllCases, [TableFinding]) throws -> Void
  ) throws {
    for seed in 0..<Self.seedsPerPart {
      var random = SeededRandom(seed: part * 1000 + seed)
      let table = RandomTable(policy, &random, hasOtherwise: hasOtherwise)
      let program = try compiled(table.text)
      var analysis = try #require(TableAnalysis(ID(0), in: program, .china))
      try check(table, AllCases(program), analysis.run())
    }
  }

  @Test(arguments: 0..<4, ["first", "unique", "any", "priority", "min", "collect"])
  func aGapIsFoundExactlyWhereSomeCaseHasNoRow(_ part: Int, _ policy: String) throws {
    try findings(part, policy == "min" ? "first" : policy) { table, cases, found in
      let gaps = found.filter { $0.kind == .gap }
      #expect(gaps.isEmpty != cases.hasGap, "\(table.text)")
    }
  }

  @Test(arguments: 0..<4)
  func rowsThatSayTheGapsCloseThemAndNothingElse(_ part: Int) throws {
    try findings(part, "first") { table, cases, found in
      let gaps = found.filter { $0.kind == .gap }
      // A region may also be told by a question that is no column of the table.
      let names = gaps.flatMap(\.region).map(\.column)
      guard gaps.allSatisfy({ $0.more == 0 }), names.allSatisfy(RandomTable.columns.contains)
      else { return }
      var mended = table
      for gap in gaps {
        mended.rows.append(
          RandomTable.columns.map { column in
            gap.region.first { $0.column == column }?.test ?? "-"
          })
        mended.results.append("r")
      }
      let after = AllCases(try compiled(mended.text))
      #expect(!after.hasGap, "\(mended.text)")
      // Put first, they take nothing from the rows that were there.
      mended.rows = mended.rows.suffix(gaps.count) + mended.rows.prefix(table.rows.count)
      mended.results = mended.results.suffix(gaps.count) + mended.results.prefix(table.rows.count)
      let before = AllCases(try compiled(mended.text))
      for (one, other) in zip(cases.outcomes, before.outcomes) {
        guard let value = try? one.result.get().value else { continue }
        #expect(try other.result.get().value == value, "\(mended.text)")
      }
    }
  }

  @Test(arguments: 0..<4, ["first", "priority"])
  func rowsThatNeverWinAreThoseThatNoCaseGoesTo(_ part: Int, _ policy: String) throws {
    try findings(part, policy) { table, cases, found in
      var losers: Set<String> = []
      for finding in found {
        switch finding.kind {
        case .dead(let row), .masked(let row, _): losers.insert("r\(row)")
        default: break
        }
      }
      let all = Set(table.rows.indices.map { "r\($0)" })
      let real = all.subtracting(cases.winners)
      // `odd(?)` is a question of its own: that 3 is odd is not known when rows are compared.
      let isExact = !table.text.contains("odd")
      #expect(isExact ? losers == real : losers.isSubset(of: real), "\(table.text)")
    }
  }

  @Test(arguments: 0..<4, ["unique", "any"])
  func conflictsAreThePairsThatSomeCaseMeets(_ part: Int, _ policy: String) throws {
    try findings(part, policy) { table, cases, found in
      var pairs: Set<[String]> = []
      var isCut = false
      for finding in found {
        guard case .conflict(let one, let other) = finding.kind else { continue }
        pairs.insert(["r\(one)", "r\(other)"])
        isCut = isCut || finding.more > 0
      }
      // Under `any` a case with three rows names pairs that agree as well.
      let real = cases.conflicts.filter { pair in
        policy == "unique" || Set(pair.map { table.result(of: $0) }).count == 2
      }
      #expect(isCut ? pairs.isSubset(of: real) : pairs == real, "\(table.text)")
    }
  }

  @Test(arguments: 0..<4, ["first", "unique", "collect", "priority"])
  func inputsSaidNotToMatterChangeNoResult(_ part: Int, _ policy: String) throws {
    try findings(part, policy, hasOtherwise: true) { table, cases, found in
      for case .idleColumn(let column) in found.map(\.kind) {
        #expect(!cases.matters(column), "\(table.text)")
      }
    }
  }

  @Test(arguments: 0..<4)
  func cellsSaidToHoldAlwaysMayAsWellBeLeftOut(_ part: Int) throws {
    try findings(part, "first") { table, cases, found in
      for case .idleCell(let row, let column) in found.map(\.kind) {
        var without = table
        without.rows[row][column] = "-"
        let same = AllCases(try compiled(without.text)).values
        #expect(same == cases.values, "\(table.text)")
      }
    }
  }
}

// Rows that could be one.
extension RandomTableTests {
  @Test(arguments: ["first", "priority", "collect", "rule order", "unique", "any"])
  func rowsSaidToBeOneGiveTheSameAsTheOneInTheirStead(_ policy: String) throws {
    var told = 0
    for part in 0..<8 {
      try findings(20 + part, policy, hasOtherwise: !["collect", "rule order"].contains(policy)) {
        table, cases, found in
        for finding in found {
          guard case .twins(let rows) = finding.kind else { continue }
          told += 1
          let cells = finding.merged.split(separator: "|").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
          }
          var merged = table
          merged.rows[rows[0]] = Array(cells[1...RandomTable.columns.count])
          merged.results[rows[0]] = cells[RandomTable.columns.count + 1]
          for row in rows.dropFirst().reversed() {
            merged.rows.remove(at: row)
            merged.results.remove(at: row)
          }
          let same = AllCases(try compiled(merged.text)).values
          #expect(same == cases.values, "\(table.text)\n\(merged.text)")
        }
      }
    }
    #expect(told > 0)
  }
}

extension RandomTable {
  fileprivate func result(of row: String) -> String {
    Int(row.dropFirst()).map { results[$0] } ?? ""
  }
}
