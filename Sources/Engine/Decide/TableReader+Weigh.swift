internal import Model
internal import SourceText

// What a table comes to while it is unknown whether some rows match.
//
// Each such row is weighed as if it might match or not whatever the others do. A row *matters* if,
// for some choice of the others, its matching changes the result. That is exact where rows depend
// on different facts; where they share facts it asks for too much, and trying completions decides
// (see `Completions`). Under `unique` two rows are taken never to match together: that is what the
// policy promises.
extension TableReader {
  func decide(
    _ reading: TableReading, _ evaluation: inout Evaluation
  ) throws(Fault) -> Decided {
    if reading.possible.isEmpty { return try settle(reading.sure, &evaluation) }
    if table.policy == .unique, reading.sure.count > 1 { throw conflict(of: reading.sure) }

    let weighing = Weighing(self, reading, &evaluation)
    if weighing.needsSureOutputs {
      for case .fault(let fault) in weighing.sure.map(\.output) { throw fault }
      if table.policy == .any, reading.sure.count > 1 {
        _ = try settle(reading.sure, &evaluation)
      }
    }
    let mattering = weighing.matteringRows()
    guard mattering.isEmpty else {
      return .open(weighing.questions(mattering, reading, columns: table.inputs.count))
    }
    let settled = try settle(reading.sure, &evaluation)
    guard case .decided(var outcome) = settled else { return settled }
    outcome.rows = weighing.winners().map { $0.map { table.rows[$0].id } ?? "otherwise" }
    return .decided(outcome)
  }
}

/// The rows that may have a part in a table's result, weighed against each other.
private struct Weighing {
  let reader: TableReader
  /// Rows that match for sure, in table order.
  let sure: [Candidate]
  /// Rows that may match, in table order.
  let possible: [Candidate]
  let none: RowOutput
  /// Reading a row itself may fault: then anything may matter, but for `first`, which reads on only
  /// when it has to.
  let mayFault: Bool
  private var policy: HitPolicy { reader.table.policy }

  init(_ reader: TableReader, _ reading: TableReading, _ evaluation: inout Evaluation) {
    self.reader = reader
    // A count looks at no output.
    let counts = reader.table.policy == .count
    func candidate(_ row: Int, isSure: Bool, _ fault: Fault?) -> Candidate {
      if let fault { return Candidate(row: row, isSure: isSure, output: .fault(fault)) }
      if counts { return Candidate(row: row, isSure: isSure, output: .known(.null)) }
      return reader.candidate(row, isSure: isSure, &evaluation)
    }
    sure = reading.sure.map { candidate($0, isSure: true, nil) }
    possible = reading.possible.map { candidate($0.row, isSure: false, $0.fault) }
    none = reader.whenNone(&evaluation)
    mayFault = reading.possible.contains { $0.fault != nil } && reader.table.policy != .first
  }

  /// Whether a sure row's outputs are read whatever other rows do.
  var needsSureOutputs: Bool {
    switch policy {
    case .unique, .first, .count: false
    default: true
    }
  }

  /// Rows that may win, in the order in which the first to match does; the last of them wins if no
  /// other matches. Only for policies under which one row wins over others.
  private var contest: [Candidate] {
    var order = reader.ordered(sure + possible)
    if let end = order.firstIndex(where: \.isSure) {
      order.removeSubrange((end + 1)...)
    } else {
      order.append(Candidate(row: nil, isSure: true, output: none))
    }
    return order
  }

  /// Possible rows whose matching or not may change the result.
  func matteringRows() -> [Int] {
    let candidates: [Candidate] =
      if mayFault {
        possible
      } else {
        switch policy {
        case .first: losingRows(of: contest)
        case .priority: ranksAreKnown ? losingRows(of: contest) : possible
        case .unique: sure.isEmpty ? possible.filter { !$0.output.isSame(as: none) } : []
        case .any: dissenters
        case .sum, .min, .max: swaying
        case .ruleOrder, .outputOrder, .collect, .count: standsForOtherwise ? [] : possible
        }
      }
    return candidates.compactMap(\.row)
  }

  private var ranksAreKnown: Bool {
    (sure + possible).allSatisfy { $0.output.value != nil }
  }

  /// Rows in whose place a later one would give another result.
  private func losingRows(of contest: [Candidate]) -> [Candidate] {
    var losing: [Candidate] = []
    guard let last = contest.last else { return losing }
    for candidate in contest.dropLast().reversed()
    where !losing.isEmpty || !candidate.output.isSame(as: last.output) {
      losing.append(candidate)
    }
    return losing
  }

  /// Under `any`, rows that may contradict another, or the lack of one.
  private var dissenters: [Candidate] {
    guard let agreed = sure.first ?? possible.first else { return [] }
    let others = possible.filter { $0.output.value == nil || $0.all != agreed.all }
    if !sure.isEmpty { return others }
    return others.isEmpty && agreed.output.isSame(as: none) ? [] : possible
  }

  /// Rows that may change an aggregate.
  private var swaying: [Candidate] {
    let values = (sure + possible).compactMap(\.output.value)
    guard values.count == sure.count + possible.count, !values.contains(.null) else {
      return possible
    }
    if sure.isEmpty {
      return possible.filter { row in
        !row.output.isSame(as: none) || possible.contains { sways(row, $0) && $0.row != row.row }
      }
    }
    return possible.filter { row in sure.allSatisfy { sways(row, $0) } }
  }

  /// Whether a row changes the aggregate of another that matches.
  private func sways(_ row: Candidate, _ other: Candidate) -> Bool {
    guard let value = row.output.value, let present = other.output.value else { return true }
    if policy == .sum { return !value.isNothing }
    return reader.beats(value, present)
  }

  /// Whether the one row that may match gives what holds if it does not.
  private var standsForOtherwise: Bool {
    guard sure.isEmpty, possible.count == 1, reader.table.otherwise != nil else { return false }
    if policy == .count { return true }
    guard let value = possible[0].output.value else { return false }
    return none.isSame(as: .known(.list([value])))
  }

  /// Rows that may have given the result that no possible row changes; nil stands for `otherwise`.
  func winners() -> [Int?] {
    if policy == .first || policy == .priority {
      return contest.map(\.row).sorted { ($0 ?? .max) < ($1 ?? .max) }
    }
    if !sure.isEmpty { return sure.map(\.row) }
    return possible.map(\.row) + (reader.table.otherwise == nil ? [] : [nil])
  }

  /// What is missing: column by column, then for the rows' conditions, then for outputs.
  func questions(_ mattering: [Int], _ reading: TableReading, columns: Int) -> Missing {
    var missing = Missing()
    let mattering = Set(mattering)
    let rows = reading.possible.filter { mattering.contains($0.row) }
    for column in 0...columns {
      for row in rows {
        for cell in row.missing where cell.column == column { missing.add(cell.missing.facts) }
      }
    }
    for candidate in playing { missing.add(candidate.output.missing.facts) }
    if sure.isEmpty { missing.add(none.missing.facts) }
    return missing
  }

  /// Candidates whose outputs may be asked for, in table order.
  private var playing: [Candidate] {
    let all = policy == .first ? contest : sure + possible
    return all.sorted { ($0.row ?? .max) < ($1.row ?? .max) }
  }
}

extension Value {
  /// Whether adding it changes nothing.
  fileprivate var isNothing: Bool {
    switch self {
    case .number(let number): number.isZero
    case .dayTimeDuration(let duration): duration == .zero
    case .yearMonthDuration(let duration): duration == .zero
    default: false
    }
  }
}
