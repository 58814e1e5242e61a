import Compiler
import Engine
import Model
import SourceText
import Syntax
import Testing

/// A line such as `n > 2 and a where n = 3 => unknown a`: an expression as an author writes it,
/// what is known, and what it comes to: a value, `unknown` with the questions, or `fault` with its
/// kind.
struct WrittenLine: CustomTestStringConvertible, Sendable {
  let expression: String
  let given: [(fact: String, value: String)]
  let expected: String

  var testDescription: String { expression + " => " + expected }

  init(_ line: String) {
    let halves = line.split(separator: "=>", maxSplits: 1).map(WrittenLine.trimmed)
    expected = halves[1]
    guard let place = halves[0].range(of: " where ") else {
      expression = halves[0]
      given = []
      return
    }
    expression = WrittenLine.trimmed(halves[0][..<place.lowerBound])
    given = halves[0][place.upperBound...].split(separator: ";").map { fact in
      let parts = fact.split(separator: "=", maxSplits: 1).map(WrittenLine.trimmed)
      return (parts[0], parts[1])
    }
  }

  /// The lines of a text; empty ones and comments (`#`) are left out.
  static func lines(_ text: String) -> [WrittenLine] {
    text.split(separator: "\n").map(trimmed).filter { !$0.isEmpty && !$0.hasPrefix("#") }
      .map(WrittenLine.init)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let rest = text.drop { $0 == " " }
    return String(rest.reversed().drop { $0 == " " }.reversed())
  }

  func check() {
    let world = WrittenWorld()
    let found = world.reading(expression, given)
    let wanted =
      expected.hasPrefix("unknown") || expected.hasPrefix("fault")
      ? expected : world.reading(expected, [])
    #expect(found == wanted)
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? { firstRange(of: part) }
}

/// What the lines may name: facts, all unknown unless given.
private struct WrittenWorld {
  private var world = EvaluationWorld()
  private var scope = Scope()

  init() {
    let grade = world.enumeration(["low", "middle", "high"], isOrdered: true)
    scope.add(world.program.enumerations[grade])
    let person = RecordType(fields: [
      .init(name: "name", type: .text), .init(name: "age", type: .integer),
    ])
    let facts: [(String, ValueType)] = [
      ("a", .boolean), ("b", .boolean), ("n", .number), ("m", .number), ("k", .integer),
      ("t", .text), ("d", .date), ("when", .dateTime), ("days", .dayTimeDuration),
      ("months", .yearMonthDuration), ("grade", .enumeration(grade)),
      ("list", .list(.number)), ("words", .list(.text)), ("maybe", .optional(.number)),
      ("person", .record(person)), ("people", .list(.record(person))),
    ]
    for (name, type) in facts {
      scope.add(name, .fact(world.fact(name, type)), type: type, at: .nowhere)
    }
    world.now = DateTime(literal: "2026-05-06T01:20Z")
  }

  /// What an expression comes to, in words.
  func reading(_ text: String, _ given: [(fact: String, value: String)]) -> String {
    var facts = [Value?](repeating: nil, count: world.program.facts.count)
    for (name, value) in given {
      guard let place = world.program.facts.elements.firstIndex(where: { $0.name == name }),
        case .known(let stated)? = evaluated(
          value, expecting: world.program.facts.elements[place].type, [])
      else { return "cannot state \(name)" }
      facts[place] = stated
    }
    return words(text, facts)
  }

  private func words(_ text: String, _ facts: [Value?]) -> String {
    switch checked(text, expecting: nil) {
    case .failure(let findings): return "not an expression: \(findings.message)"
    case .success(let expression):
      do {
        switch try world.evaluator(facts).evaluate(expression) {
        case .known(let value): return value.literal(in: world.program)
        case .unknown(let missing):
          let names = missing.facts.map { world.program.facts[$0].name }
          return "unknown " + names.joined(separator: ", ")
        }
      } catch {
        return "fault \(error.reason)"
      }
    }
  }

  private func evaluated(
    _ text: String, expecting type: ValueType?, _ facts: [Value?]
  ) -> Evaluated? {
    guard case .success(let expression) = checked(text, expecting: type) else { return nil }
    return try? world.evaluator(facts).evaluate(expression)
  }

  private struct Findings: Error {
    let message: String
  }

  private func checked(
    _ text: String, expecting type: ValueType?
  ) -> Result<Expression, Findings> {
    var diagnostics = Diagnostics()
    let tree = parseExpression(.verbatim(text), into: &diagnostics)
    let checker = ExpressionChecker(scope: scope)
    if let expression = checker.check(tree, expecting: type, into: &diagnostics) {
      return .success(expression)
    }
    return .failure(Findings(message: diagnostics.all.map(\.message.en).joined(separator: "; ")))
  }
}
