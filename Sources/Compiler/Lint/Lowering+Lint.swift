import Model
import SourceText

// Findings about the whole. They rest on the program as lowered, so they are looked for only where
// it is free of errors; each is certain, none a guess about intent.
extension Lowering {
  mutating func lint(_ program: Program) {
    guard !diagnostics.hasErrors else { return }
    lintEvents(program)
    guard let chart = program.chart else { return }
    let graph = StateGraph(chart)
    lintStates(graph)
    lintTransitions(chart, graph)
    lintCircles(graph)
    lintFreezing(program, graph)
  }
}
