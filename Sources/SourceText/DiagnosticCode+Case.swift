/// FQ08..: case files and what happens to a case.
extension DiagnosticCode {
  static let caseCodes: [DiagnosticCode] = []
}
