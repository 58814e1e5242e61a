/// FQ14..: what cases try of a rulebook, and what a model still lacks.
extension DiagnosticCode {
  package static let exceptionOfNothing = DiagnosticCode(
    "FQ1401", "exception-of-nothing", .error,
    en: "`uncovered` names no row and no transition", zh: "`uncovered` 所写的行或转移不存在")

  package static let classWithoutWay = DiagnosticCode(
    "FQ1402", "class-without-way", .warning,
    en: "a class of disputes has no script or no level", zh: "某一类纠纷没有脚本或没有层级")
  package static let wayWithoutDeadline = DiagnosticCode(
    "FQ1403", "way-without-deadline", .warning,
    en: "nothing says until when a level or a script may last", zh: "层级或脚本没有时限")
  package static let outcomeWithoutPaper = DiagnosticCode(
    "FQ1404", "outcome-without-paper", .warning,
    en: "no document is drafted after an outcome", zh: "某一结果之后没有任何文书")
  package static let oneLanguageAlone = DiagnosticCode(
    "FQ1405", "one-language-alone", .warning,
    en: "a text stands in one language where the rulebook speaks two", zh: "双语规则书里的文字只有一种语言")

  static let coverageCodes: [DiagnosticCode] = [
    exceptionOfNothing, classWithoutWay, wayWithoutDeadline, outcomeWithoutPaper, oneLanguageAlone,
  ]
}
