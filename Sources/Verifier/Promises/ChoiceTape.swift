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

  /// A place between two microsteps: all that follows depends on it alone.
  private struct Place: Hashable {
    var configuration: [ID<State>]
    var variables: [Value]
    var history: [[ID<State>]]
    var queue: [QueuedEvent]
    var held: [ID<Fact>: Value?]
    var juncture: Juncture
  }

  private struct Tape {
    /// By place that was come to: the choices that first led there.
    var places: [Place: [Int]] = [:]
    /// How many microsteps may still be looked at.
    var effort = 0
    /// Whether that was too few, or more events were waiting somewhere than are looked at.
    var isSpent = false
    /// Whether the way in hand was given up because all that follows is known.
    var isGivenUp = false
    /// Whether the way in hand came back to where it had been.
    var isCircling = false
    /// Whether the event of the entry in hand was set aside.
    var isOvertaken = false
    /// Whether it matters what becomes of the event in hand.
    var isPromised = false
    /// What was chosen at each reading, and among how many.
    var turns: [(choice: Int, count: Int)] = []
    var position = 0
    var values: [ID<Fact>: Value?] = [:]
    var made: [Choice] = []
  }

  private static let queueLimit = 12

  private let tape = Mutex(Tape())
  /// By fact: what it may be.
  private let domains: [[Value?]]

  /// Facts that keep their value within a macrostep; nil for all. Any other is chosen anew in each
  /// microstep.
  private let remembered: Set<ID<Fact>>?

  /// - Parameter effort: how many microsteps are looked at.
  init(domains: [[Value?]], remembered: Set<ID<Fact>>? = nil, effort: Int) {
    self.domains = domains
    self.remembered = remembered
    tape.withLock { $0.effort = effort }
  }

  func value(of fact: ID<Fact>) -> Value? {
    tape.withLock { tape in
      if let value = tape.values[fact] { return value }
      let domain = domains[fact.index]
      if tape.position == tape.turns.count { tape.turns.append((0, domain.count)) }
      let value = domain[tape.turns[tape.position].choice]
      tape.position += 1
      tape.values[fact] = .some(value)
      tape.made.append(Choice(fact: fact, value: value))
      return value
    }
  }

  var held: [ID<Fact>: Value?] { tape.withLock(\.values) }

  func note(_ fact: ID<Fact>, is value: Value?) {
    // A question that an action may have changed is open again.
    tape.withLock { tape in
      if value == .null { tape.values[fact] = nil } else { tape.values[fact] = .some(value) }
    }
  }

  /// What was chosen since is forgotten, too: it is chosen anew.
  func restore(_ held: [ID<Fact>: Value?]) { tape.withLock { $0.values = held } }

  func goesOn(from state: CaseState, at juncture: Juncture) -> Bool {
    tape.withLock { tape in
      if let remembered {
        for fact in tape.values.keys where !remembered.contains(fact) { tape.values[fact] = nil }
      }
      let juncture = tape.isPromised ? juncture : juncture.unpromised
      let place = Place(
        configuration: state.configuration, variables: state.variables, history: state.history,
        queue: state.queue, held: tape.values, juncture: juncture)
      let way = tape.turns[..<tape.position].map(\.choice)
      // The first to come here goes through all that follows before it turns to another way.
      tape.effort -= 1
      guard state.queue.count <= Self.queueLimit, tape.effort > 0 else {
        tape.isSpent = true
        tape.isGivenUp = true
        return false
      }
      let first = tape.places[place] ?? way
      tape.places[place] = first
      tape.isGivenUp = first != way
      tape.isOvertaken = juncture.isOvertaken
      // All that follows a place is gone through before it is left: what comes back to it from
      // there still has it on its way.
      if first != way, way.starts(with: first) { tape.isCircling = true }
      return first == way
    }
  }

  /// Whether the way in hand was given up, because another went on in the same way.
  var isGivenUp: Bool { tape.withLock(\.isGivenUp) }

  /// Whether the way in hand came back to where it had been, and may do so for ever.
  var isCircling: Bool { tape.withLock(\.isCircling) }

  /// Whether the event of the entry in hand was set aside.
  var isOvertaken: Bool { tape.withLock(\.isOvertaken) }

  /// Sets whether it matters what becomes of the event in hand; what has been looked at is
  /// forgotten.
  func begin(isPromised: Bool) {
    tape.withLock { tape in
      tape.isPromised = isPromised
      tape.places = [:]
    }
  }

  /// Whether some way was given up because there is too much to look at.
  var isSpent: Bool { tape.withLock(\.isSpent) }

  /// How many microsteps may still be looked at.
  var effortLeft: Int { tape.withLock(\.effort) }

  /// Forgets what has been looked at.
  func forget() { tape.withLock { $0.places = [:] } }

  /// What was chosen since the last `advance`, in the order of reading.
  var choices: [Choice] { tape.withLock(\.made) }

  /// Goes on to the next way of choosing; false after the last, when it begins anew.
  func advance() -> Bool {
    tape.withLock { tape in
      tape.position = 0
      tape.values = [:]
      tape.made = []
      tape.isGivenUp = false
      tape.isCircling = false
      tape.isOvertaken = false
      tape.effort -= 1
      if tape.effort <= 0 { tape.isSpent = true }
      while let last = tape.turns.popLast() {
        if last.choice + 1 < last.count {
          tape.turns.append((last.choice + 1, last.count))
          return true
        }
      }
      return false
    }
  }
}

extension Juncture {
  /// Whether something led elsewhere before the entry's event, which is set aside for that.
  fileprivate var isOvertaken: Bool {
    switch self {
    case .before(_, let hasLeft): hasLeft
    case .after(let fate): fate == .overtaken
    }
  }

  /// As much of it as decides what follows: an event that is set aside changes nothing.
  fileprivate var unpromised: Juncture {
    switch self {
    case .before(let event, let hasLeft): .before(hasLeft ? nil : event, hasLeft: hasLeft)
    case .after: .after(.absent)
    }
  }
}
