internal import FoundationEssentials
internal import Model
internal import Runtime
internal import SourceText
internal import Verifier

/// What was proved before of the same rulebook by the same tool, kept in the user's cache.
///
/// One file a rulebook, named by the SHA-256 of all that decides the outcome: the program with its
/// promises and sources, the calendar, the tool. What is not as this tool wrote it counts for
/// nothing, and a cache that cannot be read or written is no fault.
struct ProofCache {
  /// How many files are kept; beyond that the oldest go.
  private static let limit = 400
  private static let largest = 1 << 20
  private static let mark = "fengqiao proofs 1 "

  private let folder: String
  private let key: String

  /// Nil where there is no place for it.
  init?(_ loaded: LoadedRulebook) {
    guard let folder = Self.folder, let tool = Disk.stamp(of: "/proc/self/exe") else { return nil }
    let artefact = Artefact(
      loaded.program, sources: loaded.sources, folder: loaded.folder, calendar: loaded.calendar)
    let parts = [
      Self.mark, Fengqiao.version, String(Program.semanticsVersion), tool, artefact.programHash,
      artefact.calendarHash,
    ]
    self.folder = folder
    key = ContentHash.hex(Array(parts.joined(separator: "\n").utf8))
  }

  /// `$FENGQIAO_CACHE`, else `fengqiao` in the user's folder for caches (XDG base directories).
  private static var folder: String? {
    if let own = environment("FENGQIAO_CACHE"), !own.isEmpty { return own }
    if let shared = environment("XDG_CACHE_HOME"), shared.hasPrefix("/") {
      return FilePath.join(shared, "fengqiao")
    }
    guard let home = environment("HOME"), !home.isEmpty else { return nil }
    return FilePath.join(home, ".cache/fengqiao")
  }

  private var path: String { FilePath.join(folder, "\(key).proofs") }

  /// What is known of each promise, in declared order; nil where it is to be proved.
  func known(in loaded: LoadedRulebook) -> [Proof?] {
    let program = loaded.program
    guard let kept = read(), kept.count == program.invariants.count else {
      return program.invariants.map { _ in nil }
    }
    return zip(program.invariants, kept).map { $1?.proof(of: $0, in: loaded) }
  }

  private func read() -> [KeptProof?]? {
    guard let bytes = Disk.readOwn(path, atMost: Self.largest) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
    guard lines.count == 2, Array(lines[0]) == head(of: Array(lines[1])) else { return nil }
    return try? JSONDecoder().decode([KeptProof?].self, from: Data(lines[1]))
  }

  private func head(of body: [UInt8]) -> [UInt8] {
    Array((Self.mark + ContentHash.hex(Array(key.utf8) + body)).utf8)
  }

  /// Keeps what came of the promises, in declared order.
  func keep(_ proofs: [Proof], of program: Program) {
    let kept = zip(program.invariants, proofs).map { KeptProof($1, of: $0, in: program) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(kept) else { return }
    let body = [UInt8](data)
    do throws(SystemFault) {
      try Disk.makeFolder(folder, isPrivate: true)
      try Disk.write(head(of: body) + [UInt8(ascii: "\n")] + body, to: path, isPrivate: true)
    } catch {
      return
    }
    forgetOldest()
  }

  private func forgetOldest() {
    let files = ((try? Disk.paths(below: folder)) ?? []).filter {
      $0.hasSuffix(".proofs") && !$0.contains("/")
    }
    guard files.count > Self.limit else { return }
    let dated = files.map { (Disk.secondWritten(FilePath.join(folder, $0)) ?? 0, $0) }
    for (_, name) in dated.sorted(by: <).prefix(files.count - Self.limit / 2) {
      Disk.remove(FilePath.join(folder, name))
    }
  }
}
