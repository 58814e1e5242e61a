internal import Dispatch
internal import Synchronization

/// The threads beside the one that a run began on, which do what was offered to them. With it they
/// should be as many as there are processors, so that none is held up by another.
package enum Helpers {
  private struct State {
    /// How many there may be.
    var allowed = 1
    /// How many are at work.
    var atWork = 0
    /// What nobody has begun; taken from the end, for what was offered last is waited for first.
    var open: [@Sendable () -> Void] = []
  }

  private static let state = Mutex(State())

  /// How many there may be from now on; 1 before this is set. With none all is done in turn.
  package static var count: Int {
    get { state.withLock(\.allowed) }
    set { state.withLock { $0.allowed = newValue } }
  }

  /// Lets a helper do something as soon as one has nothing else to do; does nothing if there are
  /// none.
  static func offer(_ work: @escaping @Sendable () -> Void) {
    let isOneMore = state.withLock { state in
      guard state.allowed > 0 else { return false }
      state.open.append(work)
      guard state.atWork < state.allowed else { return false }
      state.atWork += 1
      return true
    }
    if isOneMore { DispatchQueue.global().async { help() } }
  }

  private static func help() {
    while let work = next() { work() }
  }

  private static func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      if state.open.isEmpty { state.atWork -= 1 }
      return state.open.popLast()
    }
  }
}
