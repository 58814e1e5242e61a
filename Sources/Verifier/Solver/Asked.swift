package import Model
internal import SourceText

/// As `prove`, and where that cannot tell, a solver is asked: about what a `never` says of facts
/// alone, `never: is known(paid) and is known(price) and paid > price and price >= paid + 1`, and
/// about what guards and the promise say of facts at the same time.
///
/// That no facts bring it about is proved. Facts that the solver names are tried.
package func prove(
  _ invariant: Invariant, of program: Program, _ calendar: WorkCalendar,
  asking solver: any ConditionSolver, effort: Int = 20_000_000
) -> Proof {
  let proof = prove(invariant, of: program, calendar)
  guard case .notDecided = proof else { return proof }
  let alone = proveAlone(invariant, of: program, calendar, asking: solver, effort) ?? proof
  switch alone {
  case .notDecided(.solverMissing), .notDecided(.solverLate), .proved, .refuted: return alone
  case .notDecided: break
  }
  guard mayTell(invariant, program, calendar) else { return alone }
  // A search that remembers its answers, so that those are told which exclude each other.
  let searched = prove(
    invariant, of: program, calendar, effort: 400_000, with: SolverDesk(solver: solver))
  switch searched {
  case .proved, .refuted, .notDecided(.solverMissing), .notDecided(.solverLate): return searched
  case .notDecided: return alone
  }
}

/// Whether a promise is one that a search for a broken moment decides, and its answer may depend on
/// arithmetic between facts.
private func mayTell(
  _ invariant: Invariant, _ program: Program, _ calendar: WorkCalendar
) -> Bool {
  let own: [Expression]
  switch invariant.kind {
  case .never(let condition), .requires(_, let condition): own = [condition]
  case .leadsTo: own = []
  case .canEnd, .within: return false
  }
  let (reads, constants) = (FactReads(program), Constants(program, calendar))
  let guards = program.chart?.transitions.elements.compactMap(\.condition) ?? []
  return (own + guards).contains { condition in
    reads.closure(of: condition).contains { $0.relates(constants) }
  }
}

/// What a solver says of the facts alone that a `never` speaks of; nil where it is not asked, or
/// cannot tell.
private func proveAlone(
  _ invariant: Invariant, of program: Program, _ calendar: WorkCalendar,
  asking solver: any ConditionSolver, _ effort: Int
) -> Proof? {
  guard case .never(let condition) = invariant.kind,
    let asked = FactsAlone(program, calendar).part(of: condition)
  else { return nil }
  var asking = Asked(program, calendar, solver, effort)
  switch asking.isRuledOut(asked) {
  case .opaque: return nil
  case .missing: return .notDecided(.solverMissing)
  case .late: return .notDecided(.solverLate)
  case .said(true): return .proved(situations: 0)
  case .said(false): break
  }
  // That it seems possible may be due to rounding alone: what counts is an example without.
  guard let facts = asking.example(of: asked) else { return nil }
  let file = CaseFile(
    id: invariant.name, opened: Retelling.firstDay, facts: facts, journal: [], expectation: nil,
    span: invariant.span)
  return breaks(file, invariant, of: program, calendar) ? .refuted(file) : nil
}

/// Puts questions about one condition on facts.
private struct Asked {
  /// What came of it.
  enum Answer {
    /// It cannot be put: it is no arithmetic.
    case opaque
    case missing
    case late
    /// Whether no facts keep the condition from failing.
    case said(Bool)
  }

  let program: Program
  let calendar: WorkCalendar
  let solver: any ConditionSolver
  let effort: Int
  private var mayBe = false

  init(
    _ program: Program, _ calendar: WorkCalendar, _ solver: any ConditionSolver, _ effort: Int
  ) {
    self.program = program
    self.calendar = calendar
    self.solver = solver
    self.effort = effort
  }

  mutating func isRuledOut(_ condition: Expression) -> Answer {
    var script = SolverScript(program, calendar)
    let truth = script.truth(condition)
    guard !script.facts.isEmpty,
      !script.isAbstract
        || FactReads(program).closure(of: condition).contains(where: {
          $0.relates(script.constants)
        })
    else { return .opaque }
    switch solver.answer(script.asking([SolverScript.not(truth.fails)], effort: effort)) {
    case .missing: return .missing
    case .late: return .late
    case .said(let words):
      let model = SolverModel(words)
      mayBe = model.isSatisfiable == true
      return .said(model.isSatisfiable == false)
    }
  }

  func example(of condition: Expression) -> [StatedFact]? {
    guard mayBe else { return nil }
    var script = SolverScript(program, calendar, isExact: true)
    let truth = script.truth(condition)
    let text = script.asking([SolverScript.not(truth.fails)], effort: effort)
    guard case .said(let words) = solver.answer(text) else { return nil }
    return SolverModel(words).stated(script)
  }
}
