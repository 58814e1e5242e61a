import SourceText
import Syntax

/// The tree of an expression; an invalid one, which is typed in silence, where its form is faulty,
/// so that no finding follows from another.
func readExpression(
  _ scalar: ScalarText, into diagnostics: inout Diagnostics
) -> ExpressionTree {
  var findings = Diagnostics()
  let tree = parseExpression(scalar, into: &findings)
  diagnostics.report(contentsOf: findings.all)
  return findings.hasErrors ? ExpressionTree(.invalid, span: scalar.contentSpan) : tree
}

/// The same for the tests of a cell.
func readTests(_ scalar: ScalarText, into diagnostics: inout Diagnostics) -> [TestNode] {
  var findings = Diagnostics()
  let tests = parseTests(scalar, into: &findings)
  diagnostics.report(contentsOf: findings.all)
  guard findings.hasErrors else { return tests }
  let span = scalar.contentSpan
  return [TestNode(.expression(ExpressionTree(.invalid, span: span)), span: span)]
}
