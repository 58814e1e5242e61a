package import Model
package import SourceText

/// Looks for what is wrong with a rulebook as a whole, for all facts there may be: a pure function
/// of the program. Decisions that forms of mediation made are left out; nobody wrote their rows.
///
/// - Parameter isOwn: whether something stands in the rulebook itself, not in one it builds on:
///   what is declared and not used is told of the rulebook alone.
package func verify(
  _ program: Program, _ calendar: WorkCalendar,
  isOwn: @escaping @Sendable (Span) -> Bool = { _ in true }
) -> [Diagnostic] {
  var diagnostics = Diagnostics()
  let looks = verifications(of: program, calendar, isOwn: isOwn)
  for found in looks.concurrentMap({ $0() }) { diagnostics.report(contentsOf: found) }
  return diagnostics.sorted
}

/// What tables and guards come to that compute with facts, `paid > 2 * price`: what a solver tells
/// beyond what `verify` does, and what is not told even so. Empty for a program without such.
package func verifyArithmetic(
  _ program: Program, _ calendar: WorkCalendar, asking solver: any ConditionSolver,
  isOwn: @escaping @Sendable (Span) -> Bool = { _ in true }
) -> [Diagnostic] {
  var diagnostics = Diagnostics()
  for id in program.decisions.ids where !program.mediation.decisions.contains(id) {
    guard var analysis = TableAnalysis(id, in: program, calendar), !analysis.relating.isEmpty
    else { continue }
    _ = analysis.run()
    let wording = TableWording(program, program.decisions[id])
    let told = analysis.arithmetic(asking: solver).map(wording.diagnostic)
    // What is not told of a table is for those who can write it otherwise.
    diagnostics.report(
      contentsOf: told.filter { $0.severity != .note || isOwn(program.decisions[id].span) })
  }
  if program.hasArithmeticGuard(calendar) {
    var known = ChartAnalysis(program, calendar, isOwn: isOwn)
    var asked = ChartAnalysis(program, calendar, isOwn: isOwn, asking: SolverDesk(solver: solver))
    let told = known?.run() ?? []
    diagnostics.report(contentsOf: (asked?.run() ?? []).filter { !told.contains($0) })
  }
  return diagnostics.sorted
}

/// The same as looks that know nothing of each other, to be taken at once with others; what takes
/// longest first.
package func verifications(
  of program: Program, _ calendar: WorkCalendar, isOwn: @escaping @Sendable (Span) -> Bool
) -> [@Sendable () -> [Diagnostic]] {
  [
    {
      var chart = ChartAnalysis(program, calendar, isOwn: isOwn)
      return chart?.run() ?? []
    },
    { findingsOfTables(program, calendar) },
    { UnusedSearch(program: program, isOwn: isOwn).findings() },
  ]
}

private func findingsOfTables(_ program: Program, _ calendar: WorkCalendar) -> [Diagnostic] {
  var diagnostics = Diagnostics()
  for id in program.decisions.ids where !program.mediation.decisions.contains(id) {
    guard var analysis = TableAnalysis(id, in: program, calendar) else { continue }
    let wording = TableWording(program, program.decisions[id])
    diagnostics.report(contentsOf: analysis.run().map(wording.diagnostic))
  }
  return diagnostics.all
}

extension Program {
  /// Whether any guard computes with facts or puts them side by side.
  fileprivate func hasArithmeticGuard(_ calendar: WorkCalendar) -> Bool {
    let (reads, constants) = (FactReads(self), Constants(self, calendar))
    return chart?.transitions.elements.contains { transition in
      guard let condition = transition.condition else { return false }
      return reads.closure(of: condition).contains { $0.relates(constants) }
    } ?? false
  }
}
