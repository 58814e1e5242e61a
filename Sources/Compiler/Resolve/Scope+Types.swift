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
  /// `{record: {…}}`, `{type: TYPE, format: WORD}`. `list of T or null` is a list or null,
  /// `list of (T or null)` has nulls in it. Words that stand on the spot become an enumeration with
  /// its owner's name.
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
        types.append(
          RecordType.Field(
            name: field.name.value, type: type, title: field.type.title(of: field.name.value)))
      }
      return types.count == fields.count ? .record(RecordType(fields: types)) : nil
    case .formatted(let tree, let word, _):
      return type(tree, owner: owner, into: &diagnostics).flatMap {
        formatted($0, tree, as: word, into: &diagnostics)
      }
    case .titled(let tree, _, _): return type(tree, owner: owner, into: &diagnostics)
    }
  }

  /// A text with a format; the type as it is where it is no text or already has another.
  private func formatted(
    _ type: ValueType, _ tree: TypeTree, as word: Located<String>,
    into diagnostics: inout Diagnostics
  ) -> ValueType {
    guard let format = TextFormat(rawValue: word.value) else { return type }
    if let formatted = type.formatted(as: format) { return formatted }
    diagnostics.report(
      .formatWithoutText(word, TypeWording(scope: self).text(type), at: tree.span))
    return type
  }

  /// The type of what the rulebook makes itself and nobody states: it takes no format.
  package mutating func plainType(
    _ tree: TypeTree, owner: Located<String>, into diagnostics: inout Diagnostics
  ) -> ValueType? {
    guard let type = type(tree, owner: owner, into: &diagnostics) else { return nil }
    if type.hasFormat { diagnostics.report(.formatOfComputed(owner, at: tree.span)) }
    return type.withoutFormats
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
  fileprivate static func formatWithoutText(
    _ format: Located<String>, _ type: String, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .misplacedFormat,
      Bilingual(
        en: "`\(format.value)` says how a text is written, and this is `\(type)`",
        zh: "`\(format.value)` 是文字的格式，而这里是 `\(type)`"),
      at: format.span, labels: [Label(span, Bilingual(en: "its type", zh: "它的类型"))],
      help: Bilingual(
        en: "write `type: text`, or take `format` out", zh: "请改为 `type: text`，或者去掉 `format`"))
  }

  fileprivate static func formatOfComputed(
    _ owner: Located<String>, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .misplacedFormat,
      Bilingual(
        en: "`\(owner.value)` is made by the rulebook, and a format is for what people state",
        zh: "`\(owner.value)` 由规则书自己得出，格式只用于人所陈述的内容"),
      at: span,
      help: Bilingual(
        en: "take `format` out here, and set it on the fact or the event's field it comes from",
        zh: "请去掉这里的 `format`，写到它所取自的事实或者事件字段上"))
  }

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

extension TypeTree {
  /// What people call the field of that name; nil where it was not said.
  fileprivate func title(of name: String) -> Bilingual? {
    if case .titled(_, let title, _) = self { title.bilingual(of: name) } else { nil }
  }
}
