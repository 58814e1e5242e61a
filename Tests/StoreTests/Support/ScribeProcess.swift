internal import Foundation
internal import Store
internal import TestSupport
internal import Testing

/// A `scribe` at work: another process that writes to a store and says what was acknowledged.
///
/// What it says goes into a file, so that it is there whatever becomes of the process.
final class ScribeProcess {
  private let process = Process()
  private let said: URL
  private let output: FileHandle
  private let ended = DispatchSemaphore(value: 0)

  /// Starts it. `limit` is how large its files may become, in KiB.
  init(
    _ place: StoreUnderTest, case caseID: String, count: Int, as writer: String,
    in folder: URL, limit: Int? = nil
  ) throws {
    let scribe = Repository.products.appendingPathComponent("scribe").path
    let words = ["write", place.place, caseID, "\(count)", writer]
    said = folder.appendingPathComponent("said-\(UUID().uuidString)")
    try Data().write(to: said)
    output = try FileHandle(forWritingTo: said)
    if let limit {
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", "ulimit -f \(limit); exec \"$@\"", "bash", scribe] + words
    } else {
      process.executableURL = URL(fileURLWithPath: scribe)
      process.arguments = words
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
  }

  /// Waits until it has written this many entries or has ended.
  func wait(forLines count: Int) throws {
    while process.isRunning, try text().split(separator: "\n").count < count { usleep(200) }
  }

  /// Ends it as a power cut would.
  func kill() throws {
    _ = Glibc.kill(process.processIdentifier, SIGKILL)
    try waitForEnd()
  }

  func waitForEnd() throws {
    guard ended.wait(timeout: .now() + .seconds(300)) == .success else {
      _ = Glibc.kill(process.processIdentifier, SIGKILL)
      throw CommandFailure("the scribe had not ended after 300 s")
    }
    try? output.close()
  }

  var status: Int { Int(process.terminationStatus) }

  /// All that it said so far.
  func text() throws -> String { String(decoding: try Data(contentsOf: said), as: UTF8.self) }

  /// The entries that it was told to be kept, by number. A line that was cut off was not said.
  func acknowledged() throws -> [(sequence: Int, fingerprint: String)] {
    try text().split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap {
      let words = $0.split(separator: " ")
      guard words.count == 2, let sequence = Int(words[0]) else { return nil }
      return (sequence, String(words[1]))
    }
  }
}

extension StoreUnderTest {
  /// Every entry in the list is kept as it was acknowledged, and the whole store is in order.
  func expectKept(_ acknowledged: [(sequence: Int, fingerprint: String)], of caseID: String) throws
  {
    let store = try open()
    let entries = try store.entries(of: caseID)
    for (sequence, fingerprint) in acknowledged {
      try #require(sequence <= entries.count, "entry \(sequence) is lost")
      #expect(entries[sequence - 1].fingerprint.description == fingerprint)
    }
    #expect(try store.verifyAll().faults == [])
    #expect(try store.staleStandings(limit: 1) == [])
    // What was to be done because of an entry is there with it, neither more nor less.
    #expect(try store.outbox(of: caseID).map(\.key.sequence) == entries.map(\.sequence))
  }
}
