package import Model
package import SourceText

/// What happened within one entry, in order: enough to say why.
package struct Trace: Hashable, Sendable {
  /// One thing that happened in a step.
  package enum Item: Hashable, Sendable {
    /// A delayed event reached its moment.
    case timerFired(PendingTimer, at: DateTime)
    case factStated(ID<Fact>, old: Value?, new: Value?)
    /// The checklist was answered: these facts, which nobody had stated, are then false.
    case checklistAnswered([ID<Fact>])
    /// An event came up for processing, from outside or from the queue.
    case eventTaken(QueuedEvent, isExternal: Bool)
    /// An entry's event was set aside, because this `first` transition came before it.
    case overtaken(QueuedEvent, by: ID<Transition>)
    /// An internal event that nothing takes was dropped (SCXML).
    case eventDropped(ID<Event>)
    case guardRead(GuardReading)
    /// A `first` transition's guard met a fault; it was passed over.
    case guardFaulted(ID<Transition>, Fault)
    case transitionTaken(ID<Transition>)
    case stateExited(ID<State>)
    case stateEntered(ID<State>)
    case decided(ID<Decision>, DecisionOutcome)
    /// `decide` was asked and the result waits for these facts.
    case decisionPending(ID<Decision>, Missing)
    case variableSet(ID<Variable>, old: Value, new: Value)
    case raised(QueuedEvent)
    case timerSet(PendingTimer)
    case timerCancelled(PendingTimer)
    case effect(Effect)
    case taskDone(String)
    case periodStarted(ID<Period>, from: Value)
    case periodPaused(ID<Period>)
    case periodResumed(ID<Period>)
    /// An eventless transition, timer or internal event waits for facts.
    case waiting(Waiting)
    /// A timer's macrostep met a fault: it stays pending and is tried again with every entry.
    case timerFaulted(PendingTimer, Fault)
    case finished
  }

  /// A guard's verdict and the values it read.
  package struct GuardReading: Hashable, Sendable {
    /// A name that the guard read, and the value it had.
    package struct Read: Hashable, Sendable {
      /// As the author names it; of a record's field with the record's name: `screen.clear`.
      package var name: String
      /// Nil where it is unknown.
      package var value: Value?
      package var type: ValueType

      package init(name: String, value: Value?, type: ValueType) {
        self.name = name
        self.value = value
        self.type = type
      }
    }

    package var transition: ID<Transition>
    package var verdict: Verdict
    package var reads: [Read]

    package init(transition: ID<Transition>, verdict: Verdict, reads: [Read]) {
      self.transition = transition
      self.verdict = verdict
      self.reads = reads
    }
  }

  /// What waits for facts, and for which.
  package struct Waiting: Hashable, Sendable {
    /// What waits until more is known.
    package enum What: Hashable, Sendable {
      /// A transition whose guard is unknown.
      case transition(ID<Transition>)
      /// An action whose value is unknown.
      case action(Span)
    }

    package var what: What
    package var missing: Missing

    package init(what: What, missing: Missing) {
      self.what = what
      self.missing = missing
    }
  }

  package var items: [Item] = []

  package init() {}

  /// Whether the entry's event was set aside because a `first` transition came before it.
  package var isOvertaken: Bool {
    items.contains { if case .overtaken = $0 { true } else { false } }
  }
}

extension Sequence<Trace.Item> {
  /// The transitions that were taken, in order.
  package var transitionsTaken: [ID<Transition>] {
    compactMap { if case .transitionTaken(let id) = $0 { id } else { nil } }
  }
}

/// Why an entry was not taken; the case is as it was before.
package enum Refusal: Hashable, Sendable {
  /// The first candidate's guard is unknown.
  case unknownGuard(ID<Transition>, Missing)
  /// An action needs a value that is unknown.
  case unknownValue(Span, Missing)
  /// Nothing takes the event here; these events could be fired instead.
  case unhandled(ID<Event>, alternatives: [ID<Event>])
  /// The actor's role may not fire it.
  case notPermitted(ID<Event>, by: ID<Role>?)
  /// The role may act only when its condition holds, and that fails, or is unknown for want of
  /// these facts.
  case notAdmitted(ID<Event>, by: ID<Role>, Missing)
  /// The event is one only the workflow makes.
  case notExternal(ID<Event>)
  case finished
  /// The entry is earlier than what has happened already.
  case backInTime(DateTime)
  /// A fact that stays once stated would change.
  case factIsFixed(ID<Fact>)
  /// A value outside what the fact's declaration allows; says why.
  case factOutOfBounds(ID<Fact>, Bilingual)
  case fault(Fault)
}

/// What stepping an entry gave.
package struct StepResult: Hashable, Sendable {
  /// After the entry; unchanged (but for timers that were due before it) if refused.
  package var state: CaseState
  package var effects: [Effect]
  package var trace: Trace
  /// Nil if the entry was taken.
  package var refusal: Refusal?

  package init(state: CaseState, effects: [Effect], trace: Trace, refusal: Refusal?) {
    self.state = state
    self.effects = effects
    self.trace = trace
    self.refusal = refusal
  }
}
