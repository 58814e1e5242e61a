import Model
import SourceText
import Syntax

/// Gives the tags of one template their meaning: names are facts, variables and decisions, and
/// inside the section of a list what its elements hold.
struct TemplateLowering {
  private var typing: Typing

  init(_ scope: Scope) {
    var scope = scope
    scope.currentState = nil
    scope.payload = nil
    typing = Typing(scope: scope)
  }

  var diagnostics: Diagnostics { typing.diagnostics }

  mutating func lower(_ parts: [TemplateTree.Part]) -> [Template.Part] {
    parts.compactMap { part in
      switch part {
      case .text(let text): .text(text)
      case .comment: .comment
      case .value(let name): value(name).map(Template.Part.value)
      case .section(let section): lower(section).map(Template.Part.section)
      // What it stands for has been put in its place.
      case .partial: nil
      }
    }
  }

  private mutating func value(_ name: TemplateTree.Name) -> Template.Tag? {
    if name.text == "case()" { return .caseID }
    guard let expression = expression(name) else { return nil }
    guard expression.type.isText else {
      typing.report(.tagWithoutText(name, expression.type))
      return nil
    }
    return .expression(expression)
  }

  private mutating func lower(_ tree: TemplateTree.Section) -> Template.Section? {
    let slot = typing.takeSlot()
    let subject = expression(tree.name)
    guard let subject, let element = subject.type.element(isInverted: tree.isInverted) else {
      if let subject { typing.report(.sectionOfNoKind(tree.name, subject, in: typing)) }
      // What it holds can be told as little: that is no further finding.
      return nil
    }
    let (locals, notNull) = (typing.locals, typing.notNull)
    if !tree.isInverted {
      if element != .boolean {
        typing.locals.append(Typing.Local(name: "item", slot: slot, type: element))
      }
      if subject.type.isOptional, let path = ValuePath(subject) { typing.notNull.insert(path) }
    }
    let parts = lower(tree.parts)
    (typing.locals, typing.notNull) = (locals, notNull)
    return Template.Section(
      subject: subject, slot: slot, isInverted: tree.isInverted, parts: parts)
  }

  /// What a tag names; nil with a finding.
  private mutating func expression(_ name: TemplateTree.Name) -> Expression? {
    if let reading = ClockReading(call: name.text) {
      return Expression(.clock(reading), type: reading.type, span: name.span)
    }
    if name.text == ".", let local = typing.locals.last, let kind = local.kind {
      return Expression(kind, type: local.type, span: name.span)
    }
    guard let first = name.parts.first, typing.isBound(first.value) else {
      typing.report(.unknownTag(name, among: visibleNames))
      return nil
    }
    return typing.typeName(name.parts, name.span, hint: nil)
  }

  /// What a tag may begin with here, the nearest first.
  private var visibleNames: [String] {
    typing.locals.reversed().flatMap { local -> [String] in
      guard case .record(let record) = local.type else { return [] }
      return record.fields.map(\.name)
    } + typing.scope.entryNames
  }
}

extension ClockReading {
  /// `today()`, `now()`, `opened()`.
  fileprivate init?(call: String) {
    guard call.hasSuffix("()") else { return nil }
    self.init(rawValue: String(call.dropLast(2)))
  }

  fileprivate var type: ValueType { self == .today ? .date : .dateTime }
}

extension ValueType {
  /// Whether its values can be written as words: all but records and ranges, and lists of what can.
  fileprivate var isText: Bool {
    switch self {
    case .record, .range: false
    case .list(let element), .optional(let element): element.isText
    default: true
    }
  }

  /// What stands for one inside of a section over such a value; nil if it makes none.
  fileprivate func element(isInverted: Bool) -> ValueType? {
    switch self {
    case .list(let element): element
    case .boolean: .boolean
    case .optional(.list(let element)): element
    case .optional(let type): type
    case .record: isInverted ? nil : self
    default: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownTag(
    _ name: TemplateTree.Name, among known: [String]
  ) -> Diagnostic {
    let first = name.parts.first ?? Located(name.text, at: name.span)
    let calls = ["case()", "today()", "now()", "opened()"]
    let mend = near(first, first.value.hasSuffix("()") ? calls : known)
    let message =
      name.text == "."
      ? Bilingual(
        en: "`.` stands for an element, but no section of a list is around it",
        zh: "`.` 指列表中的一项，但它不在列表的段落里")
      : Bilingual(
        en: "nothing that is called `\(first.value)` can be written here",
        zh: "没有可以写在这里的 `\(first.value)`")
    return Diagnostic(
      .unknownTag, message, at: first.span,
      help: mend?.help
        ?? Bilingual(
          en: "write the name of a fact, variable or decision, or of a field of what the section "
            + "is about",
          zh: "请写事实、变量、决策的名称，或段落所列各项的字段"),
      fix: mend?.fix)
  }

  fileprivate static func tagWithoutText(_ name: TemplateTree.Name, _ type: ValueType) -> Diagnostic
  {
    var fields: [String] = []
    switch type.unwrapped {
    case .record(let record), .list(.record(let record)): fields = record.fields.map(\.name)
    default: break
    }
    let first = fields.first ?? "…"
    let isList = if case .list = type.unwrapped { true } else { false }
    return Diagnostic(
      .tagWithoutText,
      Bilingual(
        en: isList
          ? "`\(name.text)` is a list of records, which has no text of its own"
          : "`\(name.text)` has several parts and no text of its own",
        zh: isList ? "`\(name.text)` 是记录的列表，不能直接写成文字" : "`\(name.text)` 由几部分组成，不能直接写成文字"),
      at: name.span,
      help: isList
        ? Bilingual(
          en: "write `{{#\(name.text)}}{{\(first)}}{{/\(name.text)}}`",
          zh: "请写 `{{#\(name.text)}}{{\(first)}}{{/\(name.text)}}`")
        : Bilingual(
          en: "name the part: `{{\(name.text).\(first)}}`",
          zh: "请写明哪一部分：`{{\(name.text).\(first)}}`"))
  }

  fileprivate static func sectionOfNoKind(
    _ name: TemplateTree.Name, _ subject: Expression, in typing: Typing
  ) -> Diagnostic {
    let type = TypeWording(scope: typing.scope).text(subject.type)
    return Diagnostic(
      .sectionOfNoKind,
      Bilingual(
        en: "`\(name.text)` (\(type)) is always there once, so a section over it decides nothing",
        zh: "`\(name.text)`（\(type)）总是有且只有一个，不能用来开段落"),
      at: name.span,
      help: Bilingual(
        en: "write `{{\(name.text)}}`, or begin the section with a list, a boolean or an optional "
          + "value",
        zh: "请写 `{{\(name.text)}}`，或改用列表、布尔值或可空的值"))
  }
}
