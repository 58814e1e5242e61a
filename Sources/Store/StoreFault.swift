/// Why a store did not do what it was asked. Whatever it is, nothing of the request was kept; only
/// after `unknownOutcome` it may have been.
package enum StoreFault: Error, Hashable, Sendable {
  // The request does not fit what is kept

  /// Somebody was faster: the case has `current` entries, and these were added meanwhile.
  case conflict(caseID: String, current: Int, added: [StoredEntry])
  case noSuchCase(String)
  /// The case is lent, and only its return is taken.
  case lent(caseID: String, to: String)
  /// The entry names a program that the store does not have.
  case unknownProgram(String)
  /// The entry names a calendar that the store does not have.
  case unknownCalendar(String)
  /// The body of the entry does not hold the commitment of this secret.
  case uncommittedSecret(String)

  // The store is not to be used

  /// There is no folder or no right to make the file, or a server does not let us in.
  case cannotOpen(store: String, reason: String)
  /// A file or database that something else made; it is left as it is.
  case notAStore(String)
  /// Made by a newer version of the tool; it is left as it is.
  case newer(store: String, version: Int, known: Int)
  /// A database on a server that was not set up for cases yet.
  case notSetUp(String)
  /// A database whose tables an older version of ours made.
  case outdated(String)
  /// A file that was to be made is there already.
  case exists(String)
  /// This kind of store needs a library that is not installed.
  case missingLibrary(name: String, package: String)

  // It broke down on the way

  /// Others kept it locked for longer than we wait.
  case locked(String)
  case full(String)
  case readOnly(String)
  /// What was read cannot have been written by us.
  case damaged(store: String, reason: String)
  /// The connection to a server was lost before anything was committed.
  case disconnected(store: String, reason: String)
  /// The connection was lost while committing, and the server cannot be asked: look before you
  /// write again.
  case unknownOutcome(store: String, reason: String)
  case failed(store: String, reason: String)
}
