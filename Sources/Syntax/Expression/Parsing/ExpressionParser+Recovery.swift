import SourceText

// Going on after faults, so that one run shows them all.
extension ExpressionParser {
  /// The whole text as one expression.
  mutating func whole() -> ExpressionTree {
    guard !isAtEnd else {
      report(.emptyExpression(at: scalar.span))
      return ExpressionTree(.invalid, span: scalar.span)
    }
    let tree = expression()
    if isAtEnd { return tree }
    while !isAtEnd { readLeftover() }
    return invalid(from: 0)
  }

  /// Reports what cannot follow a whole expression and reads on behind it.
  private mutating func readLeftover() {
    switch kind {
    case .sign(let sign) where sign.isCloser:
      report(.strayCloser(written(index), at: span(at: index)), about: index)
      advance()
      if kind.operatorPrecedence != nil { _ = operation(on: invalid(from: 0), from: 0, .or) }
    case .sign(.comma):
      report(.listWithoutBrackets(at: span(at: index)), about: index)
      advance()
      if !isAtEnd { _ = expression() }
    default:
      resynchronize(by: [])
    }
  }

  /// An expression that has to end at a comma, a closing bracket, the end or one of the stops.
  mutating func delimited(by stops: [TokenKind]) -> ExpressionTree {
    let start = index
    let tree = expression()
    if isDelimiter(stops) { return tree }
    resynchronize(by: stops)
    return invalid(from: start)
  }

  func isDelimiter(_ stops: [TokenKind]) -> Bool {
    switch kind {
    case .end, .sign(.comma): true
    case .sign(let sign) where sign.isCloser: true
    default: stops.contains(kind)
    }
  }

  /// Reports what cannot go on here, and reads on up to the next delimiter; conditions joined by
  /// `and` and `or` on the way are read for the faults in them.
  mutating func resynchronize(by stops: [TokenKind]) {
    while !isDelimiter(stops) {
      let isRange = kind == .sign(.dots)
      let joinsAgain = ForeignWord.joins(writtenWord)
      reportLeftover()
      if isRange || joinsAgain {
        advance()
        _ = expression()
        continue
      }
      skipToDelimiter(or: stops + [.keyword(.and), .keyword(.or)])
      if take(.and) || take(.or) { _ = expression() }
    }
  }

  /// Skips tokens up to a delimiter; what stands in brackets is read for the faults in it.
  mutating func skipToDelimiter(or stops: [TokenKind] = []) {
    while !isDelimiter(stops) {
      switch kind {
      case .sign(.openParenthesis), .sign(.openBracket), .sign(.openBrace):
        _ = nested { $0.primary() }
      default: advance()
      }
    }
  }

  private var writtenWord: String? {
    if case .name(let name) = kind { name } else { nil }
  }

  /// Says what is wrong with a token that follows a whole value.
  private mutating func reportLeftover() {
    let place = span(at: index)
    if kind == .unreadable || index > 0 && tokens[index - 1].kind == .unreadable { return }
    if kind == .sign(.dots) {
      return report(.bareRange(at: place), about: index)
    }
    if case .name("instance") = kind, case .name("of") = kind(1) {
      return report(.instanceOf(at: place), about: index)
    }
    guard kind.startsExpression || kind == .keyword(.then) || kind == .keyword(.else) else {
      return report(.leftover(written(index), at: place), about: index)
    }
    let previous = index > 0 ? written(index - 1) : ""
    report(
      .missingOperator(
        before: written(index), help: ForeignWord.help(between: previous, and: written(index)),
        isItem: testDepth > 0 || !openers.isEmpty, at: place), about: index)
  }

  /// Reports that something else is needed where the present token stands.
  mutating func reportExpected(_ expected: Expectation) {
    guard isAtEnd else {
      let isTrailing = index > 0 && tokens[index - 1].kind == .sign(.comma)
      return report(
        .unexpected(
          expected, found: written(index), behindComma: isTrailing, at: span(at: index)),
        about: index)
    }
    let isCommented = lineComment.map { $0.upperBound == bytes.count } ?? false
    report(.unexpectedEnd(expected, isCommented: isCommented, at: endOfLast), about: index)
  }

  /// The place behind the last token that was taken.
  var endOfLast: Span {
    let end = index > 0 ? tokens[index - 1].end : 0
    return scalar.span(of: end..<end)
  }

  mutating func reportHyphen(_ name: String) {
    report(.hyphenWithoutBlanks(name, at: span(at: index)), about: index)
  }
}

// Closing brackets.
extension ExpressionParser {
  /// Takes an opening bracket, and remembers it as open.
  mutating func open() -> Int {
    openers.append(index)
    advance()
    return index - 1
  }

  /// Takes the closing bracket that belongs to an opening one; nil after a fault.
  mutating func close(_ opener: Int, with closers: [Sign]) -> Sign? {
    openers.removeAll { $0 >= opener }
    while true {
      switch kind {
      case .sign(let sign) where closers.contains(sign):
        advance()
        return sign
      case .end:
        reportLeftOpen(opener)
        return nil
      case .sign(let sign) where sign.isCloser:
        if isAwaited(sign) {
          reportLeftOpen(opener)
        } else {
          report(
            .mismatchedBracket(
              written(opener), written(index), at: span(at: index), opener: span(at: opener)),
            about: index)
          advance()
        }
        return nil
      default:
        report(.leftover(written(index), at: span(at: index)), about: index)
        advance()
        skipToDelimiter(or: closers.map(TokenKind.sign))
      }
    }
  }

  /// Whether an outer bracket is closed by this one.
  private func isAwaited(_ closer: Sign) -> Bool {
    openers.contains { opener in
      switch tokens[opener].kind {
      case .sign(.openParenthesis): closer == .closeParenthesis
      case .sign(.openBracket): closer == .closeBracket
      case .sign(.openBrace): closer == .closeBrace
      default: false
      }
    }
  }

  /// What is missing at the end is the bracket alone, whatever else was awaited there.
  private mutating func reportLeftOpen(_ opener: Int) {
    report(.bracketLeftOpen(written(opener), at: span(at: opener), end: endOfLast), about: opener)
    if isAtEnd { blame(index) }
  }
}
