package import Engine
package import Model
internal import SourceText

/// What the cases of one rulebook tried of it: rows that fired, and transitions that were taken and
/// stayed taken (docs/coverage.md).
package struct CoverageCount {
  package let program: Program
  private let interpreter: Interpreter
  /// Tables of which some row is still untried.
  private var tables: [ID<Decision>]
  private let reads: [ID<Decision>: ReadSet]
  /// Choices of a script or a level to start at that no row of the tables behind them can give.
  let neverChosen: Set<ID<Transition>>
  /// By row and by transition: the case that tried it first.
  private var rows: [RowReference: String] = [:]
  private var transitions: [ID<Transition>: String] = [:]

  package init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
    program = interpreter.program
    var tables: [ID<Decision>] = []
    for coverable in interpreter.program.coverables {
      guard case .row(let decision, _) = coverable.subject else { continue }
      if tables.last != decision { tables.append(decision) }
    }
    self.tables = tables
    neverChosen = interpreter.choicesNeverMade
    reads = Dictionary(
      uniqueKeysWithValues: tables.map { ($0, ReadSet($0, in: interpreter.program)) })
  }

  /// Adds what one case tried. A row counts where a decision was frozen by it, and where the
  /// decision came to it after an entry.
  package mutating func add(_ replay: Replay, of caseID: String) {
    var last: CaseState?
    for step in replay.steps {
      for item in step.result.trace.items {
        switch item {
        case .transitionTaken(let id): transitions[id] = transitions[id] ?? caseID
        case .decided(let decision, let outcome): add(outcome.rows, of: decision, caseID)
        default: break
        }
      }
      addLive(step.result.state, after: last, caseID)
      last = step.result.state
    }
  }

  /// What the tables come to now. Those of which nothing is left to try, and those for which
  /// nothing has changed, are not asked.
  private mutating func addLive(_ state: CaseState, after last: CaseState?, _ caseID: String) {
    tables.removeAll { id in
      guard case .table(let table) = program.decisions[id].logic else { return true }
      let all = table.rows.map(\.id) + (table.otherwise == nil ? [] : ["otherwise"])
      return all.allSatisfy { rows[RowReference(decision: id, row: $0)] != nil }
    }
    for decision in tables {
      if let last, reads[decision]?.isSame(in: last, and: state) == true { continue }
      if let outcome = interpreter.outcome(of: decision, in: state) {
        add(outcome.rows, of: decision, caseID)
      }
    }
  }

  private mutating func add(_ ids: [String], of decision: ID<Decision>, _ caseID: String) {
    for id in ids {
      let row = RowReference(decision: decision, row: id)
      rows[row] = rows[row] ?? caseID
    }
  }

  /// The case that tried something first; of several transitions that are one, the case that took
  /// the last of them. Nil where it was not tried.
  package func caseTrying(_ coverable: Coverable) -> String? {
    switch coverable.subject {
    case .row(let decision, let row): return rows[RowReference(decision: decision, row: row)]
    case .transitions(let all):
      let cases = all.map { transitions[$0] }
      return cases.contains { $0 == nil } ? nil : cases.last ?? nil
    case .anyTransition(let all): return all.lazy.compactMap { transitions[$0] }.first
    }
  }
}
