internal import Engine
package import Model
package import SourceText

/// Whether a promise is kept in every case, and how that is known.
package enum Proof: Sendable {
  /// In all situations there are, this many in the sketch; of a promise about time, with the wait
  /// that takes longest.
  case proved(situations: Int, longest: LongestWait? = nil)
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
    /// A case may stand here, and it could not be told whether it can end.
    case mayBeTrapped([ID<State>])
    /// What leads on may go round for ever by itself between these, and rest nowhere.
    case mayNotRest([ID<State>])
    /// Nothing bounds the wait here for certain, and no case was found that waits too long; these
    /// events of time lead on, but are not sure to come.
    case mayWait([ID<State>], unsure: [UnsureClock])
    /// These may follow one another again and again, but no case was found that waits too long.
    case mayCircle([[ID<State>]])
    /// It may take longer, but no case was found that does.
    case mayTakeLonger(LongestWait)
    /// The limit lies beyond the calendar.
    case beyondCalendar
    /// It takes a solver, and none is installed.
    case solverMissing
    /// The solver took too long.
    case solverLate
  }
}

/// Decides one promise of a program for all facts and all orders of events.
///
/// - Parameter effort: how many microsteps are looked at in all its sketches together.
package func prove(
  _ invariant: Invariant, of program: Program, _ calendar: WorkCalendar, effort: Int = 400_000
) -> Proof {
  prove(invariant, of: program, calendar, effort: effort, with: nil)
}

/// - Parameter desk: whom to ask which answers to questions about arithmetic between facts exclude
///   each other. Only sketches that remember their answers tell that.
func prove(
  _ invariant: Invariant, of program: Program, _ calendar: WorkCalendar, effort: Int,
  with desk: SolverDesk?
) -> Proof {
  guard let chart = program.chart else { return .notDecided(.noWorkflow) }
  switch invariant.kind {
  case .canEnd: return proveEnding(invariant, of: program, calendar, effort: effort)
  case .within(let wait):
    return proveWait(wait, invariant, of: program, calendar, effort: effort)
  case .never(let condition):
    let facts = FactsAlone(program, calendar)
    if let cases = facts.ruleOutByRows(condition) ?? facts.ruleOut(condition) {
      return .proved(situations: cases)
    }
  case .requires, .leadsTo: break
  }
  var undecided = Proof.notDecided(.noWorkflow)
  var coarse: BrokenWay?
  var effort = effort
  // What a coarse sketch cannot tell, a finer one may.
  var finenesses = [
    Fineness(spared: [], remembers: false), Fineness(spared: []), Fineness(spared: nil),
    Fineness(spared: nil, keeps: true),
  ]
  if desk != nil { finenesses.removeAll { !$0.remembers } }
  while !finenesses.isEmpty {
    let fineness = finenesses.removeFirst()
    let sketch = Sketch(
      of: program, calendar, for: invariant, keepsVariables: fineness.keepsVariables,
      remembers: fineness.remembers, sparing: fineness.spared)
    guard let drawn = sketch.program.chart else { return undecided }
    var graph = SituationGraph(sketch, drawn, calendar, effort: effort, asking: desk)
    let outcome = graph.search()
    effort = graph.effortLeft
    if let reason = graph.silence?.reason { return .notDecided(reason) }
    switch outcome {
    case .kept: return .proved(situations: graph.size)
    case .tooMany:
      return coarse.flatMap { $0.refutation(chart, calendar, desk) } ?? .notDecided(.tooMany)
    case .broken(let ways):
      undecided = .notDecided(.notReplayed(ways[0].map(\.configuration)))
      let found = ways.map { BrokenWay(sketch: sketch, steps: $0) }
      // What was drawn as one on the way is looked into before a case is sought.
      if let spared = fineness.spared, !found[0].met.isEmpty {
        finenesses.insert(
          Fineness(spared: spared.union(found[0].met), remembers: fineness.remembers), at: 0)
        coarse = found[0]
        continue
      }
      for way in found {
        if let refutation = way.refutation(chart, calendar, desk) { return refutation }
      }
      if sketch.folds.isEmpty { finenesses.removeAll { $0.spared == nil && !$0.keepsVariables } }
    }
  }
  return undecided
}

/// How much of a program a sketch shows.
private struct Fineness {
  /// States that are not drawn as one; nil for all.
  var spared: Set<ID<State>>?
  var keepsVariables: Bool
  /// Whether questions keep their answers within a macrostep.
  var remembers: Bool

  init(spared: Set<ID<State>>?, keeps: Bool = false, remembers: Bool = true) {
    self.spared = spared
    self.remembers = remembers
    keepsVariables = keeps
  }
}

/// A way through a sketch to where the promise is broken.
private struct BrokenWay {
  var sketch: Sketch
  var steps: [SituationGraph.Step]

  /// The states drawn as one that are active on the way.
  var met: [ID<State>] {
    sketch.folds.filter { fold in
      steps.contains { $0.configuration.contains(fold.standIn) }
    }.map(\.whole)
  }

  func refutation(
    _ chart: Statechart, _ calendar: WorkCalendar, _ desk: SolverDesk?
  ) -> Proof? {
    var retelling = Retelling(sketch, chart, calendar, asking: desk)
    return retelling.caseFile(along: steps).map(Proof.refuted)
  }
}

extension TableFinding.Silence {
  /// Why a promise is not decided, if that is why.
  fileprivate var reason: Proof.Reason? {
    switch self {
    case .missing: .solverMissing
    case .late: .solverLate
    case .unclear: nil
    }
  }
}
