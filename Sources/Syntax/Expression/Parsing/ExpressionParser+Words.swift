import SourceText

// Forms that begin with a word: `if`, `for`, `some`, `every`.
extension ExpressionParser {
  /// `if c then a else b`; both branches are needed (DMN 1.5, grammar rule 45).
  mutating func conditional() -> ExpressionTree {
    let start = index
    advance()
    let known = diagnostics.count
    let condition = delimited(by: [.keyword(.then), .keyword(.else)])
    guard take(.then) else {
      if diagnostics.count == known { reportExpected(.keyword(.then)) }
      if take(.else) { _ = expression() }
      return invalid(from: start)
    }
    let yes = delimited(by: [.keyword(.else), .keyword(.then)])
    guard take(.else) else {
      report(.missingElse(at: span(at: start), end: endOfLast), about: index)
      return invalid(from: start)
    }
    let no = branch()
    return node(.conditional(condition, then: yes, else: no), from: start)
  }

  /// `for x in a, y in b return e`.
  mutating func forEach() -> ExpressionTree {
    let start = index
    guard let bindings = bindings(upTo: .return) else { return invalid(from: start) }
    let body = branch()
    return node(.forEach(bindings, yield: body), from: start)
  }

  /// `some x in a satisfies c`, `every x in a satisfies c`.
  mutating func quantified(_ quantifier: ExpressionTree.Quantifier) -> ExpressionTree {
    let start = index
    guard let bindings = bindings(upTo: .satisfies) else { return invalid(from: start) }
    let condition = branch()
    return node(.quantified(quantifier, bindings, satisfies: condition), from: start)
  }

  /// The last part of such a form, which reaches as far as it can.
  private mutating func branch() -> ExpressionTree { expression() }

  /// From behind the first word to behind the one that ends the bindings; nil where it is missing.
  private mutating func bindings(upTo word: Keyword) -> [ExpressionTree.Binding]? {
    advance()
    var bindings: [ExpressionTree.Binding] = []
    repeat {
      guard let binding = binding(upTo: word) else {
        skipToDelimiter(or: [.keyword(word)])
        if take(word) { _ = expression() }
        return nil
      }
      bindings.append(binding)
    } while take(.comma)
    guard take(word) else {
      reportExpected(.keyword(word))
      return nil
    }
    return bindings
  }

  private mutating func binding(upTo word: Keyword) -> ExpressionTree.Binding? {
    guard case .name(let name) = kind else {
      reportExpected(.variableName)
      return nil
    }
    let located = Located(name, at: span(at: index))
    advance()
    guard take(.in) else {
      reportExpected(.keyword(.in))
      return nil
    }
    return ExpressionTree.Binding(name: located, domain: domain(upTo: word))
  }

  /// What a variable runs over; the bounds of a range need no brackets here.
  private mutating func domain(upTo word: Keyword) -> ExpressionTree {
    let start = index
    let first = delimited(by: [.keyword(word), .sign(.dots)])
    guard take(.dots) else { return first }
    let high = delimited(by: [.keyword(word)])
    let range = RangeNode(low: first, isLowIncluded: true, high: high, isHighIncluded: true)
    return node(.range(range), from: start)
  }
}
