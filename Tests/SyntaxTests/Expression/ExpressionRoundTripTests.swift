import Syntax
import Testing

struct ExpressionRoundTripTests {
  @Test(arguments: 1...4)
  func whatIsPrintedReadsBackAsTheSameTree(depth: Int) {
    var dice = Dice(state: UInt64(depth))
    for _ in 0..<1_000 {
      let tree = dice.tree(depth)
      let reading = Reading(tree.description)
      let findings = reading.codes.filter { $0 != "placeholder-outside-test" }
      guard shape(reading.tree) == shape(tree), findings == [] else {
        Issue.record("\(tree) reads as \(shape(reading.tree)), not \(shape(tree)): \(findings)")
        return
      }
    }
  }

  @Test(arguments: 1...3)
  func cellsThatArePrintedReadBackAsTheSameTests(depth: Int) {
    var dice = Dice(state: UInt64(depth) + 100)
    for _ in 0..<1_000 {
      let tests = dice.several(1...4) { $0.test(depth) }
      let reading = TestsReading(printed(tests))
      guard shape(reading.tests) == shape(tests), reading.findings == [] else {
        Issue.record("\(printed(tests)) reads as \(shape(reading.tests)): \(reading.codes)")
        return
      }
    }
  }

  @Test(arguments: [
    ("a  or(b)and c", "a or b and c"), ("(a or b) and c", "(a or b) and c"),
    ("]1..5[", "(1..5)"), ("1 - (2 - 3) - 4", "1 - (2 - 3) - 4"),
    ("(-2) ** 2", "-2 ** 2"), ("-(2 ** 2)", "-(2 ** 2)"), ("(a).b", "(a).b"),
    ("x in (1..5)", "x in (1..5)"), ("x in ([1..5])", "x in [1..5]"),
    ("x in (a, b)", "x in (a, b)"),
    ("x in (a)", "x in a"), ("not a = b", "not(a = b)"),
    (
      "(if a then b else c) + 1",
      "(if a then b else c) + 1"
    ), ("{\"a\": 1, 'b c': 2}", "{a: 1, \"b c\": 2}"),
    ("\"\\u4e2d\\n\"", "\"中\\n\""), ("a≥1", "a >= 1"),
  ])
  func oneSpellingIsPrintedForAll(text: String, expected: String) {
    #expect(Reading(text).tree.description == expected)
  }

  @Test func theDashOfACellIsPrinted() {
    #expect(printed(TestsReading("-").tests) == "-")
  }
}
