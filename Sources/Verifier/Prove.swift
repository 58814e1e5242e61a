internal import Engine
package import Model
package import SourceText

/// Whether a promise is kept in every case, and how that is known.
package enum Proof: Sendable {
  /// In all situations there are, this many in the sketch.
  case proved(situations: Int)
  /// This case breaks it; the interpreter has played it.
  case refuted(CaseFile)
  /// Why it could not be told.
  case notDecided(Reason)

  /// What kept it from being told.
  package enum Reason: Sendable {
    case noWorkflow
    /// There are too many situations to look at.
    case tooMany
    /// A way was found in the sketch, through these states, that no case could be found for.
    case notReplayed([[ID<State>]])
  }
}

/// Decides one promise of a program for all facts and all orders of events.
package func prove(
  _ invariant: Invariant, of program: Program, _ calendar: WorkCalendar
) -> Proof {
  guard let chart = program.chart else { return .notDecided(.noWorkflow) }
  var undecided = Proof.notDecided(.noWorkflow)
  // What a coarse sketch cannot tell, one that counts variables along may.
  for keepsVariables in [false, true] {
    let sketch = Sketch(of: program, calendar, for: invariant, keepsVariables: keepsVariables)
    guard let drawn = sketch.program.chart else { return undecided }
    var graph = SituationGraph(sketch, drawn, calendar)
    switch graph.search() {
    case .kept: return .proved(situations: graph.size)
    case .tooMany: return .notDecided(.tooMany)
    case .broken(let way):
      var retelling = Retelling(sketch, chart, calendar)
      if let file = retelling.caseFile(along: way) { return .refuted(file) }
      undecided = .notDecided(.notReplayed(way.map(\.configuration)))
    }
  }
  return undecided
}
