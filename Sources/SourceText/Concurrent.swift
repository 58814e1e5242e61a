internal import Synchronization

/// Pieces of work that know nothing of each other, done on all processors at once. Results come in
/// the order of what they were made from, so that nothing shows which piece was done first.
extension Array where Element: Sendable {
  /// As `map`, an element on each processor. What weighs most is begun first: begun last, it would
  /// keep one processor busy long after the others have no more to do.
  package func concurrentMap<Result: Sendable>(
    weighing weight: (Element) -> Int = { _ in 1 },
    _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let helpers = Swift.min(Helpers.count, count - 1)
    guard helpers > 0 else { return map(transform) }
    let weights = map(weight)
    let order = indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    let pass = Pass(order.map { self[$0] }, transform)
    let others = (0..<helpers).map { _ in Meanwhile { pass.run() } }
    for other in others { other.offer() }
    pass.run()
    for other in others { other.value }
    var results = [Result?](repeating: nil, count: count)
    for (index, result) in zip(order, pass.results) { results[index] = result }
    return results.compactMap(\.self)
  }
}

/// Elements that are taken one by one by whoever has done with the one before.
private final class Pass<Element: Sendable, Result: Sendable>: Sendable {
  private let elements: [Element]
  private let transform: @Sendable (Element) -> Result
  private let next = Atomic(0)
  private let made: Mutex<[Result?]>

  init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result) {
    self.elements = elements
    self.transform = transform
    made = Mutex(Array(repeating: nil, count: elements.count))
  }

  /// Takes elements until none is left.
  func run() {
    while true {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < elements.count else { return }
      let result = transform(elements[place])
      made.withLock { $0[place] = result }
    }
  }

  /// All there is once everyone has run.
  var results: [Result?] { made.withLock(\.self) }
}
