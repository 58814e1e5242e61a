internal import Engine
internal import Model
internal import SourceText

/// A clock that makes an event at a time that is known where it begins: of a state, or of the case
/// itself (docs/verification.md, waits).
struct CaseClock: Hashable {
  /// Whose clock it is.
  enum Owner: Hashable {
    /// `after` of a state.
    case state(ID<State>)
    /// Begins where this variable is set to the present day or moment.
    case period(ID<Period>, start: ID<Variable>)
    case task(String)
    case send(id: String?)
  }

  /// How long it runs.
  struct Length: Hashable {
    /// From when on it is counted.
    enum Origin: Hashable {
      /// The deed that begins it: from the clock for hours, from its day for days.
      case deed
      /// The day of it.
      case day
      /// The moment of it.
      case moment
    }

    var term: Term
    var origin = Origin.deed
    /// Whether it ends later where the clock has stood still.
    var isPausable = false
  }

  /// What an action does to it.
  enum Effect {
    case begins
    case ends
  }

  var owner: Owner
  /// What it makes when it has run out.
  var event: ID<Event>
  /// Of several the one counts that ends last.
  var lengths: [Length]
  /// It runs only while all of these are active.
  var needed: [ID<State>] = []
  /// It stands still while one of these is active.
  var halted: [ID<State>] = []
  /// The event of people that stops it.
  var doneBy: ID<Event>?

  /// What an action does to it; nil for nothing. Those in its branches do not count.
  func effect(of action: Action) -> Effect? {
    switch (owner, action.kind) {
    case (.send(let id), .send(let send)):
      let isOwn = send.event == event && send.id == id && send.delay == .term(lengths[0].term)
      return isOwn ? .begins : nil
    case (.send(let id?), .cancel(let cancelled)): return cancelled == id ? .ends : nil
    case (.task(let id), .task(let order)) where order.id == id:
      // One that is given again takes the place of the first.
      return order.overdue == event && order.within == lengths[0].term ? .begins : .ends
    case (.period(_, let start), .set(let assignments)):
      guard let value = assignments.last(where: { $0.variable == start })?.value else { return nil }
      switch value.kind {
      case .clock: return .begins
      case .constant(.null): return .ends
      default: return nil
      }
    default: return nil
    }
  }

  /// When it has run out that began then or before, and runs on from then; nil beyond the calendar.
  ///
  /// - Parameter isFresh: whether it has never stood still.
  func due(
    from start: Deadline.Start, isFresh: Bool, _ calendar: WorkCalendar, _ offset: UTCOffset
  ) -> Deadline? {
    var latest: Deadline?
    for length in lengths {
      let term = length.isPausable && !isFresh ? length.term.longestInDays : length.term
      guard let first = start.shifted(to: length.origin, offset),
        let due = calendar.deadline(from: first, term: term, offset: offset)
      else { return nil }
      if latest.map({ due.instant > $0.instant }) ?? true { latest = due }
    }
    return latest
  }
}

extension Term {
  /// As many days as its months may have: what is left of them when a clock runs on is counted in
  /// days.
  fileprivate var longestInDays: Term {
    switch unit {
    case .months: Term(amount * 31, .days) ?? self
    case .years: Term(amount * 366, .days) ?? self
    case .minutes, .hours, .days, .workdays: self
    }
  }
}

extension Deadline.Start {
  fileprivate func shifted(
    to origin: CaseClock.Length.Origin, _ offset: UTCOffset
  ) -> Deadline.Start? {
    switch (origin, self) {
    case (.deed, _), (.day, .day), (.moment, .at): self
    case (.day, .at(let moment)): .day(moment.date(in: offset))
    case (.moment, .day(let day)):
      day.adding(days: 1).flatMap { DateTime(startOf: $0, offset: offset) }.map(Deadline.Start.at)
    }
  }
}
