import Engine
import Model
import SourceText
import Testing

/// What the exhaustive tables do not have: several outputs, expressions in every place, decisions
/// that use others, faults.
@Suite struct DecisionTests {
  private var world = EvaluationWorld()
  private let a: ID<Fact>
  private let b: ID<Fact>
  private let n: ID<Fact>
  private let opaque: ID<Fact>

  init() {
    a = world.fact("a", .boolean)
    b = world.fact("b", .boolean)
    n = world.fact("n", .number)
    opaque = world.fact("opaque", .list(.boolean))
  }

  private func number(_ value: Int) -> Expression { .constant(.number(Number(value))) }

  // MARK: several outputs

  @Test func severalOutputsMakeARecord() throws {
    var world = world
    let decision = world.decision(
      "d",
      TableSketch(.unique, [.fact(a)], outputs: 2)
        .row("yes", [equals(true)], then: number(1), number(2))
        .otherwise(number(3), number(4)))
    #expect(try world.evaluator([true]).decide(decision) == .decided(.record([1, 2]), "yes"))
    #expect(
      try world.evaluator([false]).decide(decision) == .decided(.record([3, 4]), "otherwise"))
  }

  @Test func oneOutputMayBeSettledWhileAnotherIsOpen() throws {
    var world = world
    let decision = world.decision(
      "d",
      TableSketch(.first, [.fact(a)], outputs: 2)
        .row("yes", [equals(true)], then: number(1), number(2))
        .row("no", [anything], then: number(1), number(3)))
    let evaluator = world.evaluator()
    #expect(try evaluator.decide(decision) == .open(Missing([a])))
    let whole = Expression(.decision(decision))
    #expect(try evaluator.evaluate(whole) == .unknown(Missing([a])))
    #expect(try evaluator.evaluate(Expression(.field(whole, 0))) == .known(1))
    #expect(try evaluator.evaluate(Expression(.field(whole, 1))) == .unknown(Missing([a])))
    #expect(try world.evaluator([true]).evaluate(Expression(.field(whole, 1))) == .known(2))
    let both = Expression.list([whole, Expression(.field(whole, 0))])
    #expect(try evaluator.evaluate(Expression(.index(both, number(2)))) == .known(1))
  }

  @Test func prioritiesAreComparedOutputByOutput() throws {
    var world = world
    let sketch = TableSketch(.priority, [], outputs: 2, priorities: [[3, 2, 1], [1, 2, 3]])
      .row("r0", [], then: number(2), number(1))
      .row("r1", [], then: number(3), number(2))
      .row("r2", [], then: number(3), number(1))
      .row("r3", [], then: number(3), number(1))
    let best = world.decision("best", sketch)
    var listed = sketch
    listed.policy = .outputOrder
    let all = world.decision("all", listed)
    #expect(try world.evaluator().decide(best) == .decided(.record([3, 1]), "r2"))
    #expect(
      try world.evaluator().decide(all)
        == .decided(
          .list([.record([3, 1]), .record([3, 1]), .record([3, 2]), .record([2, 1])]),
          "r2", "r3", "r1", "r0"))
  }

  @Test func rowsOfAnyMustAgreeInEveryOutputThoughOneIsWanted() throws {
    var world = world
    let decision = world.decision(
      "d",
      TableSketch(.any, [.fact(a)], outputs: 2)
        .row("r0", [equals(true)], then: number(1), number(2))
        .row("r1", [anything], then: number(1), number(3)))
    let first = Expression(.field(Expression(.decision(decision)), 0))
    #expect(try world.evaluator([false]).evaluate(first) == .known(1))
    #expect(try world.evaluator().evaluate(first) == .unknown(Missing([a])))
    #expect(throws: Fault(.severalRows(decision, ["r0", "r1"]), at: .at(1))) {
      try world.evaluator([true]).evaluate(first)
    }
  }

  // MARK: rows and results

  @Test func theResultNamesTheRowsThatFired() throws {
    var world = world
    func table(_ policy: HitPolicy) -> TableSketch {
      TableSketch(policy, [.fact(a)])
        .row("r0", [equals(true)], then: number(1)).row("r1", [equals(false)], then: number(2))
        .row("r2", [anything], then: number(1))
    }
    let fired: [(HitPolicy, Value, [String])] = [
      (.any, 1, ["r0", "r2"]), (.first, 1, ["r0"]), (.ruleOrder, [1, 1], ["r0", "r2"]),
      (.collect, [1, 1], ["r0", "r2"]), (.sum, 2, ["r0", "r2"]), (.min, 1, ["r0", "r2"]),
      (.max, 1, ["r0", "r2"]), (.count, 2, ["r0", "r2"]),
    ]
    for (policy, value, rows) in fired {
      let decision = world.decision(policy.rawValue, table(policy))
      let outcome = DecisionOutcome(value: value, rows: rows)
      #expect(try world.evaluator([true]).decide(decision) == .decided(outcome), "\(policy)")
    }
  }

  @Test func whereFactsAreMissingAllRowsThatMayHaveGivenTheResultAreNamed() throws {
    var world = world
    let alternatives = world.decision(
      "alternatives",
      TableSketch(.first, [.fact(a), .fact(b)])
        .row("r0", [equals(true), equals(false)], then: number(1))
        .row("r1", [equals(true), anything], then: number(1))
        .row("r2", [equals(false), equals(true)], then: number(2)).otherwise(number(1)))
    #expect(
      try world.evaluator([true]).decide(alternatives) == .decided(1, "r0", "r1"))
    #expect(
      try world.evaluator([nil, false]).decide(alternatives) == .decided(1, "r0", "r1", "otherwise")
    )
    let certain = world.decision(
      "certain",
      TableSketch(.any, [.fact(a)]).row("r0", [equals(true)], then: number(1))
        .row("r1", [anything], then: number(1)))
    #expect(try world.evaluator().decide(certain) == .decided(1, "r1"))
  }

  @Test func aRowMayBeOneConditionAndOutputsMayBeComputed() throws {
    var world = world
    let decision = world.decision(
      "d",
      TableSketch(.first, [])
        .row(
          "big", [], when: .compare(.fact(n, .number), .greater, number(5)), then: .fact(n, .number)
        )
        .otherwise(number(0)))
    #expect(try world.evaluator([nil, nil, 6]).decide(decision) == .decided(6, "big"))
    #expect(try world.evaluator([nil, nil, 5]).decide(decision) == .decided(0, "otherwise"))
    #expect(try world.evaluator().decide(decision) == .open(Missing([n])))
  }

  @Test func aKnownRowWithAnUnknownOutputAsksForTheOutput() throws {
    var world = world
    let decision = world.decision(
      "d",
      TableSketch(.first, [.fact(a)]).row("r", [equals(true)], then: .fact(n, .number))
        .otherwise(number(0)))
    #expect(try world.evaluator([true]).decide(decision) == .open(Missing([n])))
    #expect(try world.evaluator().decide(decision) == .open(Missing([a, n])))
    #expect(try world.evaluator([false]).decide(decision) == .decided(0, "otherwise"))
  }

  @Test func anUnknownOtherwiseIsAskedForWhereNoRowMayMatch() throws {
    var world = world
    for policy in HitPolicy.allCases where policy != .count {
      let decision = world.decision(
        policy.rawValue,
        TableSketch(policy, [.fact(a), .fact(b)])
          .row("r0", [equals(true), anything], then: number(1))
          .row("r1", [anything, equals(true)], then: number(1)).otherwise(.fact(n, .number)))
      let found = try world.evaluator([nil, false]).decide(decision)
      #expect(found == .open(Missing([a, n])), "\(policy)")
      #expect(try world.evaluator([false, false]).decide(decision) == .open(Missing([n])))
    }
  }

  // MARK: questions

  @Test func questionsGoByColumnThenByRowThenConditionThenOutput() throws {
    var world = world
    let facts = (0..<6).map { world.fact("q\($0)", .list(.boolean)) }
    let truths = facts.map { Expression.call(.any, [.fact($0, .list(.boolean))], .boolean) }
    let decision = world.decision(
      "d",
      TableSketch(.first, [truths[3], truths[1]])
        .row("r0", [anything, equals(true)], when: truths[4], then: number(1))
        .row(
          "r1", [[.compare(.equal, truths[2])], equals(true)],
          then: Expression(.conditional(truths[5], then: number(2), else: number(3)))
        )
        .row("r2", [equals(true), [.compare(.equal, truths[0])]], then: number(4))
        .otherwise(number(5)))
    let asked = try world.evaluator().decide(decision)
    #expect(asked == .open(Missing([3, 2, 1, 0, 4, 5].map { facts[$0] })))
  }

  @Test func aKnownFactIsNotAskedForAndOneThatCannotMatterNeither() throws {
    var world = world
    let decision = world.decision(
      "d",
      TableSketch(.first, [.fact(a), .fact(b)])
        .row("r0", [equals(true), anything], then: number(1))
        .row("r1", [equals(true), equals(true)], then: number(2)).otherwise(number(3)))
    #expect(try world.evaluator().decide(decision) == .open(Missing([a])))
    #expect(try world.evaluator([nil, true]).decide(decision) == .open(Missing([a])))
  }

  @Test func whatIsOnlyTriedOutIsNotKnown() throws {
    var world = world
    let decision = world.decision(
      "d",
      TableSketch(.first, [.call(.isKnown, [.fact(a)], .boolean), .fact(a)])
        .row("stated", [equals(true), anything], then: number(1))
        .row("yes", [anything, equals(true)], then: number(2)).otherwise(number(2)))
    #expect(try world.evaluator().decide(decision) == .decided(2, "yes", "otherwise"))
    #expect(try world.evaluator([true]).decide(decision) == .decided(1, "stated"))
    let tried = world.decision(
      "tried",
      TableSketch(.first, [.call(.isKnown, [.fact(a)], .boolean), .fact(a)])
        .row("stated", [equals(true), anything], then: number(1))
        .row("yes", [anything, equals(true)], then: number(2))
        .row("no", [anything, equals(false)], then: number(2)))
    #expect(try world.evaluator().decide(tried) == .decided(2, "yes", "no"))
  }

  // MARK: decisions that use others

  @Test func aDecisionIsDerivedFromOthersUnlessTheyAreFrozen() throws {
    var world = world
    let inner = world.decision(
      "inner",
      TableSketch(.first, [.fact(a)]).row("r", [equals(true)], then: number(1))
        .otherwise(number(2)))
    let outer = world.decision(
      "outer", .expression(.compare(Expression(.decision(inner), .number), .equal, number(1))))
    #expect(try world.evaluator().decide(outer) == .open(Missing([a])))
    #expect(try world.evaluator([true]).decide(outer) == .decided(true))
    let frozen = DecisionOutcome(value: 2, rows: ["otherwise"])
    #expect(try world.evaluator([true], frozen: [frozen, nil]).decide(outer) == .decided(false))
    #expect(try world.evaluator(frozen: [frozen, nil]).decide(inner) == .decided(frozen))
    let frozenOuter = DecisionOutcome(value: true, rows: [])
    #expect(try world.evaluator(frozen: [nil, frozenOuter]).decide(outer) == .decided(frozenOuter))
  }

  @Test func anExpressionIsSettledWhereAllValuesOfItsFactsAgree() throws {
    var world = world
    let excluded = Expression(.or(.fact(a), Expression(.not(.fact(a)), .boolean)), .boolean)
    let decision = world.decision("d", .expression(excluded))
    #expect(try world.evaluator().verdict(excluded) == .unknown(Missing([a])))
    #expect(try world.evaluator().decide(decision) == .decided(true))
  }

  @Test func namesBoundWhereADecisionIsUsedAreNotSeenInIt() throws {
    var world = world
    let inner = world.decision(
      "inner", TableSketch(.first, [number(7)]).row("r", [equals(7)], then: number(1)))
    let loop = Expression(
      .forEach(
        slot: 0, in: .constant([5, 6]),
        yield: Expression(
          .arithmetic(.add, Expression(.decision(inner), .number), Expression(.local(0), .number))))
    )
    #expect(try world.evaluator().evaluate(loop) == .known([6, 7]))
  }

  @Test func aChainOfDecisionsEachUsedTwiceIsDerivedOnce() throws {
    var world = world
    var last = world.decision("d0", .expression(.fact(n, .number)))
    for depth in 1...60 {
      let use = Expression(.decision(last), .number)
      last = world.decision("d\(depth)", .expression(Expression(.arithmetic(.add, use, use))))
    }
    #expect(
      try world.evaluator([nil, nil, 1]).decide(last) == .decided(.decimal("1152921504606846976")))
    #expect(try world.evaluator().decide(last) == .open(Missing([n])))
  }

  // MARK: faults

  @Test func noRowAndSeveralRowsAreFaults() throws {
    var world = world
    let none = world.decision(
      "none", TableSketch(.unique, [.fact(a)]).row("r0", [equals(true)], then: number(1)))
    #expect(throws: Fault(.noRow(none), at: .nowhere)) {
      try world.evaluator([false]).decide(none)
    }
    #expect(try world.evaluator().decide(none) == .open(Missing([a])))
    let several = world.decision(
      "several",
      TableSketch(.unique, [.fact(a), .fact(b)]).row(
        "r0", [equals(true), anything], then: number(1)
      )
      .row("r1", [anything, equals(true)], then: number(1)).otherwise(number(0)))
    #expect(throws: Fault(.severalRows(several, ["r0", "r1"]), at: .at(1))) {
      try world.evaluator([true, true]).decide(several)
    }
    let promised = world.decision(
      "promised",
      TableSketch(.unique, [.fact(a), .fact(b)]).row(
        "r0", [equals(true), anything], then: number(1)
      )
      .row("r1", [equals(false), anything], then: number(1))
      .row("r2", [anything, equals(true)], then: number(2)))
    // r2 can never match alone; together with another the policy says that it does not.
    #expect(try world.evaluator().decide(promised) == .decided(1, "r0", "r1"))
    // One row is sure: that the other does not match is what `unique` promises.
    #expect(try world.evaluator([true]).decide(several) == .decided(1, "r0"))
  }

  @Test func aFaultInACellCountsOnlyIfTheCellsBeforeItMatch() throws {
    var world = world
    let quotient = Expression(.arithmetic(.divide, number(1), .fact(n, .number)), .number)
    for policy in HitPolicy.allCases {
      for guardFact in [a, opaque] {
        let truth: Expression =
          guardFact == a ? .fact(a) : .call(.any, [.fact(opaque, .list(.boolean))], .boolean)
        let decision = world.decision(
          "\(policy)",
          TableSketch(policy, [truth, quotient])
            .row("r0", [equals(true), equals(1)], then: number(1)).otherwise(number(1)))
        let otherwise: Value = policy.givesList ? [1] : 1
        let known: [Value?] = [false, nil, 0, [false]]
        #expect(try world.evaluator(known).decide(decision) == .decided(otherwise, "otherwise"))
        #expect(throws: Fault(.divisionByZero, at: .nowhere)) {
          try world.evaluator([true, nil, 0, [true]]).decide(decision)
        }
        let open = try world.evaluator([nil, nil, 0, nil]).decide(decision)
        #expect(open == .open(Missing([guardFact])), "\(policy)")
      }
    }
  }

  @Test func aFaultInAnOutputCountsOnlyIfTheRowWins() throws {
    var world = world
    let decision = world.decision(
      "d",
      TableSketch(.first, [.fact(a)]).row("r0", [equals(true)], then: .faulty)
        .row("r1", [anything], then: number(1)))
    #expect(try world.evaluator([false]).decide(decision) == .decided(1, "r1"))
    #expect(try world.evaluator().decide(decision) == .open(Missing([a])))
    #expect(throws: Fault.self) { try world.evaluator([true]).decide(decision) }
    let always = world.decision(
      "always",
      TableSketch(.first, [.fact(a)]).row("r0", [equals(true)], then: .faulty)
        .row("r1", [anything], then: .faulty))
    #expect(throws: Fault(.divisionByZero, at: .nowhere)) { try world.evaluator().decide(always) }
  }

  @Test func anInputIsReadOnlyIfACellNeedsIt() throws {
    var world = world
    let decision = world.decision(
      "d",
      TableSketch(.first, [.fact(a), .faulty])
        .row("r0", [equals(true), anything], then: number(1))
        .row("r1", [equals(true), equals(true)], then: number(2)).otherwise(number(3)))
    #expect(try world.evaluator([true]).decide(decision) == .decided(1, "r0"))
    #expect(try world.evaluator([false]).decide(decision) == .decided(3, "otherwise"))
  }

  @Test func otherwiseStandsInAsTheOnlyRow() throws {
    var world = world
    let expected: [(HitPolicy, Value)] = [
      (.unique, 7), (.any, 7), (.first, 7), (.priority, 7), (.ruleOrder, [7]),
      (.outputOrder, [7]), (.collect, [7]), (.sum, 7), (.min, 7), (.max, 7), (.count, 1),
    ]
    for (policy, value) in expected {
      let decision = world.decision(
        policy.rawValue,
        TableSketch(policy, [.fact(a)]).row("r0", [equals(true)], then: number(1))
          .otherwise(number(7)))
      #expect(try world.evaluator([false]).decide(decision) == .decided(value, "otherwise"))
    }
    for (policy, value) in [(.ruleOrder, []), (.outputOrder, []), (.collect, []), (.count, 0)]
      as [(HitPolicy, Value)]
    {
      let decision = world.decision(
        policy.rawValue, TableSketch(policy, [.fact(a)]).row("r0", [equals(true)], then: number(1)))
      #expect(
        try world.evaluator([false]).decide(decision)
          == .decided(DecisionOutcome(value: value, rows: [])))
    }
  }
}
