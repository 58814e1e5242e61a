import SourceText

// Lists, ranges, contexts and plain brackets.
extension ExpressionParser {
  /// Reads what stands in brackets, where no outer range's end is in sight.
  mutating func bracketed<Part>(_ read: (inout Self) -> Part) -> Part {
    let outer = readsUpperBound
    readsUpperBound = false
    defer { readsUpperBound = outer }
    return read(&self)
  }

  /// Items separated by commas, up to a closing bracket that is left standing.
  mutating func list<Item>(until closer: Sign, _ read: (inout Self) -> Item) -> [Item] {
    var items: [Item] = []
    if kind == .sign(closer) { return items }
    repeat {
      items.append(read(&self))
    } while take(.comma)
    return items
  }

  /// `(a)`, `(a..b)`, `(..b]`.
  mutating func parenthesized() -> ExpressionTree {
    let start = open()
    if kind == .sign(.dots) { return range(from: start, low: nil, isLowIncluded: false) }
    let first = bracketed { $0.delimited(by: [.sign(.dots)]) }
    if kind == .sign(.dots) { return range(from: start, low: first, isLowIncluded: false) }
    if kind == .sign(.comma) {
      let isCallOfIf = start > 0 && tokens[start - 1].kind == .keyword(.if)
      report(.listInParentheses(behindIf: isCallOfIf, at: span(at: index)), about: index)
      advance()
      _ = bracketed { parser in parser.list(until: .closeParenthesis) { $0.delimited(by: []) } }
      _ = close(start, with: [.closeParenthesis])
      return invalid(from: start)
    }
    guard close(start, with: [.closeParenthesis]) != nil else { return invalid(from: start) }
    return ExpressionTree(first.kind, span: span(from: start))
  }

  /// `[a, b]`, `[a..b)`, `[..b]`.
  mutating func listOrRange() -> ExpressionTree {
    let start = open()
    if kind == .sign(.dots) { return range(from: start, low: nil, isLowIncluded: true) }
    if kind == .sign(.closeBracket), kind(1) == .sign(.dots) || !beginsOpenRange {
      _ = close(start, with: [.closeBracket])
      return node(.list([]), from: start)
    }
    let first = bracketed { $0.delimited(by: [.sign(.dots)]) }
    if kind == .sign(.dots) { return range(from: start, low: first, isLowIncluded: true) }
    var items = [first]
    while take(.comma) {
      items.append(bracketed { $0.delimited(by: []) })
    }
    guard close(start, with: [.closeBracket]) != nil else { return invalid(from: start) }
    return node(.list(items), from: start)
  }

  /// Whether the `]` here opens a range, as in `]1..5]`: its `..` follows before anything closes.
  var beginsOpenRange: Bool {
    guard kind(1).startsExpression || kind(1) == .sign(.dots) else { return false }
    var depth = 0
    for token in tokens.dropFirst(index + 1).prefix(Self.limit) {
      switch token.kind {
      case .sign(.dots) where depth == 0: return true
      case .sign(.openParenthesis), .sign(.openBracket), .sign(.openBrace): depth += 1
      case .sign(let sign) where sign.isCloser: depth -= 1
      case .sign(.comma) where depth == 0: return false
      default: break
      }
      if depth < 0 { return false }
    }
    return false
  }

  /// `]a..b[`.
  mutating func openRange() -> ExpressionTree {
    let start = open()
    if kind == .sign(.dots) { return range(from: start, low: nil, isLowIncluded: false) }
    let low = bracketed { $0.delimited(by: [.sign(.dots)]) }
    guard kind == .sign(.dots) else {
      reportExpected(.sign(.dots))
      openers.removeLast()
      return invalid(from: start)
    }
    return range(from: start, low: low, isLowIncluded: false)
  }

  /// From `..` on: the upper bound, if there is one, and the closing bracket.
  mutating func range(
    from start: Int, low: ExpressionTree?, isLowIncluded: Bool
  ) -> ExpressionTree {
    advance()
    let high = isRangeEnd ? nil : upperBound()
    return closedRange(from: start, low: low, isLowIncluded: isLowIncluded, high: high)
  }

  /// Takes a range's closing bracket.
  mutating func closedRange(
    from start: Int, low: ExpressionTree?, isLowIncluded: Bool, high: ExpressionTree?
  ) -> ExpressionTree {
    guard let closer = close(start, with: [.closeParenthesis, .closeBracket, .openBracket]) else {
      return invalid(from: start)
    }
    guard low != nil || high != nil else {
      report(.unexpected(.bound, found: "..", at: span(at: start + 1)), about: start + 1)
      return invalid(from: start)
    }
    let range = RangeNode(
      low: low, isLowIncluded: isLowIncluded, high: high,
      isHighIncluded: closer == .closeBracket)
    return node(.range(range), from: start)
  }

  var isRangeEnd: Bool {
    switch kind {
    case .sign(let sign): sign.isCloser || sign == .openBracket && !beginsFilter
    default: false
    }
  }

  /// Whether a condition may follow the `[` here, so that it does not close a range.
  var beginsFilter: Bool {
    kind(1).startsExpression || kind(1) == .keyword(.in) && kind(2) == .sign(.openParenthesis)
  }

  mutating func upperBound() -> ExpressionTree {
    let outer = readsUpperBound
    readsUpperBound = true
    defer { readsUpperBound = outer }
    return delimited(by: [.sign(.openBracket)])
  }

  /// `{a: 1, "b c": 2}`.
  mutating func context() -> ExpressionTree {
    let start = open()
    let entries = bracketed { parser in
      parser.list(until: .closeBrace) { $0.entry() }
    }
    guard close(start, with: [.closeBrace]) != nil else { return invalid(from: start) }
    reportRepeated(entries.compactMap { $0?.name })
    let whole = entries.compactMap { $0 }
    return whole.count == entries.count ? node(.record(whole), from: start) : invalid(from: start)
  }

  private mutating func entry() -> ExpressionTree.Entry? {
    guard let name = entryName() else {
      reportExpected(.entryName)
      skipToDelimiter()
      return nil
    }
    guard take(.colon) else {
      reportExpected(.sign(.colon))
      skipToDelimiter()
      return nil
    }
    return ExpressionTree.Entry(name: name, value: delimited(by: []))
  }

  private mutating func entryName() -> Located<String>? {
    guard case .text(let name) = kind else { return fieldName() }
    advance()
    return Located(name, at: span(at: index - 1))
  }
}
