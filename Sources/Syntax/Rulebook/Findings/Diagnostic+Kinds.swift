import SourceText

// What is wrong with what stands in a position.
extension Diagnostic {
  static func wrongKind(_ slot: Slot, needs shape: Shape) -> Diagnostic {
    let (needed, found) = (shape.expected, slot.node.kind)
    return Diagnostic(
      .wrongKind,
      Bilingual(
        en: "\(slot.title.en) needs \(needed.en), not \(found.en)",
        zh: "\(slot.title.zh)处应为\(needed.zh)，而不是\(found.zh)"),
      at: slot.node.span,
      help: slot.node.quoting(for: shape) ?? slot.wrapped(shape) ?? slot.rightForm(shape))
  }

  /// A file with nothing in it.
  static func emptyFile(_ slot: Slot, needs shape: Shape) -> Diagnostic {
    Diagnostic(
      .emptyValue, Bilingual(en: "the file is empty", zh: "文件是空的"), at: slot.place,
      help: slot.rightForm(shape))
  }

  static func emptyValue(_ slot: Slot, needs shape: Shape) -> Diagnostic {
    let needed = shape.expected
    return Diagnostic(
      .emptyValue,
      Bilingual(
        en: "nothing stands under \(slot.title.en), where \(needed.en) is needed",
        zh: "\(slot.title.zh)没有内容，此处应为\(needed.zh)"),
      at: slot.node.isAbsent ? slot.place : slot.node.span, help: slot.rightForm(shape))
  }

  static func emptyEntry(_ span: Span) -> Diagnostic {
    Diagnostic(
      .emptyValue,
      Bilingual(
        en: "the journal entry says nothing: no time, no event, no fact",
        zh: "这一条经过什么也没有写：没有时间，没有事件，也没有事实"),
      at: span,
      help: Bilingual(
        en: "write what happened, as in `- {at: 2026-05-06, event: accept}`, or take it out",
        zh: "请写出经过，如 `- {at: 2026-05-06, event: accept}`，或删去这一条"))
  }

  static func notAFlag(_ slot: Slot, _ scalar: ScalarText, meant: Bool?) -> Diagnostic {
    Diagnostic(
      .notAFlag,
      Bilingual(
        en: "`\(scalar.text)` is neither `true` nor `false`",
        zh: "`\(scalar.text)` 既不是 `true` 也不是 `false`"),
      at: scalar.span, help: meant.map { .write("\($0)") } ?? .oneOf(["true", "false"]),
      fix: meant.map { Fix(scalar.span, replacement: "\($0)", isSafe: true) })
  }

  static func unknownChoice(_ slot: Slot, _ scalar: ScalarText, _ words: [String]) -> Diagnostic {
    Diagnostic(
      .unknownChoice,
      Bilingual(
        en: "`\(scalar.text)` cannot stand under \(slot.title.en)",
        zh: "\(slot.title.zh)不能是 `\(scalar.text)`"),
      at: scalar.span, help: .nearestOf(words, to: scalar.text),
      fix: .nearest(scalar, words))
  }

  static func wordsForType(_ slot: Slot, _ meant: String) -> Diagnostic {
    Diagnostic(
      .wrongKind,
      Bilingual(
        en: "a list under \(slot.title.en) is a list of words to choose from, not a type",
        zh: "\(slot.title.zh)处的列表表示可选的取值，而不是类型"),
      at: slot.node.span, help: .write(meant),
      fix: Fix(slot.node.span, replacement: meant, isSafe: true))
  }

  static func listForRange(_ slot: Slot, _ range: ScalarText) -> Diagnostic {
    Diagnostic(
      .listForRange,
      Bilingual(
        en: "YAML reads `[\(range.text)]` as a list of one, not as a range",
        zh: "YAML 会把 `[\(range.text)]` 读成只有一项的列表，而不是区间"),
      at: slot.node.span,
      help: Bilingual(
        en: "put it in quotes: `\"[\(range.text)]\"`", zh: "请加引号：`\"[\(range.text)]\"`"),
      fix: Fix(slot.node.span, replacement: "\"[\(range.text)]\"", isSafe: true))
  }

  static func duplicate(
    _ name: Located<String>, first: Located<String>, noun: Bilingual
  ) -> Diagnostic {
    Diagnostic(
      .duplicateName,
      Bilingual(
        en: "\(noun.en) `\(name.value)` stands twice", zh: "\(noun.zh) `\(name.value)` 重复"),
      at: name.span,
      labels: [Label(first.span, Bilingual(en: "it stands here first", zh: "第一次出现在此"))],
      help: Bilingual(en: "delete one or rename it", zh: "请删去一个或改名"))
  }

