/// FQ09..: the tool and the files it is given.
extension DiagnosticCode {
  static let toolCodes: [DiagnosticCode] = []
}
