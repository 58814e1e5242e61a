internal import Model

extension Regions {
  /// The regions whose values pass tests, or do not.
  ///
  /// What tests say changes at their own constants alone, so between two of these one region is
  /// asked for all: a column of thousands of regions costs no more than one of few.
  func stretches(
    where tests: [UnaryTest], are holding: Bool, _ constants: Constants
  ) -> Stretches {
    var set = Stretches()
    guard let own = constants.constants(in: tests), all.count > 2 * own.count + 4 else {
      for place in all.indices where constants.hold(tests, of: all[place].witness) == holding {
        set.append(place..<(place + 1))
      }
      return set
    }
    for run in isLine ? runs(between: own) : [] where holds(tests, run, constants) == holding {
      set.append(run)
    }
    return isLine ? set : points(where: tests, are: holding, own, constants)
  }

  private func holds(_ tests: [UnaryTest], _ run: Range<Int>, _ constants: Constants) -> Bool {
    constants.hold(tests, of: all[run.lowerBound].witness)
  }

  /// The line cut before and after each constant, null by itself.
  private func runs(between own: [Value]) -> [Range<Int>] {
    let end = all.last?.kind == .null ? all.count - 1 : all.count
    var cuts: Set<Int> = [0, end, all.count]
    for value in own where value != .null {
      let place = firstIndex(notBefore: value)
      cuts.insert(place)
      if place < end, all[place].kind == .only(value) { cuts.insert(place + 1) }
    }
    let sorted = cuts.sorted()
    return zip(sorted, sorted.dropFirst()).map { $0..<$1 }
  }

  /// Values without an order: each constant by itself, and all other values alike.
  private func points(
    where tests: [UnaryTest], are holding: Bool, _ own: [Value], _ constants: Constants
  ) -> Stretches {
    let own = Set(own)
    var others: Bool?
    var set = Stretches()
    for (place, region) in all.enumerated() {
      let isOwn = region.kind == .null || own.contains(region.witness)
      let holds =
        isOwn
        ? constants.hold(tests, of: region.witness)
        : others ?? constants.hold(tests, of: region.witness)
      if !isOwn { others = holds }
      if holds == holding { set.append(place..<(place + 1)) }
    }
    return set
  }
}
