internal import Model
internal import SourceText

/// Writes a condition on facts as a formula that holds wherever the condition does not surely fail.
///
/// Each fact is a value and whether it is known. A condition is two formulas, that it holds and
/// that it fails; where neither is true it is unknown (Kleene). Numbers are reals. Because decimals
/// are rounded to 34 digits, a sum or product may differ from the exact one by a part in 10^33 of
/// it; rounding keeps order, so a sum is on the same side of each of its parts.
struct SolverScript {
  /// What it cannot express.
  struct Opaque: Error {}

  /// A value as a real, and when it is known.
  struct Term {
    var known: String
    var value: String
    /// For whole numbers: how far from zero they lie at most. Then nothing is rounded.
    var bound: Int?
  }

  /// When a condition holds and when it fails.
  struct Truth {
    var holds: String
    var fails: String

    var negated: Truth { Truth(holds: fails, fails: holds) }
  }

  private enum Bound {
    case term(Term)
    case truth(Truth)
  }

  private let program: Program
  /// Whether no result is rounded: an example is then more likely to be one that can be written.
  private let isExact: Bool
  private var lines: [String] = []
  /// The facts it speaks of: the one at `i` is `v_i`, known if `k_i`.
  private(set) var facts: [ID<Fact>] = []
  private var slots: [Int: Bound] = [:]
  private var count = 0

  init(_ program: Program, isExact: Bool = false) {
    self.program = program
    self.isExact = isExact
  }

  /// The script that asks for facts with which a condition holds or is unknown.
  ///
  /// - Parameter effort: in the solver's own count of its steps, so that the same comes of it on
  ///   any machine.
  mutating func text(asking condition: Expression, effort: Int) throws(Opaque) -> String {
    let truth = try truth(condition)
    let asked = facts.indices.flatMap { ["k_\($0)", "v_\($0)"] }
    let head = ["(set-option :rlimit \(effort))"]
    let tail = [
      "(assert (not \(truth.fails)))", "(check-sat)",
      "(get-value (\(asked.joined(separator: " "))))",
    ]
    return (head + lines + tail).joined(separator: "\n") + "\n"
  }

  private mutating func named(_ body: String, _ sort: String) -> String {
    count += 1
    lines.append("(define-fun n_\(count) () \(sort) \(body))")
    return "n_\(count)"
  }

  private mutating func truth(holds: String, fails: String) -> Truth {
    Truth(holds: named(holds, "Bool"), fails: named(fails, "Bool"))
  }
}

// Conditions.
extension SolverScript {
  private mutating func truth(_ expression: Expression) throws(Opaque) -> Truth {
    switch expression.kind {
    case .constant(.boolean(let value)): return Truth(holds: "\(value)", fails: "\(!value)")
    case .fact(let fact):
      guard program.facts[fact].type == .boolean else { throw Opaque() }
      let place = place(of: fact, "Bool")
      return truth(holds: "(and k_\(place) v_\(place))", fails: "(and k_\(place) (not v_\(place)))")
    case .local(let slot):
      guard case .truth(let truth)? = slots[slot] else { throw Opaque() }
      return truth
    case .not(let operand): return try truth(operand).negated
    case .and(let left, let right): return both(try truth(left), try truth(right))
    case .or(let left, let right):
      return both(try truth(left).negated, try truth(right).negated).negated
    case .conditional(let condition, let then, let otherwise):
      return choose(try truth(condition), try truth(then), try truth(otherwise))
    case .compare(let sign, let left, let right):
      return try compare(sign, try read(left), with: right)
    case .membership(let value, let slot, let tests):
      slots[slot] = try read(value)
      return try any(of: tests, slot)
    case .call(.isKnown, let arguments):
      guard case .fact(let fact)? = arguments.first?.kind else { throw Opaque() }
      _ = try read(arguments[0])
      guard let place = facts.firstIndex(of: fact) else { throw Opaque() }
      return Truth(holds: "k_\(place)", fails: named("(not k_\(place))", "Bool"))
    default: throw Opaque()
    }
  }

  private mutating func both(_ left: Truth, _ right: Truth) -> Truth {
    truth(
      holds: "(and \(left.holds) \(right.holds))", fails: "(or \(left.fails) \(right.fails))")
  }

  /// Where it is unknown which counts, it is still known what both come to.
  private mutating func choose(_ which: Truth, _ one: Truth, _ other: Truth) -> Truth {
    func part(_ one: String, _ other: String) -> String {
      "(or (and \(which.holds) \(one)) (and \(which.fails) \(other)) (and \(one) \(other)))"
    }
    return truth(holds: part(one.holds, other.holds), fails: part(one.fails, other.fails))
  }

