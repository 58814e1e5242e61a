import Model
import SourceText

/// A value that stays the same while one expression is read: a fact, a variable, a bound name, or a
/// field or numbered element of one. Of such a value a test in one place holds in the places behind
/// it.
struct ValuePath: Hashable {
  enum Root: Hashable {
    case fact(ID<Fact>)
    case variable(ID<Variable>)
    case decision(ID<Decision>)
    case local(Int)
    case payload(Int)
  }

  /// One way into a value: a field by its position, or an element by the number written.
  enum Step: Hashable {
    case field(Int)
    case element(Value)
  }

  var root: Root
  /// Outermost first.
  var steps: [Step] = []

  /// Nil for an expression that is not a path.
  init?(_ expression: Expression) {
    switch expression.kind {
    case .fact(let id): root = .fact(id)
    case .variable(let id): root = .variable(id)
    case .decision(let id): root = .decision(id)
    case .local(let slot): root = .local(slot)
    case .payload(let index): root = .payload(index)
    case .field(let base, let index):
      guard let path = ValuePath(base) else { return nil }
      self = path
      steps.append(.field(index))
    case .index(let list, let position):
      guard let path = ValuePath(list), let number = position.constant else { return nil }
      self = path
      steps.append(.element(number))
    default: return nil
    }
  }
}

/// A condition, and what cannot be null where it holds and where it fails.
struct Condition {
  var expression: Expression
  var notNullIfTrue: Set<ValuePath>
  var notNullIfFalse: Set<ValuePath>

  init(
    _ expression: Expression, ifTrue: Set<ValuePath> = [], ifFalse: Set<ValuePath> = []
  ) {
    self.expression = expression
    notNullIfTrue = ifTrue
    notNullIfFalse = ifFalse
  }

  /// What a single comparison or membership tells of null.
  init(leaf expression: Expression) {
    self.init(expression)
    switch expression.kind {
    case .compare(.equal, let left, let right):
      (notNullIfTrue, notNullIfFalse) = Self.told(left, right)
    case .compare(.notEqual, let left, let right):
      (notNullIfFalse, notNullIfTrue) = Self.told(left, right)
    case .membership(let value, _, let tests):
      guard value.type.isOptional, let path = ValuePath(value) else { return }
      if tests.allSatisfy(\.rulesOutNull) { notNullIfTrue = [path] }
      if tests.contains(where: \.isNull) { notNullIfFalse = [path] }
    default: break
    }
  }

  /// What cannot be null where both sides are equal, and where they are not.
  private static func told(
    _ left: Expression, _ right: Expression
  ) -> (ifEqual: Set<ValuePath>, ifUnequal: Set<ValuePath>) {
    var ifEqual: Set<ValuePath> = []
    var ifUnequal: Set<ValuePath> = []
    for (side, other) in [(left, right), (right, left)] {
      guard side.type.isOptional, let path = ValuePath(side) else { continue }
      if !other.type.isOptional { ifEqual.insert(path) }
      if other.type == .null { ifUnequal.insert(path) }
    }
    return (ifEqual, ifUnequal)
  }
}

extension UnaryTest {
  /// Whether null never passes.
  var rulesOutNull: Bool {
    switch self {
    case .any, .condition: false
    case .compare(.equal, let expression):
      switch expression.type {
      case .list(let element): !element.isOptional
      default: !expression.type.isOptional
      }
    case .compare(.notEqual, let expression): expression.type == .null
    case .compare, .within: true
    // Null comes neither before nor after anything, so that `not(< 5)` does not take it either.
    case .not(let tests): tests.contains { $0.isNull || $0.putsInOrder }
    }
  }

  private var putsInOrder: Bool {
    switch self {
    case .any, .condition: false
    case .compare(let comparison, _): comparison != .equal && comparison != .notEqual
    case .within: true
    case .not(let tests): tests.contains(where: \.putsInOrder)
    }
  }

  /// Whether this is the test for null itself.
  var isNull: Bool {
    if case .compare(.equal, let expression) = self { expression.type == .null } else { false }
  }
}
