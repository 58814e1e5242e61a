import Compiler
import Model
import SourceText
import Syntax
import TestSupport

/// What checking one expression comes to. The text may mark places for findings (`MarkedText`).
struct Typed {
  var expression: Expression?
  var findings: [Diagnostic]
  /// Whether the text was read without a fault, before anything was checked.
  let isRead: Bool
  let text: String
  private let vocabulary: Vocabulary

  init(_ text: String, in vocabulary: Vocabulary, expecting: String? = nil) {
    var diagnostics = Diagnostics()
    let scalar = ScalarText.verbatim(text)
    var scope = vocabulary.scope
    let expected = expecting.flatMap {
      scope.type(
        .named(.verbatim($0)), owner: Located("", at: Vocabulary.nowhere), into: &diagnostics)
    }
    let tree = parseExpression(scalar, into: &diagnostics)
    isRead = !diagnostics.hasErrors
    expression = ExpressionChecker(scope: vocabulary.scope).check(
      tree, expecting: expected, into: &diagnostics)
    findings = diagnostics.sorted
    self.text = text
    self.vocabulary = vocabulary
  }

  /// The type, or the findings where there is none.
  var type: String {
    guard let expression else { return codes.joined(separator: " ") }
    return TypeWording(scope: vocabulary.scope).text(expression.type)
  }

  var codes: [String] { findings.map(\.code.id) }

  /// Each finding's code and the words it points at.
  var marks: [String] {
    findings.map { finding in
      let bytes = Array(text.utf8)[
        Int(finding.primary.span.start)..<Int(finding.primary.span.end)]
      return "\(finding.code.id) \(String(decoding: bytes, as: UTF8.self))"
    }
  }
}
