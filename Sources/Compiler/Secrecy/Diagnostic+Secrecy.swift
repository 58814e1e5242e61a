import Model
import SourceText
import Syntax

extension Diagnostic {
  static func secretReachesSide(
    _ fact: Fact, _ secrecy: Secrecy, _ sides: [String], _ outlet: Outlet,
    _ read: FlowGraph.Step, _ way: [FlowGraph.Step], _ program: Program
  ) -> Diagnostic {
    let names = sides.map { "`\($0)`" }
    let (en, zh) = (names.joined(separator: ", "), names.joined(separator: "、"))
    var labels = [
      Label(
        fact.span,
        Bilingual(en: "`\(fact.name)` is kept from \(en)", zh: "`\(fact.name)` 对 \(zh) 保密"))
    ]
    labels += way.map { step in
      let name = program.name(of: step.carrier)
      return Label(
        step.span, Bilingual(en: "from here it goes into \(name.en)", zh: "由此进入\(name.zh)"))
    }
    let release = secrecy.release.map { name in
      Bilingual(
        en: ", put it behind `\(name).given`", zh: "，或放在 `\(name).given` 之后")
    }
    return Diagnostic(
      .secretReachesSide,
      Bilingual(
        en: "`\(fact.name)` is kept from \(en), who would read it in \(outlet.noun.en)",
        zh: "`\(fact.name)` 对 \(zh) 保密，却会出现在其所见的\(outlet.noun.zh)里"),
      at: read.span, labels: labels,
      help: Bilingual(
        en: "leave it out\(release?.en ?? ""), or write "
          + "`declassify: {fact: \(fact.name), reason: …}` beside what tells it",
        zh: "请删去它\(release?.zh ?? "")，或在告知处写 `declassify: {fact: \(fact.name), reason: …}`"))
  }

  static func nothingDeclassified(_ one: Declassification, _ fact: Fact) -> Diagnostic {
    Diagnostic(
      .nothingDeclassified,
      Bilingual(
        en: "nothing of `\(fact.name)` would reach a side here that it is kept from",
        zh: "这里并没有把 `\(fact.name)` 告诉应保密的一方"),
      at: one.span,
      help: Bilingual(en: "take the `declassify` away", zh: "请删去这个 `declassify`"))
  }

  static func secretFromNobody(_ name: Located<String>, at span: Span) -> Diagnostic {
    Diagnostic(
      .secretFromNobody,
      Bilingual(
        en: "`\(name.value)` is said apart, but kept from nobody",
        zh: "`\(name.value)` 是背对背说的，却没有写对谁保密"),
      at: span,
      help: Bilingual(
        en: "write `keep_from: [SIDE]`, or take `heard_from` and `release` away",
        zh: "请写 `keep_from: [一方]`，或删去 `heard_from` 和 `release`"))
  }

  static func secretFromItsSource(_ name: Located<String>, _ side: Located<String>) -> Diagnostic {
    Diagnostic(
      .secretFromNobody,
      Bilingual(
        en: "`\(name.value)` is kept from `\(side.value)`, who said it",
        zh: "`\(name.value)` 是 `\(side.value)` 自己说的，不能对其保密"),
      at: side.span,
      help: Bilingual(
        en: "name the other sides under `keep_from`", zh: "请在 `keep_from` 下写另外各方"))
  }
}

extension Program {
  /// What carries something on, in words.
  fileprivate func name(of carrier: Carrier) -> Bilingual {
    switch carrier {
    case .fact(let id): Bilingual(en: "`\(facts[id].name)`", zh: " `\(facts[id].name)`")
    case .variable(let id): Bilingual(en: "`\(variables[id].name)`", zh: " `\(variables[id].name)`")
    case .decision(let id): Bilingual(en: "`\(decisions[id].name)`", zh: " `\(decisions[id].name)`")
    case .output(let id, let index): output(id, index)
    case .payload(let id, let index):
      Bilingual(
        en: "what comes with `\(events[id].name)`: `\(events[id].payload[index].name)`",
        zh: "事件 `\(events[id].name)` 所带的 `\(events[id].payload[index].name)`")
    }
  }

  private func output(_ id: ID<Decision>, _ index: Int) -> Bilingual {
    let decision = decisions[id]
    guard case .record(let record) = decision.type.unwrapped else {
      return Bilingual(en: "`\(decision.name)`", zh: " `\(decision.name)`")
    }
    let path = "`\(decision.name).\(record.fields[index].name)`"
    return Bilingual(en: path, zh: " " + path)
  }
}
