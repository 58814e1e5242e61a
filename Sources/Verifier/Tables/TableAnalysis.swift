internal import Engine
package import Model
package import SourceText

/// Looks at one decision's table for all values that its columns may have.
///
/// What is said of rows and cells holds for every value; what is said to happen is shown by facts
/// that the interpreter has confirmed.
package struct TableAnalysis {
  /// How many findings of one kind are told for one table.
  static let limit = 5
  /// How many stretches of one column a region is told with.
  private static let words = 12

  let program: Program
  let calendar: WorkCalendar
  let decision: ID<Decision>
  let table: DecisionTable
  let shape: TableShape
  let hulls: PartHulls
  let witness: WitnessSearch
  /// By row: what it gives, as text.
  let results: [String]
  /// Columns that compute with facts or put them side by side: regions cannot tell which of their
  /// values come about together.
  let relating: [Int]
  /// What such columns leave open.
  var open = OpenMatters()
  var effort = TableEffort()
  var findings: [TableFinding] = []

  /// Nil for a decision that is no table.
  package init?(_ decision: ID<Decision>, in program: Program, _ calendar: WorkCalendar) {
    guard case .table(let table) = program.decisions[decision].logic else { return nil }
    self.program = program
    self.calendar = calendar
    self.decision = decision
    self.table = table
    shape = TableShape(table, program, calendar)
    hulls = PartHulls(shape)
    witness = WitnessSearch(program, calendar, shape.columns)
    let columns = shape.columns
    relating = columns.indices.filter { columns[$0].relates(program, calendar) }
    let text = ProgramText(program)
    results = table.rows.map { row in
      row.results.map(text.expression).joined(separator: "\u{1}")
    }
  }

  /// All that is found, in the table's order.
  package mutating func run() -> [TableFinding] {
    findings = []
    open = OpenMatters()
    effort = TableEffort()
    let dead = findDeadRows()
    findIdleCells(besides: dead)
    findMaskedRows(besides: dead)
    findConflicts()
    findGaps()
    let isSound = !findings.contains { if case .conflict = $0.kind { true } else { false } }
    if dead.isEmpty, isSound {
      let before = findings.count
      findIdleColumns()
      // Rows that differ in an input that does not matter need not be told as well.
      if findings.count == before { findTwins() }
    }
    return findings
  }

  func conditions(_ box: [Stretches]) -> [TableFinding.Condition] {
    zip(shape.columns, box).compactMap { column, set in
      column.words(set.bits(limit: column.regions.all.count), in: program, atMost: Self.words)
        .map { .init(column: column.name, test: $0) }
    }
  }

  /// Facts that put the columns into a box, and for which something holds.
  func facts(in box: [Stretches], where holds: ([Value?]) -> Bool) -> [Value?]? {
    let box = zip(box, shape.columns).map { $0.bits(limit: $1.regions.all.count) }
    return witness.facts(in: box, where: holds)
  }

  func stated(_ facts: [Value?]) -> [StatedFact] {
    program.facts.ids.compactMap { id in
      facts[id.index].map { StatedFact(fact: id, value: $0, span: nil) }
    }
  }

  func fault(of facts: [Value?]) -> Fault.Reason? {
    let evaluator = Evaluator(
      program: program, calendar: calendar, facts: facts,
      variables: program.variables.elements.map(\.start))
    do throws(Fault) { _ = try evaluator.decide(decision) } catch { return error.reason }
    return nil
  }

  func box(_ sets: [Stretches?]) -> [Stretches] {
    zip(sets, shape.whole).map { $0 ?? $1 }
  }
}

/// How much looking at one table is allowed, search by search, so that one that is hard takes
/// nothing from the others.
struct TableEffort {
  /// What one row may take to tell whether others go before it everywhere.
  static let ofRow = 100_000
  /// Steps of a search for gaps, or for columns that matter: one is a box that is still in play
  /// in a stretch of a column.
  static let ofSearch = 4_000_000
  /// How many pairs that seem to meet are tried in vain.
  static let triesInVain = 2_000

  /// Pairs of parts that may be compared.
  var pairs = Budget(200_000_000)
  /// Steps for all rows together.
  var rows = Budget(20_000_000)
}
