package import SourceText

/// A typed expression whose names are resolved. Semantics: DMN 1.5 chapter 10 (FEEL), with unknown
/// facts by Kleene's three-valued logic.
package struct Expression: Hashable, Sendable, Codable {
  package var kind: Kind
  package var type: ValueType
  package var span: Span

  package init(_ kind: Kind, type: ValueType, span: Span) {
    self.kind = kind
    self.type = type
    self.span = span
  }

  /// What the expression is made of.
  package indirect enum Kind: Hashable, Sendable, Codable {
    case constant(Value)
    case fact(ID<Fact>)
    case variable(ID<Variable>)
    /// A bound name: a `for`/`some`/`every` variable, or a cell's input value (`?`). The slot is
    /// dense per outermost expression.
    case local(Int)
    /// A decision's result: frozen if `decide` froze it, else derived from the present facts.
    case decision(ID<Decision>)
    /// A field of the event's payload, by position.
    case payload(Int)
    /// Whether the state is active.
    case inState(ID<State>)
    case clock(ClockReading)
    case not(Expression)
    case negate(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case arithmetic(ArithmeticOperator, Expression, Expression)
    case compare(ComparisonOperator, Expression, Expression)
    case conditional(Expression, then: Expression, else: Expression)
    /// `value in (tests)` and `value between a and b`. The value is bound to the local slot.
    case membership(Expression, slot: Int, [UnaryTest])
    case some(slot: Int, in: Expression, satisfies: Expression)
    case every(slot: Int, in: Expression, satisfies: Expression)
    case forEach(slot: Int, in: Expression, yield: Expression)
    /// `list[condition]`: the element is bound to the slot (`item`).
    case filter(Expression, slot: Int, condition: Expression)
    /// `list[n]`: from 1; negative counts from the end; out of range is null (FEEL).
    case index(Expression, Expression)
    case list([Expression])
    /// Fields by position of the record type.
    case record([Expression])
    case field(Expression, Int)
    case range(low: Expression?, isLowIncluded: Bool, high: Expression?, isHighIncluded: Bool)
    case call(Builtin, [Expression])
  }
}

/// The five operators on numbers, by the sign FEEL writes.
package enum ArithmeticOperator: String, Hashable, Sendable, Codable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "**"
}

/// The six comparisons, by the sign FEEL writes.
package enum ComparisonOperator: String, Hashable, Sendable, Codable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// What a case knows about time, given by its journal.
package enum ClockReading: String, Hashable, Sendable, Codable {
  /// Moment of the entry being taken.
  case now
  /// Its date in the rulebook's offset.
  case today
  /// Moment the case was opened.
  case opened
}

/// One test of a value: a table's cell, or what follows `in`. DMN 1.5, 8.3.3 (unary tests).
package indirect enum UnaryTest: Hashable, Sendable, Codable {
  /// `-`: whatever the value is, known or not.
  case any
  /// The value compared with an expression; a plain literal is `equal`. When the expression is a
  /// list and the value is not, `equal` holds if the list contains the value (FEEL).
  case compare(ComparisonOperator, Expression)
  /// The value lies in the range (an expression of range type).
  case within(Expression)
  case not([UnaryTest])
  /// Any condition; the value stands in the local slot of `?`.
  case condition(Expression)
}
