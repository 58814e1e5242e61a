import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Rows that could be one.
@Suite struct TwinRowTests {
  private func merged(_ rows: [String]) throws -> [String] {
    let program = try compiled(
      """
      rulebook: twins
      facts: {k: [a, b, c], n: {type: integer, min: 0, max: 9}}
      decisions:
        t:
          hit: first
          inputs: [k, n]
          outputs: {seat: text, days: integer}
          rules: |
            | id | k | n | => seat | days | because |
            \(rows.joined(separator: "\n      "))
      """)
    var analysis = try #require(TableAnalysis(ID(0), in: program, .china))
    return analysis.run().map(\.merged)
  }

  @Test func theRowToWriteReadsAsATablesRow() throws {
    let rows = [
      "| r1 | a | < 5 | street office | 3 | |", "| r2 | b | < 5 | street office | 3 | |",
      "| r3 | - | - | court | 9 | |",
    ]
    #expect(try merged(rows) == ["| r1 | a, b | < 5 | street office | 3 |"])
  }

  @Test func rowsOnOtherGroundsStayApart() throws {
    let rows = [
      "| r1 | a | < 5 | office | 3 | local |", "| r2 | b | < 5 | office | 3 | reported |",
      "| r3 | - | - | court | 9 | |",
    ]
    #expect(try merged(rows).isEmpty)
  }

  @Test func aRowThatAnotherWouldTakeFromStaysWhereItIs() throws {
    let rows = [
      "| r1 | a | < 5 | office | 3 | |", "| r2 | - | 2 | police | 1 | |",
      "| r3 | b | < 5 | office | 3 | |", "| r4 | - | - | court | 9 | |",
    ]
    #expect(try merged(rows).isEmpty)
  }
}
