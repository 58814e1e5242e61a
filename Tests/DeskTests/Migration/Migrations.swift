import Desk
import Engine
import Foundation
import Model
import Runtime
import Store
import TestSupport
import Testing

/// A rulebook with all that may run or be remembered, and texts to make other versions of it.
enum Migrations {
  static let rulebook = """
    rulebook: small
    version: "1"
    types: {类型: {values: [婚姻, 邻里, 劳动]}}
    facts:
      甲方: {type: {list: {record: {name: text, 年龄: integer}}}, optional: true}
      金额: {type: money, min: 0}
      纠纷: 类型
      受理日: date
      经过: text
    variables: {次数: {type: integer, start: 0}}
    roles: {调解员: {}}
    decisions: {大额: {is: 金额 >= 5000}}
    events: {accept: {}, suspend: {}, resume: {}, agreed: {}, asked: {}, remind: {}}
    periods: {办理期: {from: 受理日, length: 30 days}}
    workflow:
      states:
        registered: {on: {accept: [{when: 大额, to: town}, {to: village}]}}
        handling:
          initial: village
          on: {suspend: stopped, expired.办理期: closed}
          states:
            village:
              entry:
                - set: {次数: 次数 + 1}
                - task: {id: 问话, to: 调解员, within: 5 days, done_by: asked}
                - send: {event: remind, after: 2 days, id: 提醒}
              after: {3 workdays: town}
            town: {entry: [{decide: 大额}], on: {agreed: closed}}
            back: {type: history, depth: deep, to: village}
        stopped: {on: {resume: back}}
        closed: {type: final}
    """

  /// The rulebook with words replaced, each of which is there.
  static func version(_ changes: [(String, String)]) throws -> PinnedProgram {
    PinnedProgram(try artefact(changes))
  }

  static func artefact(_ changes: [(String, String)]) throws -> Artefact {
    var text = rulebook.replacingOccurrences(of: #"version: "1""#, with: #"version: "2""#)
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacingOccurrences(of: old, with: new)
    }
    return try Bench.compile(text)
  }

  /// Keeps all that runs.
  static var keeping: MigrationPlan {
    var plan = MigrationPlan()
    for matter in MigrationPlan.Matter.allCases {
      plan.answers[matter, default: .init()].others = .keep
    }
    return plan
  }

  /// Other names for the states, facts and clocks of `renamings`.
  static var renaming: MigrationPlan {
    var plan = keeping
    plan.states = ["village": ["talks"]]
    plan.names = [
      .facts: ["金额": "标的", "经过": "事情"], .periods: ["办理期": "期限"], .variables: ["次数": "回数"],
      .decisions: ["大额": "大"],
    ]
    plan.words = ["类型": ["婚姻": "婚姻家庭"]]
    return plan
  }

  static let renamings = [
    ("village", "talks"), ("金额", "标的"), ("经过", "事情"), ("办理期", "期限"), ("次数", "回数"),
    ("大额", "大"), ("[婚姻, 邻里, 劳动]", "[劳动, 邻里, 婚姻家庭]"),
    // Others come before them: nothing keeps its place.
    ("facts:\n", "facts:\n  第一: boolean\n"), ("events: {", "events: {first: {}, "),
    ("  states:\n    registered", "  states:\n    zero: {}\n    registered"),
    ("workflow:\n", "workflow:\n  initial: registered\n"),
  ]
}

extension Bench {
  /// A case in the village, with a deadline, a reminder, a task and a clock that run.
  func running(_ id: String = "A-1") throws -> CaseFold {
    let fold = try open(
      id,
      facts: [
        "金额": .text("300"), "纠纷": .text("婚姻"), "受理日": .text("2026-05-06"),
        "甲方": .list([.object(["name": .text("郭某某"), "年龄": .text("68")])]),
      ])
    return try step(fold, Proposal(at: nil, event: "accept", set: ["经过": .text("树枝伸过墙")]))
  }

  /// Takes a case over, with the version kept first.
  func migrate(
    _ id: String = "A-1", to artefact: Artefact, by plan: MigrationPlan,
    at moment: String = "2026-05-07T09:00"
  ) throws -> CasePassage {
    let desk = try desk(moment)
    try desk.keep(artefact)
    return try desk.migrate(id, to: PinnedProgram(artefact), by: plan, reason: nil)
  }
}

extension CasePassage {
  /// What stands in the way, by kind and name.
  var inTheWay: [String] { obstacles.map { "\($0.kind) \($0.name)" } }
}
