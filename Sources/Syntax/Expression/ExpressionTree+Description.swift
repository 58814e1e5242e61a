import SourceText

/// FEEL in one spelling: blanks around operators, brackets only where they are needed. What it
/// prints reads back as the same tree.
extension ExpressionTree: CustomStringConvertible {
  package var description: String { kind.printed }
}

extension TestNode: CustomStringConvertible {
  package var description: String {
    switch kind {
    case .any: "-"
    case .compare(let comparison, let operand):
      "\(comparison.value.rawValue) \(operand.printed(.additive))"
    case .range(let range): range.description
    case .not(let tests): "not(\(printed(tests)))"
    case .expression(let tree): tree.printedAsTest
    }
  }
}

extension RangeNode: CustomStringConvertible {
  package var description: String {
    let (low, high) = (low?.printedAsBound ?? "", high?.printedAsBound ?? "")
    let gap = high.hasPrefix(".") || high.isEmpty && low.isEmpty ? " " : ""
    return (isLowIncluded ? "[" : "(") + low + ".." + gap + high + (isHighIncluded ? "]" : ")")
  }
}

/// The tests of a cell, as they are written there.
package func printed(_ tests: [TestNode]) -> String {
  tests.map(\.description).joined(separator: ", ")
}

extension ExpressionTree.Kind {
  fileprivate var printed: String {
    switch self {
    case .number(let digits): digits
    case .text(let content): textLiteral(content)
    case .at(let literal): "@" + textLiteral(literal)
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    case .name(let path): path.map(\.value).joined(separator: ".")
    case .placeholder: "?"
    case .inState(let path): "in(\(path.map(\.value).joined(separator: ".")))"
    case .invalid: "<invalid>"
    case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
    case .record(let entries): "{\(entries.map(\.description).joined(separator: ", "))}"
    case .range(let range): range.description
    case .call(let name, let arguments):
      "\(name.value)(\(arguments.map(\.description).joined(separator: ", ")))"
    case .field(let base, let name): "\(base.printedAsBase).\(name.value)"
    case .filter(let base, let condition): "\(base.printed(.postfix))[\(condition)]"
    default: printedOperation
    }
  }

  private var printedOperation: String {
    switch self {
    case .unary(.negate, let operand): "-\(operand.printed(.unary))"
    case .unary(.not, let operand): "not(\(operand))"
    case .binary(let operation, let left, let right):
      left.printed(.left(of: operation.value)) + " \(operation.value.rawValue) "
        + right.printed(.right(of: operation.value))
    case .between(let value, let low, let high):
      value.printed(.additive) + " between " + low.printed(.additive) + " and "
        + high.printed(.additive)
    case .membership(let value, let tests):
      value.printed(.additive) + " in " + printedAlternatives(tests)
    case .conditional(let condition, let yes, let no): "if \(condition) then \(yes) else \(no)"
    case .quantified(let quantifier, let bindings, let condition):
      "\(quantifier.rawValue) \(printed(bindings)) satisfies \(condition)"
    case .forEach(let bindings, let body): "for \(printed(bindings)) return \(body)"
    default: ""
    }
  }

  private func printed(_ bindings: [ExpressionTree.Binding]) -> String {
    bindings.map { "\($0.name.value) in \($0.domain)" }.joined(separator: ", ")
  }

  /// One range, comparison or simple value stands bare behind `in`.
  private func printedAlternatives(_ tests: [TestNode]) -> String {
    if tests.count == 1 {
      switch tests[0].kind {
      case .compare, .range, .not: return tests[0].description
      case .expression(let tree) where tree.isSimple: return tree.description
      case .expression, .any: break
      }
    }
    return "(\(Syntax.printed(tests)))"
  }
}

extension ExpressionTree.Entry: CustomStringConvertible {
  package var description: String {
    let key = isExpressionName(name.value) ? name.value : textLiteral(name.value)
    return "\(key): \(value)"
  }
}

extension ExpressionTree.Argument: CustomStringConvertible {
  package var description: String { name.map { "\($0.value): \(value)" } ?? value.description }
}

/// How tightly a printed form binds; what binds less than its place needs gets brackets.
private enum Tightness: Int, Comparable {
  case open, or, and, comparison, additive, multiplicative, power, unary, postfix

  static func < (left: Tightness, right: Tightness) -> Bool { left.rawValue < right.rawValue }

  init(_ precedence: Precedence) {
    self = Tightness(rawValue: precedence.rawValue) ?? .postfix
  }

  /// Comparisons take none of their own kind on either side.
  static func left(of operation: BinaryOperator) -> Tightness {
    operation.precedence == .comparison ? .additive : Tightness(operation.precedence)
  }

  static func right(of operation: BinaryOperator) -> Tightness {
    Tightness(operation.precedence.tighter)
  }
}

extension ExpressionTree {
  private var tightness: Tightness {
    switch kind {
    case .binary(let operation, _, _): Tightness(operation.value.precedence)
    case .between, .membership: .comparison
    case .unary(.negate, _): .unary
    case .conditional, .quantified, .forEach: .open
    default: .postfix
    }
  }

  fileprivate func printed(_ needed: Tightness) -> String {
    tightness < needed ? "(\(self))" : description
  }

  /// Before `.field` a plain name would become part of a path, and a number swallow the dot.
  fileprivate var printedAsBase: String {
    switch kind {
    case .name, .number: "(\(self))"
    default: printed(.postfix)
    }
  }

  /// A membership would take the dots for its own, `[` before nothing close the range, and
  /// `not(…)` begin a test.
  fileprivate var printedAsBound: String {
    let text = printed(.additive)
    let misleads = ["[]", "[..", "not("].contains { text.hasPrefix($0) }
    return misleads ? "(\(text))" : text
  }

  /// `not(…)` that begins a cell would negate the test instead of the value.
  fileprivate var printedAsTest: String {
    if case .unary(.not, _) = kind { return "(\(self))" }
    return description
  }

  fileprivate var isSimple: Bool {
    switch kind {
    case .number, .text, .at, .boolean, .null, .name, .list, .call: true
    default: false
    }
  }
}
