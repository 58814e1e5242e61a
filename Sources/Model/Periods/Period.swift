package import SourceText

/// A legal clock that lives on the case, not on a state (Civil Code 200-204).
package struct Period: Hashable, Sendable, Codable {
  /// Which of several start dates counts.
  package enum Choice: String, Hashable, Sendable, Codable, CaseIterable {
    case latest
    case earliest
  }

  /// A longer end by agreement: where the condition holds, the period ends on this date instead.
  package struct Extension: Hashable, Sendable, Codable {
    package var condition: Expression?
    /// A date; its end is the new end.
    package var until: Expression

    package init(condition: Expression?, until: Expression) {
      self.condition = condition
      self.until = until
    }
  }

  package var name: String
  package var title: Bilingual
  /// Dates or date-times; while one that is needed is unknown or null the period has not begun.
  /// With `earliest` or `latest` null ones are passed over.
  package var starts: [Expression]
  package var choice: Choice
  package var length: Term
  package var `extension`: Extension?
  /// While the case is in one of these states the clock stands still.
  package var pausedIn: [ID<State>]
  /// `expired.NAME`.
  package var expiry: ID<Event>
  package var basis: [Basis]
  package var span: Span

  package init(
    name: String, title: Bilingual, starts: [Expression], choice: Choice, length: Term,
    extension: Extension?, pausedIn: [ID<State>], expiry: ID<Event>, basis: [Basis], span: Span
  ) {
    self.name = name
    self.title = title
    self.starts = starts
    self.choice = choice
    self.length = length
    self.extension = `extension`
    self.pausedIn = pausedIn
    self.expiry = expiry
    self.basis = basis
    self.span = span
  }
}
