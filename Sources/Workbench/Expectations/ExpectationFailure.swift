package import SourceText

/// One expectation of a case file that did not hold: where it stands and what was found instead.
package struct ExpectationFailure: Hashable, Sendable {
  package var span: Span
  package var message: Bilingual

  package init(span: Span, message: Bilingual) {
    self.span = span
    self.message = message
  }
}

/// How the test of one case file ended.
package struct CaseReport: Sendable {
  package var id: String
  package var span: Span
  /// Whether the file says anything that could fail.
  package var hasExpectations: Bool
  package var failures: [ExpectationFailure]

  package init(
    id: String, span: Span, hasExpectations: Bool, failures: [ExpectationFailure]
  ) {
    self.id = id
    self.span = span
    self.hasExpectations = hasExpectations
    self.failures = failures
  }

  package var passed: Bool { failures.isEmpty }
}
