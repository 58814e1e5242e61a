package import Engine
package import Model
package import SourceText

/// What a mediator needs to know about a case now: where it stands and why, what to say, what to
/// ask, what can be done and by whom, what cannot and why not, what is due.
///
/// A plain value, made from (program, calendar, case) alone.
package struct Agenda: Sendable {
  /// Level, script and step, and what is said there.
  package var standing: Standing
  /// The innermost active states, in document order.
  package var leaves: [ID<State>]
  package var isFinished: Bool
  /// Open questions, those first without which nothing goes on by itself; each once.
  package var questions: [Question]
  /// Consents that something here waits for, with those who have not answered.
  package var consents: [ConsentRequest]
  /// What would be taken now, the innermost first.
  package var moves: [Move]
  /// What is handled here but not taken now, the innermost first.
  package var obstructed: [Move]
  /// Tasks that wait to be done, in order of giving.
  package var tasks: [OpenTask]
  /// What falls due, earliest first.
  package var due: [DueList.Item]
  /// Legal clocks that do not run yet or stand still.
  package var idlePeriods: [IdlePeriod]
  /// Red lines that hold and still ask for something.
  package var redLines: [RedLine]
  /// Red lines that are not known to hold or not: nobody is asked about them here, but what a party
  /// says of them must be entered at once.
  package var watchedLines: [RedLine]

  /// A period that is not counted now.
  package struct IdlePeriod: Hashable, Sendable {
    package var period: ID<Period>
    package var standing: PeriodStanding
  }

  /// What the step at hand is about: its events, or all where it has none and waits for no answer.
  package var movesAtHand: [Move] {
    let own = moves.filter { $0.isAtHand && $0.kind.isOfCourse }
    let waits = !consents.isEmpty || questions.contains { $0.purposes.contains(where: \.isPassage) }
    return own.isEmpty && !waits ? moves.filter(\.kind.isOfCourse) : own
  }

  /// What else can be done: around the step at hand, consents, rights, joining.
  package var movesAside: [Move] {
    let atHand = movesAtHand
    return moves.filter { !atHand.contains($0) }
  }

  /// Questions without those that only something aside depends on.
  package var questionsAtHand: [Question] {
    let aside = Set(movesAside.map(\.event))
    return questions.filter { question in
      question.purposes.contains { purpose in
        if case .event(let event) = purpose { !aside.contains(event) } else { true }
      }
    }
  }

  /// The roles that can do something now, in declared order, each once.
  package func actors(in program: Program) -> [ID<Role>] {
    let acting = Set(movesAtHand.flatMap(\.roles))
    return program.roles.ids.filter(acting.contains)
  }
}

extension Agenda {
  /// A fact to ask for, and what its answer is for.
  package struct Question: Hashable, Sendable {
    package var fact: ID<Fact>
    /// In the order in which they were met; never empty.
    package var purposes: [Purpose]

    /// Whether something goes on by itself once this is answered, or an event depends on it. Else
    /// the step only wants it on record.
    package var isNeeded: Bool { purposes.contains { $0 != .record } }
  }

  /// What a question is asked for.
  package enum Purpose: Hashable, Sendable {
    /// The step at hand asks for it, whatever follows from it.
    case record
    /// A transition that is taken by itself.
    case passage(ID<Transition>)
    /// An action that waits.
    case action
    /// A result that is to be frozen.
    case decision(ID<Decision>)
    /// An event that cannot be judged without it.
    case event(ID<Event>)

    /// Whether the case goes on by itself once this is known.
    var isPassage: Bool {
      switch self {
      case .passage, .action, .decision: true
      case .record, .event: false
      }
    }
  }

  /// A consent and whom to ask for it.
  package struct ConsentRequest: Sendable {
    package var consent: Consent
    /// Names of those who have not answered.
    package var absent: [String]
    /// What must be known first: who the parties are.
    package var missing: Missing
  }

  /// An event that people may fire.
  package struct Move: Hashable, Sendable {
    package var event: ID<Event>
    package var kind: Kind
    package var status: Outlook.Status
    /// The transition that would be taken, or stands in the way; nil where the event only shows a
    /// task done.
    package var transition: ID<Transition>?
    /// Whether it is taken by the step at hand, its script or its slot, or shows a task done. What
    /// the states around these take may be done at any time, beside the course of things.
    package var isAtHand: Bool
    /// Who may fire it; empty means anyone.
    package var roles: [ID<Role>]
    /// Why it is not taken, where that can be told.
    package var obstacles: [Obstacle]

    /// What sort of thing the event is, for those who sort what they show.
    package enum Kind: Hashable, Sendable {
      /// What the workflow does here.
      case step
      /// It only shows a task done.
      case task
      /// Someone answers a consent.
      case consent
      /// A right that holds as long as the case is here.
      case right
      /// Someone joins a side.
      case join

      /// Whether the course of things makes it, rather than somebody's standing right.
      package var isOfCourse: Bool { self == .step || self == .task }
    }
  }

  /// One thing for which an event is not taken.
  package enum Obstacle: Hashable, Sendable {
    /// A red line holds.
    case redLine(String)
    /// A consent is refused, or these have not answered.
    case consent(String, refused: Bool, absent: [String])
    /// A condition that fails, and what it read.
    case condition(Expression, [Trace.GuardReading.Read])
  }
}
