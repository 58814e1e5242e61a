import SourceText

extension Forms {
  /// `types: {难易: {ordered: [简单, …]}}`.
  static let enumeration: Form<EnumerationTree> = Form(
    "enumeration", en: "a type", zh: "类型", example: "{values: [yes, no]}",
    keys: [
      .title { $0.title = $1 },
      Key("values", .enumWords, not: ["取值", "words", "enum"], en: "its words", zh: "各个取值") {
        $0.words = $1
      },
      Key("ordered", .enumWords, not: ["order"], en: "its words, lowest first", zh: "由低到高的取值") {
        $0.words = $1
        $0.isOrdered = true
      },
    ],
    conflicts: [
      KeyConflict(
        "values", ["ordered"], en: "keep `ordered` if < and > compare the words, else `values`",
        zh: "取值可以比较大小时留 `ordered`，否则留 `values`")
    ],
    make: { EnumerationTree(name: $0.name, title: nil, isOrdered: false, words: []) },
    check: { written, tree, diagnostics in
      let isAnotherType = written["record"] != nil || written["list"] != nil
      if written["values"] == nil, written["ordered"] == nil, !isAnotherType,
        !written.slot.node.isFaulty
      {
        diagnostics.report(.typeWithoutWords(written.slot))
      }
    },
    stray: {
      guard ["record", "list"].contains($0.key.text) else { return nil }
      return Bilingual(
        en: "write it where it is used, as in `type: {\($0.key.text): …}`: only words have a "
          + "type's name",
        zh: "请直接写在用到它的地方，例如 `type: {\($0.key.text): …}`：只有取值类型才另取名称")
    })

  /// A word of a type: `{id: 婚姻, title: {en: marriage}}`.
  static let enumWord: Form<NamedTree> = Form(
    "word", en: "a word of a type", zh: "类型的取值", example: "{id: marriage, title: {zh: 婚姻}}",
    short: .init(.spokenName) { $0.name = $1 },
    keys: [
      Key("id", .spokenName, required: true, not: ["name"], en: "the word", zh: "取值") {
        $0.name = $1
      },
      .title { $0.title = $1 },
    ],
    make: { NamedTree(name: Located("", at: $0.span), title: nil) })

  /// `{record: {field: type}}`, `{list: type}` or `{type: text, format: mobile_number}`.
  static let compositeType: Form<CompositeType> = Form(
    "composite_type", en: "a type", zh: "类型", example: "{record: {amount: money}}",
    keys: compositeKeys, conflicts: compositeConflicts, make: { _ in CompositeType() },
    check: { written, _, diagnostics in
      if written.isEmpty { written.slot.refuse(.type, into: &diagnostics) }
      if let format = written["format"], written["type"] == nil {
        diagnostics.report(.formatAlone(format))
      }
    })

  /// The same of a field of a record, which may have a title: `{type: integer, title: {en: age}}`.
  static let recordField: Form<CompositeType> = Form(
    "record_field", en: "a field of a record", zh: "记录的字段",
    example: "{type: integer, title: {en: age}}",
    keys: compositeKeys + [.title { $0.title = $1 }], conflicts: compositeConflicts,
    make: { _ in CompositeType() },
    check: { written, tree, diagnostics in
      if written.isEmpty { written.slot.refuse(.type, into: &diagnostics) }
      if let format = written["format"], written["type"] == nil {
        diagnostics.report(.formatAlone(format))
      } else if let title = written["title"],
        !["type", "record", "list"].contains(where: { written[$0] != nil })
      {
        diagnostics.report(.titleAlone(title))
      }
    })

  private static let compositeKeys: [Key<CompositeType>] = [
    Key("record", .fields, en: "fields and their types", zh: "各字段的类型") { $0.type = $1 },
    Key("list", .type, en: "the type of the items", zh: "列表项的类型") {
      $0.type = .list([$1], $1.span)
    },
    Key("type", .type, en: "the type that has the format", zh: "有此格式的类型") { $0.type = $1 },
    .format { $0.format = $1 },
  ]

  private static let compositeConflicts = [
    KeyConflict("record", ["list", "type", "format"], en: "keep one of them", zh: "只能留一个"),
    KeyConflict("list", ["type", "format"], en: "keep one of them", zh: "只能留一个"),
  ]

  /// A type that is written as a mapping.
  struct CompositeType {
    var type: TypeTree?
    var format: Located<String>?
    var title: TitleTree?
  }
}

