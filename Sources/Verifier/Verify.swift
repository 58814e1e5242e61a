package import Model
package import SourceText

/// Looks for what is wrong with a rulebook as a whole, for all facts there may be: a pure function
/// of the program. Decisions that forms of mediation made are left out; nobody wrote their rows.
package func verify(_ program: Program, _ calendar: WorkCalendar) -> [Diagnostic] {
  var diagnostics = Diagnostics()
  for id in program.decisions.ids where !program.mediation.decisions.contains(id) {
    guard var analysis = TableAnalysis(id, in: program, calendar) else { continue }
    let wording = TableWording(program, program.decisions[id])
    diagnostics.report(contentsOf: analysis.run().map(wording.diagnostic))
  }
  return diagnostics.sorted
}
