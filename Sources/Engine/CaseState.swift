package import Model
package import SourceText

/// Everything a case is at one moment: a plain value, the fold of its journal.
package struct CaseState: Hashable, Sendable, Codable {
  /// Active states, in document order, ancestors included; empty without a workflow.
  package var configuration: [ID<State>] = []
  /// By fact; nil is unknown.
  package var facts: [Value?]
  /// By variable.
  package var variables: [Value]
  /// By decision; nil unless frozen.
  package var frozen: [DecisionOutcome?]
  /// Decisions asked for by `decide` and not decidable yet, in order.
  package var pending: [ID<Decision>] = []
  /// By state; what a history state remembers (kept for its parent's history states).
  package var history: [[ID<State>]]
  /// Delayed events not yet fired, in order of scheduling.
  package var timers: [PendingTimer] = []
  package var periods: [PeriodState]
  /// Internal events not yet processed: normally empty, else waiting for facts.
  package var queue: [QueuedEvent] = []
  package var tasks: [OpenTask] = []
  package var drafted: [ID<Document>] = []
  package var opened: DateTime?
  /// Moment of the newest entry or timer.
  package var clock: DateTime?
  /// Numbers timers and effects in order.
  package var serial: Int = 0
  /// A top-level final state was reached: nothing more can happen.
  package var isFinished = false
  /// What that final state gives back, by its `doneData`; empty before.
  package var doneData: [Value] = []

  package init(
    facts: [Value?], variables: [Value], frozen: [DecisionOutcome?], history: [[ID<State>]],
    periods: [PeriodState], opened: DateTime?
  ) {
    self.facts = facts
    self.variables = variables
    self.frozen = frozen
    self.history = history
    self.periods = periods
    self.opened = opened
    clock = opened
  }
}

/// An event on its way, with its payload by field.
package struct QueuedEvent: Hashable, Sendable, Codable {
  package var event: ID<Event>
  package var payload: [Value]

  package init(event: ID<Event>, payload: [Value]) {
    self.event = event
    self.payload = payload
  }
}

/// A delayed event that waits for its moment.
package struct PendingTimer: Hashable, Sendable, Codable {
  /// What scheduled it, so that it can be cancelled and named.
  package enum Owner: Hashable, Sendable, Codable {
    case delayed(ID<DelayedTransition>)
    case send(id: String?)
    case period(ID<Period>)
    case task(String)
  }

  package var owner: Owner
  package var queued: QueuedEvent
  package var due: DateTime
  /// The business date on which it ends, for day-based terms.
  package var lastDay: CalendarDate?
  /// A day beyond the known calendar took part.
  package var isProvisional: Bool
  /// The legal term it counts, if it does: with the start, enough to count it again day by day.
  package var counting: Counting?
  /// Order of scheduling; breaks ties.
  package var serial: Int

  package init(
    owner: Owner, queued: QueuedEvent, due: DateTime, lastDay: CalendarDate?, isProvisional: Bool,
    counting: Counting?, serial: Int
  ) {
    self.owner = owner
    self.counting = counting
    self.queued = queued
    self.due = due
    self.lastDay = lastDay
    self.isProvisional = isProvisional
    self.serial = serial
  }
}

/// A term and what it is counted from.
package struct Counting: Hashable, Sendable, Codable {
  package var start: Deadline.Start
  package var term: Term

  package init(start: Deadline.Start, term: Term) {
    self.start = start
    self.term = term
  }
}

/// A moment, and the day it counts as where terms are counted in days: that of its date, or, in the
/// macrostep of a timer, the timer's last day.
package struct BusinessMoment: Hashable, Sendable, Codable {
  package var instant: DateTime
  package var day: CalendarDate

  package init(instant: DateTime, day: CalendarDate) {
    self.instant = instant
    self.day = day
  }
}

/// Where a legal period stands.
package struct PeriodState: Hashable, Sendable, Codable {
  /// The start it runs from; nil while it has not begun.
  package var start: Value?
  /// Since when the case has been in a state where the clock stands still, begun or not.
  package var pausedSince: BusinessMoment?
  /// Finished pauses, oldest first; those before the start do not count.
  package var pauses: [Pause] = []
  package var hasExpired = false

  /// A stretch of time that does not count.
  package struct Pause: Hashable, Sendable, Codable {
    package var from: BusinessMoment
    package var to: BusinessMoment

    package init(from: BusinessMoment, to: BusinessMoment) {
      self.from = from
      self.to = to
    }
  }

  package init() {}
}

/// A task that waits to be done.
package struct OpenTask: Hashable, Sendable, Codable {
  package var order: Action.TaskOrder
  package var given: DateTime?
  package var due: DateTime?
  package var lastDay: CalendarDate?

  package init(
    order: Action.TaskOrder, given: DateTime?, due: DateTime?, lastDay: CalendarDate?
  ) {
    self.order = order
    self.given = given
    self.due = due
    self.lastDay = lastDay
  }
}

/// What a decision came to, and the rows that made it so.
package struct DecisionOutcome: Hashable, Sendable, Codable {
  package var value: Value
  /// Ids of the rows that fired, in table order; `otherwise` if the default did. Where facts were
  /// missing and none of several was sure to, all that may have given the value.
  package var rows: [String]

  package init(value: Value, rows: [String]) {
    self.value = value
    self.rows = rows
  }
}

/// What an outbox is to carry out; the step that made it records it.
package struct Effect: Hashable, Sendable, Codable {
  /// What is to be done outside the engine, with all that is needed to do it.
  package enum Kind: Hashable, Sendable, Codable {
    case task(Action.TaskOrder, due: DateTime?, lastDay: CalendarDate?)
    /// `due` and `lastDay` say until when it must have reached them, where a term is set.
    case notify(
      to: [String], text: String, textZh: String, within: Term?, due: DateTime?,
      lastDay: CalendarDate?)
    case inform(text: String, textZh: String)
    /// With what its template's tags stand for; nil where it has no template.
    case draft(ID<Document>, [Filled]?)
  }

  package var kind: Kind
  /// Position within its case, counted from 1.
  package var ordinal: Int
  package var basis: [Basis]

  package init(kind: Kind, ordinal: Int, basis: [Basis]) {
    self.kind = kind
    self.ordinal = ordinal
    self.basis = basis
  }
}
