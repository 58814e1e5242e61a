internal import Engine
internal import Model
internal import SourceText

/// Decides `ends: can`: whether from every situation there is a way to the end.
func proveEnding(
  _ invariant: Invariant, of program: Program, _ calendar: WorkCalendar, effort: Int
) -> Proof {
  guard let chart = program.chart else { return .notDecided(.noWorkflow) }
  var undecided = Proof.notDecided(.noWorkflow)
  // What is drawn as one where an answer is wanting is looked into; then all; then variables, too.
  var spared: Set<ID<State>>? = []
  var keepsVariables = false
  var effort = effort
  let endless = EndlessRounds(program, chart, calendar)
  while true {
    let sketch = Sketch(
      of: program, calendar, for: invariant, keepsVariables: keepsVariables, sparing: spared,
      endless: endless)
    guard var graph = WholeGraph(sketch, calendar, effort: effort), graph.explore() else {
      if case .notDecided(.noWorkflow) = undecided { return .notDecided(.tooMany) }
      return undecided
    }
    var search = EndingSearch(graph, chart, calendar, effort: graph.effortLeft)
    let place: Int
    let outcome = search.search()
    effort = search.effortLeft
    switch outcome {
    case .allCanEnd: return .proved(situations: graph.situations.count)
    case .trapped(let trapped):
      if let file = trappedCase(trapped, search, chart, calendar) { return .refuted(file) }
      place = trapped
    case .open(let open): place = open
    }
    let configuration = graph.situations[place].configuration
    undecided = .notDecided(
      search.hasCircled ? .mayNotRest(search.circle) : .mayBeTrapped(configuration))
    let met = sketch.folds.filter { configuration.contains($0.standIn) }.map(\.whole)
    if let before = spared, !met.isEmpty {
      spared = before.union(met)
    } else if spared != nil, !sketch.folds.isEmpty {
      spared = nil
    } else if !keepsVariables {
      spared = nil
      keepsVariables = true
    } else {
      return undecided
    }
  }
}

/// A case that comes to where no end can be reached.
private func trappedCase(
  _ trapped: Int, _ search: EndingSearch, _ chart: Statechart, _ calendar: WorkCalendar
) -> CaseFile? {
  let graph = search.graph
  let mayEnd = search.mayEnd()
  var retelling = Retelling(graph.sketch, chart, calendar) { state in
    graph.place(of: state, like: trapped).map { !mayEnd[$0] } ?? false
  }
  return retelling.caseFile(along: graph.way(to: trapped))
}
