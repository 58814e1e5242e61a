internal import Engine
internal import Model
internal import SourceText

/// Values to try for facts: one for each stretch between the constants that they are compared with
/// anywhere in some expressions and the decisions these use, and a few round numbers.
struct FactValues {
  private let program: Program
  private let constants: Constants
  private var compared: [ID<Fact>: [Value]] = [:]
  private var visited: Set<ID<Decision>> = []

  init(_ program: Program, _ calendar: WorkCalendar, _ expressions: [Expression]) {
    self.program = program
    constants = Constants(program, calendar)
    for expression in expressions { visit(expression) }
  }

  func values(of id: ID<Fact>) -> [Value] { regions(of: id).all.map(\.witness) }

  /// Whether a fact is compared with any constant.
  func isCompared(_ id: ID<Fact>) -> Bool { compared[id]?.isEmpty == false }

  /// The stretches, of each of which one value is tried.
  func regions(of id: ID<Fact>) -> Regions {
    let fact = program.facts[id]
    var constants = compared[id] ?? []
    if fact.type.unwrapped.isNumeric {
      constants += [0, 1, 2, 10, 100, 1000, 100_000].map { .number(Number($0)) }
    }
    constants = constants.filter { $0.fits(fact.type.unwrapped) }
    return Regions(
      fact.type, constants, program, minimum: fact.minimum, maximum: fact.maximum)
  }

  private mutating func visit(_ decision: ID<Decision>) {
    guard visited.insert(decision).inserted else { return }
    for expression in program.decisions[decision].expressions { visit(expression) }
    guard case .table(let table) = program.decisions[decision].logic else { return }
    for (column, input) in table.inputs.enumerated() {
      guard case .fact(let fact) = input.expression.kind else { continue }
      for row in table.rows { note(row.cells[column].tests, fact) }
    }
  }

  private mutating func visit(_ expression: Expression) {
    var parts: [Expression] = []
    expression.walk { parts.append($0) }
    for part in parts {
      switch part.kind {
      case .decision(let decision): visit(decision)
      case .compare(let sign, let left, let right):
        if case .fact(let fact) = left.kind { note([.compare(sign, right)], fact) }
        if case .fact(let fact) = right.kind { note([.compare(sign, left)], fact) }
      case .membership(let value, _, let tests):
        if case .fact(let fact) = value.kind { note(tests, fact) }
      default: break
      }
    }
  }

  private mutating func note(_ tests: [UnaryTest], _ fact: ID<Fact>) {
    for test in tests { compared[fact, default: []] += constants.constants(in: test) ?? [] }
  }
}
