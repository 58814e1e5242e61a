package import Model
package import SourceText
package import Syntax

// What a type position says: a built-in type, a declared one, or one made on the spot.
extension Scope {
  /// The types that need no declaration, by their words.
  private static let builtin: [(word: String, type: ValueType)] = [
    ("boolean", .boolean), ("number", .number), ("integer", .integer), ("money", .money),
    ("text", .text), ("date", .date), ("date-time", .dateTime),
    ("days-duration", .dayTimeDuration), ("months-duration", .yearMonthDuration),
  ]

  /// The type that a tree names: a word, `list of TYPE`, `TYPE or null`, `[a, b]`, `{list: TYPE}`,
  /// `{record: {…}}`. `list of T or null` is a list or null, `list of (T or null)` has nulls in it.
  /// Words that stand on the spot become an enumeration with its owner's name.
  package mutating func type(
    _ tree: TypeTree, owner: Located<String>, into diagnostics: inout Diagnostics
  ) -> ValueType? {
    switch tree {
    case .named(let scalar): return type(scalar, into: &diagnostics)
    case .words(let words, _):
      diagnostics.reportSpecialWords(among: words)
      let enumeration = Enumeration(
        name: owner.value, title: Bilingual(owner.value), words: words.map(\.word),
        isOrdered: false, span: owner.span)
      return .enumeration(add(enumeration, isNamed: false))
    case .list(let elements, _):
      return elements.first.flatMap { type($0, owner: owner, into: &diagnostics) }
        .map { .list($0) }
    case .record(let fields, _):
      var types: [RecordType.Field] = []
      for field in fields {
        guard let type = type(field.type, owner: field.name, into: &diagnostics) else { continue }
        types.append(RecordType.Field(name: field.name.value, type: type))
      }
      return types.count == fields.count ? .record(RecordType(fields: types)) : nil
    }
  }

  /// A type's text.
  private func type(
    _ scalar: ScalarText, into diagnostics: inout Diagnostics
  ) -> ValueType? {
    let text = scalar.text
    if let type = type(named: text) { return type }
    let word = Self.core(text)
    let offset = text.utf8.distance(from: text.startIndex, to: word.startIndex)
    let span = scalar.span(of: offset..<offset + word.utf8.count)
    let names = Self.builtin.map(\.word) + typeNames
    diagnostics.report(.unknownType(Located(String(word), at: span), among: names))
    return nil
  }

  private func type(named text: String) -> ValueType? {
    if let builtin = Self.builtin.first(where: { $0.word == text }) { return builtin.type }
    if let declared = types[text] { return .enumeration(declared) }
    if text.hasSuffix(" or null") {
      return type(named: String(text.dropLast(8))).map { .optional($0.unwrapped) }
    }
    if text.hasPrefix("list of ") {
      return type(named: String(text.dropFirst(8))).map { .list($0) }
    }
    if text.hasPrefix("("), text.hasSuffix(")") {
      return type(named: String(text.dropFirst().dropLast()))
    }
    return nil
  }

  /// The type's own name, without `list of` and `or null`.
  private static func core(_ text: String) -> Substring {
    var rest = text[...]
    while true {
      if rest.hasPrefix("list of ") {
        rest = rest.dropFirst(8)
      } else if rest.hasSuffix(" or null") {
        rest = rest.dropLast(8)
      } else if rest.hasPrefix("("), rest.hasSuffix(")") {
        rest = rest.dropFirst().dropLast()
      } else {
        return rest
      }
    }
  }
}

extension NamedTree {
  /// The word of a type as the program holds it; a missing title is the word itself.
  package var word: Enumeration.Word {
    Enumeration.Word(
      name: name.value, title: title?.bilingual(of: name.value) ?? Bilingual(name.value))
  }
}

extension Diagnostic {
  fileprivate static func unknownType(
    _ name: Located<String>, among names: [String]
  ) -> Diagnostic {
    // What other languages call these types.
    let twins = [
      "bool": "boolean", "string": "text", "str": "text", "int": "integer", "float": "number",
      "decimal": "number", "double": "number", "datetime": "date-time", "duration": "days-duration",
      "布尔": "boolean", "文字": "text", "文本": "text", "整数": "integer", "数": "number",
      "数字": "number", "金额": "money", "日期": "date", "日期时间": "date-time", "时间": "date-time",
    ]
    let twin = twins[name.value.lowercased()].map { word in
      (
        help: Bilingual(en: "write `\(word)`", zh: "改为 `\(word)`"),
        fix: Fix(name.span, replacement: word, isSafe: false)
      )
    }
    let mend = twin ?? near(name, names)
    return Diagnostic(
      .unknownType,
      Bilingual(en: "no type is called `\(name.value)`", zh: "没有名为 `\(name.value)` 的类型"),
      at: name.span, help: mend?.help ?? .oneOf(names), fix: mend?.fix)
  }
}
