import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Plays all that people may do at the levels of a small ladder, now or just before a clock runs
/// out, answering at once what is asked: by the interpreter and the calendar alone.
struct LadderPlay {
  private let ladder: Ladder
  private let program: Program
  private let interpreter: Interpreter

  init(_ ladder: Ladder) {
    self.ladder = ladder
    program = ladder.program
    interpreter = Interpreter(program: program, calendar: .china)
  }

  /// After how many days the last case has left the ladder that came to it at a moment.
  func longest(from start: DateTime) throws -> Int {
    let facts = try ["first", "second"].map { side in
      let fact = try #require(program.facts.ids.first { program.facts[$0].name == side })
      guard case .list(.record(let record)) = program.facts[fact].type.unwrapped else {
        throw SourceReadingError(path: side, reason: .notFound)
      }
      let person = record.fields.map { $0.name == "name" ? Value.text(side) : .null }
      return StatedFact(fact: fact, value: .list([.record(person)]), span: nil)
    }
    var open = [interpreter.open(facts, at: start)].filter { $0.refusal == nil }.map(\.state)
    var seen = Set(open)
    var longest = -1
    func take(_ result: StepResult) throws {
      guard result.refusal == nil else { return }
      var state = result.state
      // Which of two comes first is all that their numbers say.
      state.serial = 0
      state.timers = state.timers.enumerated().map { place, timer in
        var timer = timer
        timer.serial = place
        return timer
      }
      if seen.insert(state).inserted { open.append(result.state) }
    }
    while let state = open.popLast() {
      guard state.configuration.contains(ladder.slot), !state.isFinished else {
        longest = max(longest, try days(from: start, to: state))
        continue
      }
      for entry in entries(in: state) { try take(interpreter.step(state, entry)) }
    }
    try #require(longest >= 0)
    return longest
  }

  private func days(from start: DateTime, to state: CaseState) throws -> Int {
    let clock = try #require(state.clock)
    return LongestWait(stays: [], start: start, end: clock, limit: clock).days(in: .china)
  }

  private func entries(in state: CaseState) -> [Entry] {
    guard state.configuration.contains(where: ladder.levels.contains) else { return answers }
    let due = state.timers.map(\.due).min()
    let before = due?.adding(DayTimeDuration(milliseconds: -60_000))
    let moments = [nil, before.flatMap { $0 > (state.clock ?? $0) ? $0 : nil }]
    // To fail for the third time is no news.
    let attempts = program.variables.ids.first { program.variables[$0].name == "attempts" }
    let isWorn = attempts.map { state.variables[$0.index] == .number(2) } ?? false
    let deeds = ["up", "settled"] + (isWorn ? [] : ["broken_off"])
    let done = deeds.flatMap { name in
      moments.compactMap { at in event(name).map { entry(at: at, $0) } }
    }
    return done + (due.map { [entry(at: $0, nil)] } ?? [])
  }

  /// What leads on where no level is active.
  private var answers: [Entry] {
    let agreed = ["first", "second"].compactMap { person in
      event("talks.agreed").map { entry(at: nil, $0, [.text(person)]) }
    }
    guard let choose = event("choose_level"),
      case .enumeration(let type) = program.events[choose].payload[0].type
    else { return agreed }
    return agreed
      + program.enumerations[type].words.indices.map { word in
        entry(at: nil, choose, [.word(type, word)])
      }
  }

  private func event(_ name: String) -> ID<Event>? {
    program.events.ids.first { program.events[$0].name == name }
  }

  private func entry(at: DateTime?, _ event: ID<Event>?, _ payload: [Value] = []) -> Entry {
    let role = event.flatMap { program.events[$0].roles.first }
    return Entry(
      at: at, event: event, payload: payload, by: role, facts: [], expectation: nil, span: nil)
  }
}
