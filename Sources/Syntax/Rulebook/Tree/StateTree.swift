package import SourceText

/// A state as written, or the whole workflow (the root, whose name is nil).
package struct StateTree: Sendable {
  package var name: Located<String>?
  package var title: TitleTree?
  /// `type: final | history | parallel | atomic | compound`; mostly told by the other keys.
  package var type: Located<String>?
  /// `depth: deep | shallow` of a history.
  package var depth: Located<String>?
  /// `to:` of a history: its default.
  package var historyDefault: TransitionTree?
  /// `initial: NAME`, a list of names, or `{to, do}`.
  package var initial: TransitionTree?
  package var states: [StateTree] = []
  /// `parallel: {…}` names the regions.
  package var isParallel = false
  package var entry: [ActionTree] = []
  package var exit: [ActionTree] = []
  package var on: [HandlerTree] = []
  package var always: [TransitionTree] = []
  package var after: [AfterTree] = []
  /// `done: TARGET`: on this state's done event.
  package var done: [TransitionTree] = []
  /// `data: {name: EXPR}` of a final state.
  package var doneData: [(name: Located<String>, value: ValueTree)] = []
  /// `slot: NAME`: where local content goes.
  package var slot: Located<String>?
  /// The sentence to say in a script's step: words, or the path of a prompt.
  package var say: TitleTree?
  /// Facts to ask in a script's step.
  package var ask: [Located<String>] = []
  /// `outcome: WORD` of a final state, for measures.
  package var outcome: Located<String>?
  /// What of a slot the state is, where a form made it or put it there.
  package var part: SlotPart?
  package var span: Span

  package init(name: Located<String>?, span: Span) {
    self.name = name
    self.span = span
  }
}

/// What of a slot a state is (docs/mediation.md, slots and fill).
package enum SlotPart: Hashable, Sendable {
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

/// `on: {EVENT: …}`: one or more event patterns and what they lead to, in order.
package struct HandlerTree: Sendable {
  /// `a | b` gives two; `otherwise` gives the one word.
  package var patterns: [Located<String>]
  package var transitions: [TransitionTree]

  package init(patterns: [Located<String>], transitions: [TransitionTree]) {
    self.patterns = patterns
    self.transitions = transitions
  }
}

/// A transition as written: `TARGET`, or `{to, when, do, internal, because}`.
package struct TransitionTree: Sendable {
  package var condition: ScalarText?
  /// Empty for a targetless one.
  package var targets: [Located<String>] = []
  package var actions: [ActionTree] = []
  package var isInternal = false
  /// `first: true`: before everything else (docs/mediation.md).
  package var isFirst = false
  package var basis: [Located<String>] = []
  package var span: Span

  package init(span: Span) {
    self.span = span
  }
}

/// `after: {3 workdays: TARGET}`.
package struct AfterTree: Sendable {
  /// A term as text, or an expression of a duration type.
  package enum Length: Sendable {
    case term(ScalarText)
    case expression(ScalarText)
  }

  package var length: Length
  package var transitions: [TransitionTree]
  package var span: Span

  package init(length: Length, transitions: [TransitionTree], span: Span) {
    self.length = length
    self.transitions = transitions
    self.span = span
  }
}
