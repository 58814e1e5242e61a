internal import Model
internal import SourceText

// Conditions.
extension SolverScript {
  /// When a condition holds and fails; what it says that cannot be expressed is free.
  mutating func truth(_ expression: Expression) -> Truth {
    do throws(Opaque) { return try exactTruth(expression) } catch { return freeTruth(expression) }
  }

  private mutating func exactTruth(_ expression: Expression) throws(Opaque) -> Truth {
    switch expression.kind {
    case .constant(.boolean(let value)): return Truth(holds: "\(value)", fails: "\(!value)")
    case .fact(let fact):
      guard program.facts[fact].type == .boolean else { throw Opaque() }
      let place = place(of: fact)
      return truth(holds: "(and k_\(place) v_\(place))", fails: "(and k_\(place) (not v_\(place)))")
    case .local(let slot):
      guard case .truth(let truth)? = slots[slot] else { throw Opaque() }
      return truth
    case .not(let operand): return truth(operand).negated
    case .and(let left, let right): return both(truth(left), truth(right))
    case .or(let left, let right):
      return both(truth(left).negated, truth(right).negated).negated
    case .conditional(let condition, let then, let otherwise):
      return choose(truth(condition), truth(then), truth(otherwise))
    case .compare(let sign, let left, let right):
      return try compare(sign, try read(left), with: try read(right), isCell: false)
    case .membership(let value, let slot, let tests):
      return try membership(try read(value), slot, tests)
    case .call(.isKnown, let arguments): return try isKnown(arguments)
    case .decision, .field:
      guard case .truth(let truth)? = try decided(expression) else { throw Opaque() }
      return truth
    default: throw Opaque()
    }
  }

  /// A value or a condition; free where it cannot be expressed, if it is of a type that can.
  mutating func read(_ expression: Expression) throws(Opaque) -> Bound {
    if expression.type == .boolean { return .truth(truth(expression)) }
    if case .constant(.null) = expression.kind {
      return .term(Term(known: "true", value: "0.0", null: "true"))
    }
    guard Self.sort(of: expression.type) != nil, expression.type.unwrapped != .boolean else {
      throw Opaque()
    }
    return .term(term(expression))
  }

  private mutating func isKnown(_ arguments: [Expression]) throws(Opaque) -> Truth {
    guard let argument = arguments.first else { throw Opaque() }
    if case .fact(let fact) = argument.kind {
      let place = place(of: fact)
      return Truth(holds: "k_\(place)", fails: named("(not k_\(place))", "Bool"))
    }
    switch try read(argument) {
    case .term(let term):
      let open = Self.any(term.known, term.faults) ?? term.known
      return truth(holds: term.known, fails: Self.not(open), faults: term.faults)
    case .truth(let inner):
      let told = "(or \(inner.holds) \(inner.fails))"
      let open = Self.any(told, inner.faults) ?? told
      return truth(holds: told, fails: Self.not(open), faults: inner.faults)
    }
  }

  /// What is read second counts only where the first does not settle it, and so does its fault.
  mutating func both(_ left: Truth, _ right: Truth) -> Truth {
    let late = left.faults.map { "(and (not \($0)) \(right.fails))" } ?? right.fails
    return truth(
      holds: "(and \(left.holds) \(right.holds))", fails: "(or \(left.fails) \(late))",
      faults: Self.any(left.faults, right.faults.map { "(and \(left.holds) \($0))" }))
  }

  /// Where it is unknown which counts, it is still known what both come to.
  private mutating func choose(_ which: Truth, _ one: Truth, _ other: Truth) -> Truth {
    func part(_ one: String, _ other: String) -> String {
      let sides =
        "(or (and \(which.holds) \(one)) (and \(which.fails) \(other)) (and \(one) \(other)))"
      return which.faults.map { "(and (not \($0)) \(sides))" } ?? sides
    }
    return truth(
      holds: part(one.holds, other.holds), fails: part(one.fails, other.fails),
      faults: Self.any(
        which.faults, one.faults.map { "(and \(which.holds) \($0))" },
        other.faults.map { "(and \(which.fails) \($0))" }))
  }
}

// Comparisons.
extension SolverScript {
  /// - Parameter isCell: whether null, put in an order, is no match rather than a fault.
  private mutating func compare(
    _ sign: ComparisonOperator, _ left: Bound, with right: Bound, isCell: Bool
  ) throws(Opaque) -> Truth {
    let isEquality = sign == .equal || sign == .notEqual
    switch (left, right) {
    case (.truth(let left), .truth(let right)):
      guard isEquality else { throw Opaque() }
      let equal = truth(
        holds: "(or (and \(left.holds) \(right.holds)) (and \(left.fails) \(right.fails)))",
        fails: "(or (and \(left.holds) \(right.fails)) (and \(left.fails) \(right.holds)))",
        faults: Self.any(left.faults, right.faults))
      return sign == .equal ? equal : equal.negated
    case (.term(let left), .term(let right)):
      if isEquality {
        let equal = equality(left, right)
        return sign == .equal ? equal : equal.negated
      }
      return order(sign, left, right, isCell: isCell)
    default: throw Opaque()
    }
  }

