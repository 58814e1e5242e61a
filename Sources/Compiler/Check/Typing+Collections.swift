import Model
import SourceText
import Syntax

// Lists and ranges as written, and whether names are fields of a record.
extension Typing {
  mutating func typeList(
    _ elements: [ExpressionTree], _ span: Span, hint: ValueType?
  ) -> Expression? {
    var wanted: ValueType?
    if case .list(let element)? = hint?.unwrapped { wanted = element }
    // An element that speaks for itself tells the words and `null`s among the others what they are.
    let speaker = wanted == nil ? elements.firstIndex { !needsHint($0) } : nil
    let spoken = speaker.flatMap { type(elements[$0]) }
    if speaker != nil, spoken == nil { return nil }
    var items: [Expression] = []
    for (place, element) in elements.enumerated() {
      let told = needsHint(element) ? spoken?.type.unwrapped : nil
      let item = place == speaker ? spoken : type(element, hint: wanted ?? told)
      if let item { items.append(item) }
    }
    guard items.count == elements.count else { return nil }
    guard let common = commonType(items) else {
      report(.unlikeElements(items, wording: wording))
      return nil
    }
    let asWanted = items.map { relabelled($0, as: wanted ?? common) }
    let fits = wanted.map { wanted in asWanted.allSatisfy { $0.type.fits(wanted) } } ?? false
    return Expression(
      .list(asWanted), type: .list(fits ? wanted ?? common : common), span: span)
  }

  /// Whether the names are fields of the record, with none missing that is not optional.
  mutating func areFields(
    _ names: [Located<String>], of record: RecordType, _ span: Span
  ) -> Bool {
    var isSound = true
    for name in names where record.index(of: name.value) == nil {
      report(.unknownField(name, of: record))
      isSound = false
    }
    guard isSound else { return false }
    let given = Set(names.map(\.value))
    let missing = record.fields.filter { !given.contains($0.name) && !$0.type.isOptional }
    if !missing.isEmpty {
      report(.missingFields(missing.map(\.name), at: span))
      isSound = false
    }
    return isSound
  }

  mutating func typeRange(_ node: RangeNode, _ span: Span, hint: ValueType?) -> Expression? {
    var wanted: ValueType?
    if case .range(let bound)? = hint?.unwrapped { wanted = bound }
    return range(node, span, hint: wanted)
  }

  /// A range of values that can be compared with the given one.
  mutating func range(_ node: RangeNode, _ span: Span, of value: Expression) -> Expression? {
    guard let range = range(node, span, hint: value.type.unwrapped) else { return nil }
    guard case .range(let bound) = range.type, bound.isLike(value.type) else {
      report(.unlikeRange(range, value, wording: wording))
      return nil
    }
    return range
  }

  private mutating func range(
    _ node: RangeNode, _ span: Span, hint: ValueType?
  ) -> Expression? {
    let (low, high) = bounds(node, hint: hint)
    guard (low == nil) == (node.low == nil), (high == nil) == (node.high == nil) else {
      return nil
    }
    let bounds = [low, high].compactMap(\.self)
    guard let common = commonType(bounds) else {
      report(.unlikeElements(bounds, wording: wording))
      return nil
    }
    guard isOrdered(common) else {
      report(.unorderedRange(wording.text(common), at: span))
      return nil
    }
    guard isForward(low, high, node, span) else { return nil }
    return Expression(
      .range(
        low: low.map { relabelled($0, as: common) }, isLowIncluded: node.isLowIncluded,
        high: high.map { relabelled($0, as: common) }, isHighIncluded: node.isHighIncluded),
      type: .range(common), span: span)
  }

  /// Both bounds, the one that speaks for itself first.
  private mutating func bounds(
    _ node: RangeNode, hint: ValueType?
  ) -> (low: Expression?, high: Expression?) {
    if hint == nil, let tree = node.low, needsHint(tree) {
      let high = node.high.flatMap { bound($0, hint: nil) }
      return (bound(tree, hint: high?.type.unwrapped), high)
    }
    let low = node.low.flatMap { bound($0, hint: hint) }
    return (low, node.high.flatMap { bound($0, hint: hint ?? low?.type.unwrapped) })
  }

  private mutating func bound(_ tree: ExpressionTree, hint: ValueType?) -> Expression? {
    guard let bound = type(tree, hint: hint), isNotNull(bound) else { return nil }
    return hint.map { relabelled(bound, as: $0) } ?? bound
  }

  /// Whether a range between two literals holds any value.
  private mutating func isForward(
    _ low: Expression?, _ high: Expression?, _ node: RangeNode, _ span: Span
  ) -> Bool {
    guard let one = low?.constant, let other = high?.constant else { return true }
    let isBackward = other.isKnown(before: one)
    let isEmpty = one == other && !(node.isLowIncluded && node.isHighIncluded)
    guard isBackward || isEmpty else { return true }
    report(.emptyRange(isBackward: isBackward, at: span))
    return false
  }
}

extension Value {
  /// Whether this literal comes before another of the same ordered type.
  func isKnown(before other: Value) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let other)): one < other
    case (.date(let one), .date(let other)): one < other
    case (.dateTime(let one), .dateTime(let other)): one < other
    case (.dayTimeDuration(let one), .dayTimeDuration(let other)): one < other
    case (.yearMonthDuration(let one), .yearMonthDuration(let other)): one < other
    case (.text(let one), .text(let other)): one < other
    case (.word(let one, let index), .word(let other, let limit)): one == other && index < limit
    default: false
    }
  }
}
