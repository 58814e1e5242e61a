import Engine
package import Model
import SourceText

/// A program put together by hand: facts, enumerations and decisions, without a workflow.
struct EvaluationWorld {
  var program: Program
  var variables: [Value] = []
  var now: DateTime?

  init() {
    program = Program(
      name: "test", title: Bilingual("test"), version: "1", effectiveFrom: nil, effectiveTo: nil,
      offset: .china, enumerations: Arena(), laws: Arena(), roles: Arena(), facts: Arena(),
      variables: Arena(), events: Arena(), decisions: Arena(), documents: Arena(),
      periods: Arena(), chart: nil)
  }

  mutating func fact(
    _ name: String, _ type: ValueType, min: Value? = nil, max: Value? = nil
  ) -> ID<Fact> {
    program.facts.add(
      Fact(
        name: name, title: Bilingual(name), type: type, minimum: min, maximum: max, question: nil,
        isFixed: false, span: .nowhere))
  }

  mutating func enumeration(_ words: [String], isOrdered: Bool = false) -> ID<Enumeration> {
    program.enumerations.add(
      Enumeration(
        name: "E\(program.enumerations.count)", title: Bilingual("E"),
        words: words.map { .init(name: $0, title: Bilingual($0)) }, isOrdered: isOrdered,
        span: .nowhere))
  }

  mutating func decision(_ name: String, _ logic: Decision.Logic) -> ID<Decision> {
    program.decisions.add(
      Decision(
        name: name, title: Bilingual(name), logic: logic, type: .nothing, span: .nowhere))
  }

  /// What can be read with these facts known, in declared order; those left out are unknown.
  func evaluator(
    _ facts: [Value?] = [], frozen: [DecisionOutcome?] = [], payload: [Value] = []
  ) -> Evaluator {
    let unknown = [Value?](repeating: nil, count: program.facts.count - facts.count)
    return Evaluator(
      program: program, calendar: .china, facts: facts + unknown, variables: variables,
      frozen: frozen, payload: payload, now: now, opened: now)
  }
}

extension Span {
  static let nowhere = Span(SourceID(0), 0, 0)

  /// A place to tell one part of an expression from another.
  static func at(_ place: Int) -> Span { Span(SourceID(0), place, place) }
}

extension Expression {
  init(_ kind: Kind, _ type: ValueType = .nothing) {
    self.init(kind, type: type, span: .nowhere)
  }

  static func constant(_ value: Value) -> Expression {
    Expression(.constant(value), value.plainType)
  }

  static func fact(_ fact: ID<Fact>, _ type: ValueType = .boolean) -> Expression {
    Expression(.fact(fact), type)
  }

  static func number(_ literal: String) -> Expression { .constant(.decimal(literal)) }

  static func list(_ items: [Expression]) -> Expression {
    Expression(.list(items), .list(items.first?.type ?? .nothing))
  }

  static func call(
    _ function: Builtin, _ arguments: [Expression], _ type: ValueType = .nothing
  ) -> Expression {
    Expression(.call(function, arguments), type)
  }

  static func compare(
    _ left: Expression, _ comparison: ComparisonOperator, _ right: Expression
  ) -> Expression {
    Expression(.compare(comparison, left, right), .boolean)
  }

  /// Something whose reading is a fault.
  static let faulty = Expression.compare(
    Expression(.arithmetic(.divide, .number("1"), .number("0")), .number), .equal, .number("1"))
}

extension Value {
  static func decimal(_ literal: String) -> Value {
    guard let number = Number(literal: literal, exponentAllowed: true, roundingAllowed: true)
    else { preconditionFailure("\(literal) is a number") }
    return .number(number)
  }

  /// The type such a value is constant of; of a list, that of its first element.
  var plainType: ValueType {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .text: .text
    case .date: .date
    case .dateTime: .dateTime
    case .dayTimeDuration: .dayTimeDuration
    case .yearMonthDuration: .yearMonthDuration
    case .word(let enumeration, _): .enumeration(enumeration)
    case .list(let values): .list(values.first?.plainType ?? .nothing)
    case .record(let values):
      .record(
        RecordType(
          fields: values.enumerated().map {
            .init(name: "f\($0.offset)", type: $0.element.plainType)
          }
        ))
    case .range(let range): .range((range.low ?? range.high)?.plainType ?? .nothing)
    }
  }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  package init(integerLiteral value: Int) { self = .number(Number(value)) }
  package init(stringLiteral value: String) { self = .text(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(arrayLiteral elements: Value...) { self = .list(elements) }
}

/// Numbers that look random and are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
