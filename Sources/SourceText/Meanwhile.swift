internal import Dispatch
internal import Synchronization

/// A piece of work that another processor may do meanwhile.
///
/// Whoever asks for the value while nobody has begun does the work himself, so nobody ever waits
/// for what is not being done: pieces may hold pieces, and with one processor all is done in turn.
package final class Meanwhile<Value: Sendable>: Sendable {
  private enum Stage {
    case open
    case begun
    case done(Value)
  }

  private let work: @Sendable () -> Value
  private let stage = Mutex(Stage.open)
  private let end = DispatchSemaphore(value: 0)

  /// The work is begun when its value is asked for, or after `offer`.
  package init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
  }

  /// Lets another processor begin, if one has nothing to do.
  package func offer() {
    Helpers.offer { self.beginIfOpen() }
  }

  /// What the work comes to.
  package var value: Value {
    beginIfOpen()
    if let value = known { return value }
    end.wait()
    // For whoever waits as well.
    end.signal()
    guard let value = known else {
      preconditionFailure("the end of a piece of work is told once its value is known")
    }
    return value
  }

  private var known: Value? {
    stage.withLock { if case .done(let value) = $0 { value } else { nil } }
  }

  private func beginIfOpen() {
    let isMine = stage.withLock { stage in
      guard case .open = stage else { return false }
      stage = .begun
      return true
    }
    guard isMine else { return }
    let value = work()
    stage.withLock { $0 = .done(value) }
    end.signal()
  }
}
