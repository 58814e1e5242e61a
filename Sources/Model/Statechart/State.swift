package import SourceText

/// A state of the chart (W3C SCXML 3.3-3.10).
package struct State: Hashable, Sendable, Codable {
  /// SCXML's kinds of states.
  package enum Kind: String, Hashable, Sendable, Codable {
    case atomic
    case compound
    case parallel
    case final
    case shallowHistory
    case deepHistory

    package var isHistory: Bool { self == .shallowHistory || self == .deepHistory }
  }

  package var name: String
  /// The shortest way to name it without doubt: its name, or `outer.inner`.
  package var path: String
  package var title: Bilingual
  package var kind: Kind
  /// Nil for the chart's root alone.
  package var parent: ID<State>?
  /// In document order.
  package var children: [ID<State>]
  /// For a compound state where entering leads; for a history its default.
  package var initial: [ID<State>]
  /// Done with the initial (or default history) transition, after the state's own entry.
  package var initialActions: [Action]
  package var entry: [Action]
  package var exit: [Action]
  /// In document order.
  package var transitions: [ID<Transition>]
  /// `after`: scheduled on entry, cancelled on exit.
  package var delayed: [ID<DelayedTransition>]
  /// For a final state: what its parent's `done` event carries.
  package var doneData: [NamedExpression]
  /// What of a slot the state is; nil for a state that an author put there himself.
  package var part: Part?
  /// The sentence to say here.
  package var prompt: Prompt?
  /// Facts to ask here before others.
  package var asks: [ID<Fact>] = []
  package var span: Span

  package init(
    name: String, path: String, title: Bilingual, kind: Kind, parent: ID<State>?, span: Span
  ) {
    self.name = name
    self.path = path
    self.title = title
    self.kind = kind
    self.parent = parent
    self.span = span
    children = []
    initial = []
    initialActions = []
    entry = []
    exit = []
    transitions = []
    delayed = []
    doneData = []
  }
}

extension State {
  /// What of a slot a state is (docs/mediation.md, slots and fill).
  package enum Part: Hashable, Sendable, Codable {
    /// The state that the slot of this name stands at.
    case slot(String)
    /// Comes before all content, until consents are given.
    case consent
    /// Holds the levels and the script side by side.
    case work
    /// A region, or a state in which something is chosen.
    case scaffold
    case level(String)
    case script(String)
    case outcome
  }

  /// A sentence to say: words that stand in the rulebook, or a template to be filled from the case.
  package struct Prompt: Hashable, Sendable, Codable {
    /// Empty where there is a template.
    package var words: Bilingual
    package var template: Template?
    package var span: Span

    package init(words: Bilingual, template: Template?, span: Span) {
      self.words = words
      self.template = template
      self.span = span
    }
  }
}

/// A name and the expression whose value it stands for: done data, payloads.
package struct NamedExpression: Hashable, Sendable, Codable {
  package var name: String
  package var value: Expression

  package init(name: String, value: Expression) {
    self.name = name
    self.value = value
  }
}

/// What leads from one configuration to another (SCXML 3.5).
package struct Transition: Hashable, Sendable, Codable {
  /// What makes the transition a candidate.
  package enum Trigger: Hashable, Sendable, Codable {
    /// Eventless.
    case always
    /// Any of these events; `pattern` is as the author wrote it.
    case events([ID<Event>], pattern: String)
  }

  package var source: ID<State>
  package var trigger: Trigger
  package var condition: Expression?
  /// Empty for a targetless transition.
  package var targets: [ID<State>]
  /// An internal transition to a descendant does not leave its source (SCXML `type="internal"`).
  package var isInternal: Bool
  /// Tried before all others, from the root inwards (docs/mediation.md, `first`).
  package var isFirst = false
  package var actions: [Action]
  package var basis: [Basis]
  package var span: Span

  package init(
    source: ID<State>, trigger: Trigger, condition: Expression?, targets: [ID<State>],
    isInternal: Bool, actions: [Action], basis: [Basis], span: Span
  ) {
    self.source = source
    self.trigger = trigger
    self.condition = condition
    self.targets = targets
    self.isInternal = isInternal
    self.actions = actions
    self.basis = basis
    self.span = span
  }
}

/// One `after` of a state: how long, and the event it then makes.
package struct DelayedTransition: Hashable, Sendable, Codable {
  package var state: ID<State>
  package var delay: Delay
  package var event: ID<Event>
  package var span: Span

  package init(state: ID<State>, delay: Delay, event: ID<Event>, span: Span) {
    self.state = state
    self.delay = delay
    self.event = event
    self.span = span
  }
}

/// How long to wait: a legal term, or an expression of a duration type.
package enum Delay: Hashable, Sendable, Codable {
  case term(Term)
  case expression(Expression)
}

/// The chart. State 0 is the root: a compound state without a name, or a parallel one where the
/// workflow itself consists of regions.
package struct Statechart: Hashable, Sendable, Codable {
  /// In document order: a parent before its children, siblings as written.
  package var states: Arena<State>
  package var transitions: Arena<Transition>
  package var delayed: Arena<DelayedTransition>
  /// Whether an event that nothing takes is refused (ours) or dropped (SCXML's).
  package var ignoresUnhandledEvents: Bool

  package init(
    states: Arena<State>, transitions: Arena<Transition>, delayed: Arena<DelayedTransition>,
    ignoresUnhandledEvents: Bool
  ) {
    self.states = states
    self.transitions = transitions
    self.delayed = delayed
    self.ignoresUnhandledEvents = ignoresUnhandledEvents
  }

  package var root: ID<State> { ID(0) }
}
