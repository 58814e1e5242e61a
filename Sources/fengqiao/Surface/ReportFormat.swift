internal import ArgumentParser

/// `--format` of the verbs that CI calls: for people, or in the words of the machine that reads it
/// (docs/ci.md).
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case human
  /// One object a finding and line.
  case json
  /// SARIF 2.1.0, one log for the whole run.
  case sarif
  /// Workflow commands of GitHub Actions.
  case github
  /// JUnit XML, one document for the whole run.
  case junit

  /// As the verbs that speak only to people and in lines of JSON know it; nil where findings are
  /// gathered and told otherwise.
  var plain: OutputFormat? {
    switch self {
    case .human: .human
    case .json: .json
    case .sarif, .github, .junit: nil
    }
  }
}
