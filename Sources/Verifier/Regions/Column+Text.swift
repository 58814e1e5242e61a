internal import Model
internal import SourceText

extension Column {
  /// Some regions in the words of a cell: `[5000..50000)`, `邻里, 物业`; nil for all of them.
  ///
  /// - Parameter limit: how many parts are written; more are left out (`…`).
  func words(_ set: Bits, in program: Program, atMost limit: Int = .max) -> String? {
    if set.count == regions.all.count { return nil }
    let text = ProgramText(program)
    let literal = { (value: Value) in text.value(value, of: expression.type) }
    let hasNull = regions.all.last?.kind == .null
    let count = regions.all.count - (hasNull ? 1 : 0)
    let values = set.members.filter { $0 < count }
    if values.count == count { return "not(null)" }
    let isStretched = regions.all.contains { if case .between = $0.kind { true } else { false } }
    var parts = isStretched ? stretches(values, count, literal) : words(values, count, literal)
    if hasNull, set.contains(count) { parts.append("null") }
    if parts.count > limit { parts.replaceSubrange(limit..., with: ["…"]) }
    return parts.joined(separator: ", ")
  }

  /// Words one by one, or all but some.
  private func words(
    _ values: [Int], _ count: Int, _ literal: (Value) -> String
  ) -> [String] {
    let isOther = values.contains { regions.all[$0].kind == .other }
    guard isOther else { return values.map { literal(regions.all[$0].witness) } }
    let missing = (0..<count).filter { !values.contains($0) }
    let words = missing.map { literal(regions.all[$0].witness) }.joined(separator: ", ")
    return ["not(\(words))"]
  }

  /// Neighbours on the line as one stretch.
  private func stretches(
    _ values: [Int], _ count: Int, _ literal: (Value) -> String
  ) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for value in values {
      if let last = runs.last, last.upperBound + 1 == value {
        runs[runs.count - 1] = last.lowerBound...value
      } else {
        runs.append(value...value)
      }
    }
    return runs.map { run in
      let low = run.lowerBound == 0 ? nil : edge(run.lowerBound, isLow: true)
      let high = run.upperBound == count - 1 ? nil : edge(run.upperBound, isLow: false)
      return stretch(low, high, literal)
    }
  }

  private typealias Edge = (value: Value, isIncluded: Bool)

  private func edge(_ region: Int, isLow: Bool) -> Edge? {
    switch regions.all[region].kind {
    case .only(let value): (value, true)
    case .between(let low, let high): (isLow ? low : high).map { ($0, false) }
    case .null, .other: nil
    }
  }

  private func stretch(
    _ low: Edge?, _ high: Edge?, _ literal: (Value) -> String
  ) -> String {
    switch (low, high) {
    case (nil, nil): "-"
    case (let low?, nil): (low.isIncluded ? ">= " : "> ") + literal(low.value)
    case (nil, let high?): (high.isIncluded ? "<= " : "< ") + literal(high.value)
    case (let low?, let high?) where low.value == high.value: literal(low.value)
    case (let low?, let high?):
      (low.isIncluded ? "[" : "(") + literal(low.value) + ".." + literal(high.value)
        + (high.isIncluded ? "]" : ")")
    }
  }
}
