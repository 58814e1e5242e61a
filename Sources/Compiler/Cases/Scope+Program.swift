import Model
import SourceText

extension Scope {
  /// The names of a checked program, for texts that are read against it.
  init(_ program: Program) {
    self.init(offset: program.offset)
    for enumeration in program.enumerations.elements { add(enumeration) }
    for id in program.facts.ids {
      let fact = program.facts[id]
      add(fact.name, .fact(id), type: fact.type, at: fact.span)
    }
    for id in program.variables.ids {
      let variable = program.variables[id]
      add(variable.name, .variable(id), type: variable.type, at: variable.span)
    }
    for id in program.decisions.ids {
      let decision = program.decisions[id]
      add(decision.name, .decision(id), type: decision.type, at: decision.span)
    }
    for state in program.chart?.states.elements ?? [] {
      states.add(state.name, parent: state.parent)
    }
  }
}
