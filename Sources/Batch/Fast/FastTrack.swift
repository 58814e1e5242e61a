internal import Engine

/// Reads, steps and writes lines by a plan's tables.
struct FastTrack: ~Copyable {
  private var player: FastPlayer
  private var writer: FastWriter

  init(_ plan: FastPlan) {
    player = FastPlayer(plan)
    writer = FastWriter(plan)
  }

  /// Writes the result of a line; false, and nothing written, where the engine has to say.
  mutating func play(_ line: LineTokens, to output: inout OutputBuffer) -> Bool {
    guard let id = player.play(line) else { return false }
    return writer.write(player, id: id, of: line, to: &output)
  }

  /// Adds what was counted since the last time.
  mutating func count(into tally: inout Tally) {
    tally.add(writer.takeCounts(), rows: writer.rowsByDecision)
  }
}
