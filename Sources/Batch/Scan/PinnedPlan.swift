internal import CJSONLines
internal import Model
internal import SourceText

/// A plan's tables as C reads them.
@safe final class PinnedPlan {
  private var memory = PinnedMemory()
  private var tables = unsafe tp_plan()
  let factCount: Int
  private(set) var stateCount = 0
  /// By decision: which of the results are its own: by row, then otherwise, then null.
  private(set) var resultsByDecision: [Range<Int>] = []

  var resultCount: Int { resultsByDecision.last?.upperBound ?? 0 }

  init(_ plan: FastPlan) {
    factCount = plan.program.facts.count
    let layout = ValueLayout(plan)
    unsafe tables.fact_count = Int32(factCount)
    unsafe tables.variable_count = Int32(plan.program.variables.count)
    unsafe tables.payload_width = Int32(plan.chart?.payloadWidth ?? 0)
    unsafe tables.value_count = Int32(layout.values.count)
    unsafe tables.values = memory.pin(layout.values)
    unsafe tables.nodes = memory.pin(plan.nodes.map(layout.node))
    unsafe tables.offset = plan.offset
    pin(plan.names)
    pinDecisions(plan, layout)
    if let chart = plan.chart {
      let cells = ChartCells(chart, plan)
      pin(chart, cells, layout)
      // A move knows where it ends, not what it passes.
      if chart.given == 0, let moves = ChartMoves(chart, cells, plan, layout) { pin(moves, chart) }
    }
    pin(ResultTexts(plan))
  }

  /// The tables as they lie in memory, each by its address, then the plan that names them by those
  /// addresses.
  var image: [UInt8] {
    let plan = unsafe withUnsafeBytes(of: tables) { unsafe Array($0) }
    return memory.image + [UInt8](number: plan.count) + plan
  }

  /// Lends the tables.
  func withTables<Result>(_ use: (UnsafePointer<tp_plan>) -> Result) -> Result {
    unsafe withUnsafePointer(to: tables) { unsafe use($0) }
  }

  /// Tables by the scanner's word: it counts from 1, and 0 is none.
  private func pin(_ names: PlannedNames) {
    let count = names.known.count
    unsafe tables.word_count = Int32(count + 1)
    unsafe tables.members = memory.pin([0] + names.members.map(\.rawValue))
    unsafe tables.fact_names = memory.pin([-1] + names.facts)
    unsafe tables.event_names = memory.pin([-1] + names.events)
    unsafe tables.role_names = memory.pin([-1] + names.roles)
    unsafe tables.text_names = memory.pin([-1] + names.texts)
    // Of each type's words the first place is none's.
    let types = count == 0 ? 0 : names.words.count / count
    unsafe tables.words = memory.pin(
      (0..<types).flatMap { [-1] + names.words[($0 * count)..<(($0 + 1) * count)] })
    unsafe tables.slots = memory.pin(names.slots.map { tp_slot($0, wordCount: count) })
    var fields: [tp_slot] = []
    var spans: [tp_span] = []
    for own in names.fields {
      spans.append(tp_span(start: Int32(fields.count), count: Int32(own.count)))
      fields += own.map { tp_slot($0, wordCount: count) }
    }
    unsafe tables.field_spans = memory.pin(spans)
    unsafe tables.fields = memory.pin(fields)
    unsafe tables.field_names = memory.pin(names.fieldNames.flatMap { [-1] + $0 })
  }

  private func pinDecisions(_ plan: FastPlan, _ layout: ValueLayout) {
    var decisions: [tp_decision] = []
    var columns: [tp_column] = []
    var masks: [UInt64] = []
    var bounds: [Packed] = []
    for decision in plan.decisions {
      guard let table = decision.table else {
        decisions.append(tp_decision(value: layout.operand(decision.node)))
        continue
      }
      let span = tp_span(start: Int32(columns.count), count: Int32(table.columns.count))
      decisions.append(tp_decision(table, columns: span))
      columns += table.columns.map {
        tp_column(
          $0, input: layout.operand($0.node), masks: masks.count, width: table.width,
          bounds: bounds.count)
      }
      masks += table.masks
      bounds += table.bounds
    }
    unsafe tables.decision_count = Int32(decisions.count)
    unsafe tables.decisions = memory.pin(decisions)
    unsafe tables.columns = memory.pin(columns)
    unsafe tables.masks = memory.pin(masks)
    unsafe tables.bounds = memory.pin(bounds)
    var reads: [Int32] = []
    var outputs: [Packed] = []
    for read in 0..<(plan.decisions.map(\.outputs.count).max() ?? 0) {
      reads.append(Int32(outputs.count))
      for decision in plan.decisions where read < decision.outputs.count {
        outputs += decision.outputs[read]
      }
    }
    unsafe tables.reads = memory.pin(reads)
    unsafe tables.outputs = memory.pin(outputs)
  }

