/// How far the parts of a table reach, laid out so that parts that do not meet are told apart at a
/// glance: columns that tell most apart come first.
struct PartHulls {
  private let parts: [TableShape.Part]
  /// The columns, those first in which parts are narrow.
  let order: [Int]
  /// By part, and within it by column in that order: from where to where it reaches.
  private let bounds: [Int32]
  /// By part: whether its sets are single stretches, so that where it reaches says all.
  private let isPlain: [Bool]

  init(_ shape: TableShape) {
    parts = shape.parts
    let counts = shape.columns.map { $0.regions.all.count }
    let width = counts.indices.map { column in
      shape.parts.reduce(0.0) { sum, part in
        sum + (part.sets[column].map { Double($0.hull.count) / Double(counts[column]) } ?? 1)
      }
    }
    let order = counts.indices.sorted { (width[$0], $0) < (width[$1], $1) }
    self.order = order
    var bounds: [Int32] = []
    bounds.reserveCapacity(shape.parts.count * order.count * 2)
    for part in shape.parts {
      for column in order {
        let hull = part.sets[column]?.hull ?? 0..<counts[column]
        bounds.append(Int32(hull.lowerBound))
        bounds.append(Int32(hull.upperBound))
      }
    }
    self.bounds = bounds
    isPlain = shape.parts.map { $0.sets.allSatisfy { ($0?.runs.count ?? 1) == 1 } }
  }

  /// Whether some value is in both parts.
  func meet(_ one: Int, _ other: Int) -> Bool {
    let width = order.count * 2
    var (mine, theirs) = (one * width, other * width)
    let end = mine + width
    while mine < end {
      if bounds[mine] >= bounds[theirs + 1] || bounds[theirs] >= bounds[mine + 1] { return false }
      mine += 2
      theirs += 2
    }
    if isPlain[one] && isPlain[other] { return true }
    return zip(parts[one].sets, parts[other].sets).allSatisfy { mine, theirs in
      guard let mine, let theirs else { return true }
      return mine.meets(theirs)
    }
  }

  /// Whether a part holds all of another.
  func contains(_ outer: Int, _ inner: Int) -> Bool {
    let width = order.count * 2
    for place in stride(from: 0, to: width, by: 2) {
      if bounds[outer * width + place] > bounds[inner * width + place] { return false }
      if bounds[outer * width + place + 1] < bounds[inner * width + place + 1] { return false }
    }
    if isPlain[outer] { return true }
    return zip(parts[outer].sets, parts[inner].sets).allSatisfy { outer, inner in
      guard let outer else { return true }
      return inner?.isSubset(of: outer) ?? false
    }
  }
}

/// Parts of which none lies within another: together they hold what all parts given hold.
struct StrongestParts {
  private let hulls: PartHulls
  /// In the order they were given.
  private(set) var parts: [Int] = []

  init(_ hulls: PartHulls) {
    self.hulls = hulls
  }

  /// Those that a part meets.
  func near(_ part: Int) -> [Int] {
    parts.filter { hulls.meet($0, part) }
  }

  /// Adds a part, told those that it meets.
  mutating func add(_ part: Int, near: [Int]) {
    if near.contains(where: { hulls.contains($0, part) }) { return }
    let weaker = near.filter { hulls.contains(part, $0) }
    if !weaker.isEmpty {
      let weaker = Set(weaker)
      parts.removeAll { weaker.contains($0) }
    }
    parts.append(part)
  }
}
