import SourceText
import Syntax

/// A sequence of random numbers that a seed fixes (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &self)]
  }

  mutating func several<Element>(
    _ range: ClosedRange<Int>, _ make: (inout Dice) -> Element
  ) -> [Element] {
    (0..<Int.random(in: range, using: &self)).map { _ in make(&self) }
  }

  mutating func toss() -> Bool { Bool.random(using: &self) }
}

/// Random trees of every kind that a text can give.
extension Dice {
  mutating func tree(_ depth: Int) -> ExpressionTree {
    ExpressionTree(depth <= 0 ? leaf() : branch(depth - 1), span: Self.nowhere)
  }

  private static let nowhere = Span(SourceID(0), 0, 0)

  private func located<Value>(_ value: Value) -> Located<Value> {
    Located(value, at: Self.nowhere)
  }

  private mutating func word() -> Located<String> {
    located(pick(["a", "金额", "_x1", "date", "time", "item", "Ünï", "e3", "instance", "of"]))
  }

  /// Behind the first dot of a path FEEL's own words may stand.
  private mutating func path() -> [Located<String>] {
    [word()] + several(0...2) { $0.toss() ? $0.word() : $0.located($0.pick(["in", "not", "b"])) }
  }

  private mutating func leaf() -> ExpressionTree.Kind {
    switch Int.random(in: 0..<8, using: &self) {
    case 0: .number(pick(["0", "5", ".5", "0.50", "1e3", "2.5E-3", "10"]))
    case 1: .text(pick(["", "好", "a\"b", "\\", "x\ny\t", "'", "//", "“”", "\u{1}"]))
    case 2: .at(pick(["2026-01-01", "P3D", "PT1H"]))
    case 3: .boolean(toss())
    case 4: .null
    case 5: .placeholder
    case 6: .inState(path())
    default: .name(path())
    }
  }

  private mutating func branch(_ depth: Int) -> ExpressionTree.Kind {
    switch Int.random(in: 0..<16, using: &self) {
    case 0: .unary(.negate, tree(depth))
    case 1: .unary(.not, tree(depth))
    case 2...6: .binary(located(pick(Self.operators)), tree(depth), tree(depth))
    case 7: .between(tree(depth), low: tree(depth), high: tree(depth))
    case 8: .membership(tree(depth), several(1...3) { $0.test(depth) })
    case 9: .conditional(tree(depth), then: tree(depth), else: tree(depth))
    case 10: .quantified(toss() ? .some : .every, bindings(depth), satisfies: tree(depth))
    case 11: .forEach(bindings(depth), yield: tree(depth))
    case 12: .call(functionName(), arguments(depth))
    case 13: .filter(tree(depth), tree(depth))
    case 14: collection(depth)
    default: toss() ? .range(range(depth)) : field(of: tree(depth))
    }
  }

  private static let operators: [BinaryOperator] = [
    .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract,
    .multiply, .divide, .power,
  ]

  private mutating func functionName() -> Located<String> {
    located(
      pick(["f", "string length", "date and time", "years and months duration", "day of week"]))
  }

  private mutating func arguments(_ depth: Int) -> [ExpressionTree.Argument] {
    guard toss() else {
      return several(0...3) { ExpressionTree.Argument(name: nil, value: $0.tree(depth)) }
    }
    return ["x", "start position"].prefix(Int.random(in: 1...2, using: &self)).map {
      ExpressionTree.Argument(name: located($0), value: tree(depth))
    }
  }

  private mutating func bindings(_ depth: Int) -> [ExpressionTree.Binding] {
    several(1...2) { ExpressionTree.Binding(name: $0.word(), domain: $0.tree(depth)) }
  }

  private mutating func collection(_ depth: Int) -> ExpressionTree.Kind {
    guard toss() else { return .list(several(0...3) { $0.tree(depth) }) }
    let names = ["a", "b c", "", "if", "x-1", "\"q\""].shuffled(using: &self).prefix(2)
    return .record(
      names.map { ExpressionTree.Entry(name: located($0), value: tree(depth)) })
  }

  /// A field of a plain name would read back as a path, which has a shape of its own.
  private mutating func field(of base: ExpressionTree) -> ExpressionTree.Kind {
    .field(base, toss() ? word() : located(pick(["year", "in"])))
  }

  mutating func range(_ depth: Int) -> RangeNode {
    let bound = Int.random(in: 0..<6, using: &self)
    return RangeNode(
      low: bound == 0 ? nil : tree(depth), isLowIncluded: toss(),
      high: bound == 1 ? nil : tree(depth), isHighIncluded: toss())
  }

  /// A test of a cell; a dash only stands there alone, so none is made here.
  mutating func test(_ depth: Int) -> TestNode {
    switch Int.random(in: 0..<6, using: &self) {
    case 0:
      return TestNode(
        .compare(located(pick([.equal, .notEqual, .less, .greaterOrEqual])), tree(depth)),
        span: Self.nowhere)
    case 1: return TestNode(.range(range(depth)), span: Self.nowhere)
    case 2 where depth > 0:
      return TestNode(.not(several(1...3) { $0.test(depth - 1) }), span: Self.nowhere)
    default:
      let tree = tree(depth)
      guard case .range(let range) = tree.kind else {
        return TestNode(.expression(tree), span: Self.nowhere)
      }
      return TestNode(.range(range), span: Self.nowhere)
    }
  }
}
