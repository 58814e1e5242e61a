/// Where cases live: journals that only grow, and all that hangs on them.
///
/// Every verb is one transaction. What `append` acknowledges is on the disk for good. Instants are
/// milliseconds since 1970 UTC and come from the caller: a store has no clock, and reads no
/// rulebook.
package protocol CaseStore: Sendable {
  // Rulebooks and calendars

  /// Keeps a program. One of the same hash that is there already stays as it is.
  func keep(_ program: ProgramRecord) throws(StoreFault)
  /// The program of this hash, its bytes checked; nil where the store has none.
  func program(_ hash: String) throws(StoreFault) -> ProgramRecord?
  /// The versions of a rulebook, or of all, by rulebook, first day of force, then age.
  func programs(rulebook: String?) throws(StoreFault) -> [ProgramSummary]
  /// Keeps a calendar. One of the same hash that is there already stays as it is.
  func keep(_ calendar: CalendarRecord) throws(StoreFault)
  /// The calendar of this hash, its bytes checked; nil where the store has none.
  func calendar(_ hash: String) throws(StoreFault) -> CalendarRecord?

  // Journals

  /// Adds entries, of one case or several, all or none, and answers after a durable commit.
  ///
  /// `StoreFault.conflict` where somebody was faster; it carries what was added meanwhile.
  @discardableResult
  func append(_ appends: [Append]) throws(StoreFault) -> [Acknowledgement]
  /// The case of this id; nil where there is none.
  func record(of caseID: String) throws(StoreFault) -> CaseRecord?
  /// The entries of a case after the given number, in order, at most `limit`. Nothing is checked.
  func entries(of caseID: String, after sequence: Int, limit: Int?) throws(StoreFault)
    -> [StoredEntry]
  /// The secrets of a case that were not erased, by entry and name.
  func secrets(of caseID: String) throws(StoreFault) -> [StoredSecret]
  /// The links that start from a case or lead to it, by case, entry and other case.
  func links(of caseID: String) throws(StoreFault) -> [CaseLink]

  // Lists

  func cases(_ query: CaseQuery) throws(StoreFault) -> CasePage
  /// How many cases a query finds in all; its cursor and limit do not count.
  func count(_ query: CaseQuery) throws(StoreFault) -> Int
  /// Up to `limit` cases whose standing is missing or older than their journal, by id.
  func staleStandings(limit: Int) throws(StoreFault) -> [String]
  /// Puts a standing made anew in place, if the case still has `length` entries.
  func replace(_ standing: Standing, of caseID: String, length: Int) throws(StoreFault)

  // Outbox and papers

  /// Takes up to `limit` effects that may be tried at `now`, oldest first, and hides them from
  /// others until `until`. Whoever does not settle one by then leaves it to the next.
  func claim(limit: Int, now: Int64, until: Int64) throws(StoreFault) -> [OutboxItem]
  /// Holds a claimed effect until `until`, right before it is carried out: as it is now, or nil
  /// where it counts no longer or somebody else has claimed it since.
  func hold(_ item: OutboxItem, until: Int64) throws(StoreFault) -> OutboxItem?
  /// Says how an attempt ended. What was delivered stays so.
  func settle(_ key: ItemKey, _ delivery: Delivery) throws(StoreFault)
  /// The effects of one case, or of all that are not delivered, oldest first.
  func outbox(of caseID: String?) throws(StoreFault) -> [OutboxItem]
  /// The papers of a case, in the order they were drafted.
  func papers(of caseID: String) throws(StoreFault) -> [PaperSummary]
  /// A paper with its bytes, checked; nil where there is none or where it was erased.
  func paper(_ key: ItemKey) throws(StoreFault) -> Paper?

  // Leases

  /// Makes `holder` the only one who does `work` until then; false where another one is.
  func lease(_ work: String, holder: String, now: Int64, until: Int64) throws(StoreFault) -> Bool
  func endLease(_ work: String, holder: String) throws(StoreFault)

  // Checks and copies

  /// Walks the journal of one case. No fault of the journal is thrown: they are the answer.
  func verify(_ caseID: String) throws(StoreFault) -> [ChainFault]
  /// Walks all journals, in constant memory.
  func verifyAll() throws(StoreFault) -> Verification
  /// The digest over the heads of all cases. Kept elsewhere it shows even what `verify` cannot: a
  /// journal cut short or written anew, a case that vanished.
  func headDigest() throws(StoreFault) -> HeadDigest
  /// Writes a copy of the store, as of one moment, while others go on; the file must not be there.
  func backup(to path: String) throws(StoreFault)
}

extension CaseStore {
  /// Adds one entry.
  @discardableResult
  package func append(_ append: Append) throws(StoreFault) -> Acknowledgement {
    let acknowledgements = try self.append([append])
    precondition(acknowledgements.count == 1, "each entry is acknowledged once")
    return acknowledgements[0]
  }

  /// All entries of a case.
  package func entries(of caseID: String) throws(StoreFault) -> [StoredEntry] {
    try entries(of: caseID, after: 0, limit: nil)
  }
}
