import SourceText

// Unary tests: DMN 1.5, grammar rules 7-18.
extension ExpressionParser {
  /// All alternatives of a cell.
  mutating func tests() -> [TestNode] {
    testDepth += 1
    defer { testDepth -= 1 }
    var tests: [TestNode] = []
    repeat {
      tests.append(test())
      skipStrayClosers()
    } while take(.comma)
    reportDashes(tests)
    return tests
  }

  private mutating func skipStrayClosers() {
    while case .sign(let sign) = kind, sign.isCloser {
      report(.strayCloser(written(index), at: span(at: index)), about: index)
      advance()
      if !endsTest(0) { _ = test() }
    }
  }

  /// One alternative, up to a comma or a closing bracket.
  mutating func test() -> TestNode {
    let start = index
    if let test = markedTest() { return test }
    let value = delimited(by: [.sign(.dots)])
    guard take(.dots) else { return TestNode(of: value) }
    let high = delimited(by: [])
    return bareRange(from: value, to: high, start)
  }

  /// A test that is told by its first token: `-`, `< 5`, `not(…)`.
  mutating func markedTest() -> TestNode? {
    let start = index
    if kind == .sign(.minus), endsTest(1) {
      advance()
      return TestNode(.any, span: span(from: start))
    }
    if let comparison = comparisonTest() { return settled(comparison, from: start) }
    if beginsNegation {
      return nested { $0.negation() } ?? invalidTest(from: start)
    }
    return reportGluedRange() ? invalidTest(from: start) : nil
  }

  /// `< 5`.
  mutating func comparisonTest() -> TestNode? {
    guard case .sign(let sign) = kind, let comparison = sign.comparison else { return nil }
    let start = index
    advance()
    let operand = operation(.additive)
    return TestNode(
      .compare(Located(comparison, at: span(at: start)), operand), span: span(from: start))
  }

  /// Makes sure that a test ends here: `< 5 and > 3` does not.
  private mutating func settled(_ test: TestNode, from start: Int) -> TestNode {
    if endsTest(0) { return test }
    if kind == .keyword(.and) || kind == .keyword(.or) {
      reportJoined(from: start)
    } else if case .sign(let sign) = kind, sign.comparison != nil {
      reportChained(from: start)
    }
    if !endsTest(0) { resynchronize(by: []) }
    return invalidTest(from: start)
  }

  /// `< 5 and > 3`, where FEEL wants conditions, or a range.
  private mutating func reportJoined(from start: Int) {
    let place = index
    let written = words(start..<place)
    advance()
    let isComparison = comparisonTest() != nil
    if !isComparison { _ = expression() }
    let mends = isComparison && tokens[place].kind == .keyword(.and) ? range(start, place + 1) : nil
    if let mends, let range = boundsOutOfOrder(mends) {
      let both = "\(written), \(words(place + 1..<index))"
      return report(
        .testsNeverMet(range, instead: both, at: span(at: place)), about: place)
    }
    report(
      .joinedTests(self.written(place), written, range: mends, at: span(at: place)), about: place)
  }

  /// The bounds of a range of numbers that holds none: `100` and `50` for `(100..50)`.
  private func boundsOutOfOrder(_ range: String) -> (low: String, high: String)? {
    let bounds = range.dropFirst().dropLast().split(separator: "..").map(String.init)
    guard bounds.count == 2, bounds.allSatisfy({ $0.utf8.allSatisfy(CharacterClass.isDigit) }),
      let low = Int(bounds[0]), let high = Int(bounds[1]), low > high
    else { return nil }
    return (bounds[0], bounds[1])
  }

  /// `> 5 < 9`.
  private mutating func reportChained(from start: Int) {
    let place = index
    let first = words(start..<place)
    _ = comparisonTest()
    let second = words(place..<index)
    report(
      .chainedTests(
        at: span(at: place), first: span(at: start),
        mend: range(start, place) ?? "? \(first) and ? \(second)"), about: place)
  }

  /// The range between two comparisons that begin at these tokens, the second reaching up to here;
  /// nil where they do not bound a value from both sides.
  private func range(_ first: Int, _ second: Int) -> String? {
    guard case .sign(let one) = tokens[first].kind, let one = one.comparison,
      case .sign(let other) = tokens[second].kind, let other = other.comparison
    else { return nil }
    let end = second > first && tokens[second - 1].kind == .keyword(.and) ? second - 1 : second
    let (left, right) = (words(first + 1..<end), words(second + 1..<index))
    guard !left.isEmpty, !right.isEmpty, left.count + right.count < 60 else { return nil }
    switch (one, other) {
    case (.greater, .less): return "(\(left)..\(right))"
    case (.greater, .lessOrEqual): return "(\(left)..\(right)]"
    case (.greaterOrEqual, .less): return "[\(left)..\(right))"
    case (.greaterOrEqual, .lessOrEqual): return "[\(left)..\(right)]"
    case (.less, .greater): return "(\(right)..\(left))"
    case (.less, .greaterOrEqual): return "[\(right)..\(left))"
    case (.lessOrEqual, .greater): return "(\(right)..\(left)]"
    case (.lessOrEqual, .greaterOrEqual): return "[\(right)..\(left)]"
    default: return nil
    }
  }

  /// `a..b` without brackets holds both ends.
  func bareRange(from low: ExpressionTree, to high: ExpressionTree, _ start: Int) -> TestNode {
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
  mutating func reportDashes(_ tests: [TestNode], alone: Bool = false) {
    guard alone || tests.count > 1 else { return }
    for test in tests where test.kind == .any {
      report(.dashAmongTests(at: test.span))
    }
  }

  func invalidTest(from start: Int) -> TestNode {
    TestNode(.expression(invalid(from: start)), span: span(from: start))
  }
}

// `not(…)`: a test of its own, or the beginning of an expression.
extension ExpressionParser {
  var beginsNegation: Bool { kind == .keyword(.not) && kind(1) == .sign(.openParenthesis) }

  /// `not(a, b)`; where more follows than the end of the alternative, `not` was FEEL's function.
  private mutating func negation() -> TestNode {
    let start = index
    let test = negatedTests()
    if endsTest(0) { return test }
    guard case .not(let inner) = test.kind, let head = condition(of: inner) else {
      return settled(test, from: start)
    }
    let negated = node(.unary(.not, head), from: start)
    let whole = operation(on: postfixed(negated, from: start), from: start, .or)
    guard !endsTest(0) else { return TestNode(of: whole) }
    resynchronize(by: [])
    return invalidTest(from: start)
  }

  mutating func negatedTests() -> TestNode {
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

  private func condition(of tests: [TestNode]) -> ExpressionTree? {
    guard let test = tests.first, tests.count == 1 else { return nil }
    switch test.kind {
    case .expression(let tree): return tree
    case .range(let range): return ExpressionTree(.range(range), span: test.span)
    case .not(let inner):
      return condition(of: inner).map { ExpressionTree(.unary(.not, $0), span: test.span) }
    case .any, .compare: return nil
    }
  }
}

extension TestNode {
  /// A range is a test of its own kind, wherever it was written.
  init(of tree: ExpressionTree) {
    if case .range(let range) = tree.kind {
      self.init(.range(range), span: tree.span)
    } else {
      self.init(.expression(tree), span: tree.span)
    }
  }
}
