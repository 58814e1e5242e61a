package import SourceText

/// A case file as written.
package struct CaseTree: Sendable {
  package var span: Span
  package var id: Located<String>?
  package var rulebook: Located<String>?
  package var opened: ScalarText?
  package var facts: [(name: Located<String>, value: ValueTree)] = []
  package var journal: [EntryTree] = []
  package var expectation: ExpectationTree?

  package init(span: Span) {
    self.span = span
  }
}

/// One entry of a journal as written.
package struct EntryTree: Sendable {
  package var at: ScalarText?
  package var event: Located<String>?
  package var by: Located<String>?
  package var set: [(name: Located<String>, value: ValueTree)] = []
  package var with: [(name: Located<String>, value: ValueTree)] = []
  package var expectation: ExpectationTree?
  package var span: Span

  package init(span: Span) {
    self.span = span
  }
}

/// `expect:` as written, key by key.
package struct ExpectationTree: Sendable {
  package var states: [Located<String>] = []
  package var never: [Located<String>] = []
  package var decisions: [(name: Located<String>, value: ValueTree)] = []
  package var because: [Located<String>] = []
  package var due: [(name: Located<String>, when: ScalarText)] = []
  package var documents: [Located<String>] = []
  package var notices: [Located<String>] = []
  package var tasks: [Located<String>] = []
  package var ask: [Located<String>]?
  package var refused: Located<String>?
  package var overtaken: Located<Bool>?
  package var facts: [(name: Located<String>, value: ValueTree)] = []
  package var variables: [(name: Located<String>, value: ValueTree)] = []
  package var finished: Located<Bool>?
  package var span: Span

  package init(span: Span) {
    self.span = span
  }
}
