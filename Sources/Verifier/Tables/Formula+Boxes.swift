internal import Model
internal import SourceText

extension Formula {
  /// How many boxes one row may fall into; one with more is taken whole, as if it might match
  /// anywhere its first boxes do.
  private static let limit = 512

  /// The boxes in which it holds: by column the regions, nil for all of them.
  func boxes(_ columns: [Column], _ constants: Constants) -> [[Bits?]] {
    let any = [Bits?](repeating: nil, count: columns.count)
    return boxes(holding: true, columns, constants, any)
  }

  private func boxes(
    holding: Bool, _ columns: [Column], _ constants: Constants, _ any: [Bits?]
  ) -> [[Bits?]] {
    switch self {
    case .constant(let value): return value == holding ? [any] : []
    case .not(let inner): return inner.boxes(holding: !holding, columns, constants, any)
    case .tests(let column, let tests):
      let regions = columns[column].regions.all
      let set = Bits(limit: regions.count) {
        constants.hold(tests, of: regions[$0].witness) == holding
      }
      if set.isEmpty { return [] }
      if set.count == regions.count { return [any] }
      var box = any
      box[column] = set
      return [box]
    case .all(let parts), .any(let parts):
      let lists = parts.map { $0.boxes(holding: holding, columns, constants, any) }
      if isUnion(holding) { return lists.flatMap(\.self) }
      return lists.reduce([any]) { boxes, list in
        boxes.flatMap { box in list.compactMap { box.met(by: $0) } }
      }
    }
  }

  /// By De Morgan, `any` that holds and `all` that does not are unions.
  private func isUnion(_ holding: Bool) -> Bool {
    if case .any = self { holding } else { !holding }
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

extension [Bits?] {
  /// What two boxes have in common; nil if nothing.
  func met(by other: [Bits?]) -> [Bits?]? {
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
