internal import Engine
package import Model
package import SourceText

/// How long a case may be at the levels of a ladder, by the clocks of the levels alone
/// (docs/verification.md, the time at the levels).
///
/// Told for cases that are answered at once: where a level's time is over, what has to be asked or
/// chosen before the next one is. Waiting for an answer takes no clock of the ladder.
package struct LevelTimes: Sendable {
  /// Why a level has no longest time.
  package enum Unbounded: Hashable, Sendable {
    /// It has no clock of a length that is written out.
    case noClock(ID<State>)
    /// When its clock has run out the case may stay.
    case staysPut(ID<State>)
  }

  /// The longest way up from a level, until the case leaves the ladder; else why there is none.
  package enum Outcome: Hashable, Sendable {
    case bounded(LongestWait)
    case unbounded(Unbounded)
    /// No day of the calendar lies so far ahead.
    case beyondCalendar
  }

  /// One level on a way up.
  private struct Rung: Hashable {
    var level: ID<State>
    var term: Term
    /// Whether the next level may begin no sooner than the moment at which this one is over.
    var isAnswered: Bool
  }

  /// Ways up that are looked at, at most.
  private static let waysAtMost = 256
  /// From the first to the last second of a day.
  private static let lastOfDay = DayTimeDuration(milliseconds: 86_399_000)

  private let ladder: Ladder
  private let calendar: WorkCalendar

  package init(_ ladder: Ladder, _ calendar: WorkCalendar) {
    self.ladder = ladder
    self.calendar = calendar
  }

  private var chart: Statechart { ladder.chart }
  private var offset: UTCOffset { ladder.program.offset }

  /// States of the slot in which no clock of the ladder runs: answers, facts or a choice are waited
  /// for.
  package var uncounted: [ID<State>] {
    let choosing = ladder.moves.filter(\.isChosen).map { chart.transitions[$0.transition].source }
    return chart.states.ids.filter { state in
      let isGate = chart.states[state].part == .consent && chart.states[state].parent == ladder.slot
      return isGate || choosing.contains(state)
    }
  }

  /// How long a case is at its levels that starts at one of them.
  package func longest(from level: ID<State>) -> Outcome {
    var ways: [[Rung]] = []
    do throws(Missing) {
      try climb([], level, &ways)
    } catch {
      return .unbounded(error.reason)
    }
    var longest: LongestWait?
    for way in ways {
      guard let found = self.longest(way) else { return .beyondCalendar }
      if longest.map({ isLonger(found, than: $0) }) ?? true { longest = found }
    }
    return longest.map(Outcome.bounded) ?? .beyondCalendar
  }

  private struct Missing: Error {
    var reason: Unbounded
  }

  /// All ways up from a level, its clock run out each time.
  private func climb(
    _ below: [Rung], _ level: ID<State>, _ ways: inout [[Rung]]
  ) throws(Missing) {
    let (term, up) = try clock(of: level)
    let moves = ladder.moves.filter { move in
      move.from == level && (move.transition == up || move.isChosen && leads(up, to: move))
    }
    if moves.isEmpty, ways.count < Self.waysAtMost {
      ways.append(below + [Rung(level: level, term: term, isAnswered: false)])
    }
    for move in moves where !below.contains(where: { $0.level == move.to }) {
      let rung = Rung(level: level, term: term, isAnswered: isAnswered(move, from: level))
      try climb(below + [rung], move.to, &ways)
    }
  }

  /// The clock of a level, and what it brings about.
  private func clock(of level: ID<State>) throws(Missing) -> (Term, ID<Transition>) {
    let state = chart.states[level]
    guard let delayed = state.delayed.first, case .term(let term) = chart.delayed[delayed].delay,
      term.amount > 0
    else { throw Missing(reason: .noClock(level)) }
    let event = chart.delayed[delayed].event
    let first = state.transitions.first { chart.transitions[$0].marks.contains(event) }
    guard let first, chart.transitions[first].condition == nil,
      !chart.transitions[first].targets.isEmpty
    else { throw Missing(reason: .staysPut(level)) }
    return (term, first)
  }

  private func leads(_ up: ID<Transition>, to move: Ladder.Move) -> Bool {
    chart.transitions[up].targets.contains(chart.transitions[move.transition].source)
  }

  /// Whether something is answered between two levels, or another clock may lead up as this one
  /// runs out: what people do then counts from the next day.
  private func isAnswered(_ move: Ladder.Move, from level: ID<State>) -> Bool {
    let asks = chart.transitions[move.transition].actions.contains { action in
      if case .set(let assignments) = action.kind {
        assignments.contains(where: ladder.asksAnew)
      } else {
        false
      }
    }
    return move.isChosen || asks || hasOtherClock(level)
  }

  /// Whether a clock other than its own may lead up from a level.
  private func hasOtherClock(_ level: ID<State>) -> Bool {
    let own = chart.states[level].delayed.map { chart.delayed[$0].event }
    let others = chart.states[level].transitions.flatMap { chart.transitions[$0].marks }
    return others.compactMap(\.self).contains {
      !own.contains($0) && ladder.program.events[$0].origin != .external
    }
  }
}

// By the calendar.
extension LevelTimes {
  /// The day on which a way takes the most days; nil beyond the calendar.
  private func longest(_ way: [Rung]) -> LongestWait? {
    var longest: LongestWait?
    for year in calendar.knownYears {
      guard let first = CalendarDate(year: year, month: 1, day: 1),
        let next = CalendarDate(year: year + 1, month: 1, day: 1)
      else { return nil }
      for day in 0..<first.days(to: next) {
        guard let start = first.adding(days: day).flatMap({ DateTime(startOf: $0, offset: offset) })
        else { return nil }
        for moment in [start, start.adding(Self.lastOfDay)].compactMap(\.self) {
          guard let end = end(of: way, from: moment) else { return nil }
          let stays = way.map { LongestWait.Stay(clock: .state($0.level), term: $0.term) }
          let found = LongestWait(stays: stays, start: moment, end: end, limit: end)
          if longest.map({ isLonger(found, than: $0) }) ?? true { longest = found }
        }
      }
    }
    return longest
  }

  private func isLonger(_ one: LongestWait, than other: LongestWait) -> Bool {
    let (days, before) = (one.days(in: offset), other.days(in: offset))
    if days != before { return days > before }
    return one.start.duration(to: one.end) > other.start.duration(to: other.end)
  }

  private func end(of way: [Rung], from moment: DateTime) -> DateTime? {
    var start = Deadline.Start.at(moment)
    var end = moment
    for rung in way {
      guard let due = calendar.deadline(from: start, term: rung.term, offset: offset) else {
        return nil
      }
      end = due.instant
      start = rung.isAnswered ? .at(due.instant) : due.next
    }
    return end
  }
}
