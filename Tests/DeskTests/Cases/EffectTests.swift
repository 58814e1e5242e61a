import Desk
import Engine
import Foundation
import Model
import SourceText
import Store
import TestSupport
import Testing

/// What steps leave to be done in the world, when they are taken back, changed or lent.
@Suite struct EffectTests {
  private static let rulebook = """
    rulebook: small
    facts: {经过: text, 姓名: text, 金额: money}
    roles: {调解员: {}}
    documents: {记录: {template: note}}
    events: {tell: {}}
    workflow:
      states:
        open:
          on:
            tell:
              do:
                - notify: {to: 调解员, text: {is: '"听说：" + 经过'}}
                - task: {id: 回访, to: 调解员}
                - draft: 记录
    """

  private func withBench(
    _ place: Bench.Place = .sqlite, _ body: (Bench, CaseFold) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(
        in: folder, rulebook: Self.rulebook,
        templates: ["templates/note.mustache": "{{经过}}；{{姓名}}；{{today()}}"], on: place)
      let facts: [String: JSONValue] = ["经过": .text("树枝伸过墙"), "姓名": .text("郭某某")]
      let fold = try bench.open(facts: facts)
      try body(bench, try bench.step(fold, Proposal(at: nil, event: "tell")))
    }
  }

  private func text(_ effect: Store.Effect) -> String {
    String(decoding: effect.payload, as: UTF8.self)
  }

  @Test(arguments: Bench.Place.allCases)
  func whatWasNotTriedYetIsNotSentOnceItsStepIsTakenBack(place: Bench.Place) throws {
    try withBench(place) { bench, fold in
      #expect(try bench.store.outbox(of: nil).map(\.effect.kind) == ["notice", "task"])
      let undone = try bench.desk("2026-05-06T11:00").undo(fold, reason: "写错了案件")
      #expect(undone.withdrawn.map(\.recipients) == [["调解员"], ["调解员"]] && undone.sent.isEmpty)
      #expect(try bench.store.outbox(of: "A-1").isEmpty)
      // It is not drafted anew either: without the step there is no such paper.
      let papers = try bench.store.papers(of: "A-1")
      #expect(papers.map { undone.fold.isTakenBack($0.key) } == [true])
    }
  }

  @Test(arguments: Bench.Place.allCases)
  func aCorrectionFollowsWhatMayHaveGoneOut(place: Bench.Place) throws {
    try withBench(place) { bench, fold in
      let now = try bench.desk("2026-05-06T10:30").now.milliseconds
      let first = try #require(
        try bench.store.claim(limit: 1, now: now, until: now + 60_000).first)
      try bench.store.settle(first.key, .delivered(at: now))
      let undone = try bench.desk("2026-05-06T11:00").undo(fold, reason: "写错了案件")
      #expect(undone.sent.map(\.key) == [first.key] && undone.withdrawn.count == 1)
      let out = try bench.store.outbox(of: nil)
      #expect(out.map(\.effect.kind) == ["correction"])
      let correction = try #require(out.first)
      #expect(correction.key.description == "A-1/3/1")
      #expect(text(correction.effect).contains(#""corrects":"\#(first.key)""#))
      #expect(text(correction.effect).contains("写错了案件"))
      #expect(try bench.store.verifyAll().faults.isEmpty)
    }
  }

  @Test func aPaperIsDraftedAnewWhenWhatStandsInItChanges() throws {
    try withBench { bench, fold in
      var fold = fold
      func papers() throws -> [String] {
        try bench.store.papers(of: "A-1").map { summary in
          let paper = try bench.store.paper(summary.key)
          return "\(summary.key.sequence) " + String(decoding: paper?.bytes ?? [], as: UTF8.self)
        }
      }
      #expect(try papers().map { $0.hasPrefix("2 树枝伸过墙；郭某某；") } == [true])
      // Another day, and a fact that does not stand in it.
      fold = try bench.step(
        fold, Proposal(at: nil, set: ["金额": .text("300")]), at: "2026-05-07T10:00")
      #expect(try papers().count == 1)
      fold = try bench.step(
        fold, Proposal(at: nil, set: ["姓名": .text("郭某")]), at: "2026-05-08T10:00")
      #expect(try papers().last?.hasPrefix("4 树枝伸过墙；郭某；") == true)
      let undone = try bench.desk("2026-05-08T11:00").undo(fold, reason: "名字没有错").fold
      let kept = try bench.store.papers(of: "A-1").map { !undone.isTakenBack($0.key) }
      #expect(kept == [true, false], "the first one counts again")
    }
  }

  @Test func whatMayBeSignedIsOnlyFilledIn() throws {
    let rulebook = """
      rulebook: small
      facts: {姓名: text, 地点: text, 经过: text}
      roles: {调解员: {}}
      documents: {笔录: {template: note, needs: [姓名], blank: [地点, 经过]}}
      events: {talk: {}, sign: {}}
      workflow:
        states:
          open: {on: {talk: {to: talked, do: [{draft: 笔录}]}}}
          talked: {on: {sign: signed}}
          signed: {}
      """
    try withTemporaryFolder { folder in
      let bench = try Bench(
        in: folder, rulebook: rulebook,
        templates: ["templates/note.mustache": "{{姓名}}；{{地点}}；{{经过}}"])
      var fold = try bench.open(facts: ["姓名": .text("郭某某")])
      func papers() throws -> [String] {
        try bench.store.papers(of: "A-1").map { summary in
          String(decoding: try bench.store.paper(summary.key)?.bytes ?? [], as: UTF8.self)
        }
      }
      func state(_ name: String, _ words: String) throws {
        fold = try bench.step(fold, Proposal(at: nil, set: [name: .text(words)]))
      }
      fold = try bench.step(fold, Proposal(at: nil, event: "talk"))
      // Still where it was drafted: all that changes counts.
      try state("地点", "村部")
      try state("姓名", "郭某")
      #expect(try papers().count == 3)
      #expect(try papers().last?.hasPrefix("郭某；村部；") == true)
      fold = try bench.step(fold, Proposal(at: nil, event: "sign"))
      try state("姓名", "别人")
      #expect(try papers().count == 3, "what stands there stays")
      try state("经过", "谈成")
      #expect(try papers().count == 3, "nor does it come in with something else")
      try state("姓名", "郭某")
      #expect(try papers().count == 4)
      #expect(try papers().last?.hasPrefix("郭某；村部；谈成") == true)
    }
  }

  /// A case at home, and a laptop's empty store.
  private func withLaptop(
    _ place: Bench.Place = .sqlite, _ body: (Bench, CaseDesk) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(
        in: folder, rulebook: Self.rulebook,
        templates: ["templates/note.mustache": "{{经过}}；{{姓名}}"], on: place)
      let laptop = CaseDesk(
        store: try CaseStores.open(folder.appendingPathComponent("laptop").path),
        user: try bench.desk().user, now: try bench.desk("2026-05-06T10:00").now,
        salt: { Array(repeating: 9, count: 16) })
      try bench.open(facts: ["经过": .text("树枝伸过墙"), "姓名": .text("郭某某")])
      try body(bench, laptop)
    }
  }

  private static let tell = Proposal(at: "2026-05-06T10:00", event: "tell")

  @Test(arguments: Bench.Place.allCases)
  func whatATakenBackStepLeftAtHomeIsNotSentFromThere(place: Bench.Place) throws {
    try withLaptop(place) { bench, laptop in
      try bench.step(try bench.desk().load("A-1"), Self.tell)
      _ = try bench.desk("2026-05-06T10:00").lend("A-1", to: laptop, holder: "王某")
      // At home the first goes out while the case is away.
      let now = laptop.now.milliseconds
      let sent = try #require(try bench.store.claim(limit: 1, now: now, until: now + 60_000).first)
      try bench.store.settle(sent.key, .delivered(at: now))
      _ = try laptop.undo(try laptop.load("A-1"), reason: "写错了案件")
      _ = try bench.desk("2026-05-06T11:00").takeBack("A-1", from: laptop)
      let out = try bench.store.outbox(of: nil)
      #expect(out.map(\.effect.kind) == ["correction"])
      #expect(out.contains { text($0.effect).contains(#""corrects":"\#(sent.key)""#) })
      #expect(try bench.store.verifyAll().faults.isEmpty)
    }
  }

  @Test func whatWentOutOnTheLaptopIsCorrectedAtHome() throws {
    try withLaptop { bench, laptop in
      _ = try bench.desk().lend("A-1", to: laptop, holder: "王某")
      _ = try laptop.keep(try laptop.attempt(Self.tell, on: try laptop.load("A-1")))
      let now = laptop.now.milliseconds
      let sent = try #require(
        try laptop.store.claim(limit: 1, now: now, until: now + 60_000).first)
      try laptop.store.settle(sent.key, .delivered(at: now))
      let desk = try bench.desk("2026-05-06T11:00")
      let undone = try desk.undo(try desk.takeBack("A-1", from: laptop), reason: "写错了案件")
      #expect(undone.sent.map(\.key) == [sent.key] && undone.withdrawn.count == 1)
      // What waits is home's now: the laptop, which does not hear of this, sends nothing.
      #expect(try laptop.store.claim(limit: 9, now: now * 2, until: now * 3) == [])
    }
  }

  @Test(arguments: Bench.Place.allCases)
  func whatIsErasedOnTheLaptopIsErasedAtHomeToo(place: Bench.Place) throws {
    try withLaptop(place) { bench, laptop in
      try bench.step(try bench.desk().load("A-1"), Self.tell)
      _ = try bench.desk("2026-05-06T10:00").lend("A-1", to: laptop, holder: "王某")
      _ = try laptop.redact(try laptop.load("A-1"), .fact("经过"), reason: "当事人要求")
      #expect(try stored(bench, place).contains("树枝伸过墙"))
      let back = try bench.desk("2026-05-06T11:00").takeBack("A-1", from: laptop)
      #expect(try !stored(bench, place).contains("树枝伸过墙"))
      #expect(back.state == (try laptop.load("A-1").state))
      let left = try bench.store.papers(of: "A-1")
      #expect(left.map(\.isForgotten) == [true] && left.map(\.madeFrom) == [""])
      #expect(try bench.store.verifyAll().faults.isEmpty)
    }
  }

  @Test func whatWaitsKeepsItsNumberOnItsWayHome() throws {
    try withLaptop { bench, laptop in
      _ = try bench.desk().lend("A-1", to: laptop, holder: "王某")
      _ = try laptop.keep(try laptop.attempt(Self.tell, on: try laptop.load("A-1")))
      let now = laptop.now.milliseconds
      let first = try #require(
        try laptop.store.claim(limit: 1, now: now, until: now + 60_000).first)
      try laptop.store.settle(first.key, .delivered(at: now))
      let rest = try laptop.store.outbox(of: nil).map(\.key)
      _ = try bench.desk("2026-05-06T11:00").takeBack("A-1", from: laptop)
      #expect(rest.map(\.ordinal) == [2])
      #expect(try bench.store.outbox(of: nil).map(\.key) == rest, "the hook knows it by its key")
    }
  }

  @Test(arguments: Bench.Place.allCases)
  func anErasedValueIsNowhereInTheStore(place: Bench.Place) throws {
    try withBench(place) { bench, fold in
      let secret = "树枝伸过墙"
      let item = try #require(
        try bench.store.claim(limit: 1, now: Int64.max / 2, until: 0).first)
      try bench.store.settle(item.key, .failed("no answer to: \(secret)", again: 0))
      let other = try bench.open("A-2", facts: [:])
      _ = try bench.desk().link(other, to: "A-1", reason: secret)
      #expect(try stored(bench, place).contains(secret))
      let desk = try bench.desk("2026-06-01T09:00")
      let erased = try desk.redact(fold, .fact("经过"), reason: "当事人要求")
      #expect(erased.texts == 1 && erased.papers == 1)
      _ = try desk.redact(try desk.load("A-2"), .words(secret), reason: "当事人要求")
      #expect(try !stored(bench, place).contains(secret))
      // What waits still goes out, without it.
      let waiting = try bench.store.outbox(of: "A-1")
      #expect(waiting.map(\.effect.kind) == ["notice", "task"])
      #expect(text(waiting[0].effect).contains("听说：（已删除1）"))
      #expect(waiting[0].lastFault == "no answer to: （已删除1）")
      #expect(try bench.store.verifyAll().faults.isEmpty)
    }
  }

  /// All that a store holds as text, bytes in columns among it.
  private func stored(_ bench: Bench, _ place: Bench.Place) throws -> String {
    switch place {
    case .sqlite:
      return try ["", "-wal"].map { ending in
        let path = bench.address + ending
        guard FileManager.default.fileExists(atPath: path) else { return "" }
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      }.joined()
    case .postgres:
      let tables = [
        "cases", "entries", "secrets", "standings", "standing_keys", "links", "outbox", "papers",
      ]
      let rows = try PostgreSQLServer.run(
        ["SET bytea_output = 'escape'"] + tables.map { "SELECT t::text FROM fengqiao.\($0) t" },
        at: bench.address)
      return Self.unescaped(rows)
    }
  }

  /// Bytes that PostgreSQL writes as `\\345` are those bytes.
  private static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      rest = rest.drop { $0 == UInt8(ascii: "\\") }
      let digits = String(decoding: rest.prefix(3), as: UTF8.self)
      if byte == UInt8(ascii: "\\"), let code = UInt8(digits, radix: 8) {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
        if byte != UInt8(ascii: "\\") { rest = rest.dropFirst() }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
