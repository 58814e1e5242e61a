import SourceText

extension ExpressionParser {
  /// A value that no operator takes apart.
  mutating func primary() -> ExpressionTree {
    let start = index
    switch kind {
    case .number(let digits): return leaf(.number(digits))
    case .text(let content): return leaf(.text(content))
    case .at(let literal): return leaf(.at(literal))
    case .name(let name): return named(name)
    case .hyphenated(let name):
      reportHyphen(name)
      advance()
      skipArguments()
      return invalid(from: start)
    case .keyword(let word): return worded(word)
    case .sign(let sign): return signed(sign)
    case .unreadable:
      advance()
      return invalid(from: start)
    case .end:
      reportExpected(.value)
      return invalid(from: start)
    }
  }

  private mutating func leaf(_ kind: ExpressionTree.Kind) -> ExpressionTree {
    let start = index
    advance()
    return node(kind, from: start)
  }

  private mutating func worded(_ word: Keyword) -> ExpressionTree {
    switch word {
    case .true: return leaf(.boolean(true))
    case .false: return leaf(.boolean(false))
    case .null: return leaf(.null)
    case .if: return conditional()
    case .for: return forEach()
    case .some: return quantified(.some)
    case .every: return quantified(.every)
    case .in where kind(1) == .sign(.openParenthesis): return inState()
    case .not: return negated()
    default:
      reportExpected(.value)
      return invalid(from: index)
    }
  }

  private mutating func signed(_ sign: Sign) -> ExpressionTree {
    switch sign {
    case .question: return placeholder()
    case .openParenthesis: return parenthesized()
    case .openBracket: return listOrRange()
    case .closeBracket where beginsOpenRange: return openRange()
    case .openBrace: return context()
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      return halfComparison()
    default:
      reportExpected(.value)
      return invalid(from: index)
    }
  }

  private mutating func placeholder() -> ExpressionTree {
    if testDepth == 0 {
      report(.placeholderOutsideTest(at: span(at: index)), about: index)
    }
    return leaf(.placeholder)
  }

  /// `not(x)`; with several alternatives only in tests.
  private mutating func negated() -> ExpressionTree {
    let start = index
    advance()
    guard kind == .sign(.openParenthesis) else {
      reportExpected(.value)
      return invalid(from: start)
    }
    let opener = open()
    let operands = bracketed { parser in
      parser.list(until: .closeParenthesis) { $0.delimited(by: []) }
    }
    guard close(opener, with: [.closeParenthesis]) != nil else { return invalid(from: start) }
    guard let operand = operands.first, operands.count == 1 else {
      if !operands.isEmpty {
        report(.notOfSeveral(at: span(from: start)), about: start)
      } else {
        report(.unexpected(.value, found: ")", at: span(at: index - 1)), about: index - 1)
      }
      return invalid(from: start)
    }
    return node(.unary(.not, operand), from: start)
  }

  /// `< 5` where a whole condition is needed. Takes it all, so that the rest is still read.
  private mutating func halfComparison() -> ExpressionTree {
    let start = index
    let beginsCondition: Bool
    switch start == 0 ? .end : tokens[start - 1].kind {
    case .end, .keyword, .sign(.openParenthesis), .sign(.comma), .sign(.openBracket):
      beginsCondition = true
    default:
      beginsCondition = false
    }
    guard beginsCondition else {
      reportExpected(.value)
      return invalid(from: start)
    }
    report(.halfComparison(written(start), at: span(at: start)), about: start)
    advance()
    _ = operation(.additive)
    return invalid(from: start)
  }

  /// `in(STATE)`.
  private mutating func inState() -> ExpressionTree {
    let start = index
    advance()
    let opener = open()
    var path: [Located<String>] = []
    repeat {
      guard let part = statePart() else {
        reportExpected(.stateName)
        skipToDelimiter()
        _ = close(opener, with: [.closeParenthesis])
        return invalid(from: start)
      }
      path.append(part)
    } while take(.dot)
    guard close(opener, with: [.closeParenthesis]) != nil else { return invalid(from: start) }
    return node(.inState(path), from: start)
  }

  /// No minus can stand here, so that a state's name may hold `-`.
  private mutating func statePart() -> Located<String>? {
    let place = index
    switch kind {
    case .name(let name), .hyphenated(let name):
      advance()
      return Located(name, at: span(at: place))
    case .keyword(let word):
      advance()
      return Located(word.rawValue, at: span(at: place))
    default:
      return nil
    }
  }
}
