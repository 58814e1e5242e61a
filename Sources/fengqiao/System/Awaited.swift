internal import Dispatch
internal import Synchronization

/// What work gives that goes on side by side on other threads. The tool's own thread waits: none of
/// that work needs it, and verbs that do all on it start without other threads.
func awaited<Value: Sendable, Fault: Error>(
  _ work: @escaping @Sendable () async throws(Fault) -> Value
) throws(Fault) -> Value {
  let (slot, done) = (Slot<Value, Fault>(), DispatchSemaphore(value: 0))
  Task {
    do throws(Fault) {
      let value = try await work()
      slot.result.withLock { $0 = .success(value) }
    } catch {
      slot.result.withLock { $0 = .failure(error) }
    }
    done.signal()
  }
  done.wait()
  guard let result = slot.result.withLock(\.self) else {
    preconditionFailure("work that has ended has a result")
  }
  return try result.get()
}

private final class Slot<Value: Sendable, Fault: Error>: Sendable {
  let result = Mutex<Result<Value, Fault>?>(nil)
}
