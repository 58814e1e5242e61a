internal import CJSONLines

// Rows of tables as C reads them, made of those of a plan.

extension tp_slot {
  /// - Parameter wordCount: how many words the scanner knows.
  init(_ slot: PlannedNames.Slot, wordCount: Int) {
    let kind =
      switch slot.packing {
      case nil: TP_NONE
      case .boolean: TP_BOOLEAN
      case .number: TP_NUMBER
      case .integer: TP_INTEGER
      case .word: TP_WORD
      case .text: TP_TEXT
      case .day: TP_DAY
      case .moment: TP_MOMENT
      }
    // One place more for each type: that of no word.
    let types = wordCount == 0 ? 0 : slot.words / Int32(wordCount)
    self.init(
      minimum: slot.minimum, maximum: slot.maximum, words: slot.words + types,
      kind: UInt8(kind), is_optional: slot.isOptional, is_fixed: slot.isFixed)
  }
}

extension tp_decision {
  /// A value.
  init(value: tp_operand) {
    self.init()
    self.value = value
  }

  init(_ table: TablePlan, columns: tp_span) {
    self.init()
    self.columns = columns
    width = Int32(table.width)
    row_count = Int32(table.rowCount)
    is_table = true
    is_unique = table.isUnique
    has_otherwise = table.hasOtherwise
  }
}

extension tp_column {
  /// The same in tables where its own begins further on; masks are counted in words.
  init(
    _ column: TablePlan.Column, input: tp_operand, masks start: Int, width: Int, bounds: Int
  ) {
    func place(_ mask: Int32) -> Int32 { Int32(start + Int(mask) * width) }
    self.init(
      input: input, masks: place(column.masks), bounds: Int32(bounds) + column.bounds,
      bound_count: column.count, indifferent: place(column.indifferent),
      null_mask: column.null < 0 ? -1 : place(column.null), is_dense: column.isDense)
  }
}

extension tp_span {
  init(_ span: ChartPlan.Span) { self.init(start: span.start, count: span.count) }
}

extension tp_piece {
  init(_ span: ByteSpan) { self.init(start: UInt32(span.start), length: UInt32(span.count)) }
}

extension tp_arc {
  init(_ arc: ChartPlan.Arc, condition: tp_operand) {
    self.init(
      condition: condition, source: arc.source, source_end: arc.sourceEnd, exits: arc.exits,
      entries: arc.entries, by_default: arc.byDefault, actions: tp_span(arc.actions))
  }
}

extension tp_edge {
  init(_ edge: ChartCells.Edge, condition: tp_operand) {
    self.init(
      condition: condition, leaf: edge.leaf, configuration: edge.configuration,
      actions: tp_span(edge.actions), finishes: edge.finishes)
  }
}

extension tp_move {
  /// - Parameters:
  ///   - state: the one that it is in.
  ///   - eventCount: how many moves each state has.
  init(_ move: ChartMoves.Move, in state: Int, isEnd: Bool, eventCount: Int) {
    let interval = move.interval
    self.init(
      low: interval.low, span: UInt64(bitPattern: interval.high &- interval.low),
      place: interval.place, leaf: Int16(state), is_end: isEnd,
      arms: (
        tp_arm(move.otherwise, eventCount: eventCount), tp_arm(move.then, eventCount: eventCount)
      ))
  }
}

extension tp_arm {
  init(_ arm: ChartMoves.Arm, eventCount: Int) {
    self.init(
      amount: arm.amount,
      row: arm.leaf < 0 ? -1 : arm.leaf * Int32(eventCount * MemoryLayout<tp_move>.stride),
      target: UInt16(arm.target), source: UInt16(arm.source))
  }
}

extension tp_limit {
  init(_ limit: ChartMoves.Limit) {
    // One that lets nothing through is no move's.
    self.init(
      minimum: limit.minimum, span: UInt64(bitPattern: limit.maximum &- limit.minimum))
  }
}

extension tp_state {
  init(_ state: ChartPlan.State) {
    self.init(
      entry: tp_span(state.entry), exit: tp_span(state.exit), initial: tp_span(state.initial),
      is_final: state.isFinal, is_parallel: state.isParallel, parent: state.parent,
      children: state.children, final_children: state.finalChildren,
      done_event: state.doneEvent)
  }
}
