import SourceText

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
    if beginsNegation { return nested { $0.negatedTests() } ?? invalidTest(from: start) }
    let value = operation(.additive)
    guard take(.dots) else { return TestNode(of: value) }
    let high = operation(.additive)
    return bareRange(from: value, to: high, start)
  }

  /// `(a, < b)`, `(a..b)` (a range without its ends), or brackets around a list or its part.
  private mutating func parenthesizedTests() -> [TestNode] {
    let start = open()
    if kind == .sign(.dots) {
      return [continued(range(from: start, low: nil, isLowIncluded: false), from: start)]
    }
    var tests: [TestNode] = []
    if kind != .sign(.closeParenthesis) {
      let first = bracketed { $0.firstTest(behind: start) }
      if openers.last != start { return [continued(first, from: start)] }
      tests.append(first)
    }
    while take(.comma) { tests.append(bracketed { $0.test() }) }
    reportDashes(tests, alone: true)
    guard close(start, with: [.closeParenthesis]) != nil else { return [invalidTest(from: start)] }
    if tests.isEmpty {
      report(.unexpected(.value, found: ")", at: span(at: index - 1)), about: index - 1)
    }
    guard tests.count == 1, case .expression(let tree) = tests[0].kind else { return tests }
    return [continued(ExpressionTree(tree.kind, span: span(from: start)), from: start)]
  }

  /// The first test behind `(`. If that bracket and a range's `..` belong together, the range is
  /// read to its end and the bracket is open no more.
  private mutating func firstTest(behind opener: Int) -> TestNode {
    let start = index
    if let test = markedTest() { return test }
    let low = delimited(by: [.sign(.dots)])
    guard kind == .sign(.dots) else { return TestNode(of: low) }
    advance()
    let high = isRangeEnd ? nil : upperBound()
    if let high, kind == .sign(.comma) { return bareRange(from: low, to: high, start) }
    return TestNode(of: closedRange(from: opener, low: low, isLowIncluded: false, high: high))
  }

  /// `(xs)[1]`, `(a) + b`: what began with a bracket may go on behind it.
  private mutating func continued(_ head: TestNode, from start: Int) -> TestNode {
    switch head.kind {
    case .expression(let tree): continued(tree, from: start)
    case .range(let range): continued(ExpressionTree(.range(range), span: head.span), from: start)
    case .any, .compare, .not: head
    }
  }

  private mutating func continued(_ head: ExpressionTree, from start: Int) -> TestNode {
    let whole = postfixed(head, from: start)
    return TestNode(of: operation(on: whole, from: start, .additive))
  }
}
