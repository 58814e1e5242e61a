import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// What is the same though it is written otherwise, and what only looks the same.
@Suite struct ComparingTests {
  private func isSame(_ one: String, _ other: String) throws -> Bool {
    let program = try compiled(
      """
      rulebook: r
      facts: {n: {type: integer, min: 0, max: 9}, a: boolean, b: boolean, w: [x, y, z], m: money}
      decisions:
        one: {is: "\(one)"}
        other: {is: "\(other)"}
      """)
    return Comparing(program, .china).isProvedSame(
      program.decisions[ID(0)].logic, program.decisions[ID(1)].logic)
  }

  @Test(arguments: [
    ("n < 5", "n <= 4"), ("n > 9", "false"), ("not(a and b)", "not(a) or not(b)"),
    ("a and b", "b and a"), ("w = x or w = y", "w != z"), ("n in [2..4)", "n = 2 or n = 3"),
    ("if a then 1 else 2", "if not(a) then 2 else 1"),
    ("if a then 1 else (if b then 1 else 2)", "if a or b then 1 else 2"),
    ("a or (a and b)", "a"), ("m * 2", "m * 2"),
    ("if a then m * 2 else m", "if a then m * 2 else m"),
  ])
  func whatMeansTheSameIsProved(one: String, other: String) throws {
    #expect(try isSame(one, other))
    #expect(try isSame(other, one))
  }

  @Test(arguments: [
    ("n < 5", "n <= 5"), ("m < 5", "m <= 4"), ("a and b", "a or b"), ("w = x", "w = y"),
    ("if a then 1 else 2", "if a then 2 else 1"), ("m * 2", "m * 3"), ("m + m", "m * 2"),
  ])
  func whatDiffersOrIsNotLookedIntoIsNot(one: String, other: String) throws {
    #expect(try !isSame(one, other))
    #expect(try !isSame(other, one))
  }
}
