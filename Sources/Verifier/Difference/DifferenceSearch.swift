internal import Engine
internal import Model
internal import SourceText

/// Finds where two tables over the same names come to other results: exactly, as far as results
/// are told apart by their words.
///
/// As in `Coverage` one column after the other is cut; what is left to do after a column depends
/// only on which rows of both tables are still in play. Where these are word for word the same,
/// nothing is left to do: two long tables that differ in a row cost little more than that row.
struct DifferenceSearch {
  /// A part of what a row of either table matches.
  private struct Part {
    let row: Int
    let isNew: Bool
    let sets: [Bits?]
    /// The same for parts with the same sets and results.
    let mark: Int
  }

  private struct Place: Hashable {
    let column: Int
    let alive: Bits
  }

  private static let steps = 200_000
  /// Differing boxes that are wanted at most.
  private static let limit = 50

  let columns: [Column]
  /// Results that are no constants, of either table: what a witness needs facts for besides.
  let computed: [Expression]
  private let tables: (old: TableResults, new: TableResults)
  private let parts: [Part]
  private let holders: [[Bits]]
  private let isSameHead: Bool
  private var known: [Place: [Box]] = [:]
  private var budget = Budget(steps)

  init(
    _ old: DecisionTable, _ new: DecisionTable, _ program: Program, _ calendar: WorkCalendar
  ) {
    var shaping = Shaping(program, calendar)
    let formulas = [old, new].map { table in
      table.rows.map { shaping.formula(of: $0, in: table) }
    }
    let columns = shaping.columns()
    self.columns = columns
    let constants = shaping.constants
    tables = (
      TableResults(old, program, constants), TableResults(new, program, constants)
    )
    isSameHead = tables.old.isSameHead(as: tables.new)
    computed = tables.old.computed + tables.new.computed
    var marks: [[String]: [[Bits?]: Int]] = [:]
    var count = 0
    var parts: [Part] = []
    for (isNew, formulas) in zip([false, true], formulas) {
      let results = isNew ? tables.new : tables.old
      for (row, formula) in formulas.enumerated() {
        for sets in formula.boxes(columns, constants) {
          let box = zip(sets, columns).map { $0?.bits(limit: $1.regions.all.count) }
          let words = [results.words[row]]
          let mark = marks[words, default: [:]][box] ?? count
          if mark == count {
            marks[words, default: [:]][box] = mark
            count += 1
          }
          parts.append(Part(row: row, isNew: isNew, sets: box, mark: mark))
        }
      }
    }
    self.parts = parts
    holders = columns.enumerated().map { place, column in
      column.regions.all.indices.map { region in
        Bits(limit: parts.count) { parts[$0].sets[place]?.contains(region) ?? true }
      }
    }
  }

  /// The boxes in which the tables differ, merged along columns; nil if there is too much to look
  /// at. Only regions in `whole` count.
  mutating func boxes(in whole: Box) -> [Box]? {
    let regions = columns.reduce(0) { $0 + $1.regions.all.count }
    guard regions * parts.count < 20_000_000 else { return nil }
    let found = boxes(from: 0, Bits(upTo: parts.count), whole)
    return budget.isSpent ? nil : found
  }

  /// All regions of all columns.
  var whole: Box { columns.map { Bits(upTo: $0.regions.all.count) } }

  private mutating func boxes(from column: Int, _ alive: Bits, _ whole: Box) -> [Box] {
    if isSameHead, isSame(alive) { return [] }
    guard column < columns.count, !alive.isEmpty else {
      return isSameOutcome(alive) ? [] : [Array(whole[column...])]
    }
    let place = Place(column: column, alive: alive)
    if let known = known[place] { return known }
    budget.spend(whole[column].count)
    guard !budget.isSpent else { return [] }
    var found: [Box] = []
    for (set, rest) in whole[column].groups(leaving: holders[column], of: alive) {
      for tail in boxes(from: column + 1, rest, whole) { found.merge([set] + tail) }
    }
    if found.count > Self.limit { found.removeSubrange(Self.limit...) }
    known[place] = found
    return found
  }

