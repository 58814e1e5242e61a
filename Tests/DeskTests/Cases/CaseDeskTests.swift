import Compiler
import Desk
import Engine
import Foundation
import Model
import Runtime
import SourceText
import Store
import TestSupport
import Testing

/// What a case is, is what its journal says.
@Suite struct CaseDeskTests {
  private func withBench(_ body: (Bench) throws -> Void) throws {
    try withTemporaryFolder { try body(try Bench(in: $0)) }
  }

  @Test func aCaseIsTheFoldOfItsJournal() throws {
    try withBench { bench in
      var fold = try bench.open()
      fold = try bench.step(fold, Proposal(at: nil, event: "accept", by: "调解员"))
      fold = try bench.step(
        fold, Proposal(at: nil, event: "agreed", set: ["经过": .text("树枝伸过墙")]),
        at: "2026-05-07T15:00")
      #expect(fold.leaves == ["closed"])
      let again = try bench.desk().load("A-1")
      #expect(again.state == fold.state)
      #expect(again.lines.map(\.entry) == fold.lines.map(\.entry))
      #expect(
        again.lines.map(\.entry.at) == [
          "2026-05-06T09:00+08:00", "2026-05-06T10:00+08:00", "2026-05-07T15:00+08:00",
        ])
      #expect(try bench.store.verifyAll().faults.isEmpty)
    }
  }

  @Test func aRefusedStepLeavesNothingBehind() throws {
    try withBench { bench in
      let fold = try bench.open(facts: [:])
      let desk = try bench.desk()
      let unknown = try desk.attempt(
        Proposal(at: nil, event: "accept", by: "调解员"), on: fold)
      #expect(unknown.refusal?.kind == .unknown)
      let role = try desk.attempt(Proposal(at: nil, event: "accept", by: "甲方"), on: fold)
      #expect(role.refusal?.kind == .role)
      #expect(try bench.store.entries(of: "A-1").count == 1)
    }
  }

  @Test func theSecondOfTwoIsRefusedWithWhatChanged() throws {
    try withBench { bench in
      let seen = try bench.open()
      try bench.step(seen, Proposal(at: nil, event: "accept", by: "调解员"))
      let late = try bench.desk().attempt(Proposal(at: nil, set: ["金额": .text("9000")]), on: seen)
      #expect {
        try bench.desk().keep(late)
      } throws: { error in
        guard case DeskFault.store(.conflict(_, let current, let added)) = error else {
          return false
        }
        return current == 2 && added.count == 1
      }
      #expect(try bench.desk().load("A-1").lines.count == 2)
    }
  }

  @Test func anUndoneStepCountsNoLongerAndIsNotErased() throws {
    try withBench { bench in
      var fold = try bench.open()
      fold = try bench.step(fold, Proposal(at: nil, event: "accept", by: "调解员"))
      let before = fold.state
      fold = try bench.step(fold, Proposal(at: nil, event: "agreed"))
      let undone = try bench.desk("2026-05-06T11:00").undo(fold, reason: "写错了案件")
      #expect(undone.line.sequence == 3)
      #expect(undone.fold.state == before)
      let again = try bench.desk().load("A-1")
      #expect(again.state == before)
      #expect(again.lines.map(\.isTakenBack) == [false, false, true, false])
      #expect(again.lines[3].entry.text == "写错了案件")
      let first = try bench.desk().undo(again, reason: "也错了").fold
      #expect(first.leaves == ["registered"])
      #expect(throws: DeskFault.self) { try bench.desk().undo(first, reason: "没有了") }
    }
  }

  @Test func whenAThingHappenedAndWhenItWasWrittenStandApart() throws {
    try withBench { bench in
      let fold = try bench.open()
      let late = try bench.step(
        fold, Proposal(at: "2026-05-06T16:00+08:00", event: "accept", by: "调解员"),
        at: "2026-05-08T09:00")
      let entry = try #require(late.lines.last?.entry)
      #expect(entry.at == "2026-05-06T16:00+08:00")
      #expect(entry.recordedAt == "2026-05-08T01:00Z")
    }
  }

  @Test func freeTextStandsBesideTheJournal() throws {
    try withBench { bench in
      let fold = try bench.open(facts: [
        "金额": .text("300"),
        "甲方": .list([.object(["name": .text("郭某某"), "年龄": .text("68")])]),
      ])
      try bench.step(fold, Proposal(at: nil, set: ["经过": .text("树枝伸过墙")]))
      let bytes = try bench.store.entries(of: "A-1").flatMap(\.body)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("郭某某") && !text.contains("树枝"))
      #expect(text.contains("\"年龄\":\"68\"") && text.contains("\"金额\":\"300\""))
      #expect(try bench.store.secrets(of: "A-1").map(\.key.name) == ["facts.甲方.0.name", "set.经过"])
      let listed = try bench.desk().cases(CaseQuery())
      #expect(listed.map(\.standing.summary) == ["郭**"])
    }
  }

  @Test func aFactTakenBackIsUnknownAgain() throws {
    try withBench { bench in
      let fold = try bench.open()
      try bench.step(fold, Proposal(at: nil, set: ["金额": .takenBack]))
      let again = try bench.desk().load("A-1")
      #expect(again.interpreter.agenda(of: again.state).questions.count == 1)
    }
  }

  @Test func aNewCaseTakesTheVersionInForceOnItsDay() throws {
    try withBench { bench in
      let versions = [
        ("1", "effective: {from: 2026-01-01, to: 2026-06-30}"),
        ("2", "effective: {from: 2026-07-01}"),
      ]
      for (version, effective) in versions {
        let text =
          "rulebook: dated\nversion: \"\(version)\"\n\(effective)\nfacts: {a: boolean}\n"
          + "decisions: {b: {is: a}}\n"
        try bench.desk().keep(try Bench.compile(text))
      }
      let desk = try bench.desk()
      for (day, version) in [("2026-06-30", "1"), ("2026-07-01", "2"), ("2027-01-01", "2")] {
        let day = try #require(CalendarDate(literal: day))
        #expect(try desk.version(of: "dated", on: day).version == version)
      }
      let early = try #require(CalendarDate(literal: "2025-12-31"))
      #expect(throws: DeskFault.self) { try desk.version(of: "dated", on: early) }
      #expect(throws: DeskFault.self) { try desk.version(of: "absent", on: early) }
    }
  }

  @Test func casesAreNumberedWithinRulebookAndYear() throws {
    try withBench { bench in
      let desk = try bench.desk()
      let version = try desk.version(
        of: "small", on: try #require(CalendarDate(literal: "2026-05-06")))
      let ids = try (0..<3).map { _ in
        try desk.open(
          nil, version, calendar: bench.artefact.calendarHash, at: desk.now, facts: [:]
        ).fold.id
      }
      #expect(ids == ["small-2026-0001", "small-2026-0002", "small-2026-0003"])
    }
  }
}

