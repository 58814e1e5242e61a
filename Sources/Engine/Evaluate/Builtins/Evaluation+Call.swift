internal import Model
internal import SourceText

extension Evaluation {
  /// Calls a built-in function: unknown for want of what any argument wants, unless what is known
  /// of a list's elements is enough.
  mutating func call(
    _ function: Builtin, _ arguments: [Expression], _ expression: Expression
  ) throws(Fault) -> Evaluated {
    switch function {
    case .isKnown: return .known(.boolean(try isKnown(arguments[0])))
    case .count, .listContains, .all, .any:
      if let result = try callOnElements(function, arguments) { return result }
    default: break
    }
    return try gather(arguments).map { values throws(Fault) in
      try Call(function: function, arguments: values, expression: expression, known: known)
        .apply()
    }
  }

  /// Whether a fact was stated, null included; of anything else, whether it has a value by now.
  /// What is only tried out is not known.
  private func isKnown(_ argument: Expression) throws(Fault) -> Bool {
    if case .fact(let fact) = argument.kind {
      if assumed.contains(fact) { return false }
      if let oracle = known.oracle { return oracle.value(of: fact) != nil }
      return facts[fact.index] != nil
    }
    var stated = self
    stated.assumed = []
    stated.derived = []
    for fact in assumed { stated.facts[fact.index] = nil }
    return try stated.evaluate(argument).missing == nil
  }

  /// Functions of a list that is written out on the spot: `any([a, b])` is `a or b`. Nil where the
  /// list is not.
  private mutating func callOnElements(
    _ function: Builtin, _ arguments: [Expression]
  ) throws(Fault) -> Evaluated? {
    let items: [Expression]
    if case .list(let written) = arguments[0].kind {
      items = written
    } else if function == .all || function == .any, arguments[0].type.unwrapped == .boolean {
      items = arguments
    } else {
      return nil
    }
    let elements = Elements.each(try each(items))
    switch function {
    case .count: return .known(.number(Number(elements.count)))
    case .listContains:
      return Evaluated(try evaluate(arguments[1]).isContained(in: elements))
    case .all:
      return Evaluated(Evaluated.known(.boolean(false)).isContained(in: elements).negated)
    default: return Evaluated(Evaluated.known(.boolean(true)).isContained(in: elements))
    }
  }
}
