package import SourceText

/// Reads a scalar as one expression. Every fault is reported; a part that could not be read stands
/// in the tree as `.invalid`.
package func parseExpression(
  _ scalar: ScalarText, into diagnostics: inout Diagnostics
) -> ExpressionTree {
  var parser = ExpressionParser(lexed(scalar))
  let tree = parser.whole()
  diagnostics.report(contentsOf: parser.diagnostics)
  return tree
}

/// Reads a scalar as the unary tests of a table's cell: alternatives separated by commas, or `-`.
package func parseTests(
  _ scalar: ScalarText, into diagnostics: inout Diagnostics
) -> [TestNode] {
  if scalar.text == "-" { return [TestNode(.any, span: scalar.span(of: 0..<1))] }
  var parser = ExpressionParser(lexed(scalar, asTests: true))
  guard !parser.isAtEnd else {
    diagnostics.report(contentsOf: parser.diagnostics)
    diagnostics.report(.emptyTest(at: scalar.span))
    return [TestNode(.expression(ExpressionTree(.invalid, span: scalar.span)), span: scalar.span)]
  }
  let tests = parser.tests()
  diagnostics.report(contentsOf: parser.diagnostics)
  return tests
}

/// The tokens of an expression, one a line: its place in the decoded text, its kind, its text.
package func dumpTokens(_ scalar: ScalarText) -> String {
  lexed(scalar).tokens.map { "\($0.start)..<\($0.end) \($0.kind.shown)\n" }.joined()
}

private func lexed(_ scalar: ScalarText, asTests: Bool = false) -> Lexer {
  var lexer = Lexer(scalar, readsTests: asTests)
  lexer.run()
  return lexer
}

extension TokenKind {
  fileprivate var shown: String {
    switch self {
    case .number(let digits): "number \(digits)"
    case .text(let content): "text \(textLiteral(content))"
    case .at(let literal): "at \(textLiteral(literal))"
    case .name(let name): "name \(name)"
    case .hyphenated(let name): "hyphenated \(name)"
    case .keyword(let word): "keyword \(word.rawValue)"
    case .sign(let sign): "sign \(sign.rawValue)"
    case .unreadable: "unreadable"
    case .end: "end"
    }
  }
}
