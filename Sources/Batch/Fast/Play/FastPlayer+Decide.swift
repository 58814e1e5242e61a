internal import Model
internal import SourceText

// Decisions: a row's number, `rowCount` for otherwise; of an expression its value.
extension FastPlayer {
  /// Nothing decided for certain: the engine has to say.
  static var unclearRow: Int32 { -1 }
  /// No row matches, and there is no otherwise.
  static var noRow: Int32 { -2 }

  /// What a decision comes to now, frozen or not.
  func row(of decision: Int) -> Int32 {
    let kept = frozen[decision]
    return kept >= 0 ? kept : derivedRow(of: decision)
  }

  func derivedRow(of decision: Int) -> Int32 {
    let table = tables.decisions[decision]
    if table.node >= 0 {
      let value = evaluate(table.node)
      return value.isPlain ? Int32(value) : Self.unclearRow
    }
    return table.width == 1 ? matchingRow(table) : matchingRowOfMany(table)
  }

  func output(of decision: Int, read: Int) -> Packed {
    let row = row(of: decision)
    return row >= 0 ? tables.outputs[tables.reads[read] + row] : .unclear
  }

  /// Of a table of up to 64 rows.
  private func matchingRow(_ table: PinnedPlan.Decision) -> Int32 {
    let all = table.rowCount >= 64 ? ~UInt64(0) : (1 << UInt64(table.rowCount)) - 1
    var (sure, possible) = (all, all)
    let start = Int(table.columns.start)
    for index in start..<(start + Int(table.columns.count)) {
      let column = tables.columns[index]
      let value = column.fact >= 0 ? facts[column.fact] : evaluate(column.node)
      if value == .unknown {
        sure &= tables.masks[column.indifferent]
        continue
      }
      let place = mask(of: value, column, 1)
      guard place >= 0 else { return Self.unclearRow }
      let rows = tables.masks[place]
      sure &= rows
      possible &= rows
    }
    return settle(sure, possible, table)
  }

  /// Where the mask of a value begins; -1 if it has none.
  @inline(__always)
  private func mask(of value: Packed, _ column: TablePlan.Column, _ width: Int) -> Int {
    guard value.isPlain else { return value == .null ? Int(column.null) : -1 }
    if column.isDense { return Int(column.masks) + Int(value) * width }
    var place = 0
    let start = Int(column.bounds)
    for index in start..<(start + Int(column.count)) {
      let bound = tables.bounds[index]
      place &+= (bound < value ? 2 : 0) + (bound == value ? 1 : 0)
    }
    return Int(column.masks) + place * width
  }

  /// The row that wins whatever is unknown, if there is one.
  @inline(__always)
  private func settle(
    _ sure: UInt64, _ possible: UInt64, _ table: PinnedPlan.Decision
  ) -> Int32 {
    if possible == 0 { return table.hasOtherwise ? table.rowCount : Self.noRow }
    if table.isUnique {
      return sure == possible && sure & (sure &- 1) == 0
        ? Int32(sure.trailingZeroBitCount) : Self.unclearRow
    }
    let first = possible.trailingZeroBitCount
    return sure >> UInt64(first) & 1 == 1 ? Int32(first) : Self.unclearRow
  }

  /// Of a table with more rows, 64 at a time.
  private func matchingRowOfMany(_ table: PinnedPlan.Decision) -> Int32 {
    var found = Self.noRow
    let start = Int(table.columns.start)
    for word in 0..<table.width {
      var (sure, possible) = (~UInt64(0), ~UInt64(0))
      for index in start..<(start + Int(table.columns.count)) {
        let column = tables.columns[index]
        let value = column.fact >= 0 ? facts[column.fact] : evaluate(column.node)
        if value == .unknown {
          sure &= tables.masks[Int(column.indifferent) + word]
          continue
        }
        let place = mask(of: value, column, table.width)
        guard place >= 0 else { return Self.unclearRow }
        let rows = tables.masks[place + word]
        sure &= rows
        possible &= rows
      }
      if possible == 0 { continue }
      let row = settle(sure, possible, table)
      if row < 0 || found >= 0 { return Self.unclearRow }
      found = Int32(word * 64) + row
      if !table.isUnique { return found }
    }
    return found == Self.noRow && table.hasOtherwise ? table.rowCount : found
  }
}
