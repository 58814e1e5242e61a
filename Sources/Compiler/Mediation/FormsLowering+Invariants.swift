import SourceText
import Syntax

extension FormsLowering {
  /// An invariant may speak of a slot; its states are what stands there.
  mutating func lowerInvariants() {
    for index in tree.invariants.indices {
      var invariant = tree.invariants[index]
      invariant.states = statesOfSlots(in: invariant.states)
      invariant.from = statesOfSlots(in: invariant.from)
      invariant.after = statesOfSlots(in: invariant.after)
      tree.invariants[index] = invariant
    }
  }

  private func statesOfSlots(in names: [Located<String>]) -> [Located<String>] {
    names.flatMap { name in
      guard let places = statesOfSlots[name.value] else { return [name] }
      return places.map { Located($0.joined(separator: "."), at: name.span) }
    }
  }
}
