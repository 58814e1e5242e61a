import Engine
import Model
import SourceText
import Testing

/// Random networks of decisions: tables whose inputs, cells, conditions and outputs are expressions
/// over few facts, each used in many places. What is said with facts missing must be what is said
/// of all their completions, as the engine itself gives them with nothing missing. Only a fault met
/// in reading something that turns out not to matter may be overlooked.
@Suite struct RandomDecisionTests {
  @Test(arguments: 0..<8)
  func whatIsSaidOfTheUnknownIsSaidOfAllItMayBe(_ part: Int) {
    var random = SeededGenerator(seed: UInt64(100 + part))
    for _ in 0..<60 {
      var network = Network(&random)
      for _ in 0..<4 { network.compare(&random) }
    }
  }

  /// Three decisions, each of which may use those before it.
  private struct Network {
    private var world = EvaluationWorld()
    private let words: ID<Enumeration>
    private let facts: [(id: ID<Fact>, type: ValueType, values: [Value])]
    private var decisions: [ID<Decision>] = []

    init(_ random: inout SeededGenerator) {
      let words = world.enumeration(["x", "y", "z"], isOrdered: true)
      self.words = words
      let truths: [Value] = [false, true]
      let types: [(ValueType, [Value])] = [
        (.boolean, truths), (.boolean, truths),
        (.enumeration(words), (0..<3).map { .word(words, $0) }),
        (.optional(.boolean), truths + [.null]),
      ]
      var facts: [(id: ID<Fact>, type: ValueType, values: [Value])] = []
      for (number, (type, values)) in types.enumerated() {
        facts.append((world.fact("f\(number)", type), type, values))
      }
      self.facts = facts
      for number in 0..<3 {
        let logic = table(&random).logic
        decisions.append(world.decision("d\(number)", logic))
      }
    }

    private func table(_ random: inout SeededGenerator) -> TableSketch {
      let width = 1 + random.below(3)
      let inputs = (0..<width).map { _ in input(&random) }
      var sketch = TableSketch(
        random.pick(HitPolicy.allCases.filter { $0 != .unique }), inputs.map(\.expression),
        priorities: [[1, 0, 2]])
      for row in 0...random.below(4) {
        let cells = inputs.map { input in
          random.below(3) == 0 ? anything : test(input.values, input.expression.type, &random)
        }
        sketch = sketch.row(
          "r\(row)", cells, when: random.below(5) == 0 ? condition(&random) : nil,
          then: result(&random))
      }
      return random.below(3) == 0 ? sketch : sketch.otherwise(result(&random))
    }

    private func input(
      _ random: inout SeededGenerator
    ) -> (expression: Expression, values: [Value]) {
      switch random.below(decisions.isEmpty ? 4 : 6) {
      case 0: return (condition(&random), [false, true])
      case 1...3:
        let fact = random.pick(facts)
        return (.fact(fact.id, fact.type), fact.values)
      default: return (Expression(.decision(random.pick(decisions)), .number), [0, 1, 2])
      }
    }

    private func test(
      _ values: [Value], _ type: ValueType, _ random: inout SeededGenerator
    ) -> [UnaryTest] {
      let one = UnaryTest.compare(.equal, .constant(random.pick(values)))
      switch random.below(4) {
      case 0: return [.not([one])]
      case 1: return [one, .compare(.equal, .constant(random.pick(values)))]
      case 2:
        let item = Expression.compare(Expression(.local(0), type), .equal, .constant(values[0]))
        return [.condition(Expression(.or(item, condition(&random)), .boolean))]
      default: return [one]
      }
    }

    /// A condition on facts that are always stated in full.
    private func condition(_ random: inout SeededGenerator, depth: Int = 2) -> Expression {
      let one = facts[random.below(2)].id
      let word = Expression.compare(
        .fact(facts[2].id, .enumeration(words)), random.pick([.equal, .less, .greaterOrEqual]),
        .constant(.word(words, random.below(3))))
      if depth == 0 { return random.pick([.fact(one), word]) }
      let left = condition(&random, depth: depth - 1)
      let right = condition(&random, depth: depth - 1)
      switch random.below(6) {
      case 0: return Expression(.and(left, right), .boolean)
      case 1: return Expression(.or(left, right), .boolean)
      case 2: return Expression(.not(left), .boolean)
      case 3: return Expression(.conditional(left, then: right, else: .fact(one)), .boolean)
      case 4: return word
      default: return .fact(one)
      }
    }

    private func result(_ random: inout SeededGenerator) -> Expression {
      let constant = Expression.constant(.number(Number(random.below(3))))
      switch random.below(8) {
      case 0:
        let other = Expression.constant(.number(Number(random.below(3))))
        return Expression(.conditional(condition(&random), then: constant, else: other), .number)
      case 1:
        let zero = Expression(.conditional(condition(&random), then: .number("0"), else: constant))
        return Expression(.arithmetic(.divide, .number("2"), zero), .number)
      default: return constant
      }
    }

    /// Some facts known, the others not: compares each decision with its completions.
    mutating func compare(_ random: inout SeededGenerator) {
      let known: [Value?] = facts.map { random.below(2) == 0 ? nil : random.pick($0.values) }
      let unknown = known.indices.filter { known[$0] == nil }
      let completions = HitPolicyTests.product(unknown.map { facts[$0].values })
      for decision in decisions {
        let outcomes = completions.map { values in
          var all = known
          for (place, value) in zip(unknown, values) { all[place] = value }
          return Outcome(world.evaluator(all), decision)
        }
        let found = Outcome(world.evaluator(known), decision)
        let isRight =
          switch found {
          case .value: outcomes.allSatisfy { $0 == found || $0.isFault(inside: decision) }
          case .fault: outcomes.allSatisfy(\.isFault)
          case .open(let asked): areRight(asked, outcomes, completions, unknown)
          }
        #expect(isRight, "\(found) of \(known): \(outcomes) of \(world.program.decisions)")
      }
    }

    /// Every fact that is asked for changes the outcome, and every one that changes a value for
    /// another is asked for.
    private func areRight(
      _ asked: [ID<Fact>], _ outcomes: [Outcome], _ completions: [[Value]], _ unknown: [Int]
    ) -> Bool {
      var changing: Set<ID<Fact>> = []
      var changingValues: Set<ID<Fact>> = []
      for one in completions.indices {
        for other in completions.indices where outcomes[one] != outcomes[other] {
          let differ = unknown.indices.filter { completions[one][$0] != completions[other][$0] }
          guard differ.count == 1 else { continue }
          let fact = facts[unknown[differ[0]]].id
          changing.insert(fact)
          if !outcomes[one].isFault, !outcomes[other].isFault { changingValues.insert(fact) }
        }
      }
      return !asked.isEmpty && changing.isSuperset(of: asked)
        && changingValues.isSubset(of: asked)
    }
  }
}

extension Outcome {
  fileprivate var isFault: Bool { if case .fault = self { true } else { false } }

  /// A fault met on the way to a result that does not depend on it: not the lack of one.
  fileprivate func isFault(inside decision: ID<Decision>) -> Bool {
    switch self {
    case .fault(.noRow(decision)), .fault(.severalRows(decision, _)): false
    default: isFault
    }
  }
}
