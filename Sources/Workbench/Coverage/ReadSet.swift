internal import Engine
internal import Model
internal import SourceText

/// What of a case a decision reads, also through other decisions: where none of it has changed, nor
/// has the result.
struct ReadSet {
  private var facts: Set<ID<Fact>> = []
  private var variables: Set<ID<Variable>> = []
  private var decisions: Set<ID<Decision>> = []
  private var readsStates = false
  private var readsClock = false

  init(_ decision: ID<Decision>, in program: Program) {
    visit(decision, program)
  }

  private mutating func visit(_ decision: ID<Decision>, _ program: Program) {
    guard decisions.insert(decision).inserted else { return }
    var found: [Expression.Kind] = []
    for expression in program.decisions[decision].expressions {
      expression.walk { found.append($0.kind) }
    }
    for kind in found {
      switch kind {
      case .fact(let fact): facts.insert(fact)
      case .variable(let variable): variables.insert(variable)
      case .decision(let inner): visit(inner, program)
      case .inState: readsStates = true
      case .clock: readsClock = true
      default: break
      }
    }
  }

  func isSame(in one: CaseState, and other: CaseState) -> Bool {
    (!readsClock || one.clock == other.clock && one.opened == other.opened)
      && (!readsStates || one.configuration == other.configuration)
      && facts.allSatisfy { one.facts[$0.index] == other.facts[$0.index] }
      && variables.allSatisfy { one.variables[$0.index] == other.variables[$0.index] }
      && decisions.allSatisfy { one.frozen[$0.index] == other.frozen[$0.index] }
  }
}
