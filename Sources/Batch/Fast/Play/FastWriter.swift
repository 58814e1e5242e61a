internal import Model
internal import SourceText

/// Writes what a player came to, in the words of `ResultText`, and counts it.
struct FastWriter: ~Copyable {
  private let bytes: PinnedTable<UInt8>
  /// By state: its path as JSON behind `"state":[`, and behind a comma.
  private let firstStates: PinnedTable<ByteSpan>
  private let laterStates: PinnedTable<ByteSpan>
  /// Behind one another by decision: by row, then otherwise, then null: `"name":value`.
  private let decisions: PinnedTable<ByteSpan>
  /// By decision: where it begins in `decisions` and in the counts of rows, and the place of null.
  private let starts: PinnedTable<Int>
  private let nulls: PinnedTable<Int>
  /// By decision: what it came to.
  private let rows: PinnedTable<Int>
  private let rowCounts: PinnedTable<Int>
  private let head: ByteSpan
  private let noID: ByteSpan
  private let noState: ByteSpan
  private let behindStates: ByteSpan
  private let end: ByteSpan
  private(set) var counts: FastCounts

  init(_ plan: FastPlan) {
    var text: [UInt8] = []
    func add(_ words: String) -> ByteSpan {
      defer { text += Array(words.utf8) }
      return ByteSpan(start: text.count, count: words.utf8.count)
    }
    let paths = plan.program.chart?.states.elements.map { JSONText.string($0.path).text() } ?? []
    firstStates = PinnedTable(paths.map { add(",\"state\":[\($0)") })
    laterStates = PinnedTable(paths.map { add(",\($0)") })
    var decisions: [ByteSpan] = []
    var starts: [Int] = []
    var nulls: [Int] = []
    for (place, decision) in plan.decisions.enumerated() {
      let name = JSONText.string(plan.program.decisions.elements[place].name).text()
      starts.append(decisions.count)
      for value in decision.texts + [Array("null".utf8)] {
        let shown = String(decoding: value, as: UTF8.self)
        decisions.append(add("\(place == 0 ? "" : ",")\(name):\(shown)"))
      }
      nulls.append(decisions.count - 1)
    }
    self.decisions = PinnedTable(decisions)
    self.starts = PinnedTable(starts)
    self.nulls = PinnedTable(nulls)
    rows = PinnedTable(repeating: 0, count: starts.count)
    rowCounts = PinnedTable(repeating: 0, count: decisions.count)
    head = add("{\"id\":")
    noID = add("null")
    noState = add(",\"state\":[")
    behindStates = add("],\"decisions\":{")
    end = add("}}\n")
    bytes = PinnedTable(text)
    counts = FastCounts(states: paths.count)
  }

  deinit {
    bytes.free()
    firstStates.free()
    laterStates.free()
    decisions.free()
    starts.free()
    nulls.free()
    rows.free()
    rowCounts.free()
  }

  /// Writes the line; false, and nothing written, where a decision is for the engine.
  mutating func write(
    _ player: borrowing FastPlayer, id: Int, of line: LineTokens, to output: inout OutputBuffer
  ) -> Bool {
    for decision in 0..<rows.count {
      let row = player.row(of: decision)
      if row == FastPlayer.unclearRow { return false }
      rows[decision] = row == FastPlayer.noRow ? nulls[decision] : starts[decision] + Int(row)
    }
    output.append(bytes, head)
    if id >= 0 { line.copy(id, to: &output) } else { output.append(bytes, noID) }
    var leaves = player.leaves
    if leaves == 0 { output.append(bytes, noState) }
    var isFirst = true
    while leaves != 0 {
      let state = leaves.trailingZeroBitCount
      leaves &= leaves - 1
      output.append(bytes, isFirst ? firstStates[state] : laterStates[state])
      isFirst = false
    }
    output.append(bytes, behindStates)
    for decision in 0..<rows.count {
      output.append(bytes, decisions[rows[decision]])
      rowCounts[rows[decision]] += 1
    }
    output.append(bytes, end)
    counts.add(player.configuration, leaves: player.leaves)
    return true
  }

  /// Gives what was counted since the last time.
  mutating func takeCounts() -> FastCounts {
    defer {
      counts.clear()
      rowCounts.fill(0)
    }
    counts.rows = (0..<rowCounts.count).map { rowCounts[$0] }
    return counts
  }

  /// By decision: how many of the counts in `rows` are its own.
  var rowsByDecision: [Range<Int>] {
    (0..<starts.count).map { starts[$0]..<nulls[$0] + 1 }
  }
}

/// Counts of cases that were played by tables.
struct FastCounts {
  var cases = 0
  /// As the writer's texts of decisions.
  var rows: [Int] = []
  /// By state: cases that end in it, and cases of which it is an innermost one.
  private(set) var states: [Int]
  private(set) var leaves: [Int]

  init(states count: Int) {
    states = Array(repeating: 0, count: count)
    leaves = states
  }

  mutating func add(_ configuration: UInt64, leaves innermost: UInt64) {
    cases += 1
    var rest = configuration
    while rest != 0 {
      states[rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
    rest = innermost
    while rest != 0 {
      leaves[rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
  }

  mutating func clear() {
    cases = 0
    for index in states.indices { (states[index], leaves[index]) = (0, 0) }
  }
}

extension FastPlayer {
  /// The innermost active states.
  @inline(__always)
  var leaves: UInt64 { configuration & chart.atomic & ~1 }
}
