internal import SourceText

extension ProgramText {
  /// An expression as FEEL text, with no more brackets than its meaning needs.
  package func expression(_ expression: Expression) -> String {
    ExpressionPrinter(text: self).print(expression)
  }

  /// A cell: its tests with commas between.
  package func tests(_ tests: [UnaryTest]) -> String {
    var printer = ExpressionPrinter(text: self)
    printer.names[0] = "?"
    return printer.tests(tests)
  }
}

/// Prints one expression; keeps the names given to its bound slots.
private struct ExpressionPrinter {
  let text: ProgramText
  /// By slot.
  var names: [Int: String] = [:]

  /// How tightly a form binds its parts; DMN 1.5, 10.3.1.2, loosest first.
  enum Strength: Int, Comparable {
    case open
    case or
    case and
    case comparison
    case addition
    case multiplication
    case power
    case negation
    case closed

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }

    var next: Strength { Strength(rawValue: rawValue + 1) ?? .closed }
  }

  func print(_ expression: Expression, atLeast strength: Strength = .open) -> String {
    let words = words(expression)
    return self.strength(expression.kind) < strength ? "(\(words))" : words
  }

  private func strength(_ kind: Expression.Kind) -> Strength {
    switch kind {
    case .conditional, .some, .every, .forEach: .open
    case .or: .or
    case .and: .and
    case .compare, .membership: .comparison
    case .arithmetic(let operation, _, _): strength(operation)
    case .negate: .negation
    case .constant(.number(let number)) where "\(number)".hasPrefix("-"): .negation
    case .constant(.range(let range)) where range.low == nil || range.high == nil: .comparison
    case .range(let low, _, let high, _) where low == nil || high == nil: .comparison
    default: .closed
    }
  }

  private func strength(_ operation: ArithmeticOperator) -> Strength {
    switch operation {
    case .add, .subtract: .addition
    case .multiply, .divide: .multiplication
    case .power: .power
    }
  }

  private func words(_ expression: Expression) -> String {
    switch expression.kind {
    case .constant(let value): text.value(value, of: expression.type)
    case .fact, .variable, .decision, .local, .payload, .inState, .clock: name(expression.kind)
    case .not(let inner): "not(\(print(inner)))"
    case .negate(let inner): "-" + print(inner, atLeast: .closed)
    case .and(let left, let right): binary(left, "and", right, .and)
    case .or(let left, let right): binary(left, "or", right, .or)
    case .arithmetic(let operation, let left, let right):
      binary(left, operation.rawValue, right, strength(operation))
    case .compare(let operation, let left, let right):
      print(left, atLeast: .addition) + " \(operation.rawValue) "
        + print(right, atLeast: .addition)
    case .conditional(let condition, let then, let otherwise):
      "if \(print(condition)) then \(print(then)) else \(print(otherwise))"
    case .membership(let value, let slot, let tests): membership(value, slot, tests)
    case .some(let slot, let list, let inner): bound("some", slot, list, "satisfies", inner)
    case .every(let slot, let list, let inner): bound("every", slot, list, "satisfies", inner)
    case .forEach(let slot, let list, let inner): bound("for", slot, list, "return", inner)
    case .filter(let list, let slot, let condition):
      print(list, atLeast: .closed) + "[" + naming(slot, "item").print(condition) + "]"
    case .index(let list, let index): "\(print(list, atLeast: .closed))[\(print(index))]"
    case .list(let elements): "[" + elements.map { print($0) }.joined(separator: ", ") + "]"
    case .record(let parts): record(parts, expression.type)
    case .field(let base, let index): field(base, index)
    case .range(let low, let isLowIncluded, let high, let isHighIncluded):
      range(low, isLowIncluded, high, isHighIncluded)
    case .call(let builtin, let arguments): call(builtin, arguments)
    }
  }

  private func name(_ kind: Expression.Kind) -> String {
    switch kind {
    case .fact(let id): text.program.facts[id].name
    case .variable(let id): text.program.variables[id].name
    case .decision(let id): text.program.decisions[id].name
    case .local(let slot): names[slot] ?? (slot == 0 ? "?" : ExpressionPrinter.letter(slot))
    case .payload(let index):
      "event." + (index < text.payload.count ? text.payload[index].name : "field\(index + 1)")
    case .inState(let id): "in(\(text.program.chart?.states[id].path ?? "state\(id.index)"))"
    case .clock(let reading): "\(reading.rawValue)()"
    default: preconditionFailure("only names are printed as names")
    }
  }

  private func binary(
    _ left: Expression, _ sign: String, _ right: Expression, _ strength: Strength
  ) -> String {
    print(left, atLeast: strength) + " \(sign) " + print(right, atLeast: strength.next)
  }

  private func bound(
    _ word: String, _ slot: Int, _ list: Expression, _ link: String, _ inner: Expression
  ) -> String {
    let name = ExpressionPrinter.letter(slot)
    return "\(word) \(name) in \(print(list)) \(link) " + naming(slot, name).print(inner)
  }

  /// `x`, `y`, `z`, `x1`, ... for the slots of bound names.
  private static func letter(_ slot: Int) -> String {
    let letters = ["x", "y", "z"]
    return letters[slot % 3] + (slot < 3 ? "" : "\(slot / 3)")
  }

  private func naming(_ slot: Int, _ name: String) -> ExpressionPrinter {
    var copy = self
    copy.names[slot] = name
    return copy
  }

  private func record(_ parts: [Expression], _ type: ValueType) -> String {
    var names: [String] = []
    if case .record(let record) = type.unwrapped { names = record.fields.map(\.name) }
    for index in names.count..<max(names.count, parts.count) { names.append("field \(index + 1)") }
    let words = readingOrder(parts, names).map { "\(names[$0]): \(print(parts[$0]))" }
    return "{" + words.joined(separator: ", ") + "}"
  }

  /// The parts in their order, but each before the fields that bear a name it reads from outside:
  /// behind them the name would be the field's (DMN 1.5, 10.3.2.6). Where parts want this of each
  /// other, as after an exchange of two names, the first stays first.
  private func readingOrder(_ parts: [Expression], _ fields: [String]) -> [Int] {
    let reads = parts.map(namesRead)
    guard fields.indices.contains(where: { field in reads.contains { $0.contains(fields[field]) } })
    else { return Array(parts.indices) }
    var rest = Array(parts.indices)
    var order: [Int] = []
    while !rest.isEmpty {
      let next = rest.firstIndex { field in
        rest.allSatisfy { $0 == field || !reads[$0].contains(fields[field]) }
      }
      order.append(rest.remove(at: next ?? 0))
    }
    return order
  }

  /// The names in an expression, of paths the first part.
  private func namesRead(_ expression: Expression) -> Set<String> {
    var found: Set<String> = []
    expression.walk { inner in
      switch inner.kind {
      case .fact, .variable, .decision, .local, .payload:
        found.insert(String(name(inner.kind).prefix { $0 != "." }))
      default: break
      }
    }
    return found
  }

  /// A field of a record, or of each record in a list (FEEL's projection).
  private func field(_ base: Expression, _ index: Int) -> String {
    var type = base.type.unwrapped
    if case .list(let element) = type { type = element.unwrapped }
    var name = "field\(index + 1)"
    if case .record(let record) = type, index < record.fields.count {
      name = record.fields[index].name
    }
    return "\(print(base, atLeast: .closed)).\(name)"
  }

  private func range(
    _ low: Expression?, _ isLowIncluded: Bool, _ high: Expression?, _ isHighIncluded: Bool
  ) -> String {
    if let low, let high {
      return (isLowIncluded ? "[" : "(") + print(low, atLeast: .addition) + ".."
        + print(high, atLeast: .addition) + (isHighIncluded ? "]" : ")")
    }
    if let low { return (isLowIncluded ? ">= " : "> ") + print(low, atLeast: .addition) }
    if let high { return (isHighIncluded ? "<= " : "< ") + print(high, atLeast: .addition) }
    return "-"
  }

  private func call(_ builtin: Builtin, _ arguments: [Expression]) -> String {
    if builtin.isComponent, let base = arguments.first, arguments.count == 1 {
      return "\(print(base, atLeast: .closed)).\(builtin.rawValue)"
    }
    return builtin.rawValue + "(" + arguments.map { print($0) }.joined(separator: ", ") + ")"
  }
}

extension ExpressionPrinter {
  fileprivate func membership(_ value: Expression, _ slot: Int, _ tests: [UnaryTest]) -> String {
    let words = naming(slot, "?").tests(tests)
    let needsBrackets =
      switch tests.first {
      case .within where tests.count == 1: false
      default: true
      }
    return print(value, atLeast: .addition) + " in " + (needsBrackets ? "(\(words))" : words)
  }

  fileprivate func tests(_ tests: [UnaryTest]) -> String {
    tests.map(test).joined(separator: ", ")
  }

  private func test(_ test: UnaryTest) -> String {
    switch test {
    case .any: "-"
    case .compare(.equal, let expression): print(expression, atLeast: .addition)
    case .compare(let operation, let expression):
      "\(operation.rawValue) " + print(expression, atLeast: .addition)
    case .within(let range): print(range)
    case .not(let inner): "not(\(tests(inner)))"
    case .condition(let expression): print(expression)
    }
  }
}

extension Builtin {
  /// Written after a dot: `due.year`.
  package var isComponent: Bool {
    switch self {
    case .year, .month, .day, .weekday, .hour, .minute, .second, .years, .months, .days, .hours,
      .minutes, .seconds:
      true
    default: false
    }
  }
}
