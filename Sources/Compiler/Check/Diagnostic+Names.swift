import Model
import SourceText
import Syntax

// Names that stand for nothing, or for more than one thing.
extension Diagnostic {
  static func unknownName(
    _ name: Located<String>, hint: ValueType?, path: [Located<String>], in typing: Typing
  ) -> Diagnostic {
    let scope = typing.scope
    let finding = Diagnostic(
      .unknownName,
      Bilingual(
        en: "no fact, variable or decision is called `\(name.value)`",
        zh: "没有名为 `\(name.value)` 的事实、变量或决策"),
      at: name.span)
    var result = finding
    if case .state = scope.states.resolve(path.map(\.value), from: scope.currentState) {
      let path = path.map(\.value).joined(separator: ".")
      result.help = Bilingual(
        en: "write `in(\(path))` to ask whether that state is active",
        zh: "要问该状态是否激活，请写 `in(\(path))`")
    } else if let near = near(name, typing.locals.map(\.name) + scope.entryNames) {
      (result.help, result.fix) = (near.help, near.fix)
    } else if hint?.unwrapped == .boolean, path.count == 1, let flag = flagMeant(by: name.value) {
      result.help = Bilingual(en: "write `\(flag)`", zh: "请写 `\(flag)`")
      result.fix = Fix(name.span, replacement: flag, isSafe: false)
    } else if hint?.unwrapped == .text, path.count == 1 {
      result.help = Bilingual(
        en: "put text in double quotes: `\"\(name.value)\"`",
        zh: "文字要放在双引号里：`\"\(name.value)\"`")
      result.fix = Fix(name.span, replacement: "\"\(name.value)\"", isSafe: false)
    } else if let near = near(name, scope.words.names.sorted()) {
      (result.help, result.fix) = (near.help, near.fix)
    } else {
      result.help = Bilingual(
        en: "declare it under `facts`, `variables` or `decisions`, or correct the name",
        zh: "请在 `facts`、`variables` 或 `decisions` 下声明，或改正名称")
    }
    return result
  }

  /// What people write for true and false.
  private static func flagMeant(by word: String) -> String? {
    switch word.lowercased() {
    case "true", "yes", "on", "y", "是", "真", "有": "true"
    case "false", "no", "off", "n", "否", "假", "无": "false"
    default: nil
    }
  }

  static func ambiguous(_ name: Located<String>, _ meanings: [Scope.Entry]) -> Diagnostic {
    Diagnostic(
      .ambiguousName,
      Bilingual(
        en: "`\(name.value)` could mean more than one thing",
        zh: "`\(name.value)` 有不止一种含义"),
      at: name.span,
      labels: meanings.map {
        Label($0.span, Bilingual(en: "declared here", zh: "声明于此"))
      },
      help: Bilingual(en: "give them different names", zh: "请改用不同的名称"))
  }

  static func wordOrName(
    _ name: Located<String>, _ rivals: [Scope.Entry], type: Enumeration
  ) -> Diagnostic {
    Diagnostic(
      .ambiguousName,
      Bilingual(
        en: "`\(name.value)` could be the word of `\(type.name)` or the value of that name",
        zh: "`\(name.value)` 既可能是 `\(type.name)` 的取值，也可能是同名的值"),
      at: name.span,
      labels: rivals.map { Label($0.span, Bilingual(en: "the value", zh: "同名的值")) },
      help: Bilingual(
        en: "write `\(type.name).\(name.value)` for the word, or rename the value",
        zh: "指取值时请写 `\(type.name).\(name.value)`，或把同名的值改名"))
  }

  static func wordOfSeveral(_ name: Located<String>, _ types: [String]) -> Diagnostic {
    Diagnostic(
      .ambiguousName,
      Bilingual(
        en: "`\(name.value)` is a word of several types, and nothing here tells which",
        zh: "`\(name.value)` 是多个类型的取值，此处无法判断是哪一个"),
      at: name.span,
      help: .oneOf(types.map { "\($0).\(name.value)" }))
  }

  /// `isComputable`: a value position, where a name in scope was written bare.
  static func unknownWord(
    _ word: Located<String>, of type: Enumeration, isComputable: Bool = false
  ) -> Diagnostic {
    var finding = Diagnostic(
      .unknownWord,
      Bilingual(
        en: "`\(word.value)` is not a word of `\(type.name)`",
        zh: "`\(word.value)` 不是 `\(type.name)` 的取值"),
      at: word.span)
    if isComputable {
      finding.help = Bilingual(
        en: "write `{is: \(word.value)}` for the value of that name",
        zh: "要取同名的值，请写 `{is: \(word.value)}`")
    } else if let bare = word.value.insideQuotes, type.words.contains(where: { $0.name == bare }) {
      finding.help = Bilingual(
        en: "write `\(bare)`: the quotes would be read as part of the word",
        zh: "改为 `\(bare)`：引号会被当作词的一部分")
      finding.fix = Fix(word.span, replacement: bare, isSafe: false)
    } else if let near = near(word, type.words.map(\.name)) {
      (finding.help, finding.fix) = (near.help, near.fix)
    } else {
      finding.help = .oneOf(type.words.map(\.name))
    }
    return finding
  }