/// Time over many cases.
@Suite struct DeskTimeTests {
  @Test func whatIsDueFiresOnceThoughTwoTick() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder)
      let fold = try bench.open()
      try bench.step(fold, Proposal(at: nil, event: "accept", by: "调解员"))
      #expect(try bench.desk("2026-05-09T12:00").tick().isEmpty)
      let due = try bench.desk("2026-05-09T12:00").deadlines()
      #expect(due.map(\.day) == ["2026-05-09"], "that Saturday is a make-up workday")
      let touched = try bench.desk("2026-05-10T08:00").tick()
      #expect(touched.map(\.fired) == [["village"]])
      #expect(try bench.desk("2026-05-10T08:00").tick().isEmpty)
      #expect(try bench.desk().load("A-1").leaves == ["town"])
      #expect(try bench.store.entries(of: "A-1").count == 3)
    }
  }

  @Test func aNewCalendarMovesRunningDeadlinesAndSaysWhich() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder)
      let fold = try bench.open()
      try bench.step(fold, Proposal(at: nil, event: "accept", by: "调解员"))
      // A year of weekends alone, in which 9 May is no make-up workday.
      let text = "calendar: plain\nyears:\n  2026: {holidays: []}\n"
      var (sources, diagnostics) = (SourceMap(), Diagnostics())
      let plain = try RulebookCompiler(reading: FilesInMemory(["c.yaml": text])).compileCalendar(
        path: "c.yaml", sources: &sources, into: &diagnostics)
      let changed = try #require(plain, "\(diagnostics.sorted.map(\.message.en))")
      let moved = try bench.desk("2026-05-07T09:00").adopt(changed, only: nil)
      #expect(moved.map(\.fold.id) == ["A-1"])
      #expect(moved.first?.moved.map { $0.to?.description } == ["2026-05-11"])
      #expect(try bench.desk().load("A-1").state == moved.first?.fold.state)
      #expect(try bench.desk("2026-05-07T09:00").adopt(changed, only: nil).isEmpty)
      let list = try bench.desk().deadlines()
      #expect(list.map(\.day) == ["2026-05-11"])
    }
  }
}
