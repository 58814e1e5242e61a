package import SourceText

/// An entry of `invariants` as written.
package struct InvariantTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var never: ScalarText?
  /// States, or slots by name.
  package var states: [Located<String>] = []
  package var requires: ScalarText?
  package var on: Located<String>?
  package var leadsTo: [Located<String>] = []
  /// `can`: whether a case can always end.
  package var ends: Located<String>?
  /// States whose entering begins a wait.
  package var from: [Located<String>] = []
  /// The states that end a wait which `from` begins.
  package var to: [Located<String>] = []
  /// An event, or states, that begin a wait.
  package var after: [Located<String>] = []
  /// The states that end a wait which `after` begins.
  package var always: [Located<String>] = []
  package var within: ScalarText?
  /// Which cases a promise about time is for.
  package var when: ScalarText?
  package var isSealed: Bool?
  package var basis: [Located<String>] = []
  package var span: Span

  package init(name: Located<String>, span: Span) {
    self.name = name
    self.span = span
  }
}
