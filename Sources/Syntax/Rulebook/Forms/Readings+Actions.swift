import SourceText

extension Reading where Value == [ActionTree] {
  /// A list of actions, or one.
  static var actions: Reading {
    let one = Reading<Forms.ActionDraft>.form(Forms.action)
    let shape = Shape.oneOrMore(one.shape)
    return Reading(shape) { slot, diagnostics in
      if slot.node.isAbsent {
        slot.refuse(shape, into: &diagnostics)
        return nil
      }
      let items = slot.node.sequence.map { $0.map(slot.item) } ?? [slot]
      return items.flatMap { item -> [ActionTree] in
        if let word = item.node.scalar {
          if !item.node.isFaulty { diagnostics.report(.bareAction(item, word)) }
          return []
        }
        return one.read(item, &diagnostics)?.actions ?? []
      }
    }
  }
}

extension Reading where Value == AfterTree.Length {
  /// A term, or `{is: EXPR}`.
  static var delay: Reading {
    let computed = Reading<ScalarText?>.form(Forms.computed)
    return Reading(.either([.term, computed.shape])) { slot, diagnostics in
      if slot.node.mapping != nil {
        return computed.read(slot, &diagnostics)?.map(AfterTree.Length.expression)
      }
      return slot.scalar(.term, into: &diagnostics).map(AfterTree.Length.term)
    }
  }
}

/// An action does one thing.
func checkAction(_ written: WrittenKeys, into diagnostics: inout Diagnostics) {
  let done = Forms.actionWords.compactMap { written[$0] }
    .sorted { $0.key.span.start < $1.key.span.start }
  if done.isEmpty, !written.slot.node.isFaulty, written.isKnown {
    diagnostics.report(.actionWithoutWord(written.slot))
  }
  if let first = done.first, let second = done.dropFirst().first {
    diagnostics.report(.severalActions(first, second))
  }
}

extension WrittenKeys {
  /// Whether no unknown key was reported that may have been meant for the action's word.
  fileprivate var isKnown: Bool {
    slot.node.mapping?.allSatisfy { Forms.action.outline.spec(of: $0.key.text) != nil } ?? true
  }
}

extension Diagnostic {
  fileprivate static func bareAction(_ slot: Slot, _ word: ScalarText) -> Diagnostic {
    let isEmpty = word.isAbsent || word.text.isEmpty
    let name = word.text.split(separator: " ", maxSplits: 1)
    let isCut = name.count == 2 && Forms.actionWords.contains(String(name[0]))
    return Diagnostic(
      .notAnAction,
      isEmpty
        ? Bilingual(en: "an action is missing here", zh: "此处缺少动作")
        : Bilingual(
          en: "`\(word.text)` does not say what is to be done", zh: "`\(word.text)` 没有写明要做什么"),
      at: isEmpty ? slot.place : word.span,
      help: isCut ? .write("\(name[0]): \(name[1])") : namingOne)
  }

  fileprivate static func actionWithoutWord(_ slot: Slot) -> Diagnostic {
    Diagnostic(
      .notAnAction,
      Bilingual(en: "this item does not say what is to be done", zh: "这一项没有写明要做什么"),
      at: slot.place, help: namingOne)
  }

  private static var namingOne: Bilingual {
    let words = "`" + Forms.actionWords.joined(separator: "`, `") + "`"
    return Bilingual(
      en: "name the action, as in `decide: NAME`; there are \(words)",
      zh: "请写明动作，如 `decide: 名称`；可用：\(words)")
  }

  fileprivate static func severalActions(_ first: YAMLEntry, _ second: YAMLEntry) -> Diagnostic {
    Diagnostic(
      .severalActions,
      Bilingual(
        en: "`\(second.key.text)` stands in one item with `\(first.key.text)`",
        zh: "`\(second.key.text)` 与 `\(first.key.text)` 写在了同一项里"),
      at: second.key.span,
      labels: [
        Label(
          first.key.span,
          Bilingual(en: "`\(first.key.text)` stands here", zh: "`\(first.key.text)` 在此"))
      ],
      help: Bilingual(
        en: "give each action an item of its own, each behind a `-`",
        zh: "请让每个动作各占一项，各以 `-` 开头"))
  }
}
