import Engine
import Model
import SourceText
import Testing

/// What `in` and a table's cells match (DMN 1.5, 8.3.3 and 10.3.2.8).
@Suite struct UnaryTestTests {
  private let world: EvaluationWorld
  private let x: ID<Fact>
  private let y: ID<Fact>

  init() {
    var world = EvaluationWorld()
    x = world.fact("x", .number)
    y = world.fact("y", .number)
    self.world = world
  }

  private func matches(_ tests: [UnaryTest], _ value: Value) throws -> Verdict {
    try world.evaluator().matches(tests, value: .known(value), slot: 0)
  }

  private func range(
    _ low: Value?, _ high: Value?, lowIncluded: Bool = true, highIncluded: Bool = true
  ) -> Expression {
    .constant(
      .range(
        ValueRange(
          low: low, isLowIncluded: lowIncluded, high: high, isHighIncluded: highIncluded)))
  }

  @Test(arguments: [
    (ComparisonOperator.equal, [false, true, false]), (.notEqual, [true, false, true]),
    (.less, [true, false, false]), (.lessOrEqual, [true, true, false]),
    (.greater, [false, false, true]), (.greaterOrEqual, [false, true, true]),
  ])
  func comparisonsHoldByOrder(_ comparison: ComparisonOperator, _ expected: [Bool]) throws {
    for (value, holds) in zip([4, 5, 6] as [Value], expected) {
      let verdict = try matches([.compare(comparison, .number("5.0"))], value)
      #expect(verdict == (holds ? .holds : .fails), "\(value) \(comparison.rawValue) 5.0")
    }
  }

  @Test func boundsOfARangeCountIfTheyAreIncluded() throws {
    for lowIncluded in [true, false] {
      for highIncluded in [true, false] {
        let constant = range(1, 3, lowIncluded: lowIncluded, highIncluded: highIncluded)
        let written = Expression(
          .range(
            low: .number("1"), isLowIncluded: lowIncluded, high: .number("3"),
            isHighIncluded: highIncluded), .range(.number))
        for range in [constant, written] {
          let expected = [false, lowIncluded, true, highIncluded, false]
          for (value, holds) in zip([0, 1, 2, 3, 4] as [Value], expected) {
            #expect(try matches([.within(range)], value) == (holds ? .holds : .fails))
          }
        }
      }
    }
  }

  @Test func aMissingBoundIsBeyondEverything() throws {
    #expect(try matches([.within(range(nil, 3))], -1_000_000) == .holds)
    #expect(try matches([.within(range(nil, 3))], 4) == .fails)
    #expect(try matches([.within(range(1, nil))], 1_000_000) == .holds)
    #expect(try matches([.within(range(1, nil))], 0) == .fails)
  }

  @Test func aListOfTestsMatchesIfAnyDoesAndNotIfNoneDoes() throws {
    let tests: [UnaryTest] = [.compare(.equal, .number("1")), .within(range(5, 7))]
    for (value, holds) in [(1, true), (6, true), (2, false)] as [(Value, Bool)] {
      #expect(try matches(tests, value) == (holds ? .holds : .fails))
      #expect(try matches([.not(tests)], value) == (holds ? .fails : .holds))
    }
    #expect(try matches([], 1) == .fails)
  }

  @Test func equalToAListMeansInItUnlessTheValueIsAList() throws {
    let list = Expression.constant([1, 2])
    #expect(try matches([.compare(.equal, list)], 2) == .holds)
    #expect(try matches([.compare(.equal, list)], 3) == .fails)
    #expect(try matches([.compare(.notEqual, list)], 3) == .holds)
    #expect(try matches([.compare(.equal, list)], [1, 2]) == .holds)
    #expect(try matches([.compare(.equal, list)], [2, 1]) == .fails)
  }