  static func unknownState(
    _ path: [String], among states: StateNames, at span: Span
  ) -> Diagnostic {
    let text = path.joined(separator: ".")
    let near = near(Located(path.last ?? "", at: span), states.names)
    return Diagnostic(
      .unknownState,
      Bilingual(en: "no state is called `\(text)`", zh: "没有名为 `\(text)` 的状态"), at: span,
      help: near?.help
        ?? (states.isEmpty
          ? Bilingual(
            en: "leave `in(…)` out: the rulebook has no workflow",
            zh: "请删去 `in(…)`：规则没有 workflow")
          : .oneOf(states.names)))
  }

  static func ambiguousState(_ path: [String], _ paths: [String], at span: Span) -> Diagnostic {
    let text = path.joined(separator: ".")
    return Diagnostic(
      .ambiguousName,
      Bilingual(
        en: "several states are called `\(text)`", zh: "有多个状态名为 `\(text)`"), at: span,
      help: .oneOf(paths))
  }

  static func noPayload(_ field: Located<String>, _ payload: Payload?) -> Diagnostic {
    guard let payload else {
      return Diagnostic(
        .noPayload,
        Bilingual(
          en: "`event.\(field.value)` is read where no event is at hand",
          zh: "此处没有事件，不能读取 `event.\(field.value)`"),
        at: field.span,
        help: Bilingual(
          en: "read it on a transition of the event that carries it, and keep it with `set`",
          zh: "请在该事件的转移上读取，并用 `set` 存下"))
    }
    let names = payload.events.map { "`\($0)`" }.joined(separator: ", ")
    var finding = Diagnostic(
      .noPayload,
      Bilingual(
        en: payload.uneven.contains(field.value)
          ? "not all of \(names) carry `\(field.value)` alike"
          : "\(names) carries no `\(field.value)`",
        zh: payload.uneven.contains(field.value)
          ? "\(names) 并非都以同样方式附带 `\(field.value)`"
          : "\(names) 不附带 `\(field.value)`"),
      at: field.span)
    let fields = payload.fields.map(\.name)
    finding.help =
      near(field, fields)?.help
      ?? (fields.isEmpty
        ? Bilingual(
          en: "declare it: `with: {\(field.value): TYPE}` under the event",
          zh: "请在事件下声明：`with: {\(field.value): 类型}`")
        : .oneOf(fields))
    return finding
  }

  static func unknownField(_ name: Located<String>, of record: RecordType) -> Diagnostic {
    let names = record.fields.map(\.name)
    return Diagnostic(
      .unknownField,
      Bilingual(
        en: "there is no field `\(name.value)`", zh: "没有字段 `\(name.value)`"), at: name.span,
      help: near(name, names)?.help ?? .oneOf(names), fix: near(name, names)?.fix)
  }

  static func noField(
    _ name: Located<String>, _ base: Expression, parts: [String], wording: TypeWording
  ) -> Diagnostic {
    let type = wording.text(base.type)
    return Diagnostic(
      .unknownField,
      Bilingual(
        en: "a value of type `\(type)` has no `\(name.value)`",
        zh: "类型为 `\(type)` 的值没有 `\(name.value)`"),
      at: name.span,
      help: parts.isEmpty
        ? Bilingual(
          en: "use the value itself, without `.\(name.value)`",
          zh: "请直接用这个值，去掉 `.\(name.value)`")
        : near(name, parts)?.help ?? .oneOf(parts))
  }
}

// Help that names what was meant.
extension Diagnostic {
  /// The name that was most likely meant, and the mend.
  static func near(
    _ name: Located<String>, _ candidates: [String]
  ) -> (help: Bilingual, fix: Fix)? {
    guard let near = Suggestion.nearest(to: name.value, among: candidates) else { return nil }
    let fix = Fix(name.span, replacement: near, isSafe: false)
    guard SameLook.areLookalikes(near, name.value) else {
      return (Bilingual(en: "write `\(near)`", zh: "改为 `\(near)`"), fix)
    }
    let help = Bilingual(
      en: "write `\(near)`, which looks alike but has other characters",
      zh: "改为 `\(near)`：两者形近，但字符不同（繁简或全角半角）")
    return (help, fix)
  }
}

extension Bilingual {
  /// Help that lists what there is to choose from, up to a dozen.
  static func oneOf(_ names: [String]) -> Bilingual {
    let more = names.count > 12
    let shown = names.prefix(12).map { "`\($0)`" }
    return Bilingual(
      en: "write one of \(shown.joined(separator: ", "))\(more ? ", …" : "")",
      zh: "可写 \(shown.joined(separator: "、"))\(more ? "……" : "")")
  }
}