  static func unknownLanguageVersion(_ version: Located<String>) -> Diagnostic {
    Diagnostic(
      .unknownLanguageVersion,
      Bilingual(
        en: "`\(version.value)` is not a version of the language that this tool reads",
        zh: "本工具不支持语言版本 `\(version.value)`"),
      at: version.span, help: .write("language: 1"))
  }
}

extension YAMLNode {
  /// Where an expression was meant, `[` and `{` need quotes around the whole of it.
  fileprivate func quoting(for shape: Shape) -> Bilingual? {
    if let only = sequence?.first?.scalar, sequence?.count == 1, shape.isOneScalar {
      return Bilingual(
        en: "write `\(only.text)` without a list", zh: "请直接写 `\(only.text)`，不用列表")
    }
    guard isFlow, shape.isFEEL else { return nil }
    return Bilingual(
      en: "put the whole text in quotes, so that YAML does not read its brackets",
      zh: "请给整段文字加引号，以免 YAML 解释其中的括号")
  }
}

extension String {
  /// `【甲、乙】` as its items; one item where it is in no such brackets and has no such comma.
  fileprivate var listed: (items: [String], isBracketed: Bool) {
    let pairs: [(Character, Character)] = [("【", "】"), ("〔", "〕"), ("「", "」")]
    let isBracketed = pairs.contains { hasPrefix(String($0.0)) && hasSuffix(String($0.1)) }
    let inner = isBracketed ? String(dropFirst().dropLast()) : self
    let items = inner.split { "，、,".contains($0) }.map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return (items.isEmpty ? [self] : items, isBracketed)
  }
}

extension Shape {
  /// Whether a name alone may stand there.
  fileprivate var isBriefName: Bool {
    switch self {
    case .declaredName, .name: true
    case .oneOrMore(let one): one.isBriefName
    case .either(let shapes): shapes.contains(where: \.isBriefName)
    case .form(let form): form.outline.short?.isBriefName ?? false
    default: false
    }
  }

  /// Whether it is read as FEEL, whose brackets YAML would take for its own.
  fileprivate var isFEEL: Bool {
    switch self {
    case .expression, .test, .literal: true
    default: false
    }
  }

  fileprivate var isOneScalar: Bool {
    switch self {
    case .term, .date: true
    default: isFEEL
    }
  }
}

extension Slot {
  /// The mend for names that stand where a list of such is needed, also in `【】`, and for a name
  /// where a mapping by such is: with the author's own words.
  fileprivate func wrapped(_ shape: Shape) -> Bilingual? {
    guard let key, let scalar = node.scalar, scalar.style == .plain, !scalar.isAbsent else {
      return nil
    }
    switch shape {
    case .either(let shapes): return shapes.first.flatMap { wrapped($0) }
    case .list(let one):
      let (names, isBracketed) = scalar.text.listed
      guard one.isBriefName, names.allSatisfy({ NameFault(of: $0, isSpoken: false) == nil }) else {
        return nil
      }
      let form = "\(key.text): [\(names.joined(separator: ", "))]"
      return isBracketed
        ? Bilingual(
          en: "write `\(form)`: a list stands in ASCII brackets",
          zh: "请写 `\(form)`：列表要用半角方括号")
        : .write(form)
    case .entries(.pattern, let value) where value.isBriefName:
      guard NameFault(of: scalar.text, isSpoken: false) == nil else { return nil }
      return Bilingual(
        en: "write it as in `\(key.text): {\(scalar.text): NAME}`",
        zh: "写法如 `\(key.text): {\(scalar.text): 名称}`")
    default: return nil
    }
  }

  /// `write it as …`, with the key and an example of the right form.
  fileprivate func rightForm(_ shape: Shape) -> Bilingual {
    let form = key.map { "\($0.text): \(shape.example)" } ?? shape.example
    return Bilingual(en: "write it as in `\(form)`", zh: "写法如 `\(form)`")
  }
}

extension Bilingual {
  /// What a row is called in a message.
  static let row = Bilingual(en: "the row", zh: "行")
}

/// Reports names that stand twice in a list.
func reportDuplicates(
  of names: [Located<String>], noun: Bilingual, into diagnostics: inout Diagnostics
) {
  var seen: [String: Located<String>] = [:]
  for name in names {
    if let first = seen[name.value] {
      diagnostics.report(.duplicate(name, first: first, noun: noun))
    } else {
      seen[name.value] = name
    }
  }
}
