/// FQ14..: what cases try of a rulebook, and what a model still lacks.
extension DiagnosticCode {
  package static let exceptionOfNothing = DiagnosticCode(
    "FQ1401", "exception-of-nothing", .error,
    en: "`uncovered` names no row and no transition", zh: "`uncovered` 所写的行或转移不存在")

  static let coverageCodes: [DiagnosticCode] = [exceptionOfNothing]
}
