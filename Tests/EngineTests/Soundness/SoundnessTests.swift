import Compiler
import Engine
import Model
import SourceText
import Syntax
import Testing

/// What the checker lets pass, the engine can read: its value is of the type that was promised, or
/// it is a fault of the kinds that types cannot rule out.
@Suite struct SoundnessTests {
  @Test(arguments: 0..<16)
  func whatIsCheckedComesToAValueOfItsType(part: Int) {
    var writer = ExpressionWriter(seed: UInt64(part) &* 7919 &+ 1)
    let world = SoundWorld()
    var checked = 0
    for _ in 0..<250 {
      let kind = writer.pick(ExpressionWriter.Kind.allCases)
      let text = writer.write(kind, depth: 3)
      guard let expression = world.checked(text) else { continue }
      checked += 1
      for round in 0..<4 {
        let facts = world.facts(round, &writer)
        world.expectSound(expression, text, facts)
      }
    }
    // Else the writer and the checker speak different languages, and nothing was tried.
    #expect(checked > 60, "\(checked) of 250")
  }
}

/// Facts of every kind with a few values each.
struct SoundWorld {
  private var world = EvaluationWorld()
  private var scope = Scope()
  private var values: [[Value]] = []

  init() {
    let grade = world.enumeration(["low", "middle", "high"], isOrdered: true)
    scope.add(world.program.enumerations[grade])
    let grades = (0..<3).map { Value.word(grade, $0) }
    let person = RecordType(fields: [
      .init(name: "name", type: .text), .init(name: "age", type: .integer),
    ])
    let people: [Value] = [
      .record([.text("ab"), .number(7)]), .record([.text("乙"), .number(40)]),
    ]
    let numbers: [Value] = [.number(0), .number(3), .number(-2)]
    let halves: [Value] = numbers + [.decimal("2.5")]
    let texts: [Value] = [.text(""), .text("ab"), .text("好人")]
    let dates = ["2026-01-31", "2024-02-29"].compactMap { day in
      CalendarDate(literal: day).map(Value.date)
    }
    let moments = ["2026-05-06T09:20Z"].compactMap { moment in
      DateTime(literal: moment).map(Value.dateTime)
    }
    add("a", .boolean, [.boolean(true), .boolean(false)])
    add("n", .number, halves)
    add("k", .integer, numbers)
    add("m", .money, halves)
    add("pay", .money, halves)
    add("maybe", .optional(.number), halves + [.null])
    add("t", .text, texts)
    add("alias", .optional(.text), texts + [.null])
    add("d", .date, dates)
    add("w", .dateTime, moments)
    let days = [0, 90_000_000].map { Value.dayTimeDuration(.init(milliseconds: $0)) }
    let months = [0, 14].map { Value.yearMonthDuration(.init(months: $0)) }
    add("days", .dayTimeDuration, days)
    add("months", .yearMonthDuration, months)
    add("grade", .enumeration(grade), grades)
    add("last", .optional(.enumeration(grade)), grades + [.null])
    add("list", .list(.number), [.list([]), .list(halves)])
    add("gaps", .list(.optional(.number)), [.list([.null, .number(4)]), .list([])])
    add("words", .list(.text), [.list([]), .list(texts)])
    add("person", .record(person), people)
    add("people", .list(.record(person)), [.list([]), .list(people)])
    world.now = DateTime(literal: "2026-05-06T01:20Z")
  }

  private mutating func add(_ name: String, _ type: ValueType, _ values: [Value]) {
    scope.add(name, .fact(world.fact(name, type)), type: type, at: .nowhere)
    self.values.append(values)
  }

  /// The expression, if the checker lets it pass.
  func checked(_ text: String) -> Expression? {
    var diagnostics = Diagnostics()
    let tree = parseExpression(.verbatim(text), into: &diagnostics)
    let expression = ExpressionChecker(scope: scope).check(tree, into: &diagnostics)
    return diagnostics.hasErrors ? nil : expression
  }

  /// All facts known in round 0 and 1, some in the others.
  func facts(_ round: Int, _ writer: inout ExpressionWriter) -> [Value?] {
    values.map { choices in
      let value = writer.pick(choices)
      return round > 1 && writer.below(3) == 0 ? nil : value
    }
  }

  /// What an expression comes to, in words.
  func outcome(_ expression: Expression, _ facts: [Value?]) -> String {
    do { return "\(try world.evaluator(facts).evaluate(expression))" } catch {
      return "\(error.reason)"
    }
  }

  func expectSound(_ expression: Expression, _ text: String, _ facts: [Value?]) {
    let areKnown = !facts.contains(nil)
    do {
      switch try world.evaluator(facts).evaluate(expression) {
      case .known(let value):
        #expect(value.isOf(expression.type), "\(text): \(value) is no \(expression.type)")
      case .unknown:
        #expect(!areKnown, "\(text) is unknown though all facts are known")
      }
    } catch {
      #expect(error.reason.isBeyondTypes, "\(text): \(error.reason)")
    }
  }
}

extension Fault.Reason {
  /// Whether types cannot rule it out. A null where none may be is what they do rule out.
  fileprivate var isBeyondTypes: Bool {
    switch self {
    case .divisionByZero, .overflow, .badArgument: true
    default: false
    }
  }
}

extension Value {
  fileprivate func isOf(_ type: ValueType) -> Bool {
    switch (self, type) {
    case (.null, .optional), (.null, .null): true
    case (_, .optional(let type)): isOf(type)
    case (.boolean, .boolean), (.text, .text), (.date, .date), (.dateTime, .dateTime),
      (.dayTimeDuration, .dayTimeDuration), (.yearMonthDuration, .yearMonthDuration),
      (.number, .number), (.number, .money), (.range, .range):
      true
    case (.number(let number), .integer): number.isInteger
    case (.word(let one, _), .enumeration(let other)): one == other
    case (.list(let values), .list(let element)): values.allSatisfy { $0.isOf(element) }
    case (.record(let values), .record(let record)):
      values.count == record.fields.count
        && zip(values, record.fields).allSatisfy { $0.isOf($1.type) }
    default: false
    }
  }
}
