internal import Model
internal import SourceText

/// Looks for what a decision compares a fact with.
struct ConstantSearch {
  let fact: ID<Fact>
  let known: KnownCase
  private(set) var constants: [Value] = []
  /// The fact is put to another use than comparing it with constants.
  private(set) var isOpaque = false
  /// It is compared by order, not by equality alone.
  private(set) var isOrderRead = false
  private var visited: [ID<Decision>] = []

  init(fact: ID<Fact>, known: KnownCase) {
    self.fact = fact
    self.known = known
  }

  mutating func visit(_ decision: ID<Decision>) {
    if visited.contains(decision) { return }
    visited.append(decision)
    if known.frozen(decision) != nil { return }
    switch known.program.decisions[decision].logic {
    case .expression(let expression): visit(expression)
    case .table(let table): visit(table)
    }
  }

  private mutating func visit(_ table: DecisionTable) {
    for (column, input) in table.inputs.enumerated() {
      let cells = table.rows.map { $0.cells[column].tests }
      if isFact(input.expression) {
        for tests in cells { compare(with: tests) }
      } else {
        visit(input.expression)
      }
      for expression in cells.joined().flatMap(\.expressions) { visit(expression) }
    }
    for row in table.rows {
      if let condition = row.condition { visit(condition) }
      for result in row.results { visit(result) }
    }
    for result in table.otherwise ?? [] { visit(result) }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .fact(fact): isOpaque = true
    case .decision(let decision): visit(decision)
    case .compare(let comparison, let left, let right) where isFact(left):
      compare(comparison, with: right)
    case .compare(let comparison, let left, let right) where isFact(right):
      compare(comparison, with: left)
    case .membership(let value, _, let tests) where isFact(value):
      compare(with: tests)
      for inner in tests.flatMap(\.expressions) { visit(inner) }
    case .call(.isKnown, _): break
    default:
      for child in expression.children { visit(child) }
    }
  }

  private func isFact(_ expression: Expression) -> Bool {
    if case .fact(fact) = expression.kind { true } else { false }
  }

  private mutating func compare(with tests: [UnaryTest]) {
    for test in tests {
      switch test {
      case .any: break
      case .compare(let comparison, let expression): compare(comparison, with: expression)
      case .within(let range): compareWithBounds(of: range)
      case .not(let inner): compare(with: inner)
      case .condition: isOpaque = true
      }
    }
  }

  private mutating func compare(_ comparison: ComparisonOperator, with other: Expression) {
    if comparison != .equal && comparison != .notEqual { isOrderRead = true }
    switch other.kind {
    case .constant(.list(let values)): constants += values
    case .constant(let value): constants.append(value)
    case .list(let items): for item in items { compare(comparison, with: item) }
    default: isOpaque = true
    }
  }

  private mutating func compareWithBounds(of range: Expression) {
    isOrderRead = true
    switch range.kind {
    case .constant(.range(let range)): constants += [range.low, range.high].compactMap(\.self)
    case .range(let low, _, let high, _):
      for bound in [low, high] {
        if let bound { compare(.less, with: bound) }
      }
    default: isOpaque = true
    }
  }
}