  private mutating func compare(
    _ sign: ComparisonOperator, _ left: Bound, with right: Expression
  ) throws(Opaque) -> Truth {
    switch (left, try read(right)) {
    case (.truth(let left), .truth(let right)):
      guard sign == .equal || sign == .notEqual else { throw Opaque() }
      let equal = truth(
        holds: "(or (and \(left.holds) \(right.holds)) (and \(left.fails) \(right.fails)))",
        fails: "(or (and \(left.holds) \(right.fails)) (and \(left.fails) \(right.holds)))")
      return sign == .equal ? equal : equal.negated
    case (.term(let left), .term(let right)):
      let known = "\(left.known) \(right.known)"
      let test =
        switch sign {
        case .notEqual: "(not (= \(left.value) \(right.value)))"
        default: "(\(sign.rawValue) \(left.value) \(right.value))"
        }
      return truth(holds: "(and \(known) \(test))", fails: "(and \(known) (not \(test)))")
    default: throw Opaque()
    }
  }

  private mutating func any(of tests: [UnaryTest], _ slot: Int) throws(Opaque) -> Truth {
    var none = Truth(holds: "true", fails: "false")
    for test in tests { none = both(none, try truth(test, slot).negated) }
    return none.negated
  }

  private mutating func truth(_ test: UnaryTest, _ slot: Int) throws(Opaque) -> Truth {
    guard let value = slots[slot] else { throw Opaque() }
    switch test {
    case .any: return Truth(holds: "true", fails: "false")
    case .compare(let sign, let other): return try compare(sign, value, with: other)
    case .not(let tests): return try any(of: tests, slot).negated
    case .condition(let condition): return try truth(condition)
    case .within(let range):
      guard case .range(let low, let isLowIncluded, let high, let isHighIncluded) = range.kind
      else { throw Opaque() }
      var truth = Truth(holds: "true", fails: "false")
      if let low {
        truth = both(
          truth, try compare(isLowIncluded ? .greaterOrEqual : .greater, value, with: low))
      }
      if let high {
        truth = both(truth, try compare(isHighIncluded ? .lessOrEqual : .less, value, with: high))
      }
      return truth
    }
  }
}

// Values.
extension SolverScript {
  private static let day = 86_400_000

  private mutating func read(_ expression: Expression) throws(Opaque) -> Bound {
    expression.type == .boolean ? .truth(try truth(expression)) : .term(try term(expression))
  }

  private mutating func term(_ expression: Expression) throws(Opaque) -> Term {
    switch expression.kind {
    case .constant(let value): return try constant(value)
    case .fact(let fact): return try term(fact)
    case .local(let slot):
      guard case .term(let term)? = slots[slot] else { throw Opaque() }
      return term
    case .negate(let operand):
      guard operand.type.isNumeric else { throw Opaque() }
      var term = try term(operand)
      term.value = "(- \(term.value))"
      return term
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(sign, left, right)
    case .conditional(let condition, let then, let otherwise):
      return choose(try truth(condition), try term(then), try term(otherwise))
    default: throw Opaque()
    }
  }

  private func constant(_ value: Value) throws(Opaque) -> Term {
    switch value {
    case .number(let number):
      let text = number.description
      guard !text.contains("E") else { throw Opaque() }
      let whole = Int(text).map { Int(clamping: $0.magnitude) }
      return Term(known: "true", value: Self.literal(text), bound: whole)
    case .word(_, let index): return Term(known: "true", value: "\(index).0")
    case .date(let date):
      return Term(known: "true", value: Self.literal(String(date.daysSinceEpoch)))
    case .dayTimeDuration(let duration):
      return Term(known: "true", value: Self.literal(String(duration.milliseconds)))
    default: throw Opaque()
    }
  }

  private static func literal(_ text: String) -> String {
    let digits = text.hasPrefix("-") ? String(text.dropFirst()) : text
    let real = digits.contains(".") ? digits : digits + ".0"
    return text.hasPrefix("-") ? "(- \(real))" : real
  }

  private mutating func term(_ fact: ID<Fact>) throws(Opaque) -> Term {
    switch program.facts[fact].type {
    case .number, .money:
      let place = place(of: fact, "Real")
      return Term(known: "k_\(place)", value: "v_\(place)")
    case .integer, .enumeration, .date, .dayTimeDuration:
      let place = place(of: fact, "Int")
      return Term(known: "k_\(place)", value: "(to_real v_\(place))", bound: bound(of: fact))
    default: throw Opaque()
    }
  }

