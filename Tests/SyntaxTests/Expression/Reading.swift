import SourceText
import Syntax

/// An expression and what was found in it.
struct Reading {
  var tree: ExpressionTree
  var findings: [Diagnostic]

  init(_ text: String) {
    var diagnostics = Diagnostics()
    tree = parseExpression(.verbatim(text), into: &diagnostics)
    findings = diagnostics.all
  }

  var codes: [String] { findings.map(\.code.name) }
}

/// The tests of a cell and what was found in them.
struct TestsReading {
  var tests: [TestNode]
  var findings: [Diagnostic]

  init(_ text: String) {
    var diagnostics = Diagnostics()
    tests = parseTests(.verbatim(text), into: &diagnostics)
    findings = diagnostics.all
  }

  var codes: [String] { findings.map(\.code.name) }
}