  /// Whether the rows in play of both tables are word for word the same.
  private func isSame(_ alive: Bits) -> Bool {
    var marks: (old: [Int], new: [Int]) = ([], [])
    for number in alive.members {
      if parts[number].isNew {
        marks.new.append(parts[number].mark)
      } else {
        marks.old.append(parts[number].mark)
      }
    }
    return marks.old == marks.new
  }

  private func isSameOutcome(_ alive: Bits) -> Bool {
    var rows: (old: [Int], new: [Int]) = ([], [])
    for number in alive.members {
      let part = parts[number]
      if part.isNew {
        if rows.new.last != part.row { rows.new.append(part.row) }
      } else {
        if rows.old.last != part.row { rows.old.append(part.row) }
      }
    }
    return tables.old.outcome(of: rows.old) == tables.new.outcome(of: rows.new)
  }
}

/// What the rows of a table come to together, as far as that can be told by the words of their
/// results.
struct TableResults {
  private let table: DecisionTable
  /// By row.
  let words: [String]
  private let otherwise: String?
  /// By row, for `priority`; nil where a result is no constant.
  private let ranks: [[Int]]?
  let computed: [Expression]

  init(_ table: DecisionTable, _ program: Program, _ constants: Constants) {
    self.table = table
    let text = ProgramText(program)
    let words = { (results: [Expression]) in
      results.map { result in
        constants.value(of: result).map { text.value($0, of: result.type) }
          ?? text.expression(result)
      }.joined(separator: "\u{1}")
    }
    self.words = table.rows.map { words($0.results) }
    otherwise = table.otherwise.map(words)
    let all = table.rows.flatMap(\.results) + (table.otherwise ?? [])
    computed = all.filter { constants.value(of: $0) == nil }
    var ranks: [[Int]] = []
    for row in table.rows {
      var own: [Int] = []
      for (output, result) in zip(table.outputs, row.results) where !output.priorities.isEmpty {
        guard let value = constants.value(of: result) else { continue }
        own.append(output.priorities.firstIndex(of: value) ?? output.priorities.count)
      }
      ranks.append(own)
    }
    let ranked = table.outputs.count { !$0.priorities.isEmpty }
    self.ranks = ranks.allSatisfy { $0.count == ranked } ? ranks : nil
  }

  /// Whether everything but the rows is the same.
  func isSameHead(as other: TableResults) -> Bool {
    table.policy == other.table.policy && otherwise == other.otherwise
      && table.outputs.map(\.priorities) == other.table.outputs.map(\.priorities)
  }

  func outcome(of rows: [Int]) -> [String] {
    let isElse = rows.isEmpty && otherwise != nil
    let results = isElse ? [otherwise].compactMap(\.self) : rows.map { words[$0] }
    if isElse, !table.policy.givesList { return results }
    switch table.policy {
    case .first: return rows.isEmpty ? [Self.nothing] : [results[0]]
    case .unique:
      if rows.count > 1 { return [Self.conflict] }
      return rows.isEmpty ? [Self.nothing] : results
    case .any:
      let distinct = Set(results).sorted()
      if distinct.count > 1 { return [Self.conflict] }
      return rows.isEmpty ? [Self.nothing] : distinct
    case .priority:
      if rows.isEmpty { return [Self.nothing] }
      guard let ranks else { break }
      let best = rows.indices.min { left, right in
        let (one, other) = (ranks[rows[left]], ranks[rows[right]])
        return one.lexicographicallyPrecedes(other) || one == other && left < right
      }
      return best.map { [results[$0]] } ?? [Self.nothing]
    case .count: return ["\(rows.count)"]
    case .sum, .min, .max:
      return (results.count == 1 ? [] : [table.policy.rawValue]) + results.sorted()
    case .ruleOrder, .outputOrder, .collect: break
    }
    return [table.policy.rawValue] + results
  }

  private static let nothing = "\u{2}"
  /// Which rows are in conflict makes no difference: no case comes to anything there.
  private static let conflict = "\u{3}"
}
