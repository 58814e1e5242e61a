package import Model
package import SourceText

/// A checked program with one small change, as a slip of the pen would make it.
package struct Mutant: Sendable {
  /// What was changed.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A cell of a table, or a row's condition.
    case cell
    /// What a row, `otherwise` or an expression gives.
    case output
    case `guard`
    /// Where a transition leads.
    case target
    /// An `after`, a period, or the term of a task.
    case deadline
  }

  /// What could show that nothing has changed after all.
  package enum Subject: Hashable, Sendable {
    case decision(ID<Decision>)
    case `guard`(ID<Transition>)
    case other
  }

  package var kind: Kind
  package var subject: Subject
  /// The row, transition, state or period, as coverage names it.
  package var name: String
  /// What stood there, in the rulebook's words; empty where nothing did.
  package var before: String
  package var after: String
  package var span: Span
  private let change: @Sendable (inout Program) -> Void

  init(
    _ kind: Kind, _ subject: Subject, name: String, before: String, after: String, at span: Span,
    change: @escaping @Sendable (inout Program) -> Void
  ) {
    self.kind = kind
    self.subject = subject
    self.name = name
    self.before = before
    self.after = after
    self.span = span
    self.change = change
  }

  /// The program with the change.
  package func applied(to program: Program) -> Program {
    var changed = program
    change(&changed)
    return changed
  }
}
