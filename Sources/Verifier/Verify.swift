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
  let (ofTables, ofChart) = concurrently {
    findingsOfTables(program, calendar)
  } and: {
    var chart = ChartAnalysis(program, calendar, isOwn: isOwn)
    return chart?.run() ?? []
  }
  var diagnostics = Diagnostics()
  diagnostics.report(contentsOf: ofTables + ofChart)
  return diagnostics.sorted
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
