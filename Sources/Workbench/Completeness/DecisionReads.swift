internal import Model
internal import SourceText

/// The decisions, enumerated facts and flags that some expressions read, also through other
/// decisions.
struct DecisionReads {
  /// Each after those that it reads.
  private(set) var decisions: [ID<Decision>] = []
  /// In the order in which they were met.
  private(set) var classes: [ID<Fact>] = []
  /// Facts of type boolean, in the same order.
  private(set) var flags: [ID<Fact>] = []
  private let program: Program
  private var seen: Set<ID<Decision>> = []

  init(_ expressions: [Expression], in program: Program) {
    self.program = program
    for expression in expressions { visit(expression) }
  }

  private mutating func visit(_ expression: Expression) {
    var found: [Expression.Kind] = []
    expression.walk { found.append($0.kind) }
    for kind in found {
      switch kind {
      case .fact(let fact):
        switch program.facts[fact].type.unwrapped {
        case .enumeration(let type):
          // Who chooses a script or a level himself does not sort disputes by it.
          let isChoice = ["script", "level"].contains(program.enumerations[type].name)
          if !isChoice, !classes.contains(fact) { classes.append(fact) }
        case .boolean: if !flags.contains(fact) { flags.append(fact) }
        default: break
        }
      case .decision(let decision):
        if seen.insert(decision).inserted { visit(decision) }
      default: break
      }
    }
  }

  private mutating func visit(_ decision: ID<Decision>) {
    switch program.decisions[decision].logic {
    case .expression(let expression): visit(expression)
    case .table(let table):
      for input in table.inputs { visit(input.expression) }
      for row in table.rows {
        if let condition = row.condition { visit(condition) }
        for test in row.cells.flatMap(\.tests).flatMap(\.expressions) { visit(test) }
        for result in row.results { visit(result) }
      }
      for result in table.otherwise ?? [] { visit(result) }
    }
    decisions.append(decision)
  }
}
