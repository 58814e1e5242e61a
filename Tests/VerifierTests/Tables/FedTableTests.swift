import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Tables that ask what other decisions come to.
@Suite struct FedTableTests {
  private func findings(_ rows: String, _ feeding: String) throws -> [TableFinding.Kind] {
    let program = try compiled(
      """
      rulebook: fed
      facts: {n: {type: integer, min: 0, max: 9}, t: text}
      decisions:
        level:
      \(feeding)
        seat:
          hit: first
          inputs: [level]
          outputs: {seat: text}
          rules: |
            | id | level | => seat |
            \(rows)
      """)
    let seat = try #require(program.decisions.ids.first { program.decisions[$0].name == "seat" })
    var analysis = try #require(TableAnalysis(seat, in: program, .china))
    return analysis.run().map(\.kind)
  }

  private let constant = """
        hit: first
        inputs: [n]
        outputs: {level: text}
        rules: |
          | id | n | => level |
          | a | < 5 | small |
          | b | - | large |
    """

  @Test func aResultThatIsNeverGivenIsNoGapAndMatchesNoRow() throws {
    let rows = """
      | a | "small" | "x" |
            | b | "large" | "y" |
            | c | "huge" | "z" |
      """
    #expect(try findings(rows, constant) == [.dead(row: 2)])
  }

  @Test func aRowForAllResultsThatAreGivenMasksWhatFollows() throws {
    let rows = """
      | a | "small", "large" | "x" |
            | b | - | "y" |
      """
    #expect(
      try findings(rows, constant) == [.idleCell(row: 0, column: 0), .masked(row: 1, by: [0])])
  }

  @Test func aResultThatIsComputedMayBeAnything() throws {
    let computed = "    is: if n < 5 then \"small\" else t"
    let rows = """
      | a | "small" | "x" |
            | c | "huge" | "z" |
      """
    #expect(try findings(rows, computed) == [.gap])
  }

  @Test func aResultThatIsMissingIsAGap() throws {
    #expect(try findings("| a | \"small\" | \"x\" |", constant) == [.gap])
  }
}
