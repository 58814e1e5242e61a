internal import Model
internal import SourceText

/// Writes conditions on facts as formulas for a solver, in SMT-LIB 2.6.
///
/// Each fact is a value and whether it is known. A condition is three formulas, that it holds, that
/// it fails and that the interpreter runs into a fault; where none is true it is unknown (Kleene).
/// Numbers are reals. What it cannot express is free to come out in any way, the same wherever it
/// is asked: so what the solver rules out never happens, and what it finds is to be tried.
struct SolverScript {
  /// What it cannot express.
  struct Opaque: Error {}

  /// A value as a real, and when it is known: then it was stated, or could be worked out.
  struct Term {
    var known: String
    var value: String
    /// When it is null; nil where it never is.
    var null: String?
    /// When working it out runs into a fault; nil where it never does.
    var faults: String?
    /// For whole numbers: how far from zero they lie at most. Then nothing is rounded.
    var bound: Int?
  }

  /// When a condition holds, when it fails and when it runs into a fault; nil where it never does.
  struct Truth {
    var holds: String
    var fails: String
    var faults: String?

    var negated: Truth { Truth(holds: fails, fails: holds, faults: faults) }
  }

  enum Bound {
    case term(Term)
    case truth(Truth)
  }

  let program: Program
  /// Whether no result is rounded: an example is then more likely to be one that can be written.
  let isExact: Bool
  /// Decisions that keep what they came to: what they read says nothing of them.
  let frozen: Set<ID<Decision>>
  let text: ProgramText
  let constants: Constants
  /// Whether anything was left free because it could not be expressed.
  private(set) var isAbstract = false
  private var lines: [String] = []
  /// The facts it speaks of: the one at `i` is `v_i`, known if `k_i`; where its type cannot be
  /// expressed there is no `v_i`.
  private(set) var facts: [(id: ID<Fact>, hasValue: Bool, isOptional: Bool)] = []
  private var free: [String: Bound] = [:]
  /// Names by what they stand for: what reads alike is one thing, and rounded the same way.
  private var names: [String: String] = [:]
  /// What tables come to, by decision and output.
  var results: [String: Bound] = [:]
  var slots: [Int: Bound] = [:]
  /// Decisions that are being looked through, so that none is within itself.
  var open: Set<ID<Decision>> = []
  private var count = 0

  init(_ program: Program, _ calendar: WorkCalendar, isExact: Bool = false) {
    self.program = program
    constants = Constants(program, calendar)
    self.isExact = isExact
    frozen = Set((program.chart?.allActions ?? []).flatMap(\.decidedWithin))
    text = ProgramText(program)
  }

  /// The script that asks for facts for which all of some formulas are true, and for these facts.
  ///
  /// - Parameter effort: in the solver's own count of its steps, so that the same comes of it on
  ///   any machine.
  func asking(_ formulas: [String], besides names: [String] = [], effort: Int) -> String {
    let asked =
      names
      + facts.enumerated().flatMap { place, fact in
        ["k_\(place)"] + (fact.hasValue ? ["v_\(place)"] : [])
          + (fact.isOptional ? ["e_\(place)"] : [])
      }
    let values = asked.isEmpty ? [] : ["(get-value (\(asked.joined(separator: " "))))"]
    return
      (["(set-option :rlimit \(effort))"] + lines + formulas.map { "(assert \($0))" }
      + ["(check-sat)"] + values).joined(separator: "\n") + "\n"
  }

  /// The script that asks whether all of some formulas can be true, and where not, which of them
  /// exclude each other: the one at `i` is named `c_i`.
  func askingForCore(_ formulas: [String], effort: Int) -> String {
    let options = ["(set-option :produce-unsat-cores true)", "(set-option :rlimit \(effort))"]
    let named = formulas.enumerated().map { "(assert (! \($1) :named c_\($0)))" }
    return
      (options + lines + named + ["(check-sat)", "(get-unsat-core)"]).joined(separator: "\n")
      + "\n"
  }

  /// The script that asks one question after the other: of each, whether all of its formulas can be
  /// true.
  func askingEach(_ questions: [[String]], effort: Int) -> String {
    let asked = questions.flatMap { formulas in
      ["(push)"] + formulas.map { "(assert \($0))" } + ["(check-sat)", "(pop)"]
    }
    return (["(set-option :rlimit \(effort))"] + lines + asked).joined(separator: "\n") + "\n"
  }

  mutating func write(_ lines: [String]) { self.lines += lines }

  mutating func named(_ body: String, _ sort: String) -> String {
    if let name = names[body] { return name }
    let name = newName("n")
    lines.append("(define-fun \(name) () \(sort) \(body))")
    names[body] = name
    return name
  }

  /// A name for what is written once, with these lines to say what it is.
  mutating func once(_ key: String, _ write: (inout SolverScript) -> String) -> String {
    if let name = names[key] { return name }
    let name = write(&self)
    names[key] = name
    return name
  }

  mutating func newName(_ prefix: String) -> String {
    count += 1
    return "\(prefix)_\(count)"
  }

