import Compiler
import Model
import SourceText
import TestSupport
import Testing

/// Random journals tell two rulebooks apart as soon as they differ in one rule.
struct TwinPlayTests {
  @Test(arguments: [
    ("3 workdays", "4 workdays"), ("< 5000", "< 5001"), ("n >= 2", "n > 2"),
    ("{n: n + 1}", "{n: n + 2}"), ("to: ended", "to: closed"), ("by: [mediator]", "by: [party]"),
    ("Go to court.", "You may go to court."), ("fixed: true", "fixed: false"),
    ("start: 0", "start: 1"),
    ("within: 2 days", "within: 3 days"),
    ("max: 9000", "max: 8999"), ("length: 20 days", "length: 21 days"), ("low}", "high}"),
  ])
  func oneRuleChangedIsFound(rule: String, other: String) throws {
    let first = try program(rulebook)
    try #require(rulebook.contains(rule))
    let second = try program(rulebook.replacing(rule, with: other))
    #expect(TwinPlay(first, second).firstDifference(journals: 1000) != nil)
  }

  @Test func aRulebookIsItsOwnTwin() throws {
    let first = try program(rulebook)
    #expect(TwinPlay(first, first).firstDifference(journals: 200) == nil)
  }

  private func program(_ text: String) throws -> Program {
    let compilation = try RulebookCompiler(reading: FilesInMemory(["r.yaml": text])).compile(
      path: "r.yaml")
    return try #require(compilation.program, "\(compilation.diagnostics)")
  }
}

private let rulebook = """
  rulebook: r
  laws: {law: {}}
  roles: {mediator: {}, party: {}}
  facts:
    amount: {type: money, max: 9000, optional: true}
    begun: {type: date, fixed: true}
  variables: {n: {type: integer, start: 0}}
  events:
    accept: {by: [mediator]}
    retry: {with: {note: text}}
    agree: {by: [mediator]}
    visited: {}
  decisions:
    grade:
      hit: first
      inputs: [amount]
      outputs: {to: [low, high]}
      rules:
        - {id: small, when: {amount: "null, < 5000"}, then: low}
        - {id: large, then: high, because: law}
  periods: {whole: {from: begun, length: 20 days}}
  workflow:
    states:
      open: {on: {accept: {to: talk, do: [{decide: grade}]}}}
      talk:
        on:
          retry: {do: [{set: {n: n + 1}}]}
          expired.whole: ended
          agree: {when: n >= 2, to: visit}
        after: {3 workdays: {when: grade = high, to: ended}}
      visit:
        entry: [{task: {id: visit, to: [mediator], within: 2 days, done_by: visited}}]
        on: {visited: closed, overdue.visit: {to: ended}}
      closed: {type: final}
      ended: {type: final, entry: [{inform: Go to court.}]}
  """
