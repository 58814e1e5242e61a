package import SourceText

/// An expression as written: FEEL's syntax (DMN 1.5, 10.3.1) with names not resolved.
package struct ExpressionTree: Hashable, Sendable {
  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }

  /// What the expression is made of.
  package indirect enum Kind: Hashable, Sendable {
    /// Digits as written: `5`, `0.5`, `1e3`.
    case number(String)
    /// A text literal, escapes resolved.
    case text(String)
    /// `@"2026-01-01"`: a date, date-time or duration by its form.
    case at(String)
    case boolean(Bool)
    case null
    /// A name or a path; one part per dot. What `a.b` means (path or field) is found on resolving.
    case name([Located<String>])
    /// `?`: the value under test.
    case placeholder
    case unary(UnaryOperator, ExpressionTree)
    case binary(Located<BinaryOperator>, ExpressionTree, ExpressionTree)
    case between(ExpressionTree, low: ExpressionTree, high: ExpressionTree)
    /// `x in tests`.
    case membership(ExpressionTree, [TestNode])
    /// `in(STATE)`.
    case inState([Located<String>])
    case conditional(ExpressionTree, then: ExpressionTree, else: ExpressionTree)
    case quantified(Quantifier, [Binding], satisfies: ExpressionTree)
    case forEach([Binding], yield: ExpressionTree)
    /// A function's FEEL name, single blanks between its words; arguments by position or by name.
    case call(Located<String>, [Argument])
    /// A field of something that is not a plain name: `f(x).year`, `(a).b`, `l[1].c`.
    case field(ExpressionTree, Located<String>)
    case filter(ExpressionTree, ExpressionTree)
    case list([ExpressionTree])
    case record([Entry])
    case range(RangeNode)
    /// Where reading failed; a diagnostic has been reported for it.
    case invalid
  }

  /// `name: value` of a context.
  package struct Entry: Hashable, Sendable {
    package var name: Located<String>
    package var value: ExpressionTree

    package init(name: Located<String>, value: ExpressionTree) {
      self.name = name
      self.value = value
    }
  }

  /// `name in domain`, as `for`, `some` and `every` bind names.
  package struct Binding: Hashable, Sendable {
    package var name: Located<String>
    package var domain: ExpressionTree

    package init(name: Located<String>, domain: ExpressionTree) {
      self.name = name
      self.domain = domain
    }
  }

  /// One argument of a call, with its name where it was given by name.
  package struct Argument: Hashable, Sendable {
    package var name: Located<String>?
    package var value: ExpressionTree

    package init(name: Located<String>?, value: ExpressionTree) {
      self.name = name
      self.value = value
    }
  }

  /// How many elements have to satisfy the condition.
  package enum Quantifier: String, Hashable, Sendable {
    case some
    case every
  }
}

/// Operators with one operand, by the sign FEEL writes.
package enum UnaryOperator: String, Hashable, Sendable {
  case negate = "-"
  case not
}

/// Operators with two operands, by the sign FEEL writes.
package enum BinaryOperator: String, Hashable, Sendable {
  case or
  case and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "**"
}

/// `[a..b]`, `(a..b]`, `]a..b[`; a missing bound is unbounded.
package struct RangeNode: Hashable, Sendable {
  package var low: ExpressionTree?
  package var isLowIncluded: Bool
  package var high: ExpressionTree?
  package var isHighIncluded: Bool

  package init(
    low: ExpressionTree?, isLowIncluded: Bool, high: ExpressionTree?, isHighIncluded: Bool
  ) {
    self.low = low
    self.isLowIncluded = isLowIncluded
    self.high = high
    self.isHighIncluded = isHighIncluded
  }
}

/// A unary test as written (DMN 1.5, grammar rules 7-18): a cell is a list of these.
package struct TestNode: Hashable, Sendable {
  /// The forms of a unary test (DMN 1.5, 9.2).
  package indirect enum Kind: Hashable, Sendable {
    /// `-`
    case any
    /// `< 5`, `= x`.
    case compare(Located<BinaryOperator>, ExpressionTree)
    case range(RangeNode)
    case not([TestNode])
    /// An expression: equal to the value, or a condition on `?`; its type tells which.
    case expression(ExpressionTree)
  }

  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}
