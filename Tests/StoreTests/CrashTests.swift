internal import Foundation
internal import Store
internal import TestSupport
internal import Testing

/// Processes that die, disks that are full, and many who write at once.
@Suite struct CrashTests {
  /// How often writers are killed; `Scripts/kill-writers` asks for a thousand.
  private static let rounds =
    ProcessInfo.processInfo.environment["KILL_ROUNDS"].flatMap { Int($0) } ?? 12

  @Test(arguments: StoreKind.allCases)
  func nothingAcknowledgedIsLostWhenWritersAreKilled(kind: StoreKind) throws {
    var random = SeededRandom(seed: 20_261_122)
    try withTemporaryFolder { folder in
      try kind.withStore { place in
        try Samples.prepare(place.open())
        var acknowledged: [(sequence: Int, fingerprint: String)] = []
        for round in 0..<Self.rounds {
          let writers = try (0...Int.random(in: 0...1, using: &random)).map {
            try ScribeProcess(
              place, case: "a", count: 100_000, as: "\(round)-\($0)", in: folder)
          }
          // A moment anywhere in a step: after so many entries, and then a while.
          try writers[0].wait(forLines: Int.random(in: 0...6, using: &random))
          usleep(UInt32.random(in: 0...4000, using: &random))
          for writer in writers { try writer.kill() }
          acknowledged += try writers.flatMap { try $0.acknowledged() }
          if round % 10 == 0 { try place.expectKept(acknowledged, of: "a") }
        }
        try place.expectKept(acknowledged, of: "a")
        #expect(!acknowledged.isEmpty)
        #expect(Set(acknowledged.map(\.sequence)).count == acknowledged.count)
      }
    }
  }

  @Test(arguments: StoreKind.allCases, [2, 8])
  func ofManyProcessesEachEntryIsThereOnce(kind: StoreKind, processes: Int) throws {
    let each = 24 / processes
    try withTemporaryFolder { folder in
      try kind.withStore { place in
        try Samples.prepare(place.open())
        let scribes = try (0..<processes).map { number in
          try ScribeProcess(place, case: "a", count: each, as: "\(number)", in: folder)
        }
        for scribe in scribes { try scribe.waitForEnd() }
        let said = try scribes.map { try $0.text() }
        #expect(scribes.allSatisfy { $0.status == 0 }, "\(said)")
        let acknowledged = try scribes.flatMap { try $0.acknowledged() }
        #expect(acknowledged.map(\.sequence).sorted() == Array(1...24))
        try place.expectKept(acknowledged, of: "a")
      }
    }
  }

  @Test func aFileThatMayNotGrowLosesNothingAndSaysSo() throws {
    try withTemporaryFolder { folder in
      try StoreKind.sqlite.withStore { place in
        try Samples.prepare(place.open())
        let scribe = try ScribeProcess(
          place, case: "a", count: 100_000, as: "x", in: folder, limit: 3000)
        try scribe.waitForEnd()
        #expect(scribe.status == 1)
        #expect(try scribe.text().contains("failed: the system refused to write"))
        try place.expectKept(try scribe.acknowledged(), of: "a")
        #expect(try scribe.acknowledged().count > 10)
        // With room again it goes on where it was.
        let other = try ScribeProcess(place, case: "a", count: 3, as: "y", in: folder)
        try other.waitForEnd()
        try place.expectKept(
          try scribe.acknowledged() + other.acknowledged(), of: "a")
      }
    }
  }

  /// On a file system of its own, where the system lets us make one.
  @Test(.enabled(if: SmallDisk.isPossible))
  func aFullDiskLosesNothingAndSaysSo() throws {
    try withTemporaryFolder { folder in
      let result = try SmallDisk.run(
        """
        "$1" write "$2/cases.store" a 100000 x >said 2>&1; echo $? >status
        mkdir -p kept && cp "$2"/cases.store* kept/
        """, in: folder)
      #expect(result.status == 0, "\(result.errors)")
      let lines = try String(contentsOf: folder.appendingPathComponent("said"), encoding: .utf8)
        .split(separator: "\n")
      let status = try String(
        contentsOf: folder.appendingPathComponent("status"), encoding: .utf8)
      #expect(status == "1\n")
      #expect(lines.last?.hasPrefix("there is no room left for the store") == true, "\(lines)")
      let acknowledged = lines.dropLast().map { line in
        let words = line.split(separator: " ")
        return (sequence: Int(words[0]) ?? 0, fingerprint: String(words[1]))
      }
      #expect(acknowledged.count > 10)
      let kept = folder.appendingPathComponent("kept/cases.store").path
      try StoreUnderTest(kind: .sqlite, place: kept).expectKept(acknowledged, of: "a")
    }
  }
}

/// A file system of one megabyte, for the length of a command.
private enum SmallDisk {
  static let isPossible =
    (try? run("true", in: FileManager.default.temporaryDirectory))?.status == 0

  /// Runs a script with the scribe as `$1` and the small disk as `$2`.
  static func run(_ script: String, in folder: URL) throws -> Command.Result {
    let disk = FileManager.default.temporaryDirectory
      .appendingPathComponent("fengqiao-disk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: disk) }
    let scribe = Repository.products.appendingPathComponent("scribe").path
    return try Command(
      "unshare",
      [
        "-rm", "bash", "-c", "mount -t tmpfs -o size=1m tmpfs \"$2\" && { \(script)\n}", "bash",
        scribe, disk.path,
      ],
      in: folder
    ).run()
  }
}
