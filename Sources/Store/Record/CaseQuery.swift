/// Which cases a list shows, and in which order. What is nil does not matter.
package struct CaseQuery: Hashable, Sendable {
  package var rulebook: String?
  package var program: String?
  package var state: String?
  package var level: String?
  package var acting: String?
  package var isFinished: Bool?
  package var isLent: Bool?
  package var hasIncident: Bool?
  /// Only cases with a deadline before this instant, in milliseconds since 1970 UTC.
  package var dueBefore: Int64?
  /// Only cases that are found by this key.
  package var key: String?
  package var order = Order.id
  /// Goes on where a page ended.
  package var after: Cursor?
  /// At most so many lines.
  package var limit = 100

  package init() {}

  /// How a list is sorted.
  package enum Order: Hashable, Sendable {
    /// By the case's id, byte by byte.
    case id
    /// By deadline, then by id; cases without a deadline are left out.
    case due
  }

  /// The last line of a page.
  package struct Cursor: Hashable, Sendable {
    package var caseID: String
    package var dueAt: Int64?

    package init(caseID: String, dueAt: Int64? = nil) {
      self.caseID = caseID
      self.dueAt = dueAt
    }
  }
}

/// Part of a list.
package struct CasePage: Hashable, Sendable {
  package var cases: [ListedCase]
  /// Where the next page begins; nil where this is the last.
  package var next: CaseQuery.Cursor?
}