  @Test func nullMatchesNullAloneAndNoOrderNorItsNegation() throws {
    #expect(try matches([.compare(.equal, .constant(.null))], .null) == .holds)
    #expect(try matches([.compare(.equal, .constant(.null))], 1) == .fails)
    #expect(try matches([.not([.compare(.equal, .constant(.null))])], 1) == .holds)
    #expect(try matches([.not([.compare(.equal, .number("1"))])], .null) == .holds)
    let orders: [UnaryTest] = [
      .compare(.less, .number("5")), .compare(.greaterOrEqual, .number("5")),
      .within(range(nil, 5)), .within(range(1, 5)),
    ]
    for order in orders {
      #expect(try matches([order], .null) == .fails)
      #expect(try matches([.not([order])], .null) == .fails)
      #expect(try matches([.not([.not([order])])], .null) == .fails)
    }
    #expect(try matches([.any], .null) == .holds)
  }

  @Test func aConditionReadsTheValueUnderTest() throws {
    let odd = UnaryTest.condition(.call(.odd, [Expression(.local(0), .number)], .boolean))
    #expect(try matches([odd], 3) == .holds)
    #expect(try matches([odd], 4) == .fails)
  }

  @Test func anUnknownValueMatchesOnlyWhatAnyValueDoes() throws {
    let unknown = Evaluated.unknown(Missing([x]))
    func verdict(_ tests: [UnaryTest]) throws -> Verdict {
      try world.evaluator().matches(tests, value: unknown, slot: 0)
    }
    #expect(try verdict([.any]) == .holds)
    #expect(try verdict([.compare(.equal, .number("1"))]) == .unknown(Missing([x])))
    #expect(try verdict([.compare(.equal, .number("1")), .any]) == .holds)
    #expect(try verdict([.not([.any])]) == .fails)
    #expect(try verdict([.compare(.less, .fact(y, .number))]) == .unknown(Missing([x, y])))
    #expect(try verdict([.within(range(1, 2))]) == .unknown(Missing([x])))
  }

  @Test func oneBoundMaySettleARangeWhoseOtherIsUnknown() throws {
    func written(_ low: Expression, _ high: Expression) -> [UnaryTest] {
      [
        .within(
          Expression(
            .range(low: low, isLowIncluded: true, high: high, isHighIncluded: true),
            .range(.number)))
      ]
    }
    #expect(try matches(written(.fact(y, .number), .number("3")), 4) == .fails)
    #expect(try matches(written(.number("3"), .fact(y, .number)), 2) == .fails)
    let open = try matches(written(.number("3"), .fact(y, .number)), 4)
    #expect(open == .unknown(Missing([y])))
  }

  @Test func anElementThatIsThereSettlesAListWithUnknownOnes() throws {
    let list = Expression.list([.fact(y, .number), .number("2")])
    #expect(try matches([.compare(.equal, list)], 2) == .holds)
    #expect(try matches([.compare(.equal, list)], 3) == .unknown(Missing([y])))
    #expect(try matches([.compare(.notEqual, list)], 2) == .fails)
  }

  @Test func aFaultCountsOnlyIfNoTestBeforeItMayHold() throws {
    let tests: [UnaryTest] = [.compare(.equal, .fact(y, .number)), .condition(.faulty)]
    #expect(try matches(tests, 1) == .unknown(Missing([y])))
    #expect(
      try world.evaluator([.number(0), 1]).matches(tests, value: .known(1), slot: 0) == .holds)
    #expect(throws: Fault(.divisionByZero, at: .nowhere)) {
      try world.evaluator([.number(0), 2]).matches(tests, value: .known(1), slot: 0)
    }
  }

  @Test func membershipEvaluatesItsValueOnceForAllTests() throws {
    let membership = Expression(
      .membership(
        .fact(x, .number), slot: 3,
        [.compare(.less, .number("0")), .condition(.call(.even, [Expression(.local(3), .number)]))]),
      .boolean)
    #expect(try world.evaluator([4]).verdict(membership) == .holds)
    #expect(try world.evaluator([3]).verdict(membership) == .fails)
    #expect(try world.evaluator([-3]).verdict(membership) == .holds)
    #expect(try world.evaluator().verdict(membership) == .unknown(Missing([x])))
  }
}
