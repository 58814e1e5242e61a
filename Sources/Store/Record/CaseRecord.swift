/// What a store knows of a case without reading its journal.
package struct CaseRecord: Hashable, Sendable {
  package var id: String
  package var rulebook: String
  /// The hash of the program that the case is pinned to.
  package var program: String
  /// The hash of the calendar that its deadlines are counted by.
  package var calendar: String
  /// When the case was opened, in milliseconds since 1970 UTC.
  package var openedAt: Int64
  /// To whom the case is lent as its only writer; nil while it is at home.
  package var lentTo: String?
  /// What `lentTo` says of a case that was given back to the store it came from.
  package static let home = "home"
  /// How many entries its journal has.
  package var length: Int
  /// The fingerprint of its last entry.
  package var head: Fingerprint
}

/// A case that has to do with another, and why.
package struct CaseLink: Hashable, Sendable {
  package var caseID: String
  package var other: String
  package var reason: String
  /// The entry that made the link.
  package var sequence: Int

  package init(caseID: String, other: String, reason: String, sequence: Int) {
    self.caseID = caseID
    self.other = other
    self.reason = reason
    self.sequence = sequence
  }
}
