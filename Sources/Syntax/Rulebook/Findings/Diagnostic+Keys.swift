import SourceText

// What is wrong with the keys of a mapping.
extension Diagnostic {
  static func unknownKey(
    _ entry: YAMLEntry, of form: FormOutline, meant: String?, belongs: Bilingual?
  ) -> Diagnostic {
    let word = entry.key.text
    return Diagnostic(
      .unknownKey,
      Bilingual(
        en: "`\(word)` is not a key of \(form.noun.en)", zh: "\(form.noun.zh)没有 `\(word)` 这个键"),
      at: entry.key.span,
      help: meant.map(Bilingual.write) ?? belongs ?? .oneOf(form.keys.map(\.name)),
      fix: meant.map { Fix(entry.key.span, replacement: $0, isSafe: false) })
  }

  static func missingKey(_ key: KeySpec, of form: FormOutline, in slot: Slot) -> Diagnostic {
    Diagnostic(
      .missingKey,
      Bilingual(
        en: "\(form.noun.en) needs the key `\(key.name)`, \(key.summary.en)",
        zh: "\(form.noun.zh)缺少必需的键 `\(key.name)`（\(key.summary.zh)）"),
      at: slot.place,
      help: Bilingual(
        en: "add it, as in `\(form.example)`", zh: "请加上它，例如 `\(form.example)`"))
  }

  static func conflictingKeys(
    _ key: YAMLEntry, _ other: YAMLEntry, why: Bilingual
  ) -> Diagnostic {
    let (first, second) = key.key.span.start <= other.key.span.start ? (key, other) : (other, key)
    return Diagnostic(
      .conflictingKeys,
      Bilingual(
        en: "`\(second.key.text)` cannot stand beside `\(first.key.text)`",
        zh: "`\(second.key.text)` 不能与 `\(first.key.text)` 并用"),
      at: second.key.span,
      labels: [
        Label(
          first.key.span,
          Bilingual(en: "`\(first.key.text)` stands here", zh: "`\(first.key.text)` 在此"))
      ], help: why)
  }

  static func besideComputed(_ other: YAMLEntry, _ computed: YAMLEntry) -> Diagnostic {
    conflictingKeys(
      computed, other,
      why: Bilingual(
        en: "keep `is` alone: `{is: EXPRESSION}` is a computed value",
        zh: "请只留 `is`：`{is: 表达式}` 表示计算出的值"))
  }
}

extension Bilingual {
  static func write(_ word: String) -> Bilingual {
    Bilingual(en: "write `\(word)`", zh: "请写 `\(word)`")
  }

  static func oneOf(_ words: [String]) -> Bilingual {
    let list = "`" + words.joined(separator: "`, `") + "`"
    return words.count == 1
      ? write(words[0]) : Bilingual(en: "use one of \(list)", zh: "可用：\(list)")
  }

  /// The word that was most likely meant, or all there are.
  static func nearestOf(_ words: [String], to word: String) -> Bilingual {
    Suggestion.nearest(to: word, among: words).map(write) ?? oneOf(words)
  }
}

extension Fix {
  /// Puts the word in its place that was most likely meant; nil where none is near.
  static func nearest(_ scalar: ScalarText, _ words: [String]) -> Fix? {
    Suggestion.nearest(to: scalar.text, among: words).map {
      Fix(scalar.contentSpan, replacement: $0, isSafe: false)
    }
  }
}

// What is missing where one of several keys is needed.
extension Diagnostic {
  static func typeWithoutWords(_ slot: Slot) -> Diagnostic {
    oneNeeded(
      slot, "`values` or `ordered`", "`values` 或 `ordered`",
      help: Bilingual(
        en: "list its words, as in `{values: [yes, no]}`", zh: "请列出取值，例如 `{values: [是, 否]}`"))
  }

  static func decisionWithoutLogic(_ slot: Slot) -> Diagnostic {
    oneNeeded(
      slot, "`is`, `rules` or `table`", "`is`、`rules` 或 `table`",
      help: Bilingual(
        en: "write an expression under `is`, rows under `rules`, or the path of a CSV file under "
          + "`table`",
        zh: "请在 `is` 下写表达式，或在 `rules` 下写各行，或在 `table` 下写 CSV 文件路径"))
  }

  static func lengthMissing(_ slot: Slot) -> Diagnostic {
    oneNeeded(
      slot, "`length` or `is`", "`length` 或 `is`",
      help: Bilingual(
        en: "say how long, as in `{length: 3 workdays, to: NAME}`",
        zh: "请写明时长，例如 `{length: 3 workdays, to: 名称}`"))
  }

  private static func oneNeeded(
    _ slot: Slot, _ en: String, _ zh: String, help: Bilingual
  ) -> Diagnostic {
    Diagnostic(
      .missingKey,
      Bilingual(en: "\(slot.title.en) needs \(en)", zh: "\(slot.title.zh)缺少 \(zh)"),
      at: slot.place, help: help)
  }
}
