internal import Engine
package import Model
package import SourceText

/// Looks at one decision's table for all values that its columns may have.
///
/// What is said of rows and cells holds for every value; what is said to happen is shown by facts
/// that the interpreter has confirmed.
package struct TableAnalysis {
  /// How many findings of one kind are told for one table.
  private static let limit = 5
  /// Steps that one table may take.
  private static let effort = 200_000
  /// What each row asks is asked of each region, of which there are as many as rows or more: with
  /// more rows than this the table is named, and not looked at.
  private static let rowsAtMost = 1_000

  private let program: Program
  private let calendar: WorkCalendar
  private let decision: ID<Decision>
  private let table: DecisionTable
  private let isTooLong: Bool
  private let shape: TableShape
  private let witness: WitnessSearch
  private var budget = Budget(TableAnalysis.effort)
  private var findings: [TableFinding] = []

  /// Nil for a decision that is no table.
  package init?(_ decision: ID<Decision>, in program: Program, _ calendar: WorkCalendar) {
    guard case .table(let whole) = program.decisions[decision].logic else { return nil }
    var table = whole
    isTooLong = table.rows.count > Self.rowsAtMost
    if isTooLong { table.rows = [] }
    self.program = program
    self.calendar = calendar
    self.decision = decision
    self.table = table
    shape = TableShape(table, program, calendar)
    witness = WitnessSearch(program, calendar, shape.columns)
  }

  /// All that is found, in the table's order.
  package mutating func run() -> [TableFinding] {
    findings = []
    guard !isTooLong else { return [TableFinding(kind: .unexplored)] }
    let dead = findDeadRows()
    findIdleCells(besides: dead)
    guard isSmallEnough else {
      findings.append(TableFinding(kind: .unexplored))
      return findings
    }
    findMaskedRows(besides: dead)
    findConflicts()
    findGaps()
    let isSound = !findings.contains { if case .conflict = $0.kind { true } else { false } }
    if dead.isEmpty, isSound { findIdleColumns() }
    return findings
  }

  private var isSmallEnough: Bool {
    let regions = shape.columns.reduce(0) { $0 + $1.regions.all.count }
    return regions * shape.parts.count < 100_000_000
  }

  private func conditions(_ box: Box) -> [TableFinding.Condition] {
    zip(shape.columns, box).compactMap { column, set in
      column.words(set, in: program).map { .init(column: column.name, test: $0) }
    }
  }

  private func stated(_ facts: [Value?]) -> [StatedFact] {
    program.facts.ids.compactMap { id in
      facts[id.index].map { StatedFact(fact: id, value: $0, span: nil) }
    }
  }

  private func fault(of facts: [Value?]) -> Fault.Reason? {
    let evaluator = Evaluator(
      program: program, calendar: calendar, facts: facts,
      variables: program.variables.elements.map(\.start))
    do throws(Fault) { _ = try evaluator.decide(decision) } catch { return error.reason }
    return nil
  }

  private func box(_ sets: [Bits?]) -> Box {
    zip(sets, shape.whole).map { $0 ?? $1 }
  }
}

// Rows and cells by themselves.
extension TableAnalysis {
  /// Rows that no value at all matches.
  private mutating func findDeadRows() -> Set<Int> {
    let matching = Set(shape.parts.map(\.row))
    let dead = table.rows.indices.filter { !matching.contains($0) }
    findings += dead.map { TableFinding(kind: .dead(row: $0)) }
    return Set(dead)
  }

  /// Cells that say something which every value of the column passes.
  private mutating func findIdleCells(besides dead: Set<Int>) {
    var shaping = Shaping(program, calendar)
    let formulas = table.rows.map { shaping.cellFormulas(of: $0, in: table) }
    let columns = shaping.columns()
    for (row, cells) in formulas.enumerated() where !dead.contains(row) {
      for (column, formula) in cells.enumerated() {
        if case .any? = table.rows[row].cells[column].tests.first { continue }
        let boxes = formula.boxes(columns, shaping.constants)
        if boxes.contains(where: { $0.allSatisfy { $0 == nil } }) {
          findings.append(TableFinding(kind: .idleCell(row: row, column: column)))
        }
      }
    }
  }
}

// Rows against each other.
extension TableAnalysis {
  /// Rows all of whose matches go to rows before them.
  private mutating func findMaskedRows(besides dead: Set<Int>) {
    for row in table.rows.indices where !dead.contains(row) {
      let rivals = rivals(of: row)
      guard !rivals.isEmpty else { continue }
      let others = shape.parts.filter { rivals.contains($0.row) }
      var maskers: Set<Int> = []
      let isMasked = shape.parts.filter { $0.row == row }.allSatisfy { part in
        let near = others.filter { part.sets.met(by: $0.sets) != nil }
        maskers.formUnion(near.map(\.row))
        var coverage = Coverage(box(part.sets), near.map(\.sets), limit: 1, budget: budget)
        let isFree = !coverage.free().isEmpty || !coverage.unexplored.isEmpty
        budget = coverage.rest
        return !isFree
      }
      guard isMasked else { continue }
      findings.append(TableFinding(kind: .masked(row: row, by: maskers.sorted())))
    }
  }