  mutating func declared(_ prefix: String, _ sort: String) -> String {
    let name = newName(prefix)
    lines.append("(declare-const \(name) \(sort))")
    return name
  }

  mutating func truth(holds: String, fails: String, faults: String? = nil) -> Truth {
    Truth(
      holds: named(holds, "Bool"), fails: named(fails, "Bool"),
      faults: faults.map { named($0, "Bool") })
  }
}

// What is left free.
extension SolverScript {
  /// A condition that may come out in any way, the same for all that reads alike.
  mutating func freeTruth(_ expression: Expression?) -> Truth {
    let key = expression.flatMap(key)
    if let key, case .truth(let known)? = free[key] { return known }
    isAbstract = true
    let names = (0..<3).map { _ in declared("o", "Bool") }
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
      lines.append("(assert (not (and \(names[one]) \(names[other]))))")
    }
    let truth = Truth(holds: names[0], fails: names[1], faults: names[2])
    if let key { free[key] = .truth(truth) }
    return truth
  }

  /// A value that may be any of its expression's type, known or not, null or not; the same for all
  /// that reads alike, where that is said.
  mutating func freeTerm(_ read: Expression?, of expression: Expression) -> Term {
    let key = read.flatMap(key)
    if let key, case .term(let known)? = free[key] { return known }
    isAbstract = true
    let (known, faults) = (declared("o", "Bool"), declared("o", "Bool"))
    lines.append("(assert (not (and \(known) \(faults))))")
    let term = Term(
      known: known, value: declared("o", "Real"),
      null: expression.type.isOptional ? declared("o", "Bool") : nil, faults: faults)
    if let key { free[key] = .term(term) }
    return term
  }

  mutating func freeTerm(_ expression: Expression) -> Term {
    freeTerm(expression, of: expression)
  }

  /// Nil where a bound name may stand for something else each time.
  private func key(_ expression: Expression) -> String? {
    var isClosed = true
    expression.walk { if case .local = $0.kind { isClosed = false } }
    return isClosed ? text.expression(expression) : nil
  }
}

// Facts.
extension SolverScript {
  /// Where a fact stands among those spoken of, from now on if it was not yet.
  mutating func place(of id: ID<Fact>) -> Int {
    if let place = facts.firstIndex(where: { $0.id == id }) { return place }
    let place = facts.count
    let fact = program.facts[id]
    let sort = Self.sort(of: fact.type)
    facts.append((id, sort != nil, fact.type.isOptional))
    lines.append("(declare-const k_\(place) Bool)")
    if fact.type.isOptional { lines.append("(declare-const e_\(place) Bool)") }
    guard let sort else { return place }
    lines.append("(declare-const v_\(place) \(sort))")
    let value = sort == "Int" ? "(to_real v_\(place))" : "v_\(place)"
    let (low, high) = Self.limits(of: fact, program)
    if let low { lines.append("(assert (>= \(value) \(low)))") }
    if let high { lines.append("(assert (<= \(value) \(high)))") }
    return place
  }

  /// How the values of a type are written; nil where they cannot be.
  static func sort(of type: ValueType) -> String? {
    switch type.unwrapped {
    case .boolean: "Bool"
    case .number, .money: "Real"
    case .integer, .enumeration, .date, .dayTimeDuration: "Int"
    default: nil
    }
  }

  /// The least and the greatest value that a fact may have.
  private static func limits(
    of fact: Fact, _ program: Program
  ) -> (low: String?, high: String?) {
    let low = fact.minimum.flatMap(literal)
    let high = fact.maximum.flatMap(literal)
    switch fact.type.unwrapped {
    case .enumeration(let type):
      return ("0.0", literal(String(program.enumerations[type].words.count - 1)))
    case .date: return (low ?? literal(.date(.min)), high ?? literal(.date(.max)))
    case .dayTimeDuration:
      return (
        low ?? literal(String(Int64.min)), high ?? literal(String(Int64.max))
      )
    default: return (low, high)
    }
  }

  /// A value as a real; nil where it cannot be written so.
  static func literal(_ value: Value) -> String? {
    switch value {
    case .number(let number):
      let text = number.description
      return text.contains("E") ? nil : literal(text)
    case .word(_, let index): return "\(index).0"
    case .date(let date): return literal(String(date.daysSinceEpoch))
    case .dayTimeDuration(let duration): return literal(String(duration.milliseconds))
    default: return nil
    }
  }

  static func literal(_ text: String) -> String {
    let digits = text.hasPrefix("-") ? String(text.dropFirst()) : text
    let real = digits.contains(".") ? digits : digits + ".0"
    return text.hasPrefix("-") ? "(- \(real))" : real
  }
}

extension SolverScript {
  /// That any of some formulas is true; nil where none is ever.
  static func any(_ formulas: String?...) -> String? {
    let some = formulas.compactMap(\.self)
    return some.count > 1 ? "(or \(some.joined(separator: " ")))" : some.first
  }

  /// That all of some formulas are true.
  static func all(_ formulas: [String]) -> String {
    formulas.count > 1 ? "(and \(formulas.joined(separator: " ")))" : formulas.first ?? "true"
  }

  static func not(_ formula: String) -> String { "(not \(formula))" }
}
