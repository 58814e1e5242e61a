internal import Engine
internal import Model
internal import SourceText
internal import Verifier

/// How a case breaks a promise, in words.
struct BreachText {
  let wording: Wording

  private var program: Program { wording.program }

  /// `no_danger_in_talks: no danger while people talk`; the id alone where there is no title in the
  /// reader's language.
  func name(_ invariant: Invariant) -> String {
    let title = wording.heading(invariant.name, invariant.title)
    let name = invariant.name.onOneSafeLine
    return title == name ? name : name + wording.say(": ", "：") + title
  }

  /// `broken at entry 2: …`.
  func line(_ breach: Breach) -> String {
    let (place, why) = (place(breach), why(breach))
    return wording.say("broken \(place.en): \(why.en)", "\(place.zh)违背：\(why.zh)").onOneSafeLine
  }

  /// The same of a promise that is named: ``the promise `no_danger` is broken at entry 2: …``.
  func sentence(_ invariant: Invariant, _ breach: Breach?) -> String {
    let name = quoted(invariant)
    guard let breach else {
      return wording.say("the promise \(name) is broken", "承诺 \(name) 被违背").onOneSafeLine
    }
    let (place, why) = (place(breach), why(breach))
    return wording.say(
      "the promise \(name) is broken \(place.en): \(why.en)",
      "承诺 \(name) \(place.zh)被违背：\(why.zh)"
    ).onOneSafeLine
  }

  /// `` `no_danger` (no danger while people talk) ``.
  func quoted(_ invariant: Invariant) -> String {
    let title = wording.heading(invariant.name, invariant.title)
    let name = "`\(invariant.name)`"
    return title == invariant.name ? name : name + wording.say(" (\(title))", "（\(title)）")
  }

  /// Where, as `run` counts entries.
  private func place(_ breach: Breach) -> Bilingual {
    breach.entry == 0
      ? Bilingual(en: "at the opening", zh: "立案时")
      : Bilingual(en: "at entry \(breach.entry)", zh: "在第 \(breach.entry) 步")
  }

  /// What makes it a breach.
  func why(_ breach: Breach) -> Bilingual {
    switch breach.cause {
    case .holds(let reads):
      return Bilingual(en: "its condition holds\(values(reads))", zh: "条件成立\(values(reads))")
    case .fails(let state, let reads):
      return Bilingual(
        en: "in `\(path(state))` its condition fails\(values(reads))",
        zh: "在 `\(path(state))` 条件不成立\(values(reads))")
    case .unknown(let unknown, let state): return self.unknown(unknown, state)
    case .faulted(let fault, let decision, let state): return faulted(fault, decision, state)
    case .refused(let event, let refusal):
      let name = program.events[event].name
      let text = RefusalText(program: program).text(of: refusal)
      return Bilingual(en: "`\(name)` is refused: \(text.en)", zh: "`\(name)` 被拒绝：\(text.zh)")
    case .ledElsewhere(let event, let leaves, let targets):
      let name = program.events[event].name
      return Bilingual(
        en: "`\(name)` leaves the case in \(paths(leaves, ", ")), not in \(paths(targets, " or "))",
        zh: "`\(name)` 之后案件在 \(paths(leaves, "、"))，没有到 \(paths(targets, " 或 "))")
    case .trapped(let leaves):
      return Bilingual(
        en: "no way leads to an end from \(paths(leaves, ", "))",
        zh: "从 \(paths(leaves, "、")) 没有办结的路")
    case .late(let since, let limit, let leaves):
      let (begin, end) = (wording.moment(since), wording.moment(limit))
      return Bilingual(
        en: "the wait since \(begin) had to be over by \(end), but the case was still in "
          + paths(leaves, ", "),
        zh: "自 \(begin) 起的等待应在 \(end) 前结束，案件却还在 \(paths(leaves, "、"))")
    }
  }

  private func unknown(_ unknown: Breach.Unknown, _ state: ID<State>?) -> Bilingual {
    let facts = unknown.facts.map { "`\(program.facts[$0].name)`" }
    let known = unknown.names.map { "is known(\($0))" }
    let want =
      facts.isEmpty
      ? Bilingual(en: "", zh: "")
      : Bilingual(
        en: " for want of \(facts.joined(separator: ", "))",
        zh: "（尚缺 \(facts.joined(separator: "、"))）")
    guard let state else {
      let mend = known.isEmpty ? "" : "`\(known.joined(separator: " and ")) and …`"
      return Bilingual(
        en: "its condition is unknown\(want.en), which counts as met"
          + (mend.isEmpty ? "" : "; if what is not known does not matter, write \(mend)"),
        zh: "条件未知\(want.zh)，按成立计" + (mend.isEmpty ? "" : "；未知时不算违背的，请写 \(mend)"))
    }
    let mend = known.isEmpty ? "" : "`\(known.map { "not(\($0))" }.joined(separator: " or ")) or …`"
    return Bilingual(
      en: "in `\(path(state))` its condition is unknown\(want.en), which counts as not met"
        + (mend.isEmpty
          ? "" : "; ask for it before, or, if what is not known does not matter, write \(mend)"),
      zh: "在 `\(path(state))` 条件未知\(want.zh)，按不成立计"
        + (mend.isEmpty ? "" : "；请在此之前问清；未知时不算违背的，请写 \(mend)"))
  }

  private func faulted(
    _ fault: Fault, _ decision: ID<Decision>?, _ state: ID<State>?
  ) -> Bilingual {
    let text = FaultText(program: program).text(of: fault)
    let place = fault.span.map { " (\(wording.place($0)))" } ?? ""
    let subject = decision.map { "`\(program.decisions[$0].name)`" }
    let en = (subject.map { "\($0) has no result" } ?? "its condition has no result") + ": "
    let zh = (subject.map { "\($0) 没有结果" } ?? "条件算不出") + "："
    let here = state.map { (en: "in `\(path($0))` ", zh: "在 `\(path($0))` ") }
    return Bilingual(
      en: "\(here?.en ?? "")\(en)\(text.en)\(place), which counts as "
        + (state == nil ? "met" : "not met"),
      zh: "\(here?.zh ?? "")\(zh)\(text.zh)\(place)，按" + (state == nil ? "成立计" : "不成立计"))
  }

  /// ` [danger = true]`.
  private func values(_ reads: [Trace.GuardReading.Read]) -> String {
    guard !reads.isEmpty else { return "" }
    let shown = reads.map { "\($0.name) = \(wording.value($0.value, of: $0.type))" }
    return " [" + shown.joined(separator: ", ") + "]"
  }

  private func paths(_ states: [ID<State>], _ separator: String) -> String {
    states.map { "`\(path($0))`" }.joined(separator: separator)
  }

  private func path(_ state: ID<State>) -> String { program.chart?.states[state].path ?? "" }
}
