package import SourceText

/// Something that happens to a case: declared, or made by the workflow itself.
package struct Event: Hashable, Sendable, Codable {
  /// Who makes the event happen.
  package enum Origin: Hashable, Sendable, Codable {
    /// People fire it.
    case external
    /// Only `raise` and `send` make it.
    case raised
    /// `done.STATE`: a final child of the state was entered, or all its regions are done.
    case done(ID<State>)
    /// `after` of a state ran out.
    case timer(ID<DelayedTransition>)
    /// `expired.PERIOD`.
    case expired(ID<Period>)
    /// `overdue.TASK`.
    case overdue(String)
  }

  /// A field of what comes with the event, read as `event.NAME`.
  package struct Field: Hashable, Sendable, Codable {
    package var name: String
    package var type: ValueType
    package var title: Bilingual
    package var span: Span

    package init(name: String, type: ValueType, title: Bilingual, span: Span) {
      self.name = name
      self.type = type
      self.title = title
      self.span = span
    }
  }

  package var name: String
  package var title: Bilingual
  package var origin: Origin
  /// Who may fire it; empty means anyone.
  package var roles: [ID<Role>]
  package var payload: [Field]
  package var span: Span

  package init(
    name: String, title: Bilingual, origin: Origin, roles: [ID<Role>], payload: [Field],
    span: Span
  ) {
    self.name = name
    self.title = title
    self.origin = origin
    self.roles = roles
    self.payload = payload
    self.span = span
  }
}
