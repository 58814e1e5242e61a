import SourceText

// What is wrong with the shape of files that rulebooks are put together from.
extension Diagnostic {
  static func headerInPart(_ entry: YAMLEntry) -> Diagnostic {
    let key = entry.key.text
    return Diagnostic(
      .headerInPart,
      Bilingual(
        en: "`\(key)` is said of the whole rulebook and cannot stand in an included file",
        zh: "`\(key)` 说的是整本规则书，不能写在被包含的文件里"),
      at: entry.key.span,
      help: Bilingual(
        en:
          "move `\(key)` into the rulebook's own file, or use `extends` if this file is a rulebook "
          + "to build on",
        zh: "请把 `\(key)` 移到规则书的主文件；如果这个文件是要依据的上层规则书，请用 `extends`"))
  }

  static func additionWithoutRows(_ slot: Slot) -> Diagnostic {
    Diagnostic(
      .missingKey,
      Bilingual(
        en: "\(slot.title.en) needs `rules` or `table`",
        zh: "\(slot.title.zh)缺少 `rules` 或 `table`"),
      at: slot.place,
      help: Bilingual(
        en: "write the rows under `rules`, or the path of a CSV file under `table`",
        zh: "请在 `rules` 下写各行，或在 `table` 下写 CSV 文件路径"))
  }
}
