/// FQ02..: reading and typing expressions.
extension DiagnosticCode {
  static let expressionCodes: [DiagnosticCode] = []
}
