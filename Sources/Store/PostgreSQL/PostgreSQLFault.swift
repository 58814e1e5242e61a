/// What a server, or the way to it, answered instead of doing what it was asked.
struct PostgreSQLFault: Error {
  /// The five characters of SQLSTATE; nil where it is the connection that failed.
  let state: String?
  let message: String
  /// Whether the connection is of no use any more.
  let isDisconnected: Bool

  /// Transactions got in each other's way, and one of them has to begin again. A key that is there
  /// already means the same: we looked first, so somebody was faster.
  var asksForAnother: Bool { ["40001", "40P01", "23505"].contains(state) }

  /// The server goes down or is not up yet: another attempt may find it again.
  var isPassing: Bool {
    isDisconnected || state.map { $0.hasPrefix("57P0") || $0.hasPrefix("08") } ?? false
  }

  func fault(store: String) -> StoreFault {
    if isPassing { return .disconnected(store: store, reason: message) }
    return switch state {
    case "53100": .full(store)
    case "25006": .readOnly(store)
    case "XX001", "XX002": .damaged(store: store, reason: message)
    case "40001", "40P01", "23505", "55P03": .locked(store)
    case .some(let state) where state.hasPrefix("28") || state.hasPrefix("3D"):
      .cannotOpen(store: store, reason: message)
    default: .failed(store: store, reason: message)
    }
  }
}
