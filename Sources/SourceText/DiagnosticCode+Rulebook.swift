/// FQ03..: the shape of a rulebook.
extension DiagnosticCode {
  static let rulebookCodes: [DiagnosticCode] = []
}
