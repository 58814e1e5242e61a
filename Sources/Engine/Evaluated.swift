package import Model
package import SourceText

/// What an expression comes to: a value, or unknown for want of facts.
package enum Evaluated: Hashable, Sendable {
  case known(Value)
  case unknown(Missing)
}

/// What would have to be stated to know more. Facts stand in the order they were met.
package struct Missing: Hashable, Sendable, Codable {
  package private(set) var facts: [ID<Fact>] = []

  package init(_ facts: [ID<Fact>] = []) {
    add(facts)
  }

  /// Adds facts that are not there yet, keeping the order.
  package mutating func add(_ others: [ID<Fact>]) {
    for fact in others where !facts.contains(fact) { facts.append(fact) }
  }

  /// Both, this one's facts first.
  package func union(_ other: Missing) -> Missing {
    var result = self
    result.add(other.facts)
    return result
  }
}

/// A verdict in three-valued logic.
package enum Verdict: Hashable, Sendable {
  case holds
  case fails
  case unknown(Missing)
}
