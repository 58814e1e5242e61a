internal import GRDB

extension StoreFault {
  /// What SQLite's answer means for whoever uses the store.
  init(_ error: any Error, store: String) {
    if let fault = error as? StoreFault {
      self = fault
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(store: store, reason: "\(error)")
      return
    }
    let reason = error.message ?? "\(error.resultCode)"
    self =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(store)
      case .SQLITE_FULL: .full(store)
      case .SQLITE_READONLY: .readOnly(store)
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen(store: store, reason: reason)
      case .SQLITE_NOTADB: .notAStore(store)
      case .SQLITE_CORRUPT: .damaged(store: store, reason: reason)
      case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE:
        // SQLite does not tell a quota or a limit on the size of files from a broken disk.
        .failed(store: store, reason: "the system refused to write (a quota, or a broken disk)")
      default: .failed(store: store, reason: reason)
      }
  }
}
