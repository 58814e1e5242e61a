import SourceText
import Synchronization
import Testing

@Suite("Work that another processor may do")
struct MeanwhileTests {
  @Test("Work is done once, whether it was offered or not and however often it is asked for")
  func onceOnly() {
    for isOffered in [false, true] {
      let count = Count()
      let piece = Meanwhile { count.up() }
      if isOffered { piece.offer() }
      #expect([piece.value, piece.value, piece.value] == [1, 1, 1])
      #expect(count.now == 1)
    }
  }

  @Test("What nobody asks for and nobody was offered is not done")
  func lazy() {
    let count = Count()
    _ = Meanwhile { count.up() }
    #expect(count.now == 0)
  }

  @Test("Many that wait for one piece all get what it came to")
  func manyWait() {
    let count = Count()
    let piece = Meanwhile { count.up() }
    let values = Array(0..<64).concurrentMap { _ in piece.value }
    #expect(values == Array(repeating: 1, count: 64))
  }

  @Test(
    "Results come in the order of what they were made from, whatever weighs most",
    arguments: [
      0, 1, 2, 3, 64, 1000,
    ])
  func order(_ count: Int) {
    let numbers = Array(0..<count)
    #expect(numbers.concurrentMap(weighing: { $0 % 7 }, { $0 * $0 }) == numbers.map { $0 * $0 })
  }

  @Test("Pieces may hold pieces, more than there are processors, and none waits for ever")
  func nested() {
    let sums = Array(0..<16).concurrentMap { outer in
      let second = Meanwhile {
        Array(0..<16).concurrentMap { inner in
          Meanwhile { inner * outer }.value
        }.reduce(0, +)
      }
      second.offer()
      let first = Array(0..<16).concurrentMap { $0 + outer }.reduce(0, +)
      return first + second.value
    }
    #expect(sums == (0..<16).map { outer in 120 + 16 * outer + 120 * outer })
  }
}

/// How often something was done.
private final class Count: Sendable {
  private let count = Mutex(0)

  var now: Int { count.withLock(\.self) }

  func up() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
