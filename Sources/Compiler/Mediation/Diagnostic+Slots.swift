import SourceText
import Syntax

// What is wrong with slots and what fills them.
extension Diagnostic {
  static func unfilledSlot(_ slot: SlotTree, at span: Span) -> Diagnostic {
    let name = slot.name.value
    return Diagnostic(
      .unfilledSlot,
      Bilingual(en: "nothing fills the slot `\(name)`", zh: "接口 `\(name)` 没有填写内容"), at: span,
      labels: [declared(slot)],
      help: Bilingual(
        en: "fill it, as in `fill: {\(name): {script: NAME}}`, or give the slot a `default`",
        zh: "请填写，例如 `fill: {\(name): {script: 名称}}`，或给接口写 `default`"))
  }

  static func reservedEvent(
    _ pattern: Located<String>, _ event: Located<String>, _ slot: SlotTree
  ) -> Diagnostic {
    let name = slot.name.value
    let isExact = pattern.value == event.value
    return Diagnostic(
      .reservedEvent,
      isExact
        ? Bilingual(
          en: "`\(event.value)` is reserved in the slot `\(name)` and cannot be handled inside it",
          zh: "`\(event.value)` 是接口 `\(name)` 的保留事件，填入的内容不得处理")
        : Bilingual(
          en: "`\(pattern.value)` would catch `\(event.value)`, which is reserved in the slot "
            + "`\(name)`",
          zh: "`\(pattern.value)` 会接走接口 `\(name)` 的保留事件 `\(event.value)`"),
      at: pattern.span,
      labels: [Label(event.span, Bilingual(en: "reserved here", zh: "在此保留"))],
      help: isExact
        ? Bilingual(
          en: "take it out: the event is answered outside the slot, always",
          zh: "请删去：这个事件一律由接口之外处理")
        : Bilingual(en: "name the events that are meant", zh: "请逐个写出要处理的事件"))
  }

  static func outcomeUnanswered(
    _ outcome: Located<String>, _ state: StateTree, _ slot: SlotTree
  ) -> Diagnostic {
    let (word, name) = (outcome.value, state.name?.value ?? "")
    return Diagnostic(
      .outcomeUnanswered,
      Bilingual(
        en: "`\(name)` does not say where `\(word)` leads, so the case would stay there",
        zh: "`\(name)` 没有写明 `\(word)` 通向哪里，案件会停在那里"),
      at: state.name?.span ?? state.span,
      labels: [
        Label(
          outcome.span,
          Bilingual(
            en: "the slot `\(slot.name.value)` gives it", zh: "接口 `\(slot.name.value)` 给出这个结果"))
      ],
      help: Bilingual(
        en: "add `\(word): STATE` under its `on`", zh: "请在它的 `on` 下写 `\(word): 状态`"))
  }

  static func slotInSlot(_ inner: Located<String>, _ slot: SlotTree) -> Diagnostic {
    Diagnostic(
      .slotInSlot,
      Bilingual(
        en: "what fills the slot `\(slot.name.value)` cannot have the slot `\(inner.value)` in it",
        zh: "填入接口 `\(slot.name.value)` 的内容里不能再有接口 `\(inner.value)`"),
      at: inner.span, labels: [declared(slot)],
      help: Bilingual(
        en: "write the states themselves, or put the slot into the outer workflow",
        zh: "请直接写出各状态，或把这个接口放到外层流程里"))
  }

  static func finalInSlot(_ name: Located<String>, _ slot: SlotTree) -> Diagnostic {
    let gives = slot.gives.map { "`\($0.name.value)`" }
    return Diagnostic(
      .finalInSlot,
      Bilingual(
        en: "`\(name.value)` ends what fills the slot `\(slot.name.value)` without an outcome",
        zh: "`\(name.value)` 结束了接口 `\(slot.name.value)` 的内容，却没有给出结果"),
      at: name.span, labels: [declared(slot)],
      help: Bilingual(
        en: "take it out and lead to \(gives.joined(separator: " or "))",
        zh: "请删去它，改为通向 \(gives.joined(separator: " 或 "))"))
  }

  static func unusedSlot(_ slot: SlotTree) -> Diagnostic {
    let name = slot.name.value
    return Diagnostic(
      .unusedSlot,
      Bilingual(en: "no state has the slot `\(name)`", zh: "没有状态使用接口 `\(name)`"),
      at: slot.name.span,
      help: Bilingual(
        en: "write `slot: \(name)` on the state it stands at, or take it out",
        zh: "请在它所在的状态写 `slot: \(name)`，或删去它"))
  }

  static func nameOfForm(
    _ name: Located<String>, _ maker: Bilingual, madeAt span: Span
  ) -> Diagnostic {
    Diagnostic(
      .nameOfForm,
      Bilingual(
        en: "`\(name.value)` is a name that \(maker.en) makes itself",
        zh: "`\(name.value)` 这个名称由\(maker.zh)自动产生"),
      at: name.span,
      labels: [Label(span, Bilingual(en: "made here", zh: "在此产生"))],
      help: Bilingual(en: "choose another name", zh: "请另取名称"))
  }

  private static func declared(_ slot: SlotTree) -> Label {
    Label(
      slot.name.span,
      Bilingual(
        en: "the slot `\(slot.name.value)` is declared here", zh: "接口 `\(slot.name.value)` 在此声明"))
  }
}