  /// Rows that go before a row wherever both match.
  private func rivals(of row: Int) -> Set<Int> {
    switch table.policy {
    case .first: return Set(0..<row)
    case .priority:
      guard let own = rank(of: row) else { return [] }
      return Set(
        table.rows.indices.filter { other in
          guard other != row, let rank = rank(of: other) else { return false }
          return rank.lexicographicallyPrecedes(own) || rank == own && other < row
        })
    default: return []
    }
  }

  private func rank(of row: Int) -> [Int]? {
    let constants = Constants(program, calendar)
    var ranks: [Int] = []
    for (output, result) in zip(table.outputs, table.rows[row].results)
    where !output.priorities.isEmpty {
      guard let value = constants.value(of: result) else { return nil }
      ranks.append(output.priorities.firstIndex(of: value) ?? output.priorities.count)
    }
    return ranks
  }

  /// Rows that match together where only one may, or with other results where all have to agree.
  private mutating func findConflicts() {
    guard table.policy == .unique || table.policy == .any else { return }
    var pairs: Set<[Int]> = []
    var found: [TableFinding] = []
    for (place, part) in shape.parts.enumerated() {
      for other in shape.parts[(place + 1)...] where other.row != part.row {
        guard let sets = part.sets.met(by: other.sets), !pairs.contains([part.row, other.row]),
          table.policy == .unique || !isSameResult(part.row, other.row)
        else { continue }
        let meeting = box(sets)
        guard
          let facts = witness.facts(
            in: meeting,
            where: {
              if case .severalRows(decision, _)? = fault(of: $0) { true } else { false }
            })
        else { continue }
        pairs.insert([part.row, other.row])
        var finding = TableFinding(kind: .conflict(part.row, other.row))
        finding.region = conditions(meeting)
        finding.facts = stated(facts)
        finding.isAgreed = isSameResult(part.row, other.row)
        if found.count == Self.limit {
          found[Self.limit - 1].more += 1
          if found[Self.limit - 1].more > 20 {
            findings += found
            return
          }
        } else {
          found.append(finding)
        }
      }
    }
    findings += found
  }

  private func isSameResult(_ one: Int, _ other: Int) -> Bool {
    let text = ProgramText(program)
    return table.rows[one].results.map(text.expression)
      == table.rows[other].results.map(text.expression)
  }
}

// The table as a whole.
extension TableAnalysis {
  /// Where no row matches and nothing else says what holds.
  private mutating func findGaps() {
    guard table.otherwise == nil, !table.policy.givesList, table.policy != .count else { return }
    var coverage = Coverage(
      shape.whole, shape.parts.map(\.sets), limit: 50, budget: budget)
    let free = coverage.free()
    budget = coverage.rest
    var found: [TableFinding] = []
    for box in free {
      let facts = witness.facts(in: box) { fault(of: $0) == .noRow(decision) }
      guard let facts else { continue }
      if found.count == Self.limit {
        found[Self.limit - 1].more += 1
      } else {
        var finding = TableFinding(kind: .gap)
        finding.region = conditions(box)
        finding.facts = stated(facts)
        found.append(finding)
      }
    }
    // What is found before the budget is spent is not merged; one of a kind will do.
    findings += coverage.unexplored.isEmpty ? found : Array(found.prefix(1))
    for box in coverage.unexplored.prefix(1) {
      var finding = TableFinding(kind: .unexplored)
      finding.region = conditions(box)
      findings.append(finding)
    }
  }

  /// Inputs without which every result is the same.
  private mutating func findIdleColumns() {
    var diagram = OutcomeDiagram(shape, program, budget: budget)
    // A table that comes to one result whatever is asked is a sketch, and its author knows it.
    guard let mattering = diagram.matteringColumns(), !mattering.isEmpty else { return }
    let text = ProgramText(program)
    let reads = FactReads(program)
    for (place, input) in table.inputs.enumerated() {
      let key = text.expression(input.expression)
      // A question taken out of the column's cells may matter in its stead.
      let asked = Set(reads.facts(in: input.expression))
      let matters = mattering.contains { column in
        let expression = shape.columns[column].expression
        return text.expression(expression) == key
          || reads.facts(in: expression).contains(where: asked.contains)
      }
      if !matters { findings.append(TableFinding(kind: .idleColumn(place))) }
    }
  }
}
