import SourceText

// What is wrong with a workflow's shape.
extension Diagnostic {
  static func otherwiseNotLast(
    _ otherwise: Located<String>, next: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      .otherwiseNotLast,
      Bilingual(
        en: "`\(next.value)` stands behind `otherwise`, which takes every event",
        zh: "`otherwise` 接收所有事件，其后的 `\(next.value)` 不起作用"),
      at: next.span,
      labels: [
        Label(
          otherwise.span, Bilingual(en: "`otherwise` stands here", zh: "`otherwise` 在此"))
      ],
      help: Bilingual(en: "put `otherwise` last", zh: "请把 `otherwise` 放在最后"))
  }

  static func otherwiseWithOthers(_ otherwise: Located<String>) -> Diagnostic {
    Diagnostic(
      .otherwiseNotLast,
      Bilingual(
        en: "`otherwise` is joined with other events, which it takes anyway",
        zh: "`otherwise` 已包含所有事件，不能再与别的事件并列"),
      at: otherwise.span,
      help: Bilingual(
        en: "give `otherwise` an entry of its own, the last", zh: "请让 `otherwise` 单独成条，并放在最后"))
  }

  static func bareCandidates(_ slot: Slot, _ names: [ScalarText]) -> Diagnostic {
    let list = names.map(\.text).joined(separator: ", ")
    return Diagnostic(
      .bareCandidates,
      Bilingual(
        en: "`\(names[1].text)` is never reached: of a list of targets the first always wins",
        zh: "`\(names[1].text)` 永远不会被选中：这样的列表总是取第一项"),
      at: names[1].span,
      help: Bilingual(
        en: "write `{to: [\(list)]}` to enter all, or give each a `when`: "
          + "`[{when: …, to: \(names[0].text)}, …]`",
        zh: "要同时进入，请写 `{to: [\(list)]}`；要择一，请各写 `when`：`[{when: …, to: \(names[0].text)}, …]`"))
  }

  static func stateOfTwoKinds(_ one: YAMLEntry, _ other: YAMLEntry) -> Diagnostic {
    let (first, second) = one.key.span.start <= other.key.span.start ? (one, other) : (other, one)
    return Diagnostic(
      .stateOfTwoKinds,
      Bilingual(
        en: "`\(first.key.text)` and `\(second.key.text)` make one state compound and parallel",
        zh: "`\(first.key.text)` 与 `\(second.key.text)` 使同一状态既是复合又是并行"),
      at: second.key.span,
      labels: [
        Label(
          first.key.span,
          Bilingual(en: "`\(first.key.text)` stands here", zh: "`\(first.key.text)` 在此"))
      ],
      help: Bilingual(
        en: "keep `states` where one of them is active at a time, `parallel` where all are",
        zh: "同时只有一个活动用 `states`，全部同时活动用 `parallel`"))
  }

  static func keyOfAnotherKind(
    _ entry: YAMLEntry, noun: Bilingual, help: Bilingual? = nil
  ) -> Diagnostic {
    let key = entry.key.text
    return Diagnostic(
      .keyOfAnotherKind,
      Bilingual(en: "\(noun.en) cannot have `\(key)`", zh: "\(noun.zh)不能有 `\(key)`"),
      at: entry.key.span, help: help ?? mend(of: key))
  }

  private static func mend(of key: String) -> Bilingual {
    switch key {
    case "initial", "done":
      Bilingual(
        en: "delete `\(key)`, or give the state `states` of its own",
        zh: "请删去 `\(key)`，或给该状态加上 `states`")
    case "to":
      Bilingual(
        en: "write `always: NAME` for a transition without an event, or `on: {EVENT: NAME}`",
        zh: "无事件的转移请写 `always: 名称`，有事件的请写 `on: {事件: 名称}`")
    case "depth":
      Bilingual(en: "add `type: history`, or delete `depth`", zh: "请加上 `type: history`，或删去 `depth`")
    case "data":
      Bilingual(en: "add `type: final`, or delete `data`", zh: "请加上 `type: final`，或删去 `data`")
    default:
      Bilingual(en: "delete `\(key)` or change `type`", zh: "请删去 `\(key)` 或更改 `type`")
    }
  }

  static func misplacedHistory(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .misplacedHistory,
      Bilingual(
        en: "the history `\(name.value)` stands outside the state it could remember",
        zh: "历史状态 `\(name.value)` 不在它要记住的状态之内"),
      at: name.span,
      help: Bilingual(
        en: "move it into the `states` of the state that is to be remembered",
        zh: "请把它移到要记住的那个状态的 `states` 里"))
  }
}
