package import SourceText

/// A level of the ladder, for those who tell where a case stands and who sits there.
package struct Level: Hashable, Sendable, Codable {
  package var name: String
  package var title: Bilingual
  /// Roles and organs, as written.
  package var seats: [String]
  package var span: Span

  package init(name: String, title: Bilingual, seats: [String], span: Span) {
    self.name = name
    self.title = title
    self.seats = seats
    self.span = span
  }
}
