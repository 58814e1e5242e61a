internal import Model
internal import SourceText

// Values.
extension SolverScript {
  static let day = 86_400_000

  /// A value; free where it cannot be expressed.
  mutating func term(_ expression: Expression) -> Term {
    do throws(Opaque) { return try exactTerm(expression) } catch { return freeTerm(expression) }
  }

  private mutating func exactTerm(_ expression: Expression) throws(Opaque) -> Term {
    switch expression.kind {
    case .constant(let value): return try constant(value)
    case .fact(let fact): return try term(fact)
    case .local(let slot):
      guard case .term(let term)? = slots[slot] else { throw Opaque() }
      return term
    case .negate(let operand): return try negated(operand)
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(sign, left, right)
    case .conditional(let condition, let then, let otherwise):
      return choose(truth(condition), term(then), term(otherwise))
    case .call(let function, let arguments):
      if let value = constants.value(of: expression) { return try constant(value) }
      return try call(function, arguments)
    case .decision, .field:
      guard case .term(let term)? = try decided(expression) else { throw Opaque() }
      return term
    default: throw Opaque()
    }
  }

  private func constant(_ value: Value) throws(Opaque) -> Term {
    if value == .null { return Term(known: "true", value: "0.0", null: "true") }
    guard let literal = Self.literal(value) else { throw Opaque() }
    guard case .number(let number) = value else { return Term(known: "true", value: literal) }
    let whole = Int(number.description).map { Int(clamping: $0.magnitude) }
    return Term(known: "true", value: literal, bound: whole)
  }

  private mutating func term(_ fact: ID<Fact>) throws(Opaque) -> Term {
    let type = program.facts[fact].type
    guard let sort = Self.sort(of: type), sort != "Bool" else { throw Opaque() }
    let place = place(of: fact)
    let null = type.isOptional ? "e_\(place)" : nil
    return sort == "Real"
      ? Term(known: "k_\(place)", value: "v_\(place)", null: null)
      : Term(known: "k_\(place)", value: "(to_real v_\(place))", null: null, bound: bound(of: fact))
  }

  private func bound(of id: ID<Fact>) -> Int? {
    let fact = program.facts[id]
    guard fact.type.unwrapped == .integer, case .number(let low)? = fact.minimum,
      case .number(let high)? = fact.maximum, let low = Int(low.description),
      let high = Int(high.description)
    else { return nil }
    return max(Int(clamping: low.magnitude), Int(clamping: high.magnitude))
  }

  mutating func choose(_ which: Truth, _ one: Term, _ other: Term) -> Term {
    let value = named("(ite \(which.fails) \(other.value) \(one.value))", "Real")
    var null: String?
    if one.null != nil || other.null != nil {
      null = named("(ite \(which.fails) \(other.null ?? "false") \(one.null ?? "false"))", "Bool")
    }
    let alike = "(= \(one.value) \(other.value))"
    let sameNull = null == nil ? "true" : "(= \(one.null ?? "false") \(other.null ?? "false"))"
    let same = "(and \(one.known) \(other.known) \(alike) \(sameNull))"
    let sides =
      "(or (and \(which.holds) \(one.known)) (and \(which.fails) \(other.known)) \(same))"
    let known = which.faults.map { "(and (not \($0)) \(sides))" } ?? sides
    let faults = Self.any(
      which.faults, one.faults.map { "(and \(which.holds) \($0))" },
      other.faults.map { "(and \(which.fails) \($0))" })
    var bound: Int?
    if let left = one.bound, let right = other.bound { bound = max(left, right) }
    return Term(
      known: named(known, "Bool"), value: value, null: null,
      faults: faults.map { named($0, "Bool") }, bound: bound)
  }
}

