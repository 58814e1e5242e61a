import Engine
import Model
import SourceText
import Testing

/// Facts with more values than can be tried: where a table only compares them with constants, it is
/// still exact what is settled and what matters. The oracle tries values that lie densely.
@Suite struct TellingValuesTests {
  /// A kind of fact: what tables compare it with, and values between, on and beyond those.
  struct Kind: CustomTestStringConvertible, Sendable {
    let name: String
    let type: ValueType
    let constants: [Value]
    let samples: [Value]
    var minimum: Value?
    var maximum: Value?
    var isOrdered = true

    var testDescription: String { name }
  }

  static let kinds: [Kind] = [
    Kind(
      name: "number", type: .number, constants: [1, .decimal("1.5"), 3],
      samples: (-2...18).map { .decimal("\($0 * 25)e-2") }),
    Kind(
      name: "money at least 0 and at most 3", type: .money, constants: [0, .decimal("1.5"), 3],
      samples: (0...12).map { .decimal("\($0 * 25)e-2") }, minimum: 0, maximum: 3),
    Kind(
      name: "integer", type: .integer, constants: [1, 2, 4, .decimal("2.5")],
      samples: (-1...6).map { .number(Number($0)) }),
    Kind(
      name: "optional number", type: .optional(.number), constants: [1, 2],
      samples: [.null] + (0...6).map { .decimal("\($0 * 5)e-1") }),
    Kind(
      name: "date", type: .date,
      constants: [.date("2026-01-01"), .date("2026-01-02"), .date("2026-03-01")],
      samples: (0...80).map { day in
        .date(CalendarDate(literal: "2025-12-20")?.adding(days: day) ?? .min)
      }),
    Kind(
      name: "moment", type: .dateTime,
      constants: [.moment("2026-01-01T10:00"), .moment("2026-01-01T10:01")],
      samples: (0...8).map { .moment("2026-01-01T09:59:\(30 + $0)") }
        + (0...5).map { .moment("2026-01-01T10:00:0\($0)") }
        + (0...5).map { .moment("2026-01-01T10:01:0\($0)") }),
    Kind(
      name: "days", type: .dayTimeDuration, constants: [.duration("PT0S"), .duration("P1D")],
      samples: (-2...30).map { .duration($0 < 0 ? "-PT\(-$0)H" : "PT\($0)H") }),
    Kind(
      name: "months", type: .yearMonthDuration, constants: [.duration("P1M"), .duration("P1Y")],
      samples: (0...14).map { .duration("P\($0)M") }),
    Kind(
      name: "text", type: .text, constants: ["a", "b"], samples: ["", "a", "b", "ab", "c"],
      isOrdered: false),
  ]

  private static let comparisons: [ComparisonOperator] = [
    .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
  ]

  private func cell(_ kind: Kind, _ random: inout SeededGenerator) -> [UnaryTest] {
    func comparison() -> UnaryTest {
      let possible = kind.isOrdered ? Self.comparisons : Array(Self.comparisons.prefix(2))
      return .compare(random.pick(possible), .constant(random.pick(kind.constants)))
    }
    switch random.below(kind.isOrdered ? 6 : 4) {
    case 0: return [.any]
    case 1: return [comparison()]
    case 2: return [comparison(), comparison()]
    case 3: return [.not([comparison()])]
    case 4:
      return [
        .within(
          Expression(
            .range(
              low: .constant(random.pick(kind.constants)), isLowIncluded: random.below(2) == 0,
              high: .constant(random.pick(kind.constants)), isHighIncluded: random.below(2) == 0),
            .range(kind.type)))
      ]
    default:
      return [
        .within(
          .constant(
            .range(
              ValueRange(
                low: random.pick(kind.constants), isLowIncluded: random.below(2) == 0,
                high: nil, isHighIncluded: false))))
      ]
    }
  }