  private mutating func equality(_ left: Term, _ right: Term) -> Truth {
    let known = named("(and \(left.known) \(right.known))", "Bool")
    let (one, other) = (left.null ?? "false", right.null ?? "false")
    let same = "(= \(left.value) \(right.value))"
    let equal =
      left.null == nil && right.null == nil
      ? named(same, "Bool")
      : named("(or (and \(one) \(other)) (and (not \(one)) (not \(other)) \(same)))", "Bool")
    return truth(
      holds: "(and \(known) \(equal))", fails: "(and \(known) (not \(equal)))",
      faults: Self.any(left.faults, right.faults))
  }

  private mutating func order(
    _ sign: ComparisonOperator, _ left: Term, _ right: Term, isCell: Bool
  ) -> Truth {
    let known = named("(and \(left.known) \(right.known))", "Bool")
    let test = "(\(sign.rawValue) \(left.value) \(right.value))"
    let faults = Self.any(left.faults, right.faults)
    guard let null = Self.any(left.null, right.null) else {
      return truth(
        holds: "(and \(known) \(test))", fails: "(and \(known) (not \(test)))", faults: faults)
    }
    let holds = "(and \(known) (not \(null)) \(test))"
    if isCell {
      return truth(
        holds: holds, fails: "(and \(known) (or \(null) (not \(test))))", faults: faults)
    }
    return truth(
      holds: holds, fails: "(and \(known) (not \(null)) (not \(test)))",
      faults: Self.any(faults, "(and \(known) \(null))"))
  }
}

// Tests of a value.
extension SolverScript {
  private mutating func membership(
    _ value: Bound, _ slot: Int, _ tests: [UnaryTest]
  ) throws(Opaque) -> Truth {
    slots[slot] = value
    let told = try any(of: tests, slot)
    let faults: String? =
      switch value {
      case .term(let term): term.faults
      case .truth(let truth): truth.faults
      }
    guard let faults else { return told }
    return truth(
      holds: "(and (not \(faults)) \(told.holds))", fails: "(and (not \(faults)) \(told.fails))",
      faults: Self.any(faults, told.faults))
  }

  /// A fault ends the reading of what follows, and counts where all that was read before it fails.
  private mutating func any(of tests: [UnaryTest], _ slot: Int) throws(Opaque) -> Truth {
    var (open, failing, holds, faults): ([String], [String], [String], [String]) = ([], [], [], [])
    for test in tests {
      let truth = try truth(test, slot)
      holds.append(Self.all(open + [truth.holds]))
      if let fault = truth.faults {
        faults.append(Self.all(failing + [fault]))
        open.append(Self.not(fault))
      }
      open.append(Self.not(truth.holds))
      failing.append(truth.fails)
    }
    return truth(
      holds: "(or \(holds.joined(separator: " ")) false)", fails: Self.all(failing),
      faults: faults.isEmpty ? nil : "(or \(faults.joined(separator: " ")) false)")
  }

  private mutating func truth(_ test: UnaryTest, _ slot: Int) throws(Opaque) -> Truth {
    guard let value = slots[slot] else { throw Opaque() }
    switch test {
    case .any: return Truth(holds: "true", fails: "false")
    case .compare(let sign, let other):
      if case .list = other.type.unwrapped { throw Opaque() }
      return try compare(sign, value, with: try read(other), isCell: true)
    case .not(let tests): return try negated(tests, slot, value)
    case .condition(let condition): return truth(condition)
    case .within(let range):
      guard case .range(let low, let isLowIncluded, let high, let isHighIncluded) = range.kind
      else { throw Opaque() }
      var parts: [Truth] = []
      if let low {
        parts.append(
          try compare(
            isLowIncluded ? .greaterOrEqual : .greater, value, with: try read(low), isCell: true))
      }
      if let high {
        parts.append(
          try compare(
            isHighIncluded ? .lessOrEqual : .less, value, with: try read(high), isCell: true))
      }
      guard parts.allSatisfy({ $0.faults == nil }) else { throw Opaque() }
      return parts.reduce(Truth(holds: "true", fails: "false")) { both($0, $1) }
    }
  }

  /// Null, which lies in no order, passes neither a test that puts in order nor its negation.
  private mutating func negated(
    _ tests: [UnaryTest], _ slot: Int, _ value: Bound
  ) throws(Opaque) -> Truth {
    let told = try any(of: tests, slot)
    guard case .term(let term) = value, let null = term.null,
      tests.contains(where: \.putsInOrder)
    else { return told.negated }
    return truth(
      holds: "(and \(told.fails) (not \(null)))",
      fails: "(or \(told.holds) (and \(told.fails) \(null)))", faults: told.faults)
  }
}
