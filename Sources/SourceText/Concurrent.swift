internal import Dispatch
internal import Synchronization

/// Pieces of work that know nothing of each other, done on all processors at once. Results come in
/// the order of what they were made from, so that nothing shows which piece was done first.
extension Array where Element: Sendable {
  /// As `map`, an element on each processor. What weighs most is begun first: begun last, it would
  /// keep one processor busy long after the others have no more to do.
  package func concurrentMap<Result: Sendable>(
    weighing weight: (Element) -> Int = { _ in 1 },
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > 1 else { return map(transform) }
    let weights = map(weight)
    let order = indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let index = order[place]
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}

/// Two pieces of work at once; one after the other where another thread costs more than it brings.
package func concurrently<First: Sendable, Second: Sendable>(
  if isWorthIt: Bool = true, _ first: @Sendable () -> First, and second: @Sendable () -> Second
) -> (First, Second) {
  guard isWorthIt else { return (first(), second()) }
  let results = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  guard case (let first?, let second?) = results.withLock({ $0 }) else {
    preconditionFailure("both pieces of work are done when the pass ends")
  }
  return (first, second)
}
