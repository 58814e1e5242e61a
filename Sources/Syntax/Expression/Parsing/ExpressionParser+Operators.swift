import SourceText

/// How tightly operators bind, loosest first (DMN 1.5, 10.3.1.2: the order of the grammar's rules).
///
/// A minus sign binds tighter than `**`: `-2 ** 2` is 4. All operators but the comparisons group to
/// the left: `2 ** 3 ** 2` is 64.
enum Precedence: Int, Comparable {
  case or = 1
  case and
  case comparison
  case additive
  case multiplicative
  case power
  case unary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// What an operator's right side may hold.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
}

extension BinaryOperator {
  var precedence: Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .add, .subtract: .additive
    case .multiply, .divide: .multiplicative
    case .power: .power
    }
  }
}

extension TokenKind {
  /// The operator that stands between two values, if this is one.
  var binaryOperator: BinaryOperator? {
    switch self {
    case .keyword(.or): .or
    case .keyword(.and): .and
    case .sign(.plus): .add
    case .sign(.minus): .subtract
    case .sign(.star): .multiply
    case .sign(.slash): .divide
    case .sign(.power): .power
    case .sign(let sign): sign.comparison
    default: nil
    }
  }

  /// Also counts `in` and `between`.
  var operatorPrecedence: Precedence? {
    switch self {
    case .keyword(.in), .keyword(.between): .comparison
    default: binaryOperator?.precedence
    }
  }
}

extension ExpressionParser {
  /// An expression of any kind, in a scope of its own.
  mutating func expression() -> ExpressionTree { operation(.or) }

  /// Operators that bind at least as tightly as the floor.
  mutating func operation(_ floor: Precedence) -> ExpressionTree {
    let start = index
    return nested { parser in
      let left = parser.prefixed(floor)
      return parser.operation(on: left, from: start, floor)
    } ?? invalid(from: start)
  }

  /// Goes on behind a left side that was read already.
  mutating func operation(
    on left: ExpressionTree, from start: Int, _ floor: Precedence
  ) -> ExpressionTree {
    var left = left
    var comparison: Int?
    while let precedence = kind.operatorPrecedence, precedence >= floor {
      let place = index
      left = applied(to: left, from: start, precedence)
      guard precedence == .comparison else { continue }
      if let comparison {
        reportChain(from: start, comparison, place)
        // What the grammar makes of it is not what was meant: its types would be wrong as well.
        left = invalid(from: start)
      }
      comparison = place
    }
    return left
  }

  /// One operator and its right side.
  private mutating func applied(
    to left: ExpressionTree, from start: Int, _ precedence: Precedence
  ) -> ExpressionTree {
    let place = index
    let operation = kind.binaryOperator
    let isMembership = kind == .keyword(.in)
    advance()
    if let operation {
      let right = self.operation(precedence.tighter)
      return node(.binary(Located(operation, at: span(at: place)), left, right), from: start)
    }
    return isMembership ? membership(of: left, from: start) : between(left, from: start)
  }

  private mutating func between(_ value: ExpressionTree, from start: Int) -> ExpressionTree {
    let low = operation(.additive)
    guard take(.and) else {
      reportExpected(.keyword(.and))
      return invalid(from: start)
    }
    let high = operation(.additive)
    return node(.between(value, low: low, high: high), from: start)
  }

  /// A minus sign or a `not` without brackets before an operand.
  private mutating func prefixed(_ floor: Precedence) -> ExpressionTree {
    let start = index
    if take(.minus) {
      let operand = operation(.unary)
      return node(.unary(.negate, operand), from: start)
    }
    if kind == .keyword(.not), kind(1) != .sign(.openParenthesis) {
      advance()
      let operand = operation(floor <= .comparison ? .comparison : .unary)
      return node(.unary(.not, operand), from: start)
    }
    let head = primary()
    return postfixed(head, from: start)
  }

  /// `a < b < c`: tells what to write, in the author's words where they are short.
  private mutating func reportChain(from start: Int, _ first: Int, _ second: Int) {
    let left = words(start..<second)
    // `a < b < c` has b between, `a > 5 < 9` has a.
    let middle = areOpposite(first, second) ? words(start..<first) : words(first + 1..<second)
    let right = words(second..<index)
    let isPlain =
      tokens[first].kind.binaryOperator != nil && tokens[second].kind.binaryOperator != nil
    let mend = isPlain ? "\(left) and \(middle) \(right)" : ""
    report(
      .chainedComparison(
        at: span(at: second), first: span(at: first),
        mend: mend.isEmpty || mend.count > 60 ? nil : mend), about: second)
  }

  /// Whether one comparison bounds from below and the other from above.
  private func areOpposite(_ first: Int, _ second: Int) -> Bool {
    guard case .sign(let one) = tokens[first].kind, case .sign(let other) = tokens[second].kind
    else { return false }
    let bounds = [one, other].map { sign -> Int in
      switch sign.comparison {
      case .less, .lessOrEqual: 1
      case .greater, .greaterOrEqual: -1
      default: 0
      }
    }
    return bounds[0] * bounds[1] < 0
  }

  /// What the author wrote from one token to another.
  func words(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : text(tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end)
  }
}

// `.field` and `[filter]` behind a value.
extension ExpressionParser {
  mutating func postfixed(_ head: ExpressionTree, from start: Int) -> ExpressionTree {
    var tree = head
    while true {
      switch kind {
      case .sign(.dot):
        tree = field(of: tree, from: start)
      case .sign(.openBracket) where !closesRange:
        tree = filter(tree, from: start)
      default:
        return tree
      }
    }
  }

  /// Whether the `[` here ends a range (`]1..5[`) rather than begins a filter: nothing that could
  /// be a condition follows.
  private var closesRange: Bool { readsUpperBound && !beginsFilter }

  private mutating func field(of base: ExpressionTree, from start: Int) -> ExpressionTree {
    let dot = index
    advance()
    guard let name = fieldName() else {
      reportExpected(.fieldName)
      return invalid(from: start)
    }
    if kind == .sign(.openParenthesis) {
      return methodCall(name, from: start, dot)
    }
    return node(.field(base, name), from: start)
  }

  /// A name behind a dot; FEEL's own words may stand there.
  mutating func fieldName() -> Located<String>? {
    let place = index
    switch kind {
    case .name(let name):
      advance()
      return Located(name, at: span(at: place))
    case .keyword(let word):
      advance()
      return Located(word.rawValue, at: span(at: place))
    case .hyphenated(let name):
      reportHyphen(name)
      advance()
      return Located(name, at: span(at: place))
    default:
      return nil
    }
  }

  private mutating func filter(_ base: ExpressionTree, from start: Int) -> ExpressionTree {
    let opener = open()
    let condition = bracketed { parser in
      parser.delimited(by: [])
    }
    let isClosed = close(opener, with: [.closeBracket]) != nil
    let tree = node(.filter(base, condition), from: start)
    return isClosed ? tree : invalid(from: start)
  }
}
