import Compiler
import Model
import SourceText
import TestSupport
import Testing

struct CaseFileTests {
  @Test func everythingIsReadByItsDeclaredType() throws {
    let (cases, program, findings) = try read(
      """
      case: C1
      rulebook: r
      opened: 2026-05-06
      facts: {金额: 40000, 险情: 无, 方式: no}
      journal:
        - at: 2026-05-06T10:00
          event: pay
          by: 调解员
          with: {amount: 1200.50}
          set: {金额: null, 方式: unknown}
          expect: {state: 甲, never: [结案], due: {办理.甲: 2026-05-11, pmc: none}, ask: 方式}
        - at: 2026-05-07T02:00Z
      expect:
        state: [办理, 乙]
        tasks: 回访
        documents: [协议书]
        variables: {次数: 2}
        facts: {金额: null}
        notices: 公安
        refused: unknown
        finished: false
      """)
    #expect(findings.isEmpty, "\(findings)")
    let text = ProgramText(program)
    let file = try #require(cases.first)
    #expect(file.opened?.text(in: .china) == "2026-05-06T00:00+08:00")
    #expect(file.facts.map { $0.value.map { text.value($0) } } == ["40000", "无", "\"no\""])
    let first = file.journal[0]
    #expect(first.at?.text(in: .china) == "2026-05-06T10:00+08:00")
    #expect(first.event.map { program.events[$0].name } == "pay")
    #expect(first.by.map { program.roles[$0].name } == "调解员")
    #expect(first.payload.map { text.value($0) } == ["1200.5"])
    #expect(
      first.facts.map { $0.value.map { text.value($0) } ?? "unknown" } == ["null", "unknown"])
    let middle = try #require(first.expectation)
    #expect(middle.states.map { path($0.value, program) } == ["甲"])
    #expect(middle.never.map { path($0.value, program) } == ["结案"])
    #expect(middle.due.map(\.value.name) == ["甲", "pmc"])
    #expect(middle.due.map(\.value.when).last == .nothing)
    #expect(middle.questions?.map { program.facts[$0.value].name } == ["方式"])
    #expect(file.journal[1].at?.text(in: .china) == "2026-05-07T10:00+08:00")
    let last = try #require(file.expectation)
    #expect(last.states.map { path($0.value, program) } == ["办理", "乙"])
    #expect(last.tasks.map(\.value) == ["回访"])
    #expect(last.documents.map { program.documents[$0.value].name } == ["协议书"])
    #expect(last.variables.map { text.value($0.value.value) } == ["2"])
    #expect(last.facts.map(\.value) == [.null])
    #expect(last.notices.map(\.value) == ["公安"])
    #expect(last.refused?.value == .unknown)
    #expect(last.finished?.value == false)
  }

  @Test func aFileMayHoldSeveralCases() throws {
    let (cases, _, findings) = try read("cases: [{case: a}, {case: b}]")
    #expect(cases.map(\.id) == ["a", "b"])
    #expect(findings.isEmpty)
  }

  @Test(arguments: [
    ("FQ0801", "case: a\nrulebook: 1️⃣s1️⃣"),
    ("FQ0802", "case: a\nopened: 2026-01-02\njournal: [{at: 1️⃣2026-01-011️⃣}]"),
    ("FQ0803", "case: a\njournal: [{event: 1️⃣nudge1️⃣}]"),
    ("FQ0803", "case: a\njournal: [{event: 1️⃣expired.pmc1️⃣}]"),
    ("FQ0401", "case: a\njournal: [{event: 1️⃣paid1️⃣}]"),
    ("FQ0401", "case: a\njournal: [{event: go, by: 1️⃣调节员1️⃣}]"),
    ("FQ0401", "case: a\nfacts: {1️⃣金頟1️⃣: 5}"),
    ("FQ0401", "case: a\nexpect: {state: 1️⃣丙1️⃣}"),
    ("FQ0401", "case: a\nexpect: {documents: 1️⃣通知1️⃣}"),
    ("FQ0401", "case: a\nexpect: {tasks: 1️⃣访问1️⃣}"),
    ("FQ0401", "case: a\nexpect: {variables: {1️⃣金额1️⃣: 5}}"),
    ("FQ0401", "case: a\nexpect: {decisions: {1️⃣分类1️⃣: 5}}"),
    ("FQ0608", "case: a\njournal: [{event: 1️⃣pay1️⃣}]"),
    ("FQ0608", "case: a\njournal: [{event: go, with: {1️⃣sum1️⃣: 5}}]"),
    ("FQ0703", "case: a\nopened: 1️⃣6 May1️⃣"),
    ("FQ0805", "case: a\nexpect: {due: {1️⃣结案1️⃣: 2026-01-01}}"),
  ])
  func eachFaultIsFoundWhereItStands(code: String, marked: String) throws {
    let text = MarkedText(marked)
    let (_, _, findings) = try read(text.text)
    #expect(findings.map(\.code.id) == [code], "\(findings)")
    #expect(findings.first?.primary.span == text.span(1, in: SourceID(1)))
  }

  private func path(_ id: ID<State>, _ program: Program) -> String {
    program.chart?.states[id].path ?? ""
  }

  private func read(_ text: String) throws -> ([CaseFile], Program, [Diagnostic]) {
    let compiler = RulebookCompiler(
      reading: FilesInMemory(["r.yaml": rulebook, "case.yaml": text]))
    let compilation = try compiler.compile(path: "r.yaml")
    expectNone(compilation.diagnostics.map(compilation.line))
    let program = try #require(compilation.program)
    var sources = compilation.sources
    var diagnostics = Diagnostics()
    let cases = try compiler.compileCases(
      path: "case.yaml", against: ProgramNames(program), sources: &sources, into: &diagnostics)
    return (cases, program, diagnostics.sorted)
  }
}

private let rulebook = """
  rulebook: r
  roles: {调解员: {}}
  facts:
    金额: {type: money, optional: true}
    险情: [无, 有]
    方式: text
    受理日: date
  variables: {次数: {type: integer, start: 0}}
  documents: {协议书: {}}
  periods: {pmc: {from: 受理日, length: 1 month}}
  events:
    go: {}
    pay: {with: {amount: money}}
  workflow:
    states:
      登记: {on: {go: 办理}}
      办理:
        states:
          甲:
            entry: [{raise: nudge}, {task: {id: 回访, to: 调解员}}]
            after: {3 workdays: 乙}
          乙: {}
        on: {pay | expired.pmc: 结案, nudge: {do: [{draft: 协议书}, {set: {次数: 1}}]}}
      结案: {states: {了: {type: final}}, done: 完}
      完: {type: final}
  """
