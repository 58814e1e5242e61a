/// FQ05..: decisions and their tables.
extension DiagnosticCode {
  static let decisionCodes: [DiagnosticCode] = []
}
