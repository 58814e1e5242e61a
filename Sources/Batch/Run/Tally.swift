internal import Engine
internal import Model
internal import SourceText

/// Counts over many cases. Those of two runs over the two halves of an input add up to those of one
/// run over all of it.
package struct Tally: Sendable {
  /// A name and how many cases it stands for.
  package struct Count: Hashable, Sendable {
    package var name: String
    package var count: Int
    /// Whether the name is none of the rulebook's: what is undecided, what met a fault.
    package var isOurs = false
  }

  /// Lines that are not blank.
  package private(set) var caseCount = 0
  /// Lines that gave no result.
  package private(set) var failedCount = 0
  /// Cases with an entry that was refused.
  package private(set) var refusedCount = 0
  /// Cases that were stepped by tables (`FastPlan`), not by the engine.
  package private(set) var tabledCount = 0
  private let program: Program
  /// Cases in which a decision met a fault.
  package private(set) var faultedCount = 0
  /// By decision: by row of its table, then `otherwise`, then undecided, then faulted.
  private var rows: [[Int]]
  /// By state that is a level or a script: cases that came to it last of those beside it.
  private var given: [Int]
  /// By state: cases of which it is an innermost one.
  private var leaves: [Int]
  private var faults: [LineFault.Code: Int] = [:]

  init(program: Program) {
    self.program = program
    rows = program.decisions.elements.map { Array(repeating: 0, count: $0.rowCount + 3) }
    given = Array(repeating: 0, count: program.chart?.states.count ?? 0)
    leaves = given
  }

  mutating func add(_ fault: LineFault) {
    caseCount += 1
    failedCount += 1
    faults[fault.code, default: 0] += 1
  }

  mutating func add(_ outcome: CaseOutcome) {
    caseCount += 1
    if !outcome.refused.isEmpty { refusedCount += 1 }
    for state in outcome.given { given[state.index] += 1 }
    for leaf in program.activeLeafStates(of: outcome.configuration) { leaves[leaf.index] += 1 }
    if !outcome.faults.isEmpty { faultedCount += 1 }
    for (index, standing) in outcome.decisions.enumerated() {
      let decision = program.decisions.elements[index]
      switch standing {
      case .decided(let outcome):
        for row in outcome.rows { rows[index][decision.position(ofRow: row)] += 1 }
      case .open: rows[index][decision.rowCount + 1] += 1
      case .faulted: rows[index][decision.rowCount + 2] += 1
      }
    }
  }

  /// - Parameter decisions: by decision: which of the counts of rows are its own.
  mutating func add(_ counts: TableCounts, rows decisions: [Range<Int>]) {
    caseCount += counts.cases
    tabledCount += counts.cases
    for (index, own) in decisions.enumerated() {
      // Of an expression values were counted, not rows.
      if case .table = program.decisions.elements[index].logic {
        for place in own { rows[index][place - own.lowerBound] += counts.rows[place] }
      }
    }
    for index in given.indices {
      given[index] += counts.given[index]
      leaves[index] += counts.leaves[index]
    }
  }

  mutating func add(_ other: Tally) {
    caseCount += other.caseCount
    failedCount += other.failedCount
    refusedCount += other.refusedCount
    faultedCount += other.faultedCount
    tabledCount += other.tabledCount
    for index in rows.indices {
      for row in rows[index].indices { rows[index][row] += other.rows[index][row] }
    }
    for index in given.indices {
      given[index] += other.given[index]
      leaves[index] += other.leaves[index]
    }
    faults.merge(other.faults, uniquingKeysWith: +)
  }
}

// What was counted, in the order of the rulebook.
extension Tally {
  /// Lines that gave no result, by the code of their fault.
  package var errorCounts: [Count] {
    LineFault.Code.allCases.compactMap { code in
      faults[code].map { Count(name: code.rawValue, count: $0) }
    }
  }

  /// Cases by their innermost states.
  package var stateCounts: [Count] {
    (program.chart?.states.ids ?? []).compactMap { id in
      let count = leaves[id.index]
      return count == 0 ? nil : Count(name: program.chart?.states[id].path ?? "", count: count)
    }
  }

  /// By decision: how often each row fired.
  package var rowCounts: [(decision: String, rows: [Count])] {
    zip(program.decisions.elements, rows).map { decision, counts in
      let own = decision.rowNames + ["otherwise"]
      let named = zip(own + ["undecided", "fault"], counts).enumerated().map { place, pair in
        Count(name: pair.0, count: pair.1, isOurs: place >= own.count)
      }
      return (decision.name, named.filter { $0.count > 0 })
    }
  }

  /// Cases by the level that they came to last, whether they have ended or not.
  package var levelCounts: [Count] {
    counts { if case .level(let name) = $0 { name } else { nil } }
  }

  /// Cases by the script that was chosen for them last, whether they have ended or not.
  package var scriptCounts: [Count] {
    counts { if case .script(let name) = $0 { name } else { nil } }
  }

  /// By the name of what a state is of its slot; several slots may hold the same.
  private func counts(_ name: (State.Part) -> String?) -> [Count] {
    var found: [Count] = []
    for (state, count) in zip(program.chart?.states.elements ?? [], given) where count > 0 {
      guard let name = state.part.flatMap(name) else { continue }
      if let index = found.firstIndex(where: { $0.name == name }) {
        found[index].count += count
      } else {
        found.append(Count(name: name, count: count))
      }
    }
    return found
  }
}

extension Decision {
  fileprivate var rowNames: [String] {
    if case .table(let table) = logic { table.rows.map(\.id) } else { [] }
  }

  fileprivate var rowCount: Int {
    if case .table(let table) = logic { table.rows.count } else { 0 }
  }

  /// Where a row is counted: `otherwise` after all rows.
  fileprivate func position(ofRow id: String) -> Int {
    rowNames.firstIndex(of: id) ?? rowCount
  }
}
