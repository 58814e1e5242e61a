import Engine
import Model
import SourceText
import Testing

/// Why each row matches or not.
@Suite struct TableExplanationTests {
  private var world = EvaluationWorld()
  private let a: ID<Fact>
  private let n: ID<Fact>
  private let decision: ID<Decision>

  init() {
    a = world.fact("a", .boolean)
    n = world.fact("n", .number)
    let big = Expression.compare(.fact(n, .number), .greater, .number("5"))
    decision = world.decision(
      "d",
      TableSketch(.first, [.fact(a), .fact(n, .number)])
        .row("both", [equals(true), equals(1)], then: .number("1"))
        .row("second", [anything, equals(2)], then: .number("2"))
        .row("condition", [equals(false), anything], when: big, then: .number("3")))
  }

  private func explain(_ facts: [Value?]) throws -> TableExplanation {
    try #require(world.evaluator(facts).explainTable(decision))
  }

  @Test func aFailedRowNamesItsFirstFailingCellAndTheValueThere() throws {
    let explanation = try explain([false, 3])
    let expected: [TableExplanation.Row] = [
      .init(
        id: "both", match: .failed(.init(column: 0, value: false, span: .at(0))), satisfied: 0),
      .init(
        id: "second", match: .failed(.init(column: 1, value: 3, span: .at(11))), satisfied: 1),
      .init(
        id: "condition", match: .failed(.init(column: nil, value: nil, span: .nowhere)),
        satisfied: 2),
    ]
    #expect(explanation.rows == expected)
    #expect(explanation.nearest == 2)
  }

  @Test func theNearestRowIsTheFirstOfThoseWithMostCells() throws {
    // `both` and `second` hold in one of their two cells each, `condition` in one of its three.
    #expect(try explain([true, 3]).rows.map(\.satisfied) == [1, 1, 1])
    #expect(try explain([true, 3]).nearest == 0)
    #expect(try explain([false, 1]).nearest == 2)
  }

  @Test func whereARowMatchesNoneIsNearest() throws {
    let explanation = try explain([true, 2])
    #expect(explanation.rows.map(\.match)[1] == .matched)
    #expect(explanation.nearest == nil)
  }

  @Test func aRowThatMayMatchNamesTheFactsItWants() throws {
    let explanation = try explain([])
    #expect(
      explanation.rows.map(\.match) == [
        .unknown(Missing([a, n])), .unknown(Missing([n])), .unknown(Missing([a, n])),
      ])
    #expect(explanation.nearest == 1)
    let half = try explain([nil, 7])
    #expect(half.rows[0].match == .failed(.init(column: 1, value: 7, span: .at(1))))
    #expect(half.rows[2].match == .unknown(Missing([a])))
  }

  @Test func aFaultIsSaidUnlessACellBeforeItFails() throws {
    var world = world
    let faulty = world.decision(
      "faulty",
      TableSketch(.first, [.fact(a), .faulty])
        .row("r", [equals(true), equals(true)], then: .number("1")))
    func match(_ facts: [Value?]) -> TableExplanation.Match? {
      world.evaluator(facts).explainTable(faulty)?.rows[0].match
    }
    #expect(match([true]) == .fault(Fault(.divisionByZero, at: .nowhere)))
    #expect(match([false]) == .failed(.init(column: 0, value: false, span: .at(0))))
    #expect(match([]) == .unknown(Missing([a])))
  }

  @Test func anExpressionHasNoRows() {
    var world = world
    let expression = world.decision("e", .expression(.number("1")))
    #expect(world.evaluator().explainTable(expression) == nil)
  }
}
