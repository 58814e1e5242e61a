internal import SourceText
internal import Workbench

/// Case files as test cases of JUnit.
extension FindingReport {
  /// A case that was played.
  func testCase(_ report: CaseReport, _ sources: SourceMap) -> JUnitSuite.Case {
    let place = SourcePlace(report.span, in: sources)
    var one = JUnitSuite.Case(name: report.id, file: place.file, line: place.line)
    guard report.hasExpectations || !report.passed else {
      one.outcomes = [.skipped(console.say("nothing is expected", "没有写明预期"))]
      return one
    }
    one.outcomes = report.failures.map { failure in
      let text = failure.message.text(in: console.language)
      return .failure(
        type: FindingRule.failedExpectation.id, message: text,
        text: "\(sources.place(failure.span)): \(text)")
    }
    return one
  }

  /// Case files that were not played, because they have errors.
  func unread(_ played: PlayedCases, in sources: SourceMap) -> [JUnitSuite.Case] {
    let renderer = DiagnosticRenderer(sources: sources, language: console.language)
    return played.leftOut.map { path in
      let path = FilePath.normal(path)
      let errors = played.diagnostics.filter {
        $0.severity == .error && SourcePlace($0.primary.span, in: sources).file == path
      }
      return JUnitSuite.Case(
        name: path, file: path,
        outcomes: errors.map {
          .error(type: $0.code.id, message: renderer.line($0), text: renderer.frame($0))
        })
    }
  }
}
