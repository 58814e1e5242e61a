internal import Model
internal import SourceText
internal import Verifier

/// What came of proving one promise.
struct ProofReport {
  var wording: Wording
  let invariant: Invariant
  let proof: Proof
  /// How the case that refutes it breaks it.
  let breach: Breach?

  init(_ loaded: LoadedRulebook, _ invariant: Invariant, _ proof: Proof, _ language: Language) {
    wording = Wording(program: loaded.program, sources: loaded.sources, language: language)
    self.invariant = invariant
    self.proof = proof
    if case .refuted(let file) = proof {
      breach = PromiseWatch.breach(file, of: invariant, by: loaded.interpreter)
    } else {
      breach = nil
    }
  }

  var program: Program { wording.program }
  var breachText: BreachText { BreachText(wording: wording) }

  /// The case as a file that says at its head what it shows.
  func caseText(_ file: CaseFile) -> String {
    CaseText(program).text(file, comments: [breachText.sentence(invariant, breach)])
  }

  func lines(_ console: Console) -> [String] {
    switch proof {
    case .proved(let situations, let longest):
      let word = console.say("proved     ", "已证明   ")
      let count = Console.counted(situations, "situation", "situations")
      let size =
        situations == 0
        ? console.say("whatever the facts are", "不论事实如何")
        : console.say(count, "\(situations) 种局面")
      return ["\(word)\(breachText.name(invariant))  (\(size))"]
        + (longest.map { ["    " + console.say(words($0).en, words($0).zh)] } ?? [])
    case .refuted(let file):
      let text = CaseText(program).text(file).split(separator: "\n").map { "    \($0)" }
      return [console.say("refuted    ", "被推翻   ") + breachText.name(invariant)]
        + [breach].compactMap { $0.map { "    " + breachText.line($0) } } + text
    case .notDecided(let reason):
      let word = console.say("undecided  ", "未能判定 ")
      let name = breachText.name(invariant)
      return ["\(word)\(name)  (\(console.say(why(reason).en, why(reason).zh)))"]
    }
  }

  func why(_ reason: Proof.Reason) -> Bilingual {
    switch reason {
    case .noWorkflow: return Bilingual(en: "there is no workflow", zh: "没有流程")
    case .tooMany: return Bilingual(en: "there are too many situations", zh: "局面太多")
    case .mayBeTrapped(let configuration):
      let place = innermost(configuration)
      return Bilingual(
        en: "a case may come to `\(place)`, and it could not be told whether it can end from there",
        zh: "案件可能到 `\(place)`，能否从那里办结未能判定")
    case .mayNotRest(let states):
      let places = states.map { "`\(program.chart?.states[$0].path ?? "")`" }
      return Bilingual(
        en: "what leads on to an end may go round for ever by itself, through "
          + places.joined(separator: ", "),
        zh: "通向办结的路可能自己转个不停，经过 \(places.joined(separator: "、"))")
    case .mayWait(let configuration, let clocks):
      let place = innermost(configuration)
      let unsure = clocks.map(unsure)
      return Bilingual(
        en: (["nothing is sure to end the wait at `\(place)`"] + unsure.map(\.en))
          .joined(separator: "; ") + "; but no case was found that waits too long",
        zh: (["在 `\(place)` 的等待没有一定会到的期限"] + unsure.map(\.zh))
          .joined(separator: "；") + "；但没有找到等得过久的案件")
    case .mayCircle(let circle):
      let places = circle.map(innermost).joined(separator: " → ")
      return Bilingual(
        en: "the case may go round and round (\(places)), but none was found that waits too long",
        zh: "案件可能来回反复（\(places)），但没有找到等得过久的案件")
    case .mayTakeLonger(let longest):
      let words = words(longest)
      return Bilingual(
        en: "it may take longer, but no case was found that does; \(words.en)",
        zh: "可能超过期限，但没有找到这样的案件；\(words.zh)")
    case .beyondCalendar:
      return Bilingual(
        en: "the wait reaches beyond the calendar", zh: "等待超出日历所及")
    case .solverMissing:
      return Bilingual(
        en: "it takes arithmetic between facts, which `z3` decides; install it",
        zh: "涉及事实之间的算术，要由 `z3` 判定；请安装它")
    case .solverLate:
      return Bilingual(
        en: "`z3`, asked about arithmetic between facts, took too long",
        zh: "向 `z3` 询问事实之间的算术，超过了时限")
    case .notReplayed(let way):
      let last = way.last.map(innermost) ?? ""
      return Bilingual(
        en: "it may be broken at `\(last)` after \(way.count - 1) entries, but no case was found "
          + "that does so",
        zh: "可能在第 \(way.count - 1) 步到 `\(last)` 时违背，但没有找到这样的案件")
    }
  }

  private func innermost(_ configuration: [ID<State>]) -> String {
    guard let chart = program.chart else { return "" }
    let leaves = configuration.filter { chart.states[$0].children.isEmpty }
    return leaves.map { chart.states[$0].path }.joined(separator: ", ")
  }

  var json: JSONText {
    var members: [JSONText.Member] = [
      .init("invariant", .string(invariant.name)),
      .init("title", .string(wording.say(invariant.title))),
      .init("sealed", .bool(invariant.isSealed)),
    ]
    switch proof {
    case .proved(let situations, let longest):
      members += [.init("result", "proved"), .init("situations", .integer(situations))]
      if let longest { members.append(.init("longest", json(longest))) }
    case .refuted(let file):
      members.append(.init("result", "refuted"))
      if let breach {
        members += [
          .init("entry", .integer(breach.entry)),
          .init("why", .string(wording.say(breachText.why(breach)))),
        ]
      }
      members.append(.init("case", .string(caseText(file))))
    case .notDecided(let reason):
      members += [.init("result", "not decided"), .init("why", .string(wording.say(why(reason))))]
    }
    return .object(members)
  }
}
