/// FQ07..: calendars, periods and timers.
extension DiagnosticCode {
  static let timeCodes: [DiagnosticCode] = []
}
