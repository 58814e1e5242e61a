internal import Model
internal import SourceText

/// Values that no constant tells apart.
struct Region: Hashable, Sendable {
  /// Which values these are.
  enum Kind: Hashable, Sendable {
    case null
    /// One value: a constant, a word, true or false.
    case only(Value)
    /// All between two neighbouring constants, without them; nil is unbounded.
    case between(Value?, Value?)
    /// All but the constants, of a type without an order that matters.
    case other
  }

  var kind: Kind
  /// One of the values.
  var witness: Value

  /// Whether a value is one of them; constants are never among all others.
  func holds(_ value: Value) -> Bool {
    switch kind {
    case .null: value == .null
    case .only(let only): value == only
    case .other: value != .null
    case .between(let low, let high):
      low.map { $0.precedes(value) == true } ?? (value != .null)
        && high.map { value.precedes($0) == true } ?? (value != .null)
    }
  }
}

/// All values of a type, cut at the constants that matter.
struct Regions: Hashable, Sendable {
  /// Ascending where the values have an order; null comes last.
  var all: [Region]
  /// Whether they lie on a line, so that neighbours read as one stretch.
  var isLine: Bool
  /// Whether every value of the type lies in one of them.
  var isComplete = true

  /// - Parameters:
  ///   - constants: values of the type at which it is cut, in any order, null among them maybe.
  ///   - minimum: bounds outside of which there are no values.
  init(
    _ type: ValueType, _ constants: [Value], _ program: Program, minimum: Value? = nil,
    maximum: Value? = nil
  ) {
    let constants = Regions.distinct(constants + [minimum, maximum].compactMap(\.self))
    var regions: [Region] = []
    isLine = false
    switch type.unwrapped {
    case .boolean: regions = [true, false].map { Region(kind: .only(.boolean($0))) }
    case .enumeration(let id):
      isLine = program.enumerations[id].isOrdered
      regions = program.enumerations[id].words.indices.map { Region(kind: .only(.word(id, $0))) }
    case .null, .nothing: break
    case .number, .money, .integer, .date, .dateTime, .dayTimeDuration, .yearMonthDuration:
      isLine = true
      regions = Regions.line(type.unwrapped, constants)
    default:
      regions = Regions.points(type.unwrapped, constants)
      isComplete = regions.last?.kind == .other
    }
    if let minimum { regions.removeAll { $0.witness.precedes(minimum) == true } }
    if let maximum { regions.removeAll { maximum.precedes($0.witness) == true } }
    if type.isOptional { regions.append(Region(kind: .null, witness: .null)) }
    all = regions
  }

  /// The region that a value lies in.
  func index(of value: Value) -> Int? {
    if isLine, value != .null {
      let place = firstIndex(notBefore: value)
      return [place, place - 1].first { all.indices.contains($0) && all[$0].holds(value) }
    }
    if let exact = all.firstIndex(where: { $0.kind == .only(value) }) { return exact }
    return all.firstIndex { $0.holds(value) }
  }

  /// On a line, the first region whose values are not all before a value.
  func firstIndex(notBefore value: Value) -> Int {
    var (low, high) = (0, all.last?.kind == .null ? all.count - 1 : all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].witness.precedes(value) == true {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  static func distinct(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { $0 != .null && seen.insert($0).inserted }
  }

  /// Constants, and the stretches between, before and after them that are not empty.
  private static func line(_ type: ValueType, _ constants: [Value]) -> [Region] {
    let sorted = constants.sorted { $0.precedes($1) == true }
    guard let first = sorted.first, let last = sorted.last else {
      return type.example.map { [Region(kind: .between(nil, nil), witness: $0)] } ?? []
    }
    var regions: [Region] = []
    if let before = first.moved(by: -1) {
      regions.append(Region(kind: .between(nil, first), witness: before))
    }
    for (value, next) in zip(sorted, sorted.dropFirst().map(Optional.some) + [nil]) {
      if value.fits(type) { regions.append(Region(kind: .only(value))) }
      if let next, let middle = value.middle(to: next, of: type) {
        regions.append(Region(kind: .between(value, next), witness: middle))
      }
    }
    if let after = last.moved(by: 1) {
      regions.append(Region(kind: .between(last, nil), witness: after))
    }
    return regions
  }

  /// Constants, and all other values.
  private static func points(_ type: ValueType, _ constants: [Value]) -> [Region] {
    let points = constants.filter { !type.hasFormat || $0.fits(type) }
      .map { Region(kind: .only($0)) }
    guard let other = type.value(besides: constants) else { return points }
    return points + [Region(kind: .other, witness: other)]
  }
}

extension Region {
  fileprivate init(kind: Kind) {
    guard case .only(let value) = kind else {
      preconditionFailure("a region of one value is its own witness")
    }
    self.init(kind: kind, witness: value)
  }
}
