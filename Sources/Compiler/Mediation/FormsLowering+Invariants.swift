import SourceText
import Syntax

extension FormsLowering {
  /// An invariant may speak of a slot; its states are what stands there.
  mutating func lowerInvariants() {
    for index in tree.invariants.indices {
      tree.invariants[index].states = tree.invariants[index].states.flatMap { name in
        guard let places = statesOfSlots[name.value] else { return [name] }
        return places.map { Located($0.joined(separator: "."), at: name.span) }
      }
    }
  }
}
