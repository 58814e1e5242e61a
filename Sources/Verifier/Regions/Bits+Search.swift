// What a search through boxes, column by column, does at each column.

extension Bits {
  /// The regions, here of one column, in groups that leave the same parts of `alive` in play.
  /// `holders` says for each region which parts have it.
  func groups(leaving holders: [Bits], of alive: Bits) -> [(set: Bits, rest: Bits)] {
    var groups: [(set: Bits, rest: Bits)] = []
    var places: [Bits: Int] = [:]
    for region in members {
      let rest = alive & holders[region]
      let place = places[rest] ?? groups.count
      if place == groups.count {
        groups.append((Bits(limit: limit), rest))
        places[rest] = place
      }
      groups[place].set.insert(region)
    }
    return groups
  }
}

extension Array where Element == Box {
  /// Adds a box; boxes that differ in their first column alone are one.
  mutating func merge(_ box: Box) {
    if let same = firstIndex(where: { $0.dropFirst() == box.dropFirst() }) {
      self[same][0] = self[same][0] | box[0]
    } else {
      append(box)
    }
  }
}
