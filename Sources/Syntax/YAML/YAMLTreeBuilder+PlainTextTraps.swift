import SourceText

extension YAMLTreeBuilder {
  /// Looks at a scalar for what YAML takes but its author cannot have meant; says whether it found
  /// anything.
  mutating func reportTraps(of scalar: ScalarText, in position: Position) -> Bool {
    false
  }

  /// Reports keys inside `{}` that have no value, once for a mapping.
  mutating func reportKeyless(
    _ key: ScalarText, after entry: YAMLEntry?, _ all: [(key: ScalarText, after: Int)]
  ) {
    report(
      Diagnostic(
        .keyWithoutValue,
        Bilingual(
          en: "`\(key.text)` is a key without a value", zh: "`\(key.text)` 成了没有值的键"),
        at: key.span,
        help: Bilingual(en: "put the whole text in quotes", zh: "请把整段文字加上引号")))
  }
}