extension Key {
  /// `format`: how a text is written.
  static func format(
    put: @escaping @Sendable (inout Tree, Located<String>) -> Void
  ) -> Key {
    Key(
      "format", .choice(textFormats), not: ["格式", "pattern"], en: "how its text is written",
      zh: "文字的格式", put: put)
  }
}

/// What `format` may say of a text.
package let textFormats = ["identity_number", "mobile_number"]

extension Reading where Value == [NamedTree] {
  /// The words of a type, each once.
  static var enumWords: Reading {
    let list = Reading<[NamedTree]>.list(of: .form(Forms.enumWord))
    return Reading(list.shape) { slot, diagnostics in
      guard let all = list.read(slot, &diagnostics) else { return nil }
      let words = all.filter { !$0.name.value.isEmpty }
      if !slot.node.isFaulty, slot.node.sequence?.isEmpty == true {
        diagnostics.report(.emptyValue(slot, needs: list.shape))
      }
      reportDuplicates(
        of: words.map(\.name), noun: Bilingual(en: "the word", zh: "取值"), into: &diagnostics)
      return words
    }
  }
}

/// The types that need no declaration.
let builtinTypes = [
  "boolean", "number", "integer", "money", "text", "date", "date-time", "days-duration",
  "months-duration",
]

/// What was meant by a list of words that are no words of a type.
private func typeMeant(by words: [String]) -> String? {
  if words.count == 1, builtinTypes.contains(words[0]) { return "list of \(words[0])" }
  let areFlags = words.count == 2 && words.contains("true") && words.contains("false")
  return areFlags ? "boolean" : nil
}

extension Reading where Value == TypeTree {
  /// `money`, `难易`, `list of text`, `[a, b]`, `{record: …}`, `{list: …}`,
  /// `{type: text, format: …}`.
  static var type: Reading {
    Reading(.type) { slot, diagnostics in
      switch slot.node.content {
      case .scalar:
        return slot.scalar(.type, into: &diagnostics).map(TypeTree.named)
      case .sequence(let items):
        if let meant = typeMeant(by: items.compactMap(\.scalar?.text)) {
          diagnostics.report(.wordsForType(slot, meant))
          return nil
        }
        return Reading<[NamedTree]>.enumWords.read(slot, &diagnostics).map {
          .words($0, slot.node.span)
        }
      case .mapping:
        let written = Reading<Forms.CompositeType>.form(Forms.compositeType)
          .read(slot, &diagnostics)
        return written?.type?.formatted(as: written?.format)
      }
    }
  }

  /// The type of a record's field, and its title where it has one.
  static var fieldType: Reading {
    let form = Reading<Forms.CompositeType>.form(Forms.recordField)
    return Reading(.either([.type, form.shape])) { slot, diagnostics in
      guard slot.node.mapping != nil else { return Reading.type.read(slot, &diagnostics) }
      let written = form.read(slot, &diagnostics)
      return written?.type?.formatted(as: written?.format).titled(as: written?.title)
    }
  }

  /// `{field: type}`.
  fileprivate static var fields: Reading {
    let shape = Shape.entries(by: .declaredName, of: fieldType.shape)
    return Reading(shape) { slot, diagnostics in
      let fields = Reading<[(name: Located<String>, type: TypeTree)]>.entries(
        by: .spokenName, of: .fieldType
      ) { (name: $0, type: $1) }
      return fields.read(slot, &diagnostics).map { .record($0, slot.node.span) }
    }
  }
}

extension Diagnostic {
  fileprivate static func titleAlone(_ title: YAMLEntry) -> Diagnostic {
    Diagnostic(
      .missingKey,
      Bilingual(
        en: "`title` says what people call the field, and no `type` stands beside it",
        zh: "`title` 是字段的叫法，旁边却没有写 `type`"),
      at: title.key.span,
      help: Bilingual(en: "write its `type` beside it", zh: "请在旁边写明 `type`"))
  }

  fileprivate static func formatAlone(_ format: YAMLEntry) -> Diagnostic {
    Diagnostic(
      .missingKey,
      Bilingual(
        en: "`format` says how a text is written, and no `type` stands beside it",
        zh: "`format` 说明文字的格式，旁边却没有写 `type`"),
      at: format.key.span,
      help: Bilingual(
        en: "write `type: text` beside it", zh: "请在旁边写明 `type: text`"))
  }
}
