internal import Engine
package import Model
internal import SourceText

/// Two programs that ought to behave alike, driven by the same random journals: a rulebook and its
/// core, a form and what it is said to become, a rulebook before and after a change.
///
/// Names are all that the two have in common. What one has and the other lacks is a difference.
///
///     #expect(TwinPlay(first, second).firstDifference(journals: 1000) == nil)
package struct TwinPlay {
  private let left: Interpreter
  private let right: Interpreter
  private let values: RandomValues
  private let opened: DateTime

  package init(_ left: Program, _ right: Program, calendar: WorkCalendar = .china) {
    self.left = Interpreter(program: left, calendar: calendar)
    self.right = Interpreter(program: right, calendar: calendar)
    guard let day = CalendarDate(year: 2026, month: 5, day: 6),
      let opened = DateTime(startOf: day, offset: left.offset)
    else { preconditionFailure("6 May 2026 is a day") }
    self.opened = opened
    values = RandomValues(left, at: opened)
  }

  /// Plays random journals of up to `length` entries; tells, in words, how the first in which the
  /// two part goes; nil where they never do. Journal N is the same in every run.
  package func firstDifference(journals: Int, length: Int = 25) -> String? {
    for seed in 0..<journals {
      if let difference = difference(seed: seed, length: length) { return difference }
    }
    return nil
  }

  private func difference(seed: Int, length: Int) -> String? {
    var random = SeededRandom(seed: seed)
    var journal = RandomJournal(program: left.program, values: values, at: opened)
    var entry = NamedEntry(facts: journal.openingFacts(using: &random))
    var past: [NamedEntry] = []
    var states: (CaseState, CaseState)?
    for _ in 0...length {
      past.append(entry)
      guard let mine = entry.entry(in: left.program), let other = entry.entry(in: right.program)
      else { return "seed \(seed): one program does not know all names of\n  \(entry)" }
      let results = step(states, mine, other)
      let first = CaseSnapshot(left, results.0).lines
      let second = CaseSnapshot(right, results.1).lines
      if first != second { return report(seed, past, first, second) }
      let isOver = results.0.state.isFinished || states == nil && results.0.refusal != nil
      if isOver { return nil }
      states = (results.0.state, results.1.state)
      entry = journal.entry(left.outlook(results.0.state), using: &random)
    }
    return nil
  }

  /// The next entry in both; the first one opens them.
  private func step(
    _ states: (CaseState, CaseState)?, _ first: Entry, _ second: Entry
  ) -> (StepResult, StepResult) {
    guard let states else {
      return (left.open(first.facts, at: opened), right.open(second.facts, at: opened))
    }
    return (left.step(states.0, first), right.step(states.1, second))
  }

  private func report(
    _ seed: Int, _ past: [NamedEntry], _ first: [String], _ second: [String]
  ) -> String {
    let journal = past.map { "  \($0)\n" }.joined()
    return "seed \(seed) parts after\n\(journal)" + lineDiff(from: first, to: second)
  }
}
