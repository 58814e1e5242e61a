import Engine
import Model
import SourceText
import Testing

/// Every operand as one of Kleene's values: known true, known false, unknown.
@Suite struct KleeneTests {
  private static let values: [Bool?] = [true, false, nil]
  private let world: EvaluationWorld
  private let a: ID<Fact>
  private let b: ID<Fact>

  init() {
    var world = EvaluationWorld()
    a = world.fact("a", .boolean)
    b = world.fact("b", .boolean)
    self.world = world
  }

  private func verdict(_ condition: Expression, _ a: Bool?, _ b: Bool?) throws -> Verdict {
    try world.evaluator([a.map(Value.boolean), b.map(Value.boolean)]).verdict(condition)
  }

  /// What is missing is told from the operands that are unknown, if the whole is.
  private func expected(_ truth: Bool?, _ a: Bool?, _ b: Bool?) -> Verdict {
    guard let truth else {
      return .unknown(Missing((a == nil ? [self.a] : []) + (b == nil ? [self.b] : [])))
    }
    return truth ? .holds : .fails
  }

  @Test func conjunctionFollowsTheTruthTableAndAsksForWhatStillMatters() throws {
    for a in Self.values {
      for b in Self.values {
        let truth = a == false || b == false ? false : a == true && b == true ? true : nil
        let found = try verdict(Expression(.and(.fact(self.a), .fact(self.b)), .boolean), a, b)
        #expect(found == expected(truth, a, b), "\(a as Any) and \(b as Any)")
      }
    }
  }

  @Test func disjunctionFollowsTheTruthTableAndAsksForWhatStillMatters() throws {
    for a in Self.values {
      for b in Self.values {
        let truth = a == true || b == true ? true : a == false && b == false ? false : nil
        let found = try verdict(Expression(.or(.fact(self.a), .fact(self.b)), .boolean), a, b)
        #expect(found == expected(truth, a, b), "\(a as Any) or \(b as Any)")
      }
    }
  }

  @Test func negationLeavesTheUnknownUnknown() throws {
    let negation = Expression(.not(.fact(a)), .boolean)
    #expect(try verdict(negation, true, nil) == .fails)
    #expect(try verdict(negation, false, nil) == .holds)
    #expect(try verdict(negation, nil, nil) == .unknown(Missing([a])))
  }

  @Test func anyAndAllOfAListAreDisjunctionAndConjunction() throws {
    for a in Self.values {
      for b in Self.values {
        let both: [Expression] = [.fact(self.a), .fact(self.b)]
        let pairs: [(Builtin, Expression.Kind)] = [
          (.any, .or(both[0], both[1])), (.all, .and(both[0], both[1])),
        ]
        for (function, kind) in pairs {
          let plain = try verdict(Expression(kind, .boolean), a, b)
          #expect(try verdict(.call(function, [.list(both)], .boolean), a, b) == plain)
          #expect(try verdict(.call(function, both, .boolean), a, b) == plain)
        }
      }
    }
  }

  @Test func quantifiersOverWrittenListsAreDisjunctionAndConjunction() throws {
    let list = Expression.list([.fact(a), .fact(b)])
    let element = Expression(.local(0), .boolean)
    for a in Self.values {
      for b in Self.values {
        let either = try verdict(Expression(.or(.fact(self.a), .fact(self.b)), .boolean), a, b)
        let some = Expression(.some(slot: 0, in: list, satisfies: element), .boolean)
        #expect(try verdict(some, a, b) == either)
        let both = try verdict(Expression(.and(.fact(self.a), .fact(self.b)), .boolean), a, b)
        let every = Expression(.every(slot: 0, in: list, satisfies: element), .boolean)
        #expect(try verdict(every, a, b) == both)
      }
    }
  }

  @Test func quantifiersOverNothingAreFalseAndTrue() throws {
    let none = Expression.list([])
    #expect(
      try verdict(Expression(.some(slot: 0, in: none, satisfies: .faulty), .boolean), nil, nil)
        == .fails)
    #expect(
      try verdict(Expression(.every(slot: 0, in: none, satisfies: .faulty), .boolean), nil, nil)
        == .holds)
  }

  @Test func ifWithUnknownConditionIsKnownWhereItsBranchesAgree() throws {
    let agreed = Expression(
      .conditional(.fact(a), then: .number("1"), else: .number("1.0")), .number)
    #expect(try world.evaluator().evaluate(agreed) == .known(1))
    let differing = Expression(.conditional(.fact(a), then: .fact(b), else: .constant(true)))
    #expect(try world.evaluator().evaluate(differing) == .unknown(Missing([a, b])))
    #expect(try world.evaluator([false]).evaluate(differing) == .known(true))
    #expect(try world.evaluator([true]).evaluate(differing) == .unknown(Missing([b])))
  }

  @Test func aFaultCountsOnlyIfTheUnknownTurnsOutSo() throws {
    let pairs: [(Expression.Kind, Value)] = [
      (.and(.fact(a), .faulty), false), (.or(.fact(a), .faulty), true),
    ]
    for (kind, settling) in pairs {
      let condition = Expression(kind, .boolean)
      #expect(try world.evaluator().verdict(condition) == .unknown(Missing([a])))
      #expect(try world.evaluator([settling]).evaluate(condition) == .known(settling))
      let other: Value = settling == true ? false : true
      #expect(throws: Fault(.divisionByZero, at: .nowhere)) {
        try world.evaluator([other]).verdict(condition)
      }
    }
    let branch = Expression(.conditional(.fact(a), then: .faulty, else: .fact(b)))
    #expect(try world.evaluator().evaluate(branch) == .unknown(Missing([a, b])))
    let quantified = Expression(
      .some(slot: 0, in: .list([.fact(a), .faulty]), satisfies: Expression(.local(0))))
    #expect(throws: Fault.self) { try world.evaluator([true]).verdict(quantified) }
    let body = Expression(.or(Expression(.local(0), .boolean), .faulty), .boolean)
    let late = Expression(
      .some(slot: 0, in: .list([.fact(a), .constant(false)]), satisfies: body), .boolean)
    #expect(try world.evaluator().verdict(late) == .unknown(Missing([a])))
    #expect(try world.evaluator([true]).verdict(late) == .holds)
    #expect(throws: Fault.self) { try world.evaluator([false]).verdict(late) }
  }

  @Test func questionsStandInTheOrderTheyAreMetAndOnce() throws {
    let inner = Expression(.or(.fact(b), .fact(a)), .boolean)
    let outer = Expression(.and(inner, Expression(.and(.fact(a), .fact(b)), .boolean)), .boolean)
    #expect(try world.evaluator().verdict(outer) == .unknown(Missing([b, a])))
  }

  @Test func beingKnownIsNeverUnknown() throws {
    let known = Expression.call(.isKnown, [.fact(a)], .boolean)
    #expect(try world.evaluator().verdict(known) == .fails)
    #expect(try world.evaluator([.null]).verdict(known) == .holds)
    #expect(try world.evaluator([false]).verdict(known) == .holds)
  }

  @Test func aPayloadThatIsNotThereIsUnknownForWantOfNoFact() throws {
    let field = Expression(.payload(1), .boolean)
    #expect(try world.evaluator().evaluate(field) == .unknown(Missing()))
    #expect(try world.evaluator(payload: [1, true]).evaluate(field) == .known(true))
  }
}
