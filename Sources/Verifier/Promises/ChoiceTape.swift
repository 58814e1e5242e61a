internal import Engine
internal import Model
internal import SourceText
internal import Synchronization

/// Stands in for facts while a step is taken: each fact is chosen when it is first read, and every
/// choice is gone through in turn, the last one made changing fastest.
///
/// Within one step a fact keeps its value, until an action states it.
final class ChoiceTape: FactOracle {
  /// A fact and the value it was taken to have; nil is unknown.
  struct Choice: Hashable, Sendable {
    var fact: ID<Fact>
    var value: Value?
  }

  private struct Tape {
    /// What was chosen at each reading, and among how many.
    var places: [(choice: Int, count: Int)] = []
    var position = 0
    var values: [ID<Fact>: Value?] = [:]
    var made: [Choice] = []
  }

  private let tape = Mutex(Tape())
  /// By fact: what it may be.
  private let domains: [[Value?]]

  init(domains: [[Value?]]) {
    self.domains = domains
  }

  func value(of fact: ID<Fact>) -> Value? {
    tape.withLock { tape in
      if let value = tape.values[fact] { return value }
      let domain = domains[fact.index]
      if tape.position == tape.places.count { tape.places.append((0, domain.count)) }
      let value = domain[tape.places[tape.position].choice]
      tape.position += 1
      tape.values[fact] = .some(value)
      tape.made.append(Choice(fact: fact, value: value))
      return value
    }
  }

  func note(_ fact: ID<Fact>, is value: Value?) {
    // A question that an action may have changed is open again.
    tape.withLock { tape in
      if value == .null { tape.values[fact] = nil } else { tape.values[fact] = .some(value) }
    }
  }

  /// What was chosen since the last `advance`, in the order of reading.
  var choices: [Choice] { tape.withLock(\.made) }

  /// Goes on to the next way of choosing; false after the last, when it begins anew.
  func advance() -> Bool {
    tape.withLock { tape in
      tape.position = 0
      tape.values = [:]
      tape.made = []
      while let last = tape.places.popLast() {
        if last.choice + 1 < last.count {
          tape.places.append((last.choice + 1, last.count))
          return true
        }
      }
      return false
    }
  }
}
