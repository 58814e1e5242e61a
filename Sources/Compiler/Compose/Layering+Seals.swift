import SourceText
import Syntax

// What local content may not do: act in place of the base or of people, take what the base's clocks
// say, or be taken for a state of the base. That content leads out of a slot by its outcomes alone
// and leaves reserved events is seen where slots are lowered.
extension Layering {
  /// What the place declares itself and what it puts in the base's place.
  private var content: MediationTree {
    var content = own.mediation
    content.scripts += own.changes.replacements.scripts
    content.ladder = content.ladder ?? own.changes.replacements.ladder
    return content
  }

  /// Actions of fills and scripts change and make only what the place itself declares.
  mutating func refuseActs(on things: BaseThings) {
    for touched in content.localActions.flatMap({ things.touched(by: $0) }) {
      diagnostics.report(.actsOnBase(touched.name, touched.place))
    }
  }

  /// What the base's clocks say is taken by the base, never on the way.
  mutating func refuseTakenClocks(of things: BaseThings) {
    let content = self.content
    let handled = content.localStates.flatMap(\.on).flatMap(\.patterns)
    let asked = content.ladder?.escalations.flatMap(\.events) ?? []
    for pattern in handled + asked {
      if let clock = things.clock(takenBy: pattern.value) {
        diagnostics.report(.takesClock(pattern, clock.name, clock.span))
      }
    }
  }

  /// From the slot's state, a name is looked up inwards first: a local state could stand in the
  /// way.
  mutating func refuseNamesOfStates() {
    let known = base.workflow?.withDescendants.compactMap(\.name) ?? []
    guard !known.isEmpty else { return }
    let places = Dictionary(known.map { ($0.value, $0.span) }) { first, _ in first }
    let mediation = content
    let names =
      mediation.localStates.compactMap(\.name) + mediation.scripts.map(\.name)
      + (mediation.ladder?.levels.map(\.id) ?? [])
    for name in names {
      if let place = places[name.value] { diagnostics.report(.hidesState(name, place)) }
    }
  }

  /// What the base keeps from a side no place sets free: only what the base's own document of the
  /// name sets free may stay so where it is replaced.
  mutating func refuseDeclassified() {
    let secrets = base.facts.filter { $0.heardFrom != nil || !$0.keptFrom.isEmpty }
    let replaced = own.changes.replacements.documents.flatMap { document in
      let known = base.documents.first { $0.name.value == document.name.value }
      let free = known?.declassified.map(\.fact.value) ?? []
      return document.declassified.filter { !free.contains($0.fact.value) }
    }
    let all =
      own.documents.flatMap(\.declassified) + replaced
      + content.localActions.flatMap(\.declassified)
    for one in all {
      guard let secret = secrets.first(where: { $0.name.value == one.fact.value }) else { continue }
      let noun = Bilingual(
        en: "the secrecy of `\(one.fact.value)`", zh: "`\(one.fact.value)` 的保密")
      diagnostics.report(
        .sealed(noun, at: one.fact.span, by: secret.name.span, help: .leaveSecret))
    }
  }

  /// A consent of the place cannot stand before the people that one of the base stands before: the
  /// easier one would do.
  mutating func refuseLooserConsents() {
    for consent in own.mediation.consents {
      for role in consent.before {
        let known = base.mediation.consents.flatMap(\.before).first { $0.value == role.value }
        guard let known else { continue }
        let noun = Bilingual(
          en: "the consent before `\(role.value)`", zh: "请 `\(role.value)` 参加前的同意")
        diagnostics.report(.sealed(noun, at: role.span, by: known.span, help: .leaveOut))
      }
    }
  }
}

extension Bilingual {
  fileprivate static let leaveSecret = Bilingual(
    en: "leave it untold; where the base lets a party release it, put it behind that consent",
    zh: "请不要告知；上层允许当事人同意告知的，请放在该同意之后")
}

extension EscalationTree {
  /// The events on which the case moves up.
  fileprivate var events: [Located<String>] {
    triggers.flatMap { trigger -> [Located<String>] in
      if case .on(let events) = trigger { events } else { [] }
    }
  }
}

extension Diagnostic {
  fileprivate static func actsOnBase(_ name: Located<String>, _ place: Span) -> Diagnostic {
    Diagnostic(
      .actsOnBase,
      Bilingual(
        en: "`\(name.value)` is the base's, and no local action can change, decide, make or "
          + "cancel it",
        zh: "`\(name.value)` 属于上层，地方动作不能改动、定下、引发或取消它"),
      at: name.span, labels: [Label(place, Bilingual(en: "the base has it here", zh: "上层在此"))],
      help: Bilingual(
        en: "leave the action out; what the place needs goes into facts, variables and events of "
          + "its own",
        zh: "请去掉这个动作；地方所需的内容请用自己的事实、变量和事件"))
  }

  fileprivate static func takesClock(
    _ pattern: Located<String>, _ event: String, _ place: Span
  ) -> Diagnostic {
    Diagnostic(
      .takesClockOfBase,
      Bilingual(
        en: "this would take `\(event)`, a clock of the base that runs out for the base alone",
        zh: "此处会接走 `\(event)`，而上层的期限到期只由上层处理"),
      at: pattern.span, labels: [Label(place, Bilingual(en: "the base's clock", zh: "上层的期限"))],
      help: Bilingual(
        en: "take it out, or count a time of the place's own with `after` or `periods`",
        zh: "请去掉；地方自己的时限请用 `after` 或 `periods`"))
  }

  fileprivate static func hidesState(_ name: Located<String>, _ place: Span) -> Diagnostic {
    Diagnostic(
      .hidesStateOfBase,
      Bilingual(
        en: "`\(name.value)` is a state of the base, whose transitions would lead here instead",
        zh: "`\(name.value)` 是上层的状态，上层的转移会误入此处"),
      at: name.span, labels: [Label(place, Bilingual(en: "the base's state", zh: "上层的状态"))],
      help: Bilingual(en: "give the local state another name", zh: "请给地方状态另取名称"))
  }
}