  private func bound(of id: ID<Fact>) -> Int? {
    let fact = program.facts[id]
    guard fact.type == .integer, case .number(let low)? = fact.minimum,
      case .number(let high)? = fact.maximum, let low = Int(low.description),
      let high = Int(high.description)
    else { return nil }
    return max(Int(clamping: low.magnitude), Int(clamping: high.magnitude))
  }

  /// Where a fact stands among those spoken of, from now on if it was not yet.
  private mutating func place(of id: ID<Fact>, _ sort: String) -> Int {
    if let place = facts.firstIndex(of: id) { return place }
    let place = facts.count
    facts.append(id)
    lines += ["(declare-const k_\(place) Bool)", "(declare-const v_\(place) \(sort))"]
    let fact = program.facts[id]
    let value = sort == "Int" ? "(to_real v_\(place))" : "v_\(place)"
    if let low = fact.minimum.flatMap({ try? constant($0) }) {
      lines.append("(assert (>= \(value) \(low.value)))")
    }
    if let high = fact.maximum.flatMap({ try? constant($0) }) {
      lines.append("(assert (<= \(value) \(high.value)))")
    }
    if case .enumeration(let type) = fact.type {
      let last = program.enumerations[type].words.count - 1
      lines.append("(assert (<= 0 v_\(place) \(last)))")
    }
    return place
  }

  private mutating func choose(_ which: Truth, _ one: Term, _ other: Term) -> Term {
    let value = named("(ite \(which.fails) \(other.value) \(one.value))", "Real")
    let same = "(and \(one.known) \(other.known) (= \(one.value) \(other.value)))"
    let known =
      "(or (and \(which.holds) \(one.known)) (and \(which.fails) \(other.known)) \(same))"
    var bound: Int?
    if let left = one.bound, let right = other.bound { bound = max(left, right) }
    return Term(known: named(known, "Bool"), value: value, bound: bound)
  }

  private mutating func arithmetic(
    _ sign: ArithmeticOperator, _ left: Expression, _ right: Expression
  ) throws(Opaque) -> Term {
    let one = try term(left)
    let other = try term(right)
    let known = named("(and \(one.known) \(other.known))", "Bool")
    if left.type == .date, right.type == .date, sign == .subtract {
      let days = "(- \(one.value) \(other.value))"
      return Term(known: known, value: named("(* \(Self.day).0 \(days))", "Real"))
    }
    guard left.type.isNumeric, right.type.isNumeric,
      [.add, .subtract, .multiply].contains(sign)
    else { throw Opaque() }
    let exact = named("(\(sign.rawValue) \(one.value) \(other.value))", "Real")
    if let bound = Self.bound(sign, one.bound, other.bound) {
      return Term(known: known, value: exact, bound: bound)
    }
    if isExact { return Term(known: known, value: exact) }
    let rounded = rounded(exact)
    if sign != .multiply { lines += Self.order(sign, one.value, other.value, rounded) }
    return Term(known: known, value: rounded)
  }

  /// How far from zero the result lies at most; nil where it may have to be rounded.
  private static func bound(_ sign: ArithmeticOperator, _ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    let (bound, isTooLarge) =
      sign == .multiply
      ? left.multipliedReportingOverflow(by: right) : left.addingReportingOverflow(right)
    return isTooLarge ? nil : bound
  }

  /// A number that an exact one may be rounded to.
  private mutating func rounded(_ exact: String) -> String {
    count += 1
    let name = "r_\(count)"
    let size = named("(ite (>= \(exact) 0.0) \(exact) (- \(exact)))", "Real")
    let slack = "(/ \(size) 1\(String(repeating: "0", count: 33)).0)"
    lines += [
      "(declare-const \(name) Real)",
      "(assert (<= (- \(exact) \(slack)) \(name) (+ \(exact) \(slack))))",
    ]
    return name
  }

  /// What rounding leaves in order: a sum is on the same side of each of its parts.
  private static func order(
    _ sign: ArithmeticOperator, _ one: String, _ other: String, _ result: String
  ) -> [String] {
    let (up, down) = sign == .add ? (">=", "<=") : ("<=", ">=")
    var lines = [
      "(assert (=> (>= \(other) 0.0) (\(up) \(result) \(one))))",
      "(assert (=> (<= \(other) 0.0) (\(down) \(result) \(one))))",
    ]
    if sign == .add {
      lines += [
        "(assert (=> (>= \(one) 0.0) (>= \(result) \(other))))",
        "(assert (=> (<= \(one) 0.0) (<= \(result) \(other))))",
      ]
    } else {
      lines += [
        "(assert (=> (>= \(one) \(other)) (>= \(result) 0.0)))",
        "(assert (=> (<= \(one) \(other)) (<= \(result) 0.0)))",
      ]
    }
    return lines
  }
}
