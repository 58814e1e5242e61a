import Compiler
import SourceText
import TestSupport
import Testing

/// No place can weaken what `Rules/base` holds to protect people: each try is refused, with the
/// place that tries, the place in the base that it would weaken, and the mend.
struct BaseIsKeptTests {
  @Test(arguments: Attempt.all)
  func aPlaceThatWeakensTheBaseIsRefused(attempt: Attempt) throws {
    let path = "Rules/weak/rulebook.yaml"
    let text = "rulebook: weak\nextends: ../base\n" + attempt.text
    let compilation = try RulebookCompiler(
      reading: SampleReader(files: [path: text]), templateFolders: ["Templates"]
    ).compile(path: path)
    let errors = compilation.diagnostics.filter { $0.severity == .error }
    let findings = errors.map { "\($0.code.id) \($0.message.en)" }.joined(separator: "\n")
    #expect(compilation.program == nil)
    let found = try #require(errors.first { $0.code.id == attempt.code }, "\(findings)")
    #expect(errors.count == 1, "one mistake, one finding: \(findings)")
    let places = ([found.primary] + found.labels).map {
      compilation.sources[$0.span.source].name
    }
    #expect(places.contains(path), "\(places)")
    #expect(places.contains { $0.contains("base/") }, "\(places)")
    #expect(found.help != nil)
  }

  @Test func aPlaceThatOnlyFillsAndSetsIsTaken() throws {
    let path = "Rules/town/rulebook.yaml"
    let compilation = try RulebookCompiler(
      reading: SampleReader(files: [path: town]), templateFolders: ["Templates"]
    ).compile(path: path)
    expectNone(compilation.diagnostics.map(\.message.en))
  }
}

/// One way in which a place could weaken the base.
struct Attempt: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var code: String
  var text: String

  init(_ name: String, _ code: String, _ text: String) {
    (testDescription, self.code, self.text) = (name, code, text)
  }

  static let all = [
    Attempt(
      "reword a safety question", "FQ1006",
      "facts: {家庭暴力: {type: boolean, ask: 有没有小打小闹？}}"),
    Attempt("answer a safety question itself", "FQ0402", "decisions: {家庭暴力: {is: 'false'}}"),
    Attempt(
      "screen by other lines", "FQ1006", "screen: {red_lines: {R2: {when: 'false', act: continue}}}"
    ),
    Attempt("lengthen the time for mediation", "FQ1022", "settings: {pmc: 3 months}"),
    Attempt("lengthen the time for confirmation", "FQ1022", "settings: {confirm: 60 days}"),
    Attempt("go beyond a bound", "FQ1021", "settings: {follow_up_after: 100 days}"),
    Attempt(
      "lengthen what may only be shortened", "FQ1022", "settings: {assign_within: 4 workdays}"),
    Attempt("ask one side alone for consent", "FQ1006", "consents: {mediate: {of: 甲方}}"),
    Attempt(
      "lead the one who withdraws elsewhere", "FQ1006",
      "rights: {withdraw: {by: 甲方, while: 案中, to: 登记}}"),
    Attempt(
      "open the slot without consent", "FQ1006", "slots: {mediation: {gives: [agreed, not_agreed]}}"
    ),
    Attempt("let others accept cases", "FQ1006", "events: {accept: {by: [网格员]}}"),
    Attempt("bring elders in unasked", "FQ1006", "roles: {五老: {}}"),
    Attempt("have another course", "FQ1006", "workflow: {states: {登记: {type: final}}}"),
    Attempt("have other parties", "FQ1006", "parties: {sides: [甲方]}"),
    Attempt("drop events that nothing takes", "FQ1006", "unhandled: ignore"),
    Attempt(
      "route police matters to mediation", "FQ1006", "replace: {decisions: {分流: {is: 去向类.民间调解}}}"),
    Attempt(
      "agree without what was agreed", "FQ1010",
      """
      replace:
        documents:
          调解协议书: {needs: [争议事项, 履行方式], to: every party, signed_by: [every party, 调解员, 调委会]}
      """),
    Attempt(
      "catch the one who withdraws", "FQ1103", script("withdraw: 劝, 谈成: agreed, 谈不成: not_agreed")),
    Attempt("catch every event", "FQ1203", script("谈成: agreed, otherwise: 劝")),
    Attempt("take back the end of mediation", "FQ1203", script("谈成: agreed, give_up: 劝")),
    Attempt("lead out past the agreement", "FQ1202", script("谈成: agreed, 谈不成: 履行")),
  ]

  private static func script(_ handlers: String) -> String {
    "fill: {mediation: {script: 拖}}\nscripts: {拖: {steps: {劝: {on: {\(handlers)}}}}}"
  }
}

private let town = """
  rulebook: town
  extends: ../base
  types: {难度: {ordered: [小, 大]}}
  facts: {金额: {type: money, ask: 多少钱？}}
  decisions:
    分级: {hit: first, inputs: [金额], outputs: {起点: level}, rules: [{id: 小, when: {金额: "< 5000"}, then: 村}], otherwise: 镇}
  ladder:
    levels:
      - {id: 村, seats: [网格员], within: 5 workdays}
      - {id: 镇, seats: [社区民警], within: 10 workdays}
    start: 分级
    escalate: [overdue, {on: 往上}]
  events: {往上: {by: [调解员]}}
  scripts:
    拉家常: {steps: {坐下: {on: {谈成: agreed, 谈不成: not_agreed}}}}
  fill:
    mediation: {ladder: true, script: 拉家常}
  settings: {follow_up_after: 30 days, assign_within: 1 workday}
  """
