internal import CJSONLines

/// Plays what is plain of the lines of a text by tables, in C; each worker has one.
@safe final class TablePlayer {
  private let plan: PinnedPlan
  private let player: OpaquePointer

  init(_ plan: FastPlan) {
    self.plan = PinnedPlan(plan)
    guard let made = unsafe self.plan.withTables({ unsafe tp_player_make($0) }) else {
      preconditionFailure("there is memory for a player")
    }
    unsafe player = unsafe made
  }

  deinit { unsafe tp_player_free(player) }

  /// Writes the results of all lines up to the first that is not for tables.
  ///
  /// - Parameters:
  ///   - text: ends with a line break and padding.
  ///   - place: where a line begins; it is moved to where the player stopped.
  /// - Returns: how many lines it left behind.
  func play(
    _ text: UnsafeBufferPointer<UInt8>, from place: inout Int, with scanner: OpaquePointer,
    to output: inout OutputBuffer
  ) -> Int {
    guard let start = text.baseAddress else { return 0 }
    let stop = unsafe output.lend {
      unsafe tp_play(player, scanner, start, UInt32(place), UInt32(text.count), $0)
    }
    place = Int(stop.place)
    return Int(stop.lines)
  }

  /// Adds what was counted since the last time.
  func count(into tally: inout Tally) {
    let counts = unsafe tp_counts_of(player)
    func numbers(_ start: UnsafePointer<UInt64>, _ count: Int) -> [Int] {
      unsafe UnsafeBufferPointer(start: start, count: count).map { Int($0) }
    }
    let found = unsafe TableCounts(
      cases: Int(counts.cases), rows: numbers(counts.results, plan.resultCount),
      given: numbers(counts.given, plan.stateCount),
      leaves: numbers(counts.leaves, plan.stateCount))
    tally.add(found, rows: plan.resultsByDecision)
    unsafe tp_clear_counts(player)
  }
}

/// Counts of cases that were played by tables.
struct TableCounts {
  var cases: Int
  /// By decision, behind one another: by row, then otherwise.
  var rows: [Int]
  /// By state: cases that were given it, a level or a script, last; and cases of which it is an
  /// innermost one.
  var given: [Int]
  var leaves: [Int]
}

// To measure deciding and stepping alone.
extension TablePlayer {
  /// The facts of the line that was played last.
  var facts: [Packed] {
    unsafe [Packed](UnsafeBufferPointer(start: tp_facts(player), count: plan.factCount))
  }

  /// Takes facts as they were read, without asking whether they may be stated.
  func know(_ facts: [Packed]) { unsafe tp_know(player, facts) }

  func row(of decision: Int) -> Int { unsafe Int(tp_row(player, Int32(decision))) }

  /// Opens a case with known facts and takes events; how many were taken.
  func step(_ facts: [Packed], _ events: [Int32]) -> Int {
    unsafe Int(tp_step(player, facts, events, Int32(events.count)))
  }
}
