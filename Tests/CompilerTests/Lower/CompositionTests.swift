import Compiler
import Model
import SourceText
import TestSupport
import Testing

/// A rulebook through all stages at once.
struct CompositionTests {
  @Test func aWholeRulebookBecomesAProgram() throws {
    let program = try program(
      wholeRulebook,
      files: ["t/levels.csv": "id,难易,=> 天数\nsmall,<= 一般,3\nlarge,疑难,7\n"])
    #expect(dumpProgram(program) == dump)
  }

  @Test func aFolderStandsForTheRulebookInIt() throws {
    let files = FilesInMemory(["rules/x/rulebook.yaml": "rulebook: x"])
    let compilation = try RulebookCompiler(reading: files).compile(path: "rules/x")
    #expect(compilation.path == "rules/x/rulebook.yaml")
    #expect(compilation.program?.name == "x")
  }

  @Test func aFileThatIsNotThereIsThrown() {
    #expect(throws: SourceReadingError(path: "x.yaml", reason: .notFound)) {
      try RulebookCompiler(reading: FilesInMemory([:])).compile(path: "x.yaml")
    }
  }

  @Test func aRulebookOfDecisionsAloneHasNoChart() throws {
    let program = try program("rulebook: r\ndecisions: {n: {is: 1 + 1}}")
    #expect(program.chart == nil)
    #expect(program.decisions.count == 1)
  }

  @Test func aTableThatIsNotThereIsFoundAtItsName() throws {
    try expectFindings(
      ["FQ0517"],
      in: """
        rulebook: r
        facts: {x: boolean}
        decisions: {d: {inputs: [x], outputs: {y: number}, table: 1️⃣t.csv1️⃣}}
        """)
  }
}

let wholeRulebook = """
  rulebook: xinyi
  language: 1
  version: "2026.1"
  title: {zh: 三调, en: three ways}
  effective: {from: 2026-01-01}
  types:
    难易: {ordered: [简单, 一般, 疑难]}
  laws:
    pml_17: {title: {zh: 第十七条, en: art. 17}, certainty: text}
  roles: {调解员: {title: {en: mediator}}}
  facts:
    金额: {type: money, min: 0, max: 1000000, optional: true}
    难度: 难易
    受理日: {type: date, fixed: true}
    同意: boolean
    新期: date
    电话: {type: text, format: mobile_number, optional: true}
    证人: {list: {record: {name: text, 证件: {type: text or null, format: identity_number}}}}
  variables:
    次数: {start: 0}
  events:
    accept: {by: 调解员}
    pay: {with: {amount: money}}
  decisions:
    期限: {inputs: [{name: 难易, is: 难度}], outputs: {天数: integer}, table: t/levels.csv}
  documents:
    通知书: {needs: [金额], law: pml_17}
  periods:
    pmc:
      from: 受理日
      length: 1 month
      extend: {when: 同意, until: 新期}
      paused_in: 等待
      law: pml_17
  workflow:
    initial: {to: 登记, do: [{set: {次数: 1}}]}
    states:
      登记:
        on:
          accept: {when: "期限 > 3", to: 办理, because: [pml_17, local]}
          pay: {when: event.amount >= 100, do: [{set: {金额: event.amount}}]}
      办理:
        entry:
          - decide: 期限
          - task: {id: 回访, to: [调解员], within: 3 workdays, done_by: pay}
        on:
          suspend: 等待
          overdue.回访 | expired.pmc: {to: 结案, do: [{draft: 通知书}]}
          tick: {when: event.n > 1, do: [{send: {event: suspend, after: 2 hours, id: s}}]}
        states:
          甲: {after: {2 days: 乙}, always: [{when: 次数 > 2, do: [{raise: {event: tick, with: {n: 次数}}}]}]}
          乙: {entry: [{cancel: s}], type: final, data: {n: 次数}}
          last: {type: history, depth: deep, to: 甲}
        done: {when: event.n = 1, to: 结案}
      等待: {on: {accept: 办理.last}}
      结案: {type: final, entry: [{notify: {to: [公安], text: {is: '"x"'}}}, {inform: {zh: 完, en: end}}]}
  """

private let dump = """
  rulebook xinyi "三调" "three ways"
  version 2026.1
  effective 2026-01-01..
  offset +08:00
  type 难易: 简单 < 一般 < 疑难
  law pml_17 "第十七条" "art. 17" text
  role 调解员 "调解员" "mediator"
  fact 金额: money? min 0 max 1000000
  fact 难度: 难易
  fact 受理日: date fixed
  fact 同意: boolean
  fact 新期: date
  fact 电话: text (mobile_number)?
  fact 证人: list of {name: text, 证件: text (identity_number)?}
  variable 次数: integer = 0
  event accept by 调解员
  event pay with amount: money
  event suspend (raised)
  event tick (raised) with n: integer
  event done.办理 (done) with n: integer
  event expired.pmc (expired)
  event overdue.回访 (overdue)
  event after.甲 (timer)
  decision 期限: integer (unique)
    input 难易 = 难度
    output 天数: integer
    small: <= 一般 => 3
    large: 疑难 => 7
  document 通知书 needs 金额 because pml_17
  period pmc: 1 month because pml_17
    from 受理日
    until 新期 when 同意
    paused in 等待
  workflow
    initial 登记
      set 次数 = 1
    state 登记
      on accept when 期限 > 3 -> 办理 because pml_17, local
      on pay when event.amount >= 100
        set 金额 = event.amount
    state 办理
      initial 甲
      entry
        decide 期限
        task 回访 to 调解员 within 3 workdays done by pay
      on suspend -> 等待
      on overdue.回访 | expired.pmc -> 结案
        draft 通知书
      on tick when event.n > 1
        send suspend after 2 hours id s
      on done (done.办理) when event.n = 1 -> 结案
      state 甲
        timer 2 days: after.甲
        on after 2 days (after.甲) -> 乙
        always when 次数 > 2
          raise tick {n: 次数}
      final 乙
        entry
          cancel s
        data n = 次数
      deep history last
        initial 甲
    state 等待
      on accept -> last
    final 结案
      entry
        notify 公安: "x"
        inform: "完"

  """
