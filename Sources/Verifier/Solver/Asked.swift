package import Model
internal import SourceText

/// As `prove`, and where that cannot tell, a solver is asked about what a `never` says of facts
/// alone: `never: is known(paid) and is known(price) and paid > price and price >= paid + 1`.
///
/// That no facts bring it about is proved. Facts that the solver names are tried.
package func prove(
  _ invariant: Invariant, of program: Program, _ calendar: WorkCalendar,
  asking solver: any ConditionSolver, effort: Int = 20_000_000
) -> Proof {
  let proof = prove(invariant, of: program, calendar)
  guard case .notDecided = proof, case .never(let condition) = invariant.kind,
    let asked = FactsAlone(program, calendar).part(of: condition)
  else { return proof }
  let model: SolverModel
  switch ask(asked, program, solver, effort) {
  case .opaque: return proof
  case .missing: return .notDecided(.solverMissing)
  case .late: return .notDecided(.solverLate)
  case .said(let said, _): model = said
  }
  if model.isSatisfiable == false { return .proved(situations: 0) }
  // That it seems possible may be due to rounding alone: what counts is an example without.
  guard model.isSatisfiable == true,
    case .said(let exact, let asks) = ask(asked, program, solver, effort, isExact: true),
    let facts = exact.stated(asks, program)
  else { return proof }
  let file = CaseFile(
    id: invariant.name, opened: Retelling.firstDay, facts: facts, journal: [], expectation: nil,
    span: invariant.span)
  return breaks(file, invariant, of: program, calendar) ? .refuted(file) : proof
}

/// What came of putting a question.
private enum Asked {
  /// It cannot be put: something in it is no arithmetic.
  case opaque
  case missing
  case late
  /// With the facts that it is about.
  case said(SolverModel, [ID<Fact>])
}

private func ask(
  _ condition: Expression, _ program: Program, _ solver: any ConditionSolver, _ effort: Int,
  isExact: Bool = false
) -> Asked {
  var script = SolverScript(program, isExact: isExact)
  guard let text = try? script.text(asking: condition, effort: effort), !script.facts.isEmpty
  else { return .opaque }
  switch solver.answer(text) {
  case .missing: return .missing
  case .late: return .late
  case .said(let words): return .said(SolverModel(words), script.facts)
  }
}
