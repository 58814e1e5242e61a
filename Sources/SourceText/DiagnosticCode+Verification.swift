/// FQ15..: what the verifier finds in a rulebook that is free of errors.
extension DiagnosticCode {
  package static let tableGap = DiagnosticCode(
    "FQ1501", "table-gap", .warning,
    en: "no row of a table matches some values", zh: "决策表有没覆盖到的情形")
  package static let conflictingRows = DiagnosticCode(
    "FQ1502", "conflicting-rows", .warning,
    en: "rows match together though the hit policy forbids it", zh: "命中策略不许同时命中的行会同时命中")
  package static let rowNeverMatches = DiagnosticCode(
    "FQ1503", "row-never-matches", .warning,
    en: "a row matches nothing", zh: "行永远不会命中")
  package static let rowNeverWins = DiagnosticCode(
    "FQ1504", "row-never-wins", .warning,
    en: "other rows go before a row wherever it matches", zh: "行总是被别的行抢先")
  package static let cellAlwaysHolds = DiagnosticCode(
    "FQ1505", "cell-always-holds", .warning,
    en: "every value passes a cell's test", zh: "单元格的条件总是成立")
  package static let inputNeverMatters = DiagnosticCode(
    "FQ1506", "input-never-matters", .warning,
    en: "an input changes no result of its table", zh: "输入不影响决策表的任何结果")
  package static let tableNotExplored = DiagnosticCode(
    "FQ1507", "table-not-explored", .warning,
    en: "a table is too large to be looked at whole", zh: "决策表太大，没有全部分析")

  package static let invariantOfNothing = DiagnosticCode(
    "FQ1508", "invariant-of-nothing", .error,
    en: "an invariant promises nothing that can be read", zh: "承诺没有写明内容")
  package static let rowsCouldBeOne = DiagnosticCode(
    "FQ1509", "rows-could-be-one", .note,
    en: "rows differ in one cell and give the same", zh: "几行只差一格而结果相同")

  static let verificationCodes: [DiagnosticCode] = [
    tableGap, conflictingRows, rowNeverMatches, rowNeverWins, cellAlwaysHolds, inputNeverMatters,
    tableNotExplored, invariantOfNothing, rowsCouldBeOne,
  ]
}
