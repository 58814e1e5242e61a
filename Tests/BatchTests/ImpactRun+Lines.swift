import Batch
import Synchronization

extension ImpactRun {
  /// Plays cases that are written a line each.
  func run(lines: [String]) async throws -> ImpactTally {
    let source = Mutex(Array((lines.joined(separator: "\n") + "\n").utf8)[...])
    return try await run { held, count in
      source.withLock { rest in
        let piece = rest.prefix(count)
        rest = rest.dropFirst(piece.count)
        return held + piece
      }
    }
  }
}
