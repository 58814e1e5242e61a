import SourceText

/// Reads tokens into trees by recursive descent, and goes on after faults.
///
/// Every node's height is bounded, so that no later stage that recurses over a tree can run out of
/// stack: nesting and each operator of a chain count one level.
struct ExpressionParser {
  /// Levels of nesting, or operators of one chain, that a tree may have.
  static let limit = 200

  let scalar: ScalarText
  let tokens: [Token]
  let bytes: [UInt8]
  var index = 0
  var diagnostics: [Diagnostic]
  /// How many tests we are inside of; only there does `?` stand for something.
  var testDepth = 0
  /// Whether a `[` may close the range whose upper bound is being read.
  var readsUpperBound = false
  /// A `//` comment, told about where an expression ends too early.
  let lineComment: Range<Int>?

  /// The opening brackets that are not closed yet, as places among the tokens.
  var openers: [Int] = []

  private var depth = 0
  /// Height of the tallest tree built in the present scope.
  private var height = 0
  /// Whether the limit was passed: the rest is skipped without further findings.
  private var hasGivenUp = false
  /// The token that the last finding of ours was about; one finding per token is enough.
  private var blamed: Int?

  init(_ lexer: Lexer) {
    scalar = lexer.scalar
    bytes = lexer.bytes
    tokens = lexer.tokens
    diagnostics = lexer.diagnostics
    lineComment = lexer.lineComment
  }

  var token: Token { tokens[index] }
  var kind: TokenKind { tokens[index].kind }
  var isAtEnd: Bool { kind == .end }

  /// The kind of the token so many places further on; `.end` beyond the last.
  func kind(_ distance: Int) -> TokenKind {
    index + distance < tokens.count ? tokens[index + distance].kind : .end
  }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  mutating func take(_ sign: Sign) -> Bool {
    guard kind == .sign(sign) else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard kind == .keyword(keyword) else { return false }
    advance()
    return true
  }

  /// Where the token at an index stands in the file.
  func span(at index: Int) -> Span { scalar.span(of: tokens[index].range) }

  /// From the token at `start` to the last one taken.
  func span(from start: Int) -> Span {
    let end = max(tokens[max(index - 1, 0)].end, tokens[start].start)
    return scalar.span(of: tokens[start].start..<end)
  }

  /// What the author wrote in place of the token.
  func written(_ index: Int) -> String { text(tokens[index].range) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

// Building nodes within the limit.
extension ExpressionParser {
  /// Builds a node over all trees that the present scope has read.
  mutating func node(_ kind: ExpressionTree.Kind, from start: Int) -> ExpressionTree {
    height += 1
    guard height <= Self.limit else {
      giveUp(at: start)
      return ExpressionTree(.invalid, span: span(from: start))
    }
    return ExpressionTree(kind, span: span(from: start))
  }

  /// Reads a part in a scope of its own, one level down; nil where that is too deep.
  mutating func nested<Part>(_ read: (inout Self) -> Part) -> Part? {
    guard depth < Self.limit else {
      giveUp(at: index)
      return nil
    }
    let outer = height
    depth += 1
    height = 0
    let part = read(&self)
    depth -= 1
    height = max(outer, height)
    return part
  }

  func invalid(from start: Int) -> ExpressionTree {
    ExpressionTree(.invalid, span: span(from: start))
  }

  private mutating func giveUp(at start: Int) {
    report(.expressionTooDeep(at: span(at: start), limit: Self.limit), about: start)
    hasGivenUp = true
    index = tokens.count - 1
  }

  /// Reports a fault of form, once for each token.
  mutating func report(_ diagnostic: Diagnostic, about index: Int) {
    guard !hasGivenUp, blamed != index else { return }
    blamed = index
    diagnostics.append(diagnostic)
  }

  /// Keeps silent about a token, because what is wrong there has been said.
  mutating func blame(_ index: Int) {
    blamed = index
  }

  /// Reports a fault of a whole that was read well otherwise.
  mutating func report(_ diagnostic: Diagnostic) {
    guard !hasGivenUp else { return }
    diagnostics.append(diagnostic)
  }
}
