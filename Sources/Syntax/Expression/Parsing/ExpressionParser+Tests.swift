import SourceText

// Unary tests: DMN 1.5, grammar rules 7-18.
extension ExpressionParser {
  /// All alternatives of a cell.
  mutating func tests() -> [TestNode] {
    testDepth += 1
    defer { testDepth -= 1 }
    var tests: [TestNode] = []
    while true {
      tests.append(test())
      while case .sign(let sign) = kind, sign.isCloser {
        report(.strayCloser(written(index), at: span(at: index)), about: index)
        advance()
        if !isAtEnd, kind != .sign(.comma) { _ = test() }
      }
      if !take(.comma) { break }
    }
    reportDashes(tests)
    return tests
  }

  /// One alternative, up to a comma or a closing bracket.
  private mutating func test() -> TestNode {
    let start = index
    return nested { $0.testBody() } ?? invalidTest(from: start)
  }

  private mutating func testBody() -> TestNode {
    let start = index
    if kind == .sign(.minus), endsTest(1) {
      advance()
      return TestNode(.any, span: span(from: start))
    }
    if let comparison = comparisonTest() {
      return settle(comparison, from: start)
    }
    if isNegatedTest { return negatedTest() }
    if reportGluedRange() { return invalidTest(from: start) }
    let value = delimited(by: [.sign(.dots)])
    guard kind == .sign(.dots) else { return TestNode(of: value) }
    return bareRange(from: value, start)
  }

  /// `< 5`.
  private mutating func comparisonTest() -> TestNode? {
    guard case .sign(let sign) = kind, let comparison = sign.comparison else { return nil }
    let start = index
    advance()
    let operand = operation(.additive)
    return TestNode(
      .compare(Located(comparison, at: span(at: start)), operand), span: span(from: start))
  }

  /// Makes sure that a test ends here: `< 5 and > 3` does not.
  private mutating func settle(_ test: TestNode, from start: Int) -> TestNode {
    if endsTest(0) { return test }
    if kind == .keyword(.and) || kind == .keyword(.or) {
      report(
        .joinedTests(
          written(index), text(tokens[start].start..<tokens[index - 1].end),
          at: span(at: index)), about: index)
      advance()
      if case .sign(let sign) = kind, sign.comparison != nil {
        _ = comparisonTest()
      } else {
        _ = expression()
      }
    }
    if !endsTest(0) { resynchronize(by: []) }
    return invalidTest(from: start)
  }

  /// `not(a, b)` that is the whole alternative; else `not(…)` begins an expression.
  private var isNegatedTest: Bool {
    guard kind == .keyword(.not), kind(1) == .sign(.openParenthesis) else { return false }
    var depth = 0
    for place in tokens.indices.dropFirst(index + 1) {
      guard case .sign(let sign) = tokens[place].kind else { continue }
      if sign == .openParenthesis { depth += 1 }
      if sign == .closeParenthesis { depth -= 1 }
      if depth == 0 { return endsTest(place + 1 - index) }
    }
    return true
  }

  private mutating func negatedTest() -> TestNode {
    let start = index
    advance()
    let opener = open()
    let inner = bracketed { parser in parser.list(until: .closeParenthesis) { $0.test() } }
    guard close(opener, with: [.closeParenthesis]) != nil else { return invalidTest(from: start) }
    reportDashes(inner, alone: true)
    if inner.isEmpty {
      report(.unexpected(.value, found: ")", at: span(at: index - 1)), about: index - 1)
    }
    return TestNode(.not(inner), span: span(from: start))
  }

  /// `a..b` without brackets holds both ends.
  private mutating func bareRange(from low: ExpressionTree, _ start: Int) -> TestNode {
    advance()
    let high = delimited(by: [])
    let range = RangeNode(low: low, isLowIncluded: true, high: high, isHighIncluded: true)
    return TestNode(.range(range), span: span(from: start))
  }

