import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Guards that compute with facts: told never to be taken are those that no case takes.
@Suite struct ArithmeticGuardTests {
  /// Transitions of `a` for `e`, with these guards; each leads to a state of its own.
  private func text(_ guards: [String]) -> String {
    let ways = guards.enumerated().map { "{when: \"\($1)\", to: s\($0)}" }
    let states = guards.indices.map { "    s\($0): {on: {f: end}}" }
    return """
      rulebook: t
      facts: {x: {type: integer, min: 0, max: 3}, y: {type: integer, min: 0, max: 3}}
      events: {e: {}, f: {}, g: {}}
      workflow:
        states:
          a: {on: {e: [\(ways.joined(separator: ", "))], g: end}}
      \(states.joined(separator: "\n"))
          end: {type: final}

      """
  }

  private func told(
    _ guards: [String], _ solver: (any ConditionSolver)? = Z3()
  ) throws -> [String] {
    let program = try compiled(text(guards))
    let found =
      verify(program, .china)
      + (solver.map { verifyArithmetic(program, .china, asking: $0) } ?? [])
    return found.filter { $0.severity != .note }.map(\.code.id).filter { $0 < "FQ1512" }
  }

  @Test func whatSumsRuleOutIsNeverTaken() throws {
    #expect(try told(["x + y > 6"]) == ["FQ1510"])
    #expect(try told(["x + y > 5"]) == [])
    #expect(try told(["x > y and y > x"]) == ["FQ1510"])
    #expect(try told(["x > y", "x >= y + 1"]) == ["FQ1511"])
    #expect(try told(["x >= y", "y >= x", "x > 2 * y"]) == ["FQ1511"])
    #expect(try told(["x > y", "is known(x) and x > 0"]) == [])
    // Unknown, it stops the choice of what follows; then that is not taken either.
    #expect(try told(["x > y", "is known(x) and not(is known(y))"]) == [])
  }

  @Test(arguments: [SolverAnswer.missing, .late, .said("unknown"), .said("sat\nsat\nsat")])
  func withoutAnAnswerNothingIsTold(_ answer: SolverAnswer) throws {
    #expect(try told(["x + y > 6"], Parrot(answer: answer)) == [])
  }

  @Test(arguments: 0..<40)
  func transitionsToldNeverToBeTakenAreThoseThatNoCaseTakes(_ seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let guards = (0..<3).map { _ in Self.condition(&random) }
    let program = try compiled(text(guards))
    let found = verify(program, .china) + verifyArithmetic(program, .china, asking: Z3())
    let codes = [DiagnosticCode.guardHoldsNowhere, .transitionForestalled]
    let told = found.filter { codes.contains($0.code) }.count
    let taken = Self.targets(program)
    let never = guards.indices.filter { !taken.contains("s\($0)") }
    #expect(told == never.count, "\(guards): taken \(taken.sorted()), told \(told)")
  }

  private static func condition(_ random: inout SeededRandom) -> String {
    let sides = ["x", "y", "x + y", "2 * x", "x - y", "1", "3", "max(x, y)", "floor(x / 2)"]
    let sign = random.pick(["<", "<=", ">", ">=", "=", "!="])
    let one = "\(random.pick(Array(sides.prefix(5)))) \(sign) \(random.pick(sides))"
    return random.chance(3) ? "\(one) and \(condition(&random))" : one
  }

  /// The names of all states that a case comes to with `e`, whatever is known of it.
  private static func targets(_ program: Program) -> Set<String> {
    let values: [Value?] = [nil] + (0...3).map { .number(Number($0)) }
    let interpreter = Interpreter(program: program, calendar: .china)
    var names: Set<String> = []
    for x in values {
      for y in values {
        let facts = [x, y].enumerated().map {
          StatedFact(fact: ID($0.offset), value: $0.element, span: nil)
        }
        let opened = interpreter.open(facts, at: nil)
        let entry = Entry(
          at: nil, event: ID(0), payload: [], by: nil, facts: [], expectation: nil, span: nil)
        let result = interpreter.step(opened.state, entry)
        guard result.refusal == nil, let chart = program.chart else { continue }
        names.formUnion(result.state.configuration.map { chart.states[$0].name })
      }
    }
    return names
  }
}
