extension Value {
  /// Reads a cell as spreadsheet programs save it: `TRUE`, `2026/1/1`, `5,000`. Nil for what is
  /// none of these, and for types that spreadsheets know no form of.
  package init?(spreadsheet text: String, of type: ValueType) {
    let value: Value? =
      switch type {
      case .boolean:
        switch text.lowercased() {
        case "true": .boolean(true)
        case "false": .boolean(false)
        default: nil
        }
      case .date: CalendarDate(spreadsheet: text).map(Value.date)
      case .number, .money: Number(spreadsheet: text).map(Value.number)
      case .integer:
        Number(spreadsheet: text).flatMap { $0.isInteger ? .number($0) : nil }
      default: nil
      }
    guard let value else { return nil }
    self = value
  }
}

extension Number {
  /// A number whose whole part may be grouped by commas in threes.
  fileprivate init?(spreadsheet text: String) {
    guard text.contains(",") else {
      self.init(literal: text, exponentAllowed: true)
      return
    }
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      (1...3).contains(groups.first?.utf8.count ?? 0)
      && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
      && groups.joined().utf8.allSatisfy { (48...57).contains($0) }
    guard isGrouped else { return nil }
    self.init(literal: String(text.filter { $0 != "," }))
  }
}