  /// `18-25` in a cell is hardly meant as a subtraction.
  private mutating func reportGluedRange() -> Bool {
    guard case .number(let low) = kind, kind(1) == .sign(.minus), case .number(let high) = kind(2),
      token.end == tokens[index + 1].start, tokens[index + 1].end == tokens[index + 2].start,
      endsTest(3)
    else { return false }
    let whole = scalar.span(of: token.start..<tokens[index + 2].end)
    report(.gluedRange(low, high, at: whole), about: index)
    index += 3
    return true
  }

  /// Whether the token so many places on ends an alternative.
  private func endsTest(_ distance: Int) -> Bool {
    switch kind(distance) {
    case .end, .sign(.comma): true
    case .sign(let sign): sign.isCloser
    default: false
    }
  }

  /// `-` takes every value, so that nothing can stand beside it and nothing is left to negate.
  private mutating func reportDashes(_ tests: [TestNode], alone: Bool = false) {
    guard alone || tests.count > 1 else { return }
    for test in tests where test.kind == .any {
      report(.dashAmongTests(at: test.span))
    }
  }

  func invalidTest(from start: Int) -> TestNode {
    TestNode(.expression(invalid(from: start)), span: span(from: start))
  }
}

extension TestNode {
  /// A range is a test of its own kind, wherever it was written.
  fileprivate init(of tree: ExpressionTree) {
    if case .range(let range) = tree.kind {
      self.init(.range(range), span: tree.span)
    } else {
      self.init(.expression(tree), span: tree.span)
    }
  }
}

// `x in tests`.
extension ExpressionParser {
  mutating func membership(of value: ExpressionTree, from start: Int) -> ExpressionTree {
    testDepth += 1
    defer { testDepth -= 1 }
    let tests = kind == .sign(.openParenthesis) ? parenthesizedTests() : [operandTest()]
    return node(.membership(value, tests), from: start)
  }

  /// One test without brackets around it, which ends before the next comparison.
  private mutating func operandTest() -> TestNode {
    let start = index
    if let comparison = comparisonTest() { return comparison }
    if kind == .keyword(.not), kind(1) == .sign(.openParenthesis) { return negatedTest() }
    let value = operation(.additive)
    guard take(.dots) else { return TestNode(of: value) }
    let high = operation(.additive)
    let range = RangeNode(low: value, isLowIncluded: true, high: high, isHighIncluded: true)
    return TestNode(.range(range), span: span(from: start))
  }

  /// `(a, < b)`, `(a..b)` (a range without its ends), or brackets around a list or its part.
  private mutating func parenthesizedTests() -> [TestNode] {
    let start = index
    if holdsRange { return [continued(parenthesized(), from: start)] }
    _ = open()
    let tests = bracketed { parser in parser.list(until: .closeParenthesis) { $0.test() } }
    reportDashes(tests, alone: true)
    guard close(start, with: [.closeParenthesis]) != nil else { return [invalidTest(from: start)] }
    if tests.isEmpty {
      report(.unexpected(.value, found: ")", at: span(at: index - 1)), about: index - 1)
    }
    guard tests.count == 1, case .expression(let tree) = tests[0].kind else { return tests }
    return [continued(ExpressionTree(tree.kind, span: span(from: start)), from: start)]
  }

  /// `(xs)[1]`, `(a) + b`: what began with a bracket may go on behind it.
  private mutating func continued(_ head: ExpressionTree, from start: Int) -> TestNode {
    let whole = postfixed(head, from: start)
    return TestNode(of: operation(on: whole, from: start, .additive))
  }

  /// Whether the brackets here hold one `a..b` rather than a list of tests.
  private var holdsRange: Bool {
    var depth = 0
    var hasDots = false
    for place in tokens.indices.dropFirst(index + 1) {
      guard case .sign(let sign) = tokens[place].kind else { continue }
      switch sign {
      case .dots where depth == 0: hasDots = true
      case .comma where depth == 0: return false
      case .openBracket where hasDots && depth == 0 && !tokens[place + 1].kind.startsExpression:
        return true
      case .openParenthesis, .openBracket, .openBrace: depth += 1
      case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
      default: break
      }
      if depth < 0 { return hasDots }
    }
    return hasDots
  }
}
