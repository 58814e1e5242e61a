/// FQ01..: reading YAML.
extension DiagnosticCode {
  static let yamlCodes: [DiagnosticCode] = []
}
