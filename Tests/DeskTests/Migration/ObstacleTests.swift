import Desk
import Engine
import Foundation
import Model
import Runtime
import SourceText
import Store
import TestSupport
import Testing

/// Nothing is guessed: what has no place or no answer stands in the way, by its name.
@Suite struct ObstacleTests {
  /// A change of the rulebook, what then stands in the way, and what clears it.
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var changes: [(String, String)]
    var inTheWay: [String]
    /// A plan that lets the case go over.
    var clearing: @Sendable (inout MigrationPlan) -> Void
  }

  static let changes: [Change] = [
    Change(
      testDescription: "a state is gone", changes: [("village", "talks")],
      inTheWay: ["state village"], clearing: { $0.states = ["village": ["handling.talks"]] }),
    Change(
      testDescription: "a state has states inside",
      changes: [
        (
          "        town: {entry",
          "        talks: {initial: one, states: {one: {}, two: {}}}\n        town: {entry"
        ),
        ("village:\n", "gone:\n"), ("initial: village", "initial: gone"),
        ("to: village", "to: talks"),
      ],
      inTheWay: ["state village"],
      clearing: {
        $0.states = ["village": ["two"]]
        $0.answers[.timers, default: .init()].named = ["village": .drop]
      }),
    Change(
      testDescription: "a fact is gone", changes: [("  经过: text\n", "")],
      inTheWay: ["fact 经过"], clearing: { $0.names[.facts] = ["经过": nil] }),
    Change(
      testDescription: "a fact has another type", changes: [("经过: text", "经过: 类型")],
      inTheWay: ["fact 经过"], clearing: { $0.names[.facts] = ["经过": nil] }),
    Change(
      testDescription: "a number is money now",
      changes: [("经过: text", "经过: {type: text, optional: true}"), ("受理日: date", "受理日: date-time")],
      inTheWay: ["fact 受理日"], clearing: { $0.names[.facts] = ["受理日": nil] }),
    Change(
      testDescription: "a bound is narrower", changes: [("min: 0", "min: 1000")],
      inTheWay: ["fact 金额"], clearing: { $0.names[.facts] = ["金额": nil] }),
    Change(
      testDescription: "a word is gone", changes: [("[婚姻, 邻里, 劳动]", "[邻里, 劳动]")],
      inTheWay: ["fact 纠纷"], clearing: { $0.words = ["类型": ["婚姻": "邻里"]] }),
    Change(
      testDescription: "a field is new",
      changes: [("年龄: integer}", "年龄: integer, 住址: text}")],
      inTheWay: ["fact 甲方"], clearing: { $0.names[.facts] = ["甲方": nil] }),
    Change(
      testDescription: "a field is gone, and the rest is taken all the same",
      changes: [(", 年龄: integer}", "}")],
      inTheWay: ["fact 甲方"], clearing: { $0.names[.facts] = ["甲方": "甲方"] }),
    Change(
      testDescription: "a variable is gone",
      changes: [("次数", "回数")],
      inTheWay: ["variable 次数"], clearing: { $0.names[.variables] = ["次数": "回数"] }),
    Change(
      testDescription: "the event of a task is gone",
      changes: [("asked: {}, ", ""), (", done_by: asked", "")],
      inTheWay: ["task asked"],
      clearing: { $0.answers[.tasks, default: .init()].named = ["问话": .drop] }),
    Change(
      testDescription: "the event of a reminder is gone",
      changes: [(", remind: {}}", ", nudge: {}}"), ("event: remind", "event: nudge")],
      inTheWay: ["timer remind"], clearing: { $0.names[.events] = ["remind": "nudge"] }),
    Change(
      testDescription: "a clock is gone",
      changes: [
        ("periods: {办理期: {from: 受理日, length: 30 days}}\n", ""), (", expired.办理期: closed", ""),
      ],
      inTheWay: ["period 办理期"], clearing: { $0.names[.periods] = ["办理期": nil] }),
    Change(
      testDescription: "one state becomes two beside each other",
      changes: [
        (
          "    stopped:",
          "    both: {parallel: {one: {initial: a, states: {a: {}}}, "
            + "two: {initial: b, states: {b: {}}}}}\n    stopped:"
        ), ("village", "talks"),
      ],
      inTheWay: ["state village"],
      clearing: {
        $0.states = ["village": ["a", "b"]]
        $0.answers[.timers, default: .init()].named = ["village": .drop]
      }),
  ]

  @Test(arguments: changes)
  func whatHasNoPlaceIsNamedAndTheMappingClearsIt(change: Change) throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder, rulebook: Migrations.rulebook)
      _ = try bench.running()
      let artefact = try Migrations.artefact(change.changes)
      let head = try bench.store.headDigest()
      let refused = try bench.migrate(to: artefact, by: Migrations.keeping)
      #expect(refused.inTheWay == change.inTheWay)
      #expect(refused.obstacles.allSatisfy { $0.help != nil && $0.message.zh != $0.message.en })
      #expect(try bench.store.headDigest() == head, "nothing was kept")
      var plan = Migrations.keeping
      change.clearing(&plan)
      #expect(try bench.migrate(to: artefact, by: plan).inTheWay == [])
      let fold = try bench.desk().load("A-1")
      #expect(fold.program.version == "2" && fold.lines.last?.entry.kind == .migrated)
    }
  }

  @Test func statesThatCannotBeTogetherAreRefused() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder, rulebook: Migrations.rulebook)
      _ = try bench.running()
      let both =
        "    both: {parallel: {one: {initial: a, states: {a: {}, c: {}}}, "
        + "two: {initial: b, states: {b: {}}}}}\n"
      let artefact = try Migrations.artefact([("    stopped:", both + "    stopped:")])
      for (names, said) in [
        (["a"], "`two`"), (["a", "c", "b"], "`a` and `c`"), ([], "nowhere"), (["both"], "inside"),
        (["closed"], "an end"), (["absent"], "does not have"), (["a", "town"], "`handling`"),
      ] {
        var plan = Migrations.keeping
        plan.states = ["village": names]
        let refused = try bench.migrate(to: artefact, by: plan)
        let told = refused.obstacles.filter { $0.kind == .state }.map(\.message.en).joined()
        #expect(told.contains(said), "\(names): \(told)")
      }
    }
  }

  @Test func eachThingThatRunsNeedsAnAnswer() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder, rulebook: Migrations.rulebook)
      _ = try bench.running()
      let artefact = try Migrations.artefact([])
      let asked = try bench.migrate(to: artefact, by: MigrationPlan())
      let all = ["unanswered 办理期", "unanswered 问话", "unanswered 提醒", "unanswered village"]
      #expect(asked.inTheWay == all)
      #expect(asked.matters.map(\.kind) == [.periods, .tasks, .timers, .timers])
      var plan = MigrationPlan()
      for (place, name) in [
        (MigrationPlan.Matter.periods, "办理期"), (.tasks, "问话"), (.timers, "提醒"),
      ] {
        plan.answers[place, default: .init()].named[name] = .keep
      }
      #expect(try bench.migrate(to: artefact, by: plan).inTheWay == ["unanswered village"])
    }
  }

  /// What becomes of the days on which things fall due, when the case goes over on 8 May.
  @Test(arguments: [
    (MigrationPlan.Answer.keep, ["提醒 2026-05-08", "village 2026-05-09", "问话 2026-05-11"]),
    (.restart, ["提醒 2026-05-09", "village 2026-05-11", "问话 2026-05-12"]),
    (.drop, []),
  ])
  func whatWasAnsweredBecomesOfIt(answer: MigrationPlan.Answer, due: [String]) throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder, rulebook: Migrations.rulebook)
      _ = try bench.running()
      var plan = Migrations.keeping
      plan.answers[.timers, default: .init()].others = answer
      plan.answers[.tasks, default: .init()].others = answer
      let longer = try Migrations.artefact([("length: 30 days", "length: 40 days")])
      let passage = try bench.migrate(to: longer, by: plan)
      #expect(passage.inTheWay == [])
      let fold = try bench.desk().load("A-1")
      let items = DueList(program: fold.program, state: fold.state).items
        .map { "\($0.name) \($0.day(in: fold.program))" }
      // The clock goes on from its day, by the new length.
      #expect(items == due + ["办理期 2026-06-15"])
      #expect(passage.moved.contains { $0.name == "办理期" && $0.from?.description == "2026-06-05" })
      // A task that begins again is given again: it goes out once more.
      let out = try bench.store.outbox(of: "A-1").map(\.key.sequence)
      #expect(out == (answer == .restart ? [2, 3] : [2]))
    }
  }

  @Test func aClockThatRunsOnIsNotGivenUp() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder, rulebook: Migrations.rulebook)
      _ = try bench.running()
      for answer in [MigrationPlan.Answer.drop, .restart] {
        var plan = Migrations.keeping
        plan.answers[.periods, default: .init()].named = ["办理期": answer]
        #expect(
          try bench.migrate(to: try Migrations.artefact([]), by: plan).inTheWay == ["period 办理期"])
      }
    }
  }

  @Test func whatHistoryRemembersGoesOver() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(in: folder, rulebook: Migrations.rulebook)
      _ = try bench.step(
        try bench.running(), Proposal(at: nil, event: "suspend"), at: "2026-05-06T11:00")
      let artefact = try Migrations.artefact([("village", "talks")])
      // The case is in `stopped` alone, and would come back to `village`.
      let refused = try bench.migrate(to: artefact, by: Migrations.keeping)
      #expect(refused.inTheWay == ["state village"])
      #expect(refused.obstacles.first?.message.en.contains("lead back") == true)
      var plan = Migrations.keeping
      plan.states = ["village": ["stopped"]]
      #expect(try bench.migrate(to: artefact, by: plan).inTheWay == ["history back"])
      plan.states = ["village": ["talks"]]
      #expect(try bench.migrate(to: artefact, by: plan).inTheWay == [])
      let fold = try bench.desk().load("A-1")
      let resumed = try bench.step(
        fold, Proposal(at: nil, event: "resume"), at: "2026-05-07T10:00")
      #expect(resumed.leaves == ["talks"])
    }
  }
}
