/// FQ08..: case files and what happens to a case.
extension DiagnosticCode {
  package static let caseOfAnotherRulebook = DiagnosticCode(
    "FQ0801", "case-of-another-rulebook", .error,
    en: "a case file names another rulebook than the one it is used with", zh: "案件文件写的是另一本规则书")
  package static let timeRunsBackwards = DiagnosticCode(
    "FQ0802", "time-runs-backwards", .error,
    en: "a journal entry lies before the one above it", zh: "经过的时间早于前一条")
  package static let eventNotForPeople = DiagnosticCode(
    "FQ0803", "event-not-for-people", .error,
    en: "a case file fires an event that only the workflow makes", zh: "案件触发了只有流程自身才产生的事件")
  package static let unknownRow = DiagnosticCode(
    "FQ0804", "unknown-row", .error,
    en: "an expectation names a row that the decision does not have", zh: "预期中的行不存在")
  package static let nothingFallsDue = DiagnosticCode(
    "FQ0805", "nothing-falls-due", .error,
    en: "an expectation names a due date that there cannot be", zh: "预期的到期日所指的名称不会到期")

  static let caseCodes: [DiagnosticCode] = [
    caseOfAnotherRulebook, timeRunsBackwards, eventNotForPeople, unknownRow, nothingFallsDue,
  ]
}