// Functions.
extension SolverScript {
  private mutating func call(
    _ function: Builtin, _ arguments: [Expression]
  ) throws(Opaque) -> Term {
    switch function {
    case .abs:
      let term = try operand(arguments.first)
      return worked(out: "(ite (>= \(term.value) 0.0) \(term.value) (- \(term.value)))", of: [term])
    case .min, .max:
      var items = arguments
      if items.count == 1, case .list(let written) = items[0].kind { items = written }
      guard items.count > 1 else { throw Opaque() }
      var terms: [Term] = []
      for item in items { terms.append(try operand(item, isNumber: false)) }
      let sign = function == .min ? "<=" : ">="
      let value = terms.dropFirst().reduce(terms[0].value) { best, term in
        named("(ite (\(sign) \(best) \(term.value)) \(best) \(term.value))", "Real")
      }
      return worked(out: value, of: terms)
    case .decimal, .floor, .ceiling, .roundUp, .roundDown, .roundHalfUp, .roundHalfDown:
      return try rounding(function, arguments)
    default: throw Opaque()
    }
  }

  func isExpressible(_ expression: Expression) -> Bool {
    Self.sort(of: expression.type) != nil && expression.type.unwrapped != .boolean
  }

  private mutating func operand(
    _ expression: Expression?, isNumber: Bool = true
  ) throws(Opaque) -> Term {
    guard let expression, isExpressible(expression),
      !isNumber || expression.type.unwrapped.isNumeric
    else { throw Opaque() }
    return term(expression)
  }

  /// A number that is worked out of others: known where they are, a fault where one of them is
  /// null.
  mutating func worked(
    out value: String, of terms: [Term], fault: String? = nil, bound: Int? = nil
  ) -> Term {
    let all = named(Self.all(terms.map(\.known)), "Bool")
    let bad = terms.compactMap(\.null) + [fault].compactMap(\.self)
    let faults = terms.compactMap(\.faults) + bad.map { "(and \(all) \($0))" }
    guard !faults.isEmpty else {
      return Term(known: all, value: named(value, "Real"), bound: bound)
    }
    let fault = named("(or \(faults.joined(separator: " ")) false)", "Bool")
    return Term(
      known: named("(and \(all) (not \(fault)))", "Bool"), value: named(value, "Real"),
      faults: fault, bound: bound)
  }

  /// To so many digits behind the point. Which way a half goes is left open for the modes in
  /// which that depends on more than the number's sign.
  private mutating func rounding(
    _ function: Builtin, _ arguments: [Expression]
  ) throws(Opaque) -> Term {
    let term = try operand(arguments.first)
    var scale = 0
    if arguments.count > 1 {
      guard case .number(let digits)? = constants.value(of: arguments[1]),
        let written = Int(digits.description), abs(written) <= 9
      else { throw Opaque() }
      scale = written
    }
    let unit = "1\(String(repeating: "0", count: abs(scale))).0"
    let scaled = named(
      scale < 0 ? "(/ \(term.value) \(unit))" : "(* \(term.value) \(unit))", "Real")
    let (down, up) = ("(to_int \(scaled))", "(- (to_int (- \(scaled))))")
    let whole: String
    switch function {
    case .floor: whole = down
    case .ceiling: whole = up
    case .roundUp: whole = "(ite (>= \(scaled) 0.0) \(up) \(down))"
    case .roundDown: whole = "(ite (>= \(scaled) 0.0) \(down) \(up))"
    case .roundHalfUp:
      whole =
        "(ite (>= \(scaled) 0.0) \(Self.half(scaled, up: true)) \(Self.half(scaled, up: false)))"
    case .roundHalfDown:
      whole =
        "(ite (>= \(scaled) 0.0) \(Self.half(scaled, up: false)) \(Self.half(scaled, up: true)))"
    default:
      whole = once("nearest \(scaled)") { script in
        let near = script.declared("r", "Int")
        script.write(["(assert (<= (- 0.5) (- (to_real \(near)) \(scaled)) 0.5))"])
        return near
      }
    }
    let real = "(to_real \(whole))"
    return worked(out: scale < 0 ? "(* \(real) \(unit))" : "(/ \(real) \(unit))", of: [term])
  }

  /// The nearest whole number, halves up or down the number line.
  private static func half(_ value: String, up: Bool) -> String {
    up ? "(to_int (+ \(value) 0.5))" : "(- (to_int (- 0.5 \(value))))"
  }
}
