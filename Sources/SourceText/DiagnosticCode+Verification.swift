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
    en: "a promise says nothing that can be read", zh: "承诺没有写明内容")
  package static let rowsCouldBeOne = DiagnosticCode(
    "FQ1509", "rows-could-be-one", .note,
    en: "rows differ in one cell and give the same", zh: "几行只差一格而结果相同")
  package static let guardHoldsNowhere = DiagnosticCode(
    "FQ1510", "guard-holds-nowhere", .warning,
    en: "no case passes a transition's `when`", zh: "没有情形满足转移的条件")
  package static let transitionForestalled = DiagnosticCode(
    "FQ1511", "transition-forestalled", .warning,
    en: "earlier transitions are taken wherever one could be", zh: "前面的转移总会先走")
  package static let stateNeverReached = DiagnosticCode(
    "FQ1512", "state-never-reached", .warning,
    en: "a state is reached only by transitions that are never taken", zh: "通向状态的转移都不会发生")
  package static let noEndAhead = DiagnosticCode(
    "FQ1513", "no-end-ahead", .warning,
    en: "from a state no way leads to an end", zh: "到了状态就再也无法结束")
  package static let timerNeverFires = DiagnosticCode(
    "FQ1514", "timer-never-fires", .warning,
    en: "another timer always goes before one", zh: "定时总被另一个抢先")
  package static let roleWithoutPart = DiagnosticCode(
    "FQ1515", "role-without-part", .note,
    en: "a role can do nothing and gets nothing", zh: "角色什么也做不了")
  package static let documentNeverDrafted = DiagnosticCode(
    "FQ1516", "document-never-drafted", .note,
    en: "nothing drafts a document", zh: "文书从不出具")
  package static let factNeverRead = DiagnosticCode(
    "FQ1517", "fact-never-read", .note,
    en: "nothing reads a fact", zh: "事实从未用到")
  package static let endlessWhere = DiagnosticCode(
    "FQ1518", "endless-where", .warning,
    en: "eventless transitions never stop for some facts", zh: "在某些情形下自动转移永不停止")
  package static let regionsDisagree = DiagnosticCode(
    "FQ1519", "regions-disagree", .warning,
    en: "one event asks two regions for what cannot both be done", zh: "同一事件要求两个区域做不能并行的事")
  package static let arithmeticNotDecided = DiagnosticCode(
    "FQ1520", "arithmetic-not-decided", .note,
    en: "it is not told what follows from arithmetic between facts", zh: "事实之间的算术没有查明")

  static let verificationCodes: [DiagnosticCode] = [
    tableGap, conflictingRows, rowNeverMatches, rowNeverWins, cellAlwaysHolds, inputNeverMatters,
    tableNotExplored, invariantOfNothing, rowsCouldBeOne,
    guardHoldsNowhere, transitionForestalled, stateNeverReached, noEndAhead, timerNeverFires,
    roleWithoutPart, documentNeverDrafted, factNeverRead,
    endlessWhere, regionsDisagree, arithmeticNotDecided,
  ]
}
