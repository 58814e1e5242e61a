/// FQ06..: the workflow.
extension DiagnosticCode {
  static let workflowCodes: [DiagnosticCode] = []
}
