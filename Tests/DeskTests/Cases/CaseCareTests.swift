import Desk
import Engine
import Foundation
import Model
import SourceText
import Store
import TestSupport
import Testing

/// What is done to the file of a case as a whole.
@Suite struct CaseCareTests {
  /// A case of one party with a settled quarrel.
  private func settled(_ bench: Bench) throws -> CaseFold {
    var fold = try bench.open(facts: [
      "金额": .text("300"),
      "甲方": .list([.object(["name": .text("郭某某"), "年龄": .text("68")])]),
    ])
    fold = try bench.step(fold, Proposal(at: nil, event: "accept", by: "调解员"))
    return try bench.step(
      fold, Proposal(at: nil, event: "agreed", set: ["经过": .text("郭某某家的树枝伸过墙")]))
  }

  @Test func anErasedTextIsGoneAndTheChainHolds() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder)
      let fold = try settled(bench)
      let desk = try bench.desk("2026-06-01T09:00")
      let erased = try desk.redact(fold, .fact("经过"), reason: "当事人要求")
      #expect(erased.texts == 1)
      let again = try desk.load("A-1")
      #expect(again.state == erased.fold.state)
      #expect(again.leaves == ["closed"])
      #expect(try bench.store.verifyAll().faults.isEmpty)
      #expect(try !bench.store.secrets(of: "A-1").contains { $0.secret.value.contains("树枝") })
      let texts = again.lines.compactMap { $0.entry.members["set"]?["经过"]?.text }
      #expect(texts == ["（已删除1）"])
      #expect(throws: DeskFault.self) { try desk.redact(again, .fact("经过"), reason: "再一次") }
      let named = try desk.redact(again, .words("郭某某"), reason: "当事人要求")
      #expect(named.texts == 1)
      #expect(try desk.load("A-1").state == named.fold.state)
    }
  }

  @Test func linkedCasesAreFoundFromEachOther() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder)
      try bench.open("A-1")
      let second = try bench.open("A-2")
      let desk = try bench.desk()
      try _ = desk.link(second, to: "A-1", reason: "同一堵墙")
      #expect(try bench.store.links(of: "A-1").map(\.caseID) == ["A-2"])
      #expect(try desk.load("A-2").state == second.state)
      #expect(throws: DeskFault.self) { try desk.link(second, to: "absent", reason: "没有") }
    }
  }

  @Test func anExportedCaseIsRestoredByteForByte() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder)
      var fold = try settled(bench)
      fold = try bench.desk().redact(fold, .words("郭某某"), reason: "当事人要求").fold
      var files = try bench.desk().originals(of: fold)
      files.seal()
      let byPath = Dictionary(files.files.map { ($0.path, $0.bytes) }) { first, _ in first }
      let other = try SQLiteStore.open(folder.appendingPathComponent("other.sqlite").path)
      let desk = CaseDesk(
        store: other, user: Operator(name: "李某", roles: []), now: try bench.desk().now,
        salt: { Array(repeating: 1, count: 16) })
      let restored = try desk.restore { byPath[$0] }
      #expect(restored.state == fold.state)
      #expect(try other.headDigest().digest == bench.store.headDigest().digest)
      #expect(try desk.load("A-1").state == fold.state)
      #expect(try other.verifyAll().faults.isEmpty)
      for path in byPath.keys.sorted() where path != CaseFolder.sums {
        var altered = byPath
        altered[path]?.append(UInt8(ascii: " "))
        #expect(throws: DeskFault.self, "\(path)") { try desk.restore { altered[$0] } }
      }
    }
  }

  @Test func aCaseAsATestPasses() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder)
      var fold = try settled(bench)
      fold = try bench.desk("2026-06-01T09:00").undo(fold, reason: "还没有谈成").fold
      let text = fold.testFile
      #expect(text.contains("\"state\": [\n") && text.contains("village"))
      #expect(!text.contains("agreed"), "what was taken back is no part of it")
    }
  }

  @Test func aLentCaseHasOneWriterAndComesHomeWhole() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder)
      let fold = try bench.open()
      let (home, store) = (
        try bench.desk(), try SQLiteStore.open(folder.appendingPathComponent("laptop").path)
      )
      let laptop = CaseDesk(
        store: store, user: home.user, now: home.now, salt: { Array(repeating: 9, count: 16) })
      _ = try home.lend("A-1", to: laptop, holder: "王某")
      #expect(throws: DeskFault.self) { try home.note("在家", on: try home.load("A-1")) }
      #expect(throws: DeskFault.self) { try home.lend("A-1", to: laptop, holder: "李某") }
      _ = try home.lend("A-1", to: laptop, holder: "王某")
      var away = try laptop.load("A-1")
      #expect(away.state == fold.state)
      let accept = Proposal(at: home.now.text(in: .china), event: "accept", by: "调解员")
      away = try laptop.keep(try laptop.attempt(accept, on: away))
      let back = try home.takeBack("A-1", from: laptop)
      #expect(back.state == away.state)
      #expect(try bench.store.headDigest().digest == store.headDigest().digest)
      #expect(throws: DeskFault.self) { try laptop.note("还在外", on: try laptop.load("A-1")) }
      _ = try home.note("到家", on: back)
      // Lent once more, to the same laptop.
      _ = try home.lend("A-1", to: laptop, holder: "王某")
      _ = try laptop.note("又在外", on: try laptop.load("A-1"))
      #expect(try home.takeBack("A-1", from: laptop).lines.count == 8)
      #expect(try bench.store.verifyAll().faults.isEmpty && store.verifyAll().faults.isEmpty)
    }
  }
}