  private func pin(_ chart: ChartPlan, _ cells: ChartCells, _ layout: ValueLayout) {
    stateCount = chart.states.count
    unsafe tables.has_chart = true
    unsafe tables.ignores_unhandled = chart.ignoresUnhandled
    unsafe tables.has_eventless = chart.hasEventless
    unsafe tables.state_count = Int32(chart.states.count)
    unsafe tables.event_count = Int32(chart.eventCount)
    unsafe tables.states = memory.pin(chart.states.map(tp_state.init))
    unsafe tables.arcs = memory.pin(
      chart.arcs.map { tp_arc($0, condition: layout.condition($0.condition)) })
    unsafe tables.actions = memory.pin(cells.actions.map(layout.action))
    unsafe tables.arguments = memory.pin(chart.arguments.map(layout.operand))
    unsafe tables.candidates = memory.pin(chart.candidates.map(tp_span.init))
    unsafe tables.order = memory.pin(chart.order)
    unsafe tables.cells = memory.pin(cells.spans.map(tp_span.init))
    unsafe tables.edges = memory.pin(
      cells.edges.map { tp_edge($0, condition: layout.condition($0.condition)) })
    if let opening = cells.opening {
      unsafe tables.has_opening = true
      unsafe tables.opening = tp_edge(opening, condition: layout.condition(-1))
    }
    unsafe tables.is_direct = memory.pin(cells.isDirect)
    unsafe tables.homes = memory.pin(chart.states.indices.map(chart.configuration))
    unsafe tables.permitted = memory.pin(
      chart.permitted.map { roles in
        roles.isEmpty ? ~0 : roles.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
      })
    unsafe tables.role_conditions = memory.pin(chart.roleConditions.map(layout.condition))
    unsafe tables.opening_entries = chart.opening.entries
    unsafe tables.opening_defaults = chart.opening.byDefault
    unsafe tables.atomic = chart.atomic
    unsafe tables.given = chart.given
  }

  private func pin(_ moves: ChartMoves, _ chart: ChartPlan) {
    let count = chart.eventCount
    unsafe tables.moves = memory.pin(
      moves.moves.enumerated().map { place, move in
        let state = chart.states[place / count]
        return tp_move(
          move, in: place / count, isEnd: state.isFinal && state.parent == 0, eventCount: count)
      })
    unsafe tables.limits = memory.pin(moves.limits.map(tp_limit.init))
  }

  private func pin(_ texts: ResultTexts) {
    resultsByDecision = texts.resultsByDecision
    // What is copied in blocks is read beyond its end.
    unsafe tables.text = memory.pin(
      texts.bytes + [UInt8](repeating: 0, count: LineScanner.padding))
    unsafe tables.text_length = UInt32(texts.bytes.count)
    unsafe tables.head = tp_piece(texts.head)
    unsafe tables.no_id = tp_piece(texts.noID)
    unsafe tables.no_state = tp_piece(texts.noState)
    unsafe tables.behind_states = tp_piece(texts.behindStates)
    unsafe tables.end = tp_piece(texts.end)
    unsafe tables.first_states = memory.pin(texts.firstStates.map(tp_piece.init))
    unsafe tables.later_states = memory.pin(texts.laterStates.map(tp_piece.init))
    unsafe tables.only_states = memory.pin(texts.onlyStates.map(tp_piece.init))
    unsafe tables.results = memory.pin(texts.results.map(tp_piece.init))
    unsafe tables.result_starts = memory.pin(
      texts.resultsByDecision.map { Int32($0.lowerBound) })
    unsafe tables.result_count = Int32(texts.results.count)
  }
}
