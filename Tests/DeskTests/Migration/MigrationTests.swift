import Desk
import Engine
import Foundation
import Model
import Runtime
import SourceText
import Store
import TestSupport
import Testing

/// A running case goes on under another version of its rulebook, and its journal says so.
@Suite struct MigrationTests {
  private func withBench(
    _ place: Bench.Place = .sqlite, _ body: (Bench) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try body(try Bench(in: folder, rulebook: Migrations.rulebook, on: place))
    }
  }

  @Test(arguments: Bench.Place.allCases)
  func aCaseKeepsAllThatItIsUnderOtherNames(place: Bench.Place) throws {
    try withBench(place) { bench in
      let before = try bench.running()
      let passage = try bench.migrate(
        to: try Migrations.artefact(Migrations.renamings), by: Migrations.renaming)
      #expect(passage.inTheWay == [] && passage.moved == [])
      let fold = try bench.desk().load("A-1")
      #expect(fold.leaves == ["talks"] && fold.program.version == "2")
      #expect(fold.lines.map(\.entry.kind) == [.opened, .step, .migrated])
      let facts = Dictionary(
        zip(fold.program.facts.elements.map(\.name), fold.state.facts)
      ) { first, _ in first }
      #expect(facts["标的"] == before.state.facts[1] && facts["第一"] == .some(nil))
      #expect(fold.program.enumerations.elements[0].words[2].name == "婚姻家庭")
      #expect(facts["纠纷"] == .word(ID(0), 2))
      #expect(fold.state.timers.map(\.due) == before.state.timers.map(\.due))
      #expect(
        fold.state.timers.map { $0.name(in: fold.program) } == ["期限", "问话", "提醒", "talks"])
      #expect(fold.state.tasks.map(\.order.id) == ["问话"])
      #expect(try bench.store.verifyAll().faults.isEmpty)
      #expect(try bench.store.record(of: "A-1")?.program == fold.pinned.hash)
      #expect(try bench.desk().running(beside: fold.pinned, only: nil).isEmpty)
    }
  }

  @Test(arguments: Bench.Place.allCases)
  func whatWasDoneBeforeStaysAndWhatComesAfterIsOfTheNewVersion(place: Bench.Place) throws {
    try withBench(place) { bench in
      _ = try bench.running()
      _ = try bench.migrate(
        to: try Migrations.artefact(Migrations.renamings), by: Migrations.renaming)
      var fold = try bench.desk().load("A-1")
      #expect(throws: DeskFault.self) { try bench.desk().undo(fold, reason: "换版以前") }
      let moved = fold.state
      fold = try bench.step(
        fold, Proposal(at: nil, event: "suspend", set: ["标的": .text("400")]),
        at: "2026-05-07T10:00")
      #expect(fold.leaves == ["stopped"])
      let undone = try bench.desk("2026-05-07T11:00").undo(fold, reason: "写错了")
      #expect(undone.fold.state == moved)
      #expect(try bench.desk().load("A-1").state == moved)
      #expect(
        fold.pinned(at: 2).program.version == "1" && fold.pinned(at: 3).hash == fold.pinned.hash)
      let again = try bench.migrate(
        to: try Migrations.artefact([]), by: Self.backwards, at: "2026-05-07T12:00")
      #expect(again.inTheWay == [])
      fold = try bench.desk().load("A-1")
      #expect(fold.leaves == ["village"] && fold.earlier.map(\.last) == [2, 5])
    }
  }

  private static var backwards: MigrationPlan {
    var plan = Migrations.keeping
    plan.states = ["talks": ["village"]]
    plan.names = [
      .facts: ["标的": "金额", "事情": "经过"], .periods: ["期限": "办理期"], .variables: ["回数": "次数"],
    ]
    plan.words = ["类型": ["婚姻家庭": "婚姻"]]
    return plan
  }

  @Test func whatIsDueFiresFirstByTheVersionBefore() throws {
    try withBench { bench in
      _ = try bench.running()
      // On 10 May the three workdays are over; the new version would have led to `stopped`.
      let artefact = try Migrations.artefact([
        ("after: {3 workdays: town}", "after: {3 workdays: stopped}")
      ])
      let plan = Migrations.keeping
      let passage = try bench.migrate(to: artefact, by: plan, at: "2026-05-12T09:00")
      #expect(passage.inTheWay == [] && passage.from == ["town"] && passage.to == ["town"])
      let fold = try bench.desk().load("A-1")
      #expect(fold.lines.map(\.entry.kind) == [.opened, .step, .step, .migrated])
      #expect(fold.lines[2].entry.at == "2026-05-12T09:00+08:00")
    }
  }

  @Test func aVersionThatTheStoreLacksLeavesAllAsItWas() throws {
    try withBench { bench in
      _ = try bench.running()
      let head = try bench.store.headDigest()
      let next = PinnedProgram(try Migrations.artefact([]))
      #expect(throws: DeskFault.self) {
        // The step that fires what is due is not kept either.
        try bench.desk("2026-05-12T09:00")
          .migrate("A-1", to: next, by: Migrations.keeping, reason: nil)
      }
      #expect(try bench.store.headDigest() == head)
    }
  }

  @Test func aLentCaseStaysWhereItIs() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder, rulebook: Migrations.rulebook)
      _ = try bench.running()
      let laptop = CaseDesk(
        store: try CaseStores.open(folder.appendingPathComponent("laptop").path),
        user: try bench.desk().user, now: try bench.desk().now,
        salt: { Array(repeating: 9, count: 16) })
      _ = try bench.desk().lend("A-1", to: laptop, holder: "王某")
      let artefact = try Migrations.artefact([])
      let listed = try bench.desk().running(beside: PinnedProgram(artefact), only: nil)
      let planned = try bench.desk().plan(
        try #require(listed.first), to: PinnedProgram(artefact), by: Migrations.keeping)
      #expect(planned.inTheWay == ["lent "])
      #expect(try bench.migrate(to: artefact, by: Migrations.keeping).inTheWay == ["lent "])
      // Away it goes over as well, and brings that home.
      try laptop.keep(artefact)
      let away = try laptop.migrate(
        "A-1", to: PinnedProgram(artefact), by: Migrations.keeping, reason: "在外")
      #expect(away.inTheWay == [])
      let back = try bench.desk("2026-05-08T09:00").takeBack("A-1", from: laptop)
      #expect(back.program.version == "2" && back.earlier.count == 1)
      #expect(try bench.store.headDigest().digest == laptop.store.headDigest().digest)
    }
  }

  @Test func aFolderHoldsEveryVersionAndIsRestoredByteForByte() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder, rulebook: Migrations.rulebook)
      _ = try bench.running()
      _ = try bench.migrate(
        to: try Migrations.artefact(Migrations.renamings), by: Migrations.renaming)
      let fold = try bench.desk().load("A-1")
      var files = try bench.desk().originals(of: fold)
      files.seal()
      #expect(files.files.count { $0.path.hasSuffix(".artefact") } == 2)
      let byPath = Dictionary(files.files.map { ($0.path, $0.bytes) }) { first, _ in first }
      let desk = CaseDesk(
        store: try CaseStores.open(folder.appendingPathComponent("other").path),
        user: try bench.desk().user, now: try bench.desk().now,
        salt: { Array(repeating: 1, count: 16) })
      #expect(try desk.restore { byPath[$0] }.state == fold.state)
      #expect(try desk.store.headDigest().digest == bench.store.headDigest().digest)
      for path in byPath.keys.sorted() where path != CaseFolder.sums {
        var altered = byPath
        altered[path] = nil
        #expect(throws: DeskFault.self, "\(path)") { try desk.restore { altered[$0] } }
      }
    }
  }

  @Test func aTextIsErasedUnderTheNameItHadBefore() throws {
    try withBench { bench in
      _ = try bench.running()
      _ = try bench.migrate(
        to: try Migrations.artefact(Migrations.renamings), by: Migrations.renaming)
      let fold = try bench.desk().load("A-1")
      let erased = try bench.desk("2026-06-01T09:00").redact(fold, .fact("事情"), reason: "要求")
      #expect(erased.texts == 1)
      let again = try bench.desk().load("A-1")
      #expect(again.state == erased.fold.state && again.program.version == "2")
      #expect(try !bench.store.secrets(of: "A-1").contains { $0.secret.value.contains("树枝") })
    }
  }

  @Test func aPlanIsReadBackAsItWasWritten() {
    let plan = Migrations.renaming
    #expect(MigrationPlan(JSONValue(plan.json.json)) == plan)
    #expect(MigrationPlan(.object(["words": .text("no")])) == nil)
    #expect(MigrationPlan(.object(["unheard": .object([:])])) == nil)
    #expect(
      MigrationPlan(.object(["open": .object(["timers": .object(["*": .text("maybe")])])])) == nil)
  }

  @Test func namesThatMeanNothingAreToldWithWhatIsNear() throws {
    let old = try Bench.compile(Migrations.rulebook).program
    var plan = MigrationPlan()
    plan.states = ["vilage": ["village"], "village": ["twon"]]
    plan.names = [.facts: ["金钱": nil]]
    plan.answers[.tasks, default: .init()].named = ["问": .keep]
    let strays = plan.strays(from: [old], to: try Migrations.artefact([]).program)
    #expect(strays.count == 4)
    #expect(strays[0].en.contains("write `village`") && strays[1].zh.contains("请写 `town`"))
    #expect(
      Migrations.renaming.strays(
        from: [old], to: try Migrations.artefact(Migrations.renamings).program) == [])
  }
}
