import Model
import SourceText
import Syntax

// Facts and variables, whose names expressions use together with those of decisions.
extension Lowering {
  /// Makes the names of facts, variables and decisions known, and the facts and variables
  /// themselves; what the decisions are follows when the states are known.
  mutating func lowerValues() {
    var names = DeclaredNames()
    for tree in tree.facts {
      declare(tree.name, as: .fact, in: &names)
      lower(tree)
    }
    for tree in tree.variables {
      declare(tree.name, as: .variable, in: &names)
      lower(tree)
    }
    for tree in tree.decisions { declare(tree.name, as: .decision, in: &names) }
  }

  private mutating func declare(
    _ name: Located<String>, as kind: NameKind, in names: inout DeclaredNames
  ) {
    names.declare(name, as: kind, into: &diagnostics)
    switch name.value {
    case "event": diagnostics.report(.specialName(name, .event))
    case "item": diagnostics.report(.specialName(name, .item))
    default: break
    }
  }

  private mutating func lower(_ tree: FactTree) {
    let declared = tree.type.flatMap {
      scope.type($0.formatted(as: tree.format), owner: tree.name, into: &diagnostics)
    }
    let type = declared.map { tree.isOptional ? .optional($0) : $0 }
    let id = facts.add(
      Fact(
        name: tree.name.value, title: title(tree.title, tree.name), type: type ?? .nothing,
        minimum: nil, maximum: nil, question: tree.question?.bilingual, isFixed: tree.isFixed,
        span: tree.name.span))
    scope.add(tree.name.value, .fact(id), type: type, at: tree.name.span)
    facts[id].secrecy = secrecy(tree)
    if let declared { bound(id, tree, declared) }
  }

  /// `min` and `max`: literals of the fact's type, which must have an order.
  private mutating func bound(_ id: ID<Fact>, _ tree: FactTree, _ type: ValueType) {
    guard let first = tree.minimum ?? tree.maximum else { return }
    guard isOrdered(type) else {
      diagnostics.report(.boundsWithoutOrder(tree.name, at: first.span))
      return
    }
    let low = tree.minimum.flatMap { checker.literal($0, type: type, into: &diagnostics) }
    let high = tree.maximum.flatMap { checker.literal($0, type: type, into: &diagnostics) }
    facts[id].minimum = low
    facts[id].maximum = high
    if let low, let high, let maximum = tree.maximum, high.precedes(low) == true {
      diagnostics.report(.emptyBounds(tree, at: maximum.span))
    }
  }

  private func isOrdered(_ type: ValueType) -> Bool {
    switch type {
    case .number, .integer, .money, .date, .dateTime, .dayTimeDuration, .yearMonthDuration: true
    case .enumeration(let id): scope.enumerations[id].isOrdered
    default: false
    }
  }

  private mutating func lower(_ tree: VariableTree) {
    let type = type(of: tree)
    let start = tree.start.flatMap { start in
      type.flatMap { checker.literal(start, type: $0, into: &diagnostics) }
    }
    let id = variables.add(
      Variable(
        name: tree.name.value, title: title(tree.title, tree.name), type: type ?? .nothing,
        start: start ?? .null, span: tree.name.span))
    scope.add(tree.name.value, .variable(id), type: type, at: tree.name.span)
  }

  /// The type that is written, or the one that the start shows.
  private mutating func type(of tree: VariableTree) -> ValueType? {
    if let type = tree.type { return scope.plainType(type, owner: tree.name, into: &diagnostics) }
    guard case .scalar(let start) = tree.start else {
      if let start = tree.start {
        diagnostics.report(.untypedVariable(tree.name, at: start.span))
      }
      return nil
    }
    if ["true", "false"].contains(start.text) { return .boolean }
    if let number = Number(literal: start.text) { return number.isInteger ? .integer : .number }
    diagnostics.report(.untypedVariable(tree.name, at: start.span))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func boundsWithoutOrder(
    _ name: Located<String>, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .boundsWithoutOrder,
      Bilingual(
        en: "the values of `\(name.value)` have no order, so it has no least or greatest",
        zh: "`\(name.value)` 的取值没有大小，不能设上下限"),
      at: span,
      help: Bilingual(
        en: "leave out `min` and `max`, or give the fact a number, date or ordered type",
        zh: "请去掉 `min` 和 `max`，或改用数字、日期或有序类型"))
  }

  fileprivate static func emptyBounds(_ tree: FactTree, at span: Span) -> Diagnostic {
    let low = tree.minimum?.text ?? ""
    let high = tree.maximum?.text ?? ""
    return Diagnostic(
      .emptyBounds,
      Bilingual(
        en: "no value of `\(tree.name.value)` is both at least `\(low)` and at most `\(high)`",
        zh: "`\(tree.name.value)` 不可能既不小于 `\(low)` 又不大于 `\(high)`"),
      at: span,
      help: Bilingual(en: "exchange or mend the bounds", zh: "请对调或修改上下限"))
  }

  fileprivate static func untypedVariable(_ name: Located<String>, at span: Span) -> Diagnostic {
    Diagnostic(
      .untypedVariable,
      Bilingual(
        en: "the start of `\(name.value)` does not tell its type",
        zh: "从初始值看不出 `\(name.value)` 的类型"),
      at: span,
      help: Bilingual(
        en: "write `type:` beside `start:`; only true, false and numbers tell it themselves",
        zh: "请在 `start:` 旁写明 `type:`；只有 true、false 和数字能自明类型"))
  }
}
