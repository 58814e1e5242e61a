package import SourceText

/// An action as written.
package struct ActionTree: Sendable {
  /// What the action does, by the word that begins it.
  package indirect enum Kind: Sendable {
    case set([(name: Located<String>, value: ValueTree)])
    case decide(Located<String>)
    case raise(event: Located<String>, with: [(name: Located<String>, value: ValueTree)])
    case send(
      event: Located<String>, with: [(name: Located<String>, value: ValueTree)],
      after: AfterTree.Length?, id: Located<String>?)
    case cancel(Located<String>)
    case task(TaskTree)
    /// `notify: {to: [公安], text: …, within: 24 hours}`.
    case notify(to: [Located<String>], text: MessageTree?, within: ScalarText?)
    /// `inform: 其他途径` or `inform: {zh: …, en: …}`.
    case inform(MessageTree)
    case draft(Located<String>)
    case choose([BranchTree])
  }

  package var kind: Kind
  package var basis: [Located<String>] = []
  package var declassified: [DeclassificationTree] = []
  package var span: Span

  package init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// A `task` as written: who has to do what, and within which time.
package struct TaskTree: Sendable {
  package var id: Located<String>
  package var title: TitleTree?
  package var to: [Located<String>]
  package var within: ScalarText?
  package var doneBy: Located<String>?

  package init(
    id: Located<String>, title: TitleTree?, to: [Located<String>], within: ScalarText?,
    doneBy: Located<String>?
  ) {
    self.id = id
    self.title = title
    self.to = to
    self.within = within
    self.doneBy = doneBy
  }
}

/// A text for people: given, or computed by an expression.
package enum MessageTree: Sendable {
  case fixed(TitleTree)
  case computed(ScalarText)
}

/// One way of a `choose` as written; the one without `when` is the last resort.
package struct BranchTree: Sendable {
  package var condition: ScalarText?
  package var actions: [ActionTree]
  package var span: Span

  package init(condition: ScalarText?, actions: [ActionTree], span: Span) {
    self.condition = condition
    self.actions = actions
    self.span = span
  }
}
