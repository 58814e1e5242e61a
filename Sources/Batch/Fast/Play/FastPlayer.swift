internal import Model
internal import SourceText

/// The memory of one case that is stepped by a plan's tables, used again for case after case. What
/// it cannot say, it leaves: a function that gives false has met something for the engine.
struct FastPlayer: ~Copyable {
  let tables: PinnedPlan
  let chart: PinnedChart
  let hasChart: Bool
  /// Of moments that say none, in minutes.
  let offset: Int32
  /// How many words the scanner knows.
  let wordCount: Int
  /// By fact.
  let facts: PinnedTable<Packed>
  /// By fact: the number of the object that stated it last, so that none states it twice.
  let stamps: PinnedTable<Int32>
  var stamp: Int32 = 0
  let variables: PinnedTable<Packed>
  private let startVariables: PinnedTable<Packed>
  /// By decision: the row that `decide` froze; -1 unless frozen.
  let frozen: PinnedTable<Int32>
  var configuration: UInt64 = 0
  var isFinished = false
  /// What the event in hand carries.
  let payload: PinnedTable<Packed>
  /// Internal events, and behind one another what they carry.
  let queue: PinnedTable<Int32>
  let queuedPayload: PinnedTable<Packed>
  var queueHead = 0
  var queueEnd = 0
  /// Transitions that are taken together.
  let taken: PinnedTable<Int32>
  var takenCount = 0

  /// Events that may wait, and transitions that may be taken together, before it is for the engine.
  static var queueLimit: Int { 128 }

  init(_ plan: FastPlan) {
    tables = PinnedPlan(plan)
    chart = PinnedChart(plan.chart)
    hasChart = plan.chart != nil
    offset = plan.offset
    wordCount = plan.names.known.count
    let program = plan.program
    facts = PinnedTable(repeating: .unknown, count: program.facts.count)
    stamps = PinnedTable(repeating: 0, count: program.facts.count)
    var pool = TextPool()
    for text in plan.texts { _ = pool.index(of: text) }
    startVariables = PinnedTable(
      program.variables.elements.map { pool.pack($0.start) ?? .unclear })
    variables = PinnedTable(repeating: 0, count: program.variables.count)
    frozen = PinnedTable(repeating: -1, count: program.decisions.count)
    let width = plan.chart?.payloadWidth ?? 0
    payload = PinnedTable(repeating: .unknown, count: width)
    queue = PinnedTable(repeating: 0, count: Self.queueLimit)
    queuedPayload = PinnedTable(repeating: .unknown, count: Self.queueLimit * width)
    taken = PinnedTable(repeating: 0, count: 64)
  }

  deinit {
    tables.free()
    chart.free()
    facts.free()
    stamps.free()
    variables.free()
    startVariables.free()
    frozen.free()
    payload.free()
    queue.free()
    queuedPayload.free()
    taken.free()
  }

  /// Forgets the case before.
  mutating func begin() {
    facts.fill(.unknown)
    for index in 0..<variables.count { variables[index] = startVariables[index] }
    frozen.fill(-1)
    configuration = 0
    isFinished = false
    (queueHead, queueEnd) = (0, 0)
  }

  /// States a fact as an entry does; false where it may not be stated so.
  @inline(__always)
  mutating func state(_ fact: Int, _ value: Packed) -> Bool {
    let slot = tables.slots[fact]
    if slot.isFixed, facts[fact] != .unknown, facts[fact] != value { return false }
    guard fits(value, slot) else { return false }
    facts[fact] = value
    return true
  }

  @inline(__always)
  func fits(_ value: Packed, _ slot: PinnedPlan.Slot) -> Bool {
    if value.isPlain { return value >= slot.minimum && value <= slot.maximum }
    return value == .null && slot.isOptional
  }

  /// What a small program comes to.
  func evaluate(_ index: Int32) -> Packed {
    let node = tables.nodes[index]
    switch node.operation {
    case .constant: return node.value
    case .fact: return facts[node.one]
    case .variable: return variables[node.one]
    case .payload: return payload[node.one]
    case .isActive: return configuration >> UInt64(node.one) & 1 == 0 ? 0 : 1
    case .decision: return output(of: Int(node.one), read: Int(node.other))
    case .isKnown: return facts[node.one] == .unknown ? 0 : 1
    case .not:
      let value = evaluate(node.one)
      return value.isPlain ? 1 - value : clear(value)
    case .and:
      let one = evaluate(node.one)
      if one == 0 { return 0 }
      guard one.isPlain else { return clear(one) }
      return clear(evaluate(node.other))
    case .or:
      let one = evaluate(node.one)
      if one == 1 { return 1 }
      guard one.isPlain else { return clear(one) }
      return clear(evaluate(node.other))
    case .choose:
      let condition = evaluate(Int32(node.value))
      guard condition.isPlain else { return clear(condition) }
      return evaluate(condition == 1 ? node.one : node.other)
    default: return combine(node)
    }
  }

  private func combine(_ node: CodeNode) -> Packed {
    let one = evaluate(node.one)
    let other = evaluate(node.other)
    switch node.operation {
    case .equal, .notEqual:
      guard isKnown(one), isKnown(other) else { return .unclear }
      return (one == other) == (node.operation == .equal) ? 1 : 0
    case .testLess, .testLessOrEqual:
      if one == .null || other == .null { return isKnown(one) && isKnown(other) ? 0 : .unclear }
    default: break
    }
    guard one.isPlain, other.isPlain else { return .unclear }
    switch node.operation {
    case .less, .testLess: return one < other ? 1 : 0
    case .lessOrEqual, .testLessOrEqual: return one <= other ? 1 : 0
    default: return sum(node, one, other)
    }
  }

  private func sum(_ node: CodeNode, _ one: Packed, _ other: Packed) -> Packed {
    let (result, overflow) =
      node.operation == .add
      ? one.addingReportingOverflow(other) : one.subtractingReportingOverflow(other)
    // Far from where special values are, and from numbers of more than 34 digits.
    return overflow || result.magnitude > 1 << 60 ? .unclear : result
  }

  @inline(__always)
  private func isKnown(_ value: Packed) -> Bool { value.isPlain || value == .null }

  /// A condition that is unknown or null is for the engine.
  @inline(__always)
  private func clear(_ value: Packed) -> Packed { value.isPlain ? value : .unclear }
}
