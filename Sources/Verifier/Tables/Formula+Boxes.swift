internal import Model
internal import SourceText

extension Formula {
  /// How many boxes one row may fall into; one with more is taken whole, as if it might match
  /// anywhere its first boxes do.
  private static let limit = 512

  /// The boxes in which it holds: by column the regions, nil for all of them.
  func boxes(_ columns: [Column], _ constants: Constants) -> [[Stretches?]] {
    let any = [Stretches?](repeating: nil, count: columns.count)
    return boxes(holding: true, columns, constants, any)
  }

  private func boxes(
    holding: Bool, _ columns: [Column], _ constants: Constants, _ any: [Stretches?]
  ) -> [[Stretches?]] {
    switch self {
    case .constant(let value): return value == holding ? [any] : []
    case .not(let inner): return inner.boxes(holding: !holding, columns, constants, any)
    case .tests(let column, let tests):
      let set = columns[column].regions.stretches(where: tests, are: holding, constants)
      if set.isEmpty { return [] }
      if set.count == columns[column].regions.all.count { return [any] }
      var box = any
      box[column] = set
      return [box]
    case .all(let parts), .any(let parts):
      let isUnion = isUnion(holding)
      let lists = parts.compactMap { part in
        !isUnion && part.saysNothing(holding)
          ? nil : part.boxes(holding: holding, columns, constants, any)
      }
      if isUnion { return lists.flatMap(\.self) }
      return lists.met(any.count)
    }
  }

  /// By De Morgan, `any` that holds and `all` that does not are unions.
  private func isUnion(_ holding: Bool) -> Bool {
    if case .any = self { holding } else { !holding }
  }

  /// Whether it takes nothing away where all parts have to hold: the many cells left open.
  private func saysNothing(_ holding: Bool) -> Bool {
    if case .tests(_, let tests) = self, holding, case .any? = tests.first { true } else { false }
  }

  /// Whether it falls into few enough boxes to be taken apart.
  var isManageable: Bool { size(holding: true) <= Formula.limit }

  private func size(holding: Bool) -> Int {
    switch self {
    case .constant, .tests: return 1
    case .not(let inner): return inner.size(holding: !holding)
    case .all(let parts), .any(let parts):
      let sizes = parts.map { $0.size(holding: holding) }
      if isUnion(holding) { return min(sizes.reduce(0, +), Formula.limit + 1) }
      return sizes.reduce(1) { min($0 * max($1, 1), Formula.limit + 1) }
    }
  }
}

extension [Stretches?] {
  /// What two boxes have in common; nil if nothing.
  func met(by other: [Stretches?]) -> [Stretches?]? {
    var result = self
    for (column, set) in other.enumerated() {
      guard let set else { continue }
      guard let own = result[column] else {
        result[column] = set
        continue
      }
      let both = own & set
      if both.isEmpty { return nil }
      result[column] = both
    }
    return result
  }
}

extension [[[Stretches?]]] {
  /// What boxes of all lists have in common.
  func met(_ columns: Int) -> [[Stretches?]] {
    reduce([[Stretches?](repeating: nil, count: columns)]) { boxes, list in
      boxes.flatMap { box in list.compactMap { box.met(by: $0) } }
    }
  }
}
