import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// What is told of the promises that a case breaks.
@Suite struct PromiseWatchTests {
  private static let clocks = """
    rulebook: clocks
    facts: {n: integer, p: boolean}
    events: {go: {}, back: {}, leave: {}}
    workflow:
      states:
        a: {on: {go: b, leave: shelf}}
        b: {after: {1 day: c}, on: {back: a}}
        c: {after: {2 days: d}}
        d: {on: {back: a, leave: {when: p, to: ended}}}
        shelf: {on: {back: shelf}}
        ended: {type: final}
    invariants:
      no_c: {never: in(c)}
      small: {in: [a, d], requires: not(is known(n)) or n < 5}
      positive: {never: in(b) and n < 0}
      back_is_a: {in: [b, d], on: back, leads_to: ended}
      quick: {from: b, to: d, within: 2 days}
      slow: {from: b, to: d, within: 3 days}
      one_can_end: {ends: can}
    """

  /// The breaches of a case, each as `ENTRY PROMISE`.
  private func breaches(_ journal: String, _ text: String = clocks) throws -> [String] {
    let program = try compiled(text)
    let head = "case: c\nrulebook: \(program.name)\nopened: 2026-01-05\n"
    let file = try #require(try cases(head + journal, of: program).first)
    return PromiseWatch.breaches(
      of: file, by: Interpreter(program: program, calendar: .china)
    ).map { "\($0.entry) \(program.invariants[$0.invariant].name)" }
  }

  private func cases(_ text: String, of program: Program) throws -> [CaseFile] {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let files = try RulebookCompiler(reading: FilesInMemory(["c.yaml": text])).compileCases(
      path: "c.yaml", against: ProgramNames(program), sources: &sources, into: &diagnostics)
    try #require(!diagnostics.hasErrors, "\(diagnostics.sorted.map(\.message.en))")
    return files
  }

  @Test(arguments: [
    ("", []),
    // Between clocks that ring within one entry, and not again while nothing has changed.
    ("journal: [{set: {n: 1}}, {event: go}, {at: 2026-01-12}]", ["3 no_c", "3 quick"]),
    ("journal: [{event: go, set: {n: 0}}, {at: 2026-01-06T23:00, event: back}]", ["2 back_is_a"]),
    // What is reached in time is not late, though the entry is.
    (
      "journal: [{event: go, set: {n: 1}}, {at: 2026-01-07}, {at: 2026-02-01}]",
      ["2 no_c", "3 quick"]
    ),
    // Broken, kept, broken again; told once while it stays.
    (
      "journal: [{set: {n: 5}}, {set: {p: true}}, {set: {n: 4}}, {set: {n: 6}}]",
      ["1 small", "4 small"]
    ),
    ("journal: [{event: go}]", ["1 positive"]),
    ("journal: [{event: leave}, {event: back}]", ["1 one_can_end"]),
    // Refused: nothing has happened.
    ("journal: [{event: back, set: {n: 7}}]", []),
  ])
  func itIsToldWhereAPromiseComesToBeBroken(journal: String, told: [String]) throws {
    #expect(try breaches(journal) == told)
  }

  /// What a history holds may lead on although its default does not.
  @Test func aWayByAHistoryIsAWay() throws {
    let text = """
      rulebook: h
      workflow:
        states:
          a:
            on: {out: pause}
            states:
              x: {on: {next: y}}
              y: {on: {close: ended}}
              last: {type: history, to: x}
          pause: {on: {resume: last}}
          trap: {on: {again: trap}}
          ended: {type: final}
      invariants: {one_can_end: {ends: can}}
      """
    #expect(try breaches("journal: [{event: next}, {event: out}]", text) == [])
  }

  @Test func aCaseThatRefutesBreaksThePromiseWithItsLastEntryAndNoEarlier() throws {
    var refuted = 0
    for seed in 0..<150 {
      var random = SeededRandom(seed: seed)
      let program = try compiled(RandomPromiseTests.rulebook(&random))
      let interpreter = Interpreter(program: program, calendar: .china)
      guard case .refuted(let file) = prove(program.invariants[0], of: program, .china) else {
        continue
      }
      refuted += 1
      let entries = PromiseWatch.breaches(of: file, by: interpreter).map(\.entry)
      #expect(entries == [file.journal.count], "seed \(seed)")
    }
    #expect(refuted > 20)
  }

  @Test func noCaseBreaksWhatIsProved() throws {
    var proved = 0
    for seed in 0..<150 {
      var random = SeededRandom(seed: seed)
      let program = try compiled(RandomPromiseTests.rulebook(&random))
      guard case .proved = prove(program.invariants[0], of: program, .china) else { continue }
      proved += 1
      let interpreter = Interpreter(program: program, calendar: .china)
      for _ in 0..<20 {
        let journal = (0..<8).map { _ in entry(program, &random) }
        let file = CaseFile(
          id: "random", opened: nil, facts: [], journal: journal, expectation: nil,
          span: program.invariants[0].span)
        #expect(PromiseWatch.breaches(of: file, by: interpreter).isEmpty, "seed \(seed)")
      }
    }
    #expect(proved > 20)
  }

  private func entry(_ program: Program, _ random: inout SeededRandom) -> Entry {
    let values: [Value?] = [nil, .boolean(true), .boolean(false)]
    let facts = program.facts.ids.map {
      StatedFact(fact: $0, value: random.pick(values), span: nil)
    }
    let people = program.events.ids.filter { program.events[$0].origin == .external }
    return Entry(
      at: nil, event: random.pick([nil] + people.map(Optional.some)), payload: [], by: nil,
      facts: facts, expectation: nil, span: nil)
  }
}