  @Test(arguments: kinds)
  func whatIsSettledAndWhatMattersIsExact(_ kind: Kind) throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<150 {
      var world = EvaluationWorld()
      let x = world.fact("x", kind.type, min: kind.minimum, max: kind.maximum)
      let a = world.fact("a", .boolean)
      var sketch = TableSketch(
        random.pick([.first, .any, .count, .collect, .priority]),
        [.fact(x, kind.type), .fact(a)], priorities: [[1, 0]])
      for row in 0...random.below(3) {
        sketch = sketch.row(
          "r\(row)", [cell(kind, &random), random.pick([anything, anything, equals(true)])],
          when: random.below(4) > 0
            ? nil
            : .compare(.constant(random.pick(kind.constants)), .equal, .fact(x, kind.type)),
          then: .constant(.number(Number(random.below(2)))))
      }
      if random.below(2) == 0 { sketch = sketch.otherwise(.constant(0)) }
      let decision = world.decision("d", sketch)
      try agree(world, decision, [x, a], kind.samples)
    }
  }

  private func agree(
    _ world: EvaluationWorld, _ decision: ID<Decision>, _ facts: [ID<Fact>], _ samples: [Value]
  ) throws {
    let truths: [Value] = [false, true]
    let outcomes = samples.map { x in
      truths.map { a in Outcome(world.evaluator([x, a]), decision) }
    }
    for (known, column) in [(Value?.none, 0...1), (false, 0...0), (true, 1...1)] {
      let xMatters = column.contains { place in
        outcomes.contains { $0[place] != outcomes[0][place] }
      }
      let aMatters = outcomes.contains { $0[column.lowerBound] != $0[column.upperBound] }
      let questions = (xMatters ? [facts[0]] : []) + (aMatters ? [facts[1]] : [])
      let expected =
        questions.isEmpty ? outcomes[0][column.lowerBound] : Outcome.open(questions)
      let found = Outcome(world.evaluator([nil, known]), decision)
      #expect(found == expected, "\(world.program.decisions[decision].logic)")
    }
  }

  @Test func aFactPutToOtherUsesIsAskedForIfItsRowsMay() throws {
    var world = EvaluationWorld()
    let n = world.fact("n", .number)
    let half = Expression(.arithmetic(.multiply, .fact(n, .number), .number("0")), .number)
    let decision = world.decision(
      "d",
      TableSketch(.first, [half]).row("r0", [equals(0)], then: .number("1"))
        .otherwise(.number("2")))
    #expect(try world.evaluator().decide(decision) == .open(Missing([n])))
    let parity = world.decision(
      "parity",
      TableSketch(.first, [.fact(n, .number)])
        .row(
          "even", [[.condition(.call(.even, [Expression(.local(0), .number)], .boolean))]],
          then: .number("1")
        )
        .otherwise(.number("2")))
    #expect(try world.evaluator().decide(parity) == .open(Missing([n])))
  }

  @Test func tryingStopsBeforeItCostsTooMuch() throws {
    var world = EvaluationWorld()
    let facts = (0..<12).map { world.fact("q\($0)", .boolean) }
    // Any combination makes it true, but that takes trying them all.
    let all = facts.dropFirst().reduce(Expression.fact(facts[0])) {
      Expression(.and($0, .fact($1)), .boolean)
    }
    let tautology = Expression(.or(all, Expression(.not(all), .boolean)), .boolean)
    var last = world.decision("d0", .expression(tautology))
    #expect(try world.evaluator().decide(last) == .decided(true))
    // Each reads the one before for every combination, and is as true: the last costs too much.
    for depth in 1...6 {
      let use = Expression(.decision(last), .boolean)
      let holds = Expression(.and(use, all), .boolean)
      let fails = Expression(.and(use, Expression(.not(all), .boolean)), .boolean)
      last = world.decision("d\(depth)", .expression(Expression(.or(holds, fails), .boolean)))
      if depth == 1 { #expect(try world.evaluator().decide(last) == .decided(true)) }
    }
    #expect(try world.evaluator().decide(last) == .open(Missing(facts)))
    let known = [Value?](repeating: true, count: facts.count)
    #expect(try world.evaluator(known).decide(last) == .decided(true))
  }

  @Test func tooManyCombinationsLeaveTheWeighingOfRows() throws {
    var world = EvaluationWorld()
    let facts = (0..<40).map { world.fact("q\($0)", .boolean) }
    var sketch = TableSketch(.first, facts.map { .fact($0) })
    for row in facts.indices {
      let cells = facts.indices.map { $0 == row ? equals(true) : anything }
      sketch = sketch.row("r\(row)", cells, then: .constant(.number(Number(row / 20))))
    }
    let decision = world.decision("d", sketch.otherwise(.number("1")))
    // The last twenty rows give what `otherwise` does: only the first twenty matter.
    #expect(try world.evaluator().decide(decision) == .open(Missing(Array(facts.prefix(20)))))
    let known: [Value?] = Array(repeating: false, count: 20)
    guard case .decided(let outcome) = try world.evaluator(known).decide(decision) else {
      Issue.record("what is left gives the same")
      return
    }
    #expect(outcome.value == 1)
  }
}

/// What a decision comes to, rows and places left aside.
enum Outcome: Hashable {
  case value(Value)
  /// Sorted.
  case open([ID<Fact>])
  /// Its kind; rows in conflict are the same fault whichever they are.
  case fault(Fault.Reason)

  init(_ evaluator: Evaluator, _ decision: ID<Decision>) {
    do {
      switch try evaluator.decide(decision) {
      case .decided(let outcome): self = .value(outcome.value)
      case .open(let missing): self = .open(missing.facts.sorted())
      }
    } catch {
      if case .severalRows(let decision, _) = error.reason {
        self = .fault(.severalRows(decision, []))
      } else {
        self = .fault(error.reason)
      }
    }
  }
}
