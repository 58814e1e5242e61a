import Model
import SourceText
import Syntax

/// The typing of one outermost expression (a guard, a cell, a value): its local names, the slots
/// they were given, what is known not to be null here, and the findings so far.
struct Typing {
  /// A name bound by `for`, `some`, `every` or a filter, or the name of a context's entry.
  struct Local {
    var name: String
    /// What the name stands for: a slot, or the whole expression of the entry; nil for an entry
    /// that has a fault of its own.
    var kind: Expression.Kind?
    var type: ValueType

    init(name: String, slot: Int, type: ValueType) {
      (self.name, kind, self.type) = (name, .local(slot), type)
    }

    /// An entry of a context; nil for one that has a fault.
    init(name: String, entry: Expression?) {
      (self.name, kind, type) = (name, entry?.kind, entry?.type ?? .nothing)
    }

    /// Whether it stands for an element: the fields of one called `item` have their own names.
    var isElement: Bool { if case .local = kind { true } else { false } }
  }

  /// The value that `?` stands for.
  struct Placeholder {
    var slot: Int
    var type: ValueType
  }

  let scope: Scope
  var diagnostics = Diagnostics()
  /// The innermost last.
  var locals: [Local] = []
  var placeholder: Placeholder?
  /// What cannot be null where the typing stands.
  var notNull: Set<ValuePath> = []
  var nextSlot = 0
  /// How many parts of expressions were written out for the names of entries.
  var writtenOut = 0

  init(scope: Scope) {
    self.scope = scope
  }

  /// Forgets what concerned the expression before.
  mutating func begin() {
    diagnostics = Diagnostics()
    locals = []
    placeholder = nil
    notNull = []
    nextSlot = 0
    writtenOut = 0
  }

  /// A fresh slot for a local value.
  mutating func takeSlot() -> Int {
    defer { nextSlot += 1 }
    return nextSlot
  }

  /// The expression of a tree. The hint is what the place would like: it decides what bare words,
  /// `[]` and number literals mean, but a result of another type is no finding yet.
  mutating func type(_ tree: ExpressionTree, hint: ValueType? = nil) -> Expression? {
    switch tree.kind {
    case .number, .text, .at, .boolean, .null: return typeLiteral(tree, hint: hint)
    case .name(let parts): return typeName(parts, tree.span, hint: hint)
    case .placeholder: return typePlaceholder(tree.span)
    case .unary(.not, _): return condition(tree)?.expression
    case .binary(let sign, _, _) where sign.value == .and || sign.value == .or:
      return condition(tree)?.expression
    case .unary(.negate, let operand): return typeNegation(operand, tree.span, hint: hint)
    case .binary(let sign, let left, let right):
      return typeBinary(sign, left, right, tree.span)
    case .between(let value, let low, let high):
      return typeBetween(value, low: low, high: high, tree.span)
    case .membership(let value, let nodes): return typeMembership(value, nodes, tree.span)
    case .inState(let path): return typeInState(path, tree.span)
    case .conditional(let test, let yes, let no):
      return typeConditional(test, yes, no, tree.span, hint: hint)
    case .quantified(let quantifier, let bindings, let test):
      return typeQuantified(quantifier, bindings, test, tree.span)
    case .forEach(let bindings, let yield):
      return typeForEach(bindings, yield, tree.span, hint: hint)
    case .call(let name, let arguments): return typeCall(name, arguments, tree.span, hint: hint)
    case .field(let base, let name): return typeField(base, name, tree.span)
    case .filter(let list, let condition): return typeFilter(list, condition, tree.span, hint: hint)
    case .list(let elements): return typeList(elements, tree.span, hint: hint)
    case .record(let entries): return typeRecord(entries, tree.span, hint: hint)
    case .range(let range): return typeRange(range, tree.span, hint: hint)
    case .invalid: return nil
    }
  }

  /// The expression of a tree whose value has to fit a type.
  mutating func require(_ tree: ExpressionTree, _ expected: ValueType) -> Expression? {
    guard let expression = type(tree, hint: expected) else { return nil }
    return fit(expression, to: expected)
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.report(diagnostic)
  }
}
