internal import Engine
package import Model
internal import SourceText

/// Makes a case that takes the longest way up a ladder: it starts at the first level on the day on
/// which that takes longest, lets each level's time run out, and has people answer at once.
///
/// The interpreter plays all of it, and only a case that is over to the moment counts.
package struct LongestCase {
  private let program: Program
  private let calendar: WorkCalendar
  private let interpreter: Interpreter
  private let ladder: Ladder

  package init(_ ladder: Ladder, _ calendar: WorkCalendar) {
    self.ladder = ladder
    self.calendar = calendar
    program = ladder.program
    interpreter = Interpreter(program: program, calendar: calendar)
  }

  /// Nil where no case was found that does so.
  package func caseFile(_ wait: LongestWait) -> CaseFile? {
    let levels = wait.stays.compactMap { stay -> ID<State>? in
      if case .state(let level) = stay.clock { level } else { nil }
    }
    guard let first = levels.first, let begun = begun(at: first, wait.start) else { return nil }
    var told = Told(file: begun.file, state: begun.state)
    let answers = begun.file.journal.filter { $0.event != nil }
    for (place, level) in levels.enumerated() {
      guard let due = due(of: level, in: told.state) else { return nil }
      let isLast = place == levels.count - 1
      if isLast, due != wait.end { return nil }
      guard told.go(entry(at: due), interpreter) else { return nil }
      if isLast { return isAtLevel(told.state) ? nil : told.file }
      guard climb(to: levels[place + 1], &told, answers), told.state.clock == due else {
        return nil
      }
    }
    return nil
  }

  /// A case that is being told.
  private struct Told {
    var file: CaseFile
    var state: CaseState

    /// Whether the interpreter takes an entry.
    mutating func go(_ entry: Entry, _ interpreter: Interpreter) -> Bool {
      let result = interpreter.step(state, entry)
      guard result.refusal == nil else { return false }
      state = result.state
      file.journal.append(entry)
      return true
    }
  }

  private func entry(at moment: DateTime) -> Entry {
    Entry(at: moment, event: nil, payload: [], by: nil, facts: [], expectation: nil, span: nil)
  }

  /// A case that comes to a level at a moment, without having been at another.
  private func begun(
    at level: ID<State>, _ start: DateTime
  ) -> (file: CaseFile, state: CaseState)? {
    let span = program.chart?.states[level].span ?? ladder.chart.states[ladder.slot].span
    let comes = Invariant(
      name: "longest-from-\(ladder.chart.states[level].name)", title: Bilingual(""),
      kind: .never(Expression(.inState(level), type: .boolean, span: span)), isSealed: false,
      basis: [], span: span)
    guard case .refuted(var file) = prove(comes, of: program, calendar) else { return nil }
    // Nothing on the way waits for a clock.
    guard file.journal.allSatisfy({ $0.at == nil }) else { return nil }
    file.opened = start
    let replay = interpreter.replay(file)
    let isStraight = replay.steps.allSatisfy { step in
      step.result.refusal == nil
        && !step.result.trace.items.contains {
          if case .stateEntered(let state) = $0 { state != level && isLevel(state) } else { false }
        }
    }
    guard isStraight, replay.state.configuration.contains(level) else { return nil }
    return (file, replay.state)
  }

  private func isLevel(_ state: ID<State>) -> Bool { ladder.levels.contains(state) }

  private func isAtLevel(_ state: CaseState) -> Bool {
    state.configuration.contains(where: isLevel)
  }

  /// When the clock of a level has run out.
  private func due(of level: ID<State>, in state: CaseState) -> DateTime? {
    guard let delayed = ladder.chart.states[level].delayed.first else { return nil }
    let event = ladder.chart.delayed[delayed].event
    return state.timers.first { $0.queued.event == event }?.due
  }

  /// Answers what is asked before a level as it was answered before, and chooses the level where
  /// there is a choice.
  private func climb(to level: ID<State>, _ told: inout Told, _ answers: [Entry]) -> Bool {
    let entries = choices(of: level) + answers
    var rest = entries.count + 1
    while !told.state.configuration.contains(level), rest > 0 {
      rest -= 1
      guard !isAtLevel(told.state) else { return false }
      for entry in entries where !told.state.configuration.contains(level) {
        var next = told
        if next.go(entry, interpreter), next.state != told.state, isInside(next.state) {
          told = next
        }
      }
    }
    return told.state.configuration.contains(level)
  }

  private func isInside(_ state: CaseState) -> Bool {
    state.configuration.contains(ladder.slot)
  }

  /// Ways of choosing a level.
  private func choices(of level: ID<State>) -> [Entry] {
    guard case .level(let name) = ladder.chart.states[level].part,
      let event = program.events.ids.first(where: { program.events[$0].name == "choose_level" }),
      case .enumeration(let type)? = program.events[event].payload.first?.type,
      let word = program.enumerations[type].index(of: name)
    else { return [] }
    return [
      Entry(
        at: nil, event: event, payload: [.word(type, word)], by: program.events[event].roles.first,
        facts: [], expectation: nil, span: nil)
    ]
  }
}
