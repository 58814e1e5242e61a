internal import SourceText

/// Findings as workflow commands, which GitHub Actions shows beside the lines of a change.
struct GitHubCommands {
  let language: Language

  /// `::error file=…,line=…,col=…,title=FQ0230::message`.
  func line(_ finding: ReportedFinding) -> String {
    let place = finding.place
    var properties = [("file", place.file), ("line", String(place.line))]
    // Columns are read only where a finding ends on the line on which it begins.
    if place.endLine == place.line {
      properties.append(("col", String(place.column)))
      properties.append(("endColumn", String(max(place.column, place.endColumn - 1))))
    } else {
      properties.append(("endLine", String(place.endLine)))
    }
    let known = language == .chinese ? "（已知）" : " (known)"
    properties.append(("title", finding.rule.id + (finding.isKnown ? known : "")))
    let written = properties.map { "\($0)=\(escaped($1, inProperty: true))" }
    let command = finding.isKnown ? "notice" : Self.command(finding.rule.severity)
    return "::\(command) \(written.joined(separator: ","))::" + words(finding)
  }

  /// A command that is about no place.
  func notice(_ text: String) -> String { "::notice::" + escaped(text, inProperty: false) }

  private func words(_ finding: ReportedFinding) -> String {
    escaped(finding.words(in: language), inProperty: false)
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// A per cent sign, and what would end the command or one of its properties.
  private func escaped(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
