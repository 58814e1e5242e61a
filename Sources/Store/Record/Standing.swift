/// Where a case stands, as lists show and search it: made from the journal, kept with its last
/// entry in one go, and free to be made anew. It holds nothing that has to stay secret.
package struct Standing: Hashable, Sendable {
  package var state: String
  package var title: String
  /// The level of the ladder; nil where there is none.
  package var level: String?
  /// Who is to act: a role, a seat, a person; nil where nobody is.
  package var acting: String?
  /// When the next deadline falls, in milliseconds since 1970 UTC; nil where none runs.
  package var dueAt: Int64?
  /// Its last day as people say it: `2026-05-09`.
  package var dueDay: String?
  /// What falls due.
  package var dueWhat: String?
  package var isFinished: Bool
  /// One line about the case with personal data masked.
  package var summary: String
  /// Whatever else lists want to show; the store does not read it.
  package var detail: String
  /// Words that the case is found by again, such as a keyed hash of each party; sorted or not.
  package var keys: [String]

  package init(
    state: String, title: String = "", level: String? = nil, acting: String? = nil,
    dueAt: Int64? = nil, dueDay: String? = nil, dueWhat: String? = nil, isFinished: Bool = false,
    summary: String = "", detail: String = "", keys: [String] = []
  ) {
    self.state = state
    self.title = title
    self.level = level
    self.acting = acting
    self.dueAt = dueAt
    self.dueDay = dueDay
    self.dueWhat = dueWhat
    self.isFinished = isFinished
    self.summary = summary
    self.detail = detail
    self.keys = keys
  }
}

/// A line of a list: a case and where it stands. `standing.keys` is empty here.
package struct ListedCase: Hashable, Sendable {
  package var record: CaseRecord
  package var standing: Standing
  /// The entry after which the case stood so; less than `record.length` where it is out of date.
  package var sequence: Int
  /// Whether an effect of the case could not be carried out and waits.
  package var hasIncident: Bool
}
