internal import Model
internal import SourceText

/// A plan's tables, pinned for one player.
struct PinnedPlan {
  /// What a value is read as, and by what rules.
  struct Slot {
    enum Kind: UInt8 {
      case none
      case boolean
      case number
      case integer
      case word
      case text
      case day
      case moment
    }

    var kind: Kind
    var isOptional: Bool
    var isFixed: Bool
    var minimum: Packed
    var maximum: Packed
    var words: Int32

    init(_ slot: PlannedNames.Slot) {
      kind =
        switch slot.packing {
        case nil: .none
        case .boolean: .boolean
        case .number: .number
        case .integer: .integer
        case .word: .word
        case .text: .text
        case .day: .day
        case .moment: .moment
        }
      isOptional = slot.isOptional
      isFixed = slot.isFixed
      minimum = slot.minimum
      maximum = slot.maximum
      words = slot.words
    }
  }

  /// A decision: a table, or else a small program.
  struct Decision {
    var node: Int32
    var columns: ChartPlan.Span
    var width: Int
    var rowCount: Int32
    var isUnique: Bool
    var hasOtherwise: Bool
  }

  let nodes: PinnedTable<CodeNode>
  let decisions: PinnedTable<Decision>
  let columns: PinnedTable<TablePlan.Column>
  let masks: PinnedTable<UInt64>
  let bounds: PinnedTable<Packed>
  /// By read: where its outputs begin.
  let reads: PinnedTable<Int32>
  let outputs: PinnedTable<Packed>
  let slots: PinnedTable<Slot>
  let members: PinnedTable<PlannedNames.Member>
  let factNames: PinnedTable<Int32>
  let eventNames: PinnedTable<Int32>
  let roleNames: PinnedTable<Int32>
  let textNames: PinnedTable<Int64>
  let words: PinnedTable<Int32>
  /// By event: its fields among `fields`; their names by event and word.
  let fieldSpans: PinnedTable<ChartPlan.Span>
  let fields: PinnedTable<Slot>
  let fieldNames: PinnedTable<Int32>

  init(_ plan: FastPlan) {
    nodes = PinnedTable(plan.nodes)
    var decisions: [Decision] = []
    var columns: [TablePlan.Column] = []
    var masks: [UInt64] = []
    var bounds: [Packed] = []
    for decision in plan.decisions {
      var pinned = Decision(
        node: decision.node, columns: .none, width: 1, rowCount: 0, isUnique: false,
        hasOtherwise: false)
      if let table = decision.table {
        pinned.columns = .init(start: Int32(columns.count), count: Int32(table.columns.count))
        pinned.width = table.width
        pinned.rowCount = Int32(table.rowCount)
        pinned.isUnique = table.isUnique
        pinned.hasOtherwise = table.hasOtherwise
        columns += table.columns.map {
          $0.moved(masks: masks.count, width: table.width, bounds: bounds.count)
        }
        masks += table.masks
        bounds += table.bounds
      }
      decisions.append(pinned)
    }
    self.decisions = PinnedTable(decisions)
    self.columns = PinnedTable(columns)
    self.masks = PinnedTable(masks)
    self.bounds = PinnedTable(bounds)
    let count = plan.decisions.map(\.outputs.count).max() ?? 0
    var outputs: [Packed] = []
    reads = PinnedTable(
      (0..<count).map { read in
        defer {
          for decision in plan.decisions where read < decision.outputs.count {
            outputs += decision.outputs[read]
          }
        }
        return Int32(outputs.count)
      })
    self.outputs = PinnedTable(outputs)
    let names = plan.names
    slots = PinnedTable(names.slots.map(Slot.init))
    members = PinnedTable(names.members)
    factNames = PinnedTable(names.facts)
    eventNames = PinnedTable(names.events)
    roleNames = PinnedTable(names.roles)
    textNames = PinnedTable(names.texts)
    words = PinnedTable(names.words)
    var fields: [Slot] = []
    fieldSpans = PinnedTable(
      names.fields.map { own in
        defer { fields += own.map(Slot.init) }
        return .init(start: Int32(fields.count), count: Int32(own.count))
      })
    self.fields = PinnedTable(fields)
    fieldNames = PinnedTable(names.fieldNames.flatMap(\.self))
  }

  func free() {
    nodes.free()
    decisions.free()
    columns.free()
    masks.free()
    bounds.free()
    reads.free()
    outputs.free()
    slots.free()
    members.free()
    factNames.free()
    eventNames.free()
    roleNames.free()
    textNames.free()
    words.free()
    fieldSpans.free()
    fields.free()
    fieldNames.free()
  }
}

/// A chart's tables, pinned.
struct PinnedChart {
  let states: PinnedTable<ChartPlan.State>
  let arcs: PinnedTable<ChartPlan.Arc>
  let actions: PinnedTable<ChartPlan.Action>
  let arguments: PinnedTable<Int32>
  let candidates: PinnedTable<ChartPlan.Span>
  let order: PinnedTable<Int32>
  /// By event: the roles that may fire it, a bit each; all bits for anyone.
  let permitted: PinnedTable<UInt64>
  let roleConditions: PinnedTable<Int32>
  let eventCount: Int
  let hasEventless: Bool
  let openingEntries: UInt64
  let openingDefaults: UInt64
  let ignoresUnhandled: Bool
  let atomic: UInt64

  /// Of a rulebook without a workflow: nothing in it.
  init(_ plan: ChartPlan?) {
    states = PinnedTable(plan?.states ?? [])
    arcs = PinnedTable(plan?.arcs ?? [])
    actions = PinnedTable(plan?.actions ?? [])
    arguments = PinnedTable(plan?.arguments ?? [])
    candidates = PinnedTable(plan?.candidates ?? [])
    order = PinnedTable(plan?.order ?? [])
    permitted = PinnedTable(
      (plan?.permitted ?? []).map { roles in
        roles.isEmpty ? ~0 : roles.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
      })
    roleConditions = PinnedTable(plan?.roleConditions ?? [])
    eventCount = plan?.eventCount ?? 0
    hasEventless = plan?.hasEventless ?? false
    openingEntries = plan?.opening.entries ?? 0
    openingDefaults = plan?.opening.byDefault ?? 0
    ignoresUnhandled = plan?.ignoresUnhandled ?? false
    atomic = plan?.atomic ?? 0
  }

  func free() {
    states.free()
    arcs.free()
    actions.free()
    arguments.free()
    candidates.free()
    order.free()
    permitted.free()
    roleConditions.free()
  }
}

extension TablePlan.Column {
  /// The same in tables where its own begins further on; masks are counted in words.
  fileprivate func moved(masks start: Int, width: Int, bounds: Int) -> Self {
    var moved = self
    moved.masks = Int32(start + Int(masks) * width)
    moved.indifferent = Int32(start + Int(indifferent) * width)
    moved.null = null < 0 ? -1 : Int32(start + Int(null) * width)
    moved.bounds = Int32(bounds + Int(self.bounds))
    return moved
  }
}
