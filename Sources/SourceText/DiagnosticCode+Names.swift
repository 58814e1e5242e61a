/// FQ04..: names and what they stand for.
extension DiagnosticCode {
  static let nameCodes: [DiagnosticCode] = []
}
