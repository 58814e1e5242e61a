package import SourceText

/// The language as a JSON Schema (draft 2020-12), made of the very tables that the decoder works
/// by: an editor completes and marks with it. What no single place can tell (names that are
/// declared elsewhere, types, expressions) is left to `check`.
package enum JSONSchema {
  /// What kind of file is described.
  package enum File: String, Sendable, CaseIterable {
    /// A rulebook's own file, or one that it includes.
    case rulebook
    /// One case, or several.
    case `case`
    case calendar

    fileprivate var rule: JSONText {
      switch self {
      case .rulebook: choice(Forms.rulebook.outline, where: "rulebook", else: Forms.part.outline)
      case .case: choice(Forms.caseList.outline, where: "cases", else: Forms.caseFile.outline)
      case .calendar: Forms.calendar.outline.reference
      }
    }

    private func choice(
      _ form: FormOutline, where key: String, else other: FormOutline
    ) -> JSONText {
      .either(form.reference, where: [key], else: other.reference)
    }

    fileprivate var forms: [FormOutline] {
      switch self {
      case .rulebook: [Forms.rulebook.outline, Forms.part.outline]
      case .case: [Forms.caseList.outline, Forms.caseFile.outline]
      case .calendar: [Forms.calendar.outline]
      }
    }
  }

  /// The schema of one kind of file, or of any, which is then told by its keys as the tool does.
  package static func text(of file: File?) -> JSONText {
    let files = file.map { [$0] } ?? File.allCases
    let forms = LanguageForms.all(from: files.flatMap(\.forms))
    var members: [JSONText.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("title", .string(file.map { "fengqiao \($0.rawValue)" } ?? "fengqiao")),
    ]
    guard case .object(let rule) = file?.rule ?? any else { return .null }
    members += rule
    let shared = JSONText.Member("value", Shape.anyValue)
    members.append(
      .init("$defs", .object(forms.map { .init($0.name, $0.schema) } + [shared])))
    return .object(members)
  }

  private static var any: JSONText {
    .either(
      File.case.rule, where: ["case"],
      else: .either(
        File.case.rule, where: ["cases"],
        else: .either(
          File.calendar.rule, where: ["calendar", "years"], else: File.rulebook.rule)))
  }
}

extension JSONText {
  /// One schema for mappings that have all of some keys, another for the rest.
  fileprivate static func either(
    _ schema: JSONText, where keys: [String], else other: JSONText
  ) -> JSONText {
    .object([
      .init(
        "if",
        .object([.init("type", "object"), .init("required", .array(keys.map(JSONText.string)))])),
      .init("then", schema), .init("else", other),
    ])
  }
}

extension FormOutline {
  fileprivate var reference: JSONText { .object([.init("$ref", .string("#/$defs/\(name)"))]) }

  /// The mapping, or what may stand for it.
  fileprivate var schema: JSONText {
    let words: [JSONText.Member] = [
      .init("title", .string(noun.inBoth)), .init("description", .string("`\(example)`")),
    ]
    guard let short else { return .object(words + mapping) }
    return .object(words + [.init("anyOf", [short.schema, .object(mapping)])])
  }

  private var mapping: [JSONText.Member] {
    let required = keys.filter(\.isRequired).map { JSONText.string($0.name) }
    var members: [JSONText.Member] = [
      .init("type", required.isEmpty ? ["object", "null"] : "object"),
      .init("properties", .object(keys.map { .init($0.name, $0.schema) })),
      .init("additionalProperties", false),
    ]
    if !required.isEmpty { members.append(.init("required", .array(required))) }
    let excluded = conflicts.flatMap { conflict in
      conflict.others.map { other in
        JSONText.object([
          .init("required", [.string(conflict.key), .string(other)])
        ])
      }
    }
    if !excluded.isEmpty {
      members.append(.init("not", .object([.init("anyOf", .array(excluded))])))
    }
    return members
  }
}

extension KeySpec {
  fileprivate var schema: JSONText {
    guard case .object(let members) = shape.schema else { return shape.schema }
    return .object([.init("description", .string(summary.inBoth))] + members)
  }
}

extension Bilingual {
  /// In both languages on one line: an editor shows one text.
  fileprivate var inBoth: String { "\(en) · \(zh)" }
}

extension Shape {
  /// What JSON may hold where this stands. A scalar is read by its place and not by YAML's guess of
  /// its kind, so that texts may look like numbers.
  fileprivate var schema: JSONText {
    switch self {
    case .declaredName, .name, .pattern, .term, .pipeTable: .typed("string")
    case .word, .date, .literal: .scalar
    case .year: .object([.init("type", "string"), .init("pattern", "^[0-9]{4}$")])
    case .expression: .scalarOrNull
    case .text: .any([.scalar, Forms.title.outline.reference])
    case .test: .any([.scalarOrNull, .listOf(.scalarOrNull, isEmpty: false)])
    case .value: .object([.init("$ref", "#/$defs/value")])
    case .type:
      .any([
        .typed("string"), .listOf(Forms.enumWord.outline.reference),
        Forms.compositeType.outline.reference,
      ])
    case .flag: .typed("boolean")
    case .choice(let words): .object([.init("enum", .array(words.flatMap(\.asWritten)))])
    case .list(let one): .listOf(one.schema)
    case .oneOrMore(let one): .any([one.schema, .listOf(one.schema)])
    case .entries(let key, let value): .entries(key.schema, value.schema)
    case .form(let form): form.outline.reference
    case .either(let shapes): .any(shapes.map(\.schema))
    }
  }

  /// A scalar, computed text, a list or a record.
  fileprivate static var anyValue: JSONText {
    let value = Shape.value.schema
    return .any([
      .scalarOrNull, .listOf(value), Forms.computed.outline.reference,
      .object([
        .init("type", "object"), .init("additionalProperties", value),
        .init("not", .object([.init("required", ["is"])])),
      ]),
    ])
  }
}

extension JSONText {
  fileprivate static var scalar: JSONText {
    .object([.init("type", ["string", "number", "boolean"])])
  }

  fileprivate static var scalarOrNull: JSONText {
    .object([.init("type", ["string", "number", "boolean", "null"])])
  }

  fileprivate static func typed(_ name: String) -> JSONText {
    .object([.init("type", .string(name))])
  }

  fileprivate static func any(_ schemas: [JSONText]) -> JSONText {
    .object([.init("anyOf", .array(schemas))])
  }

  fileprivate static func listOf(_ item: JSONText, isEmpty: Bool = true) -> JSONText {
    .object(
      [.init("type", "array"), .init("items", item)] + (isEmpty ? [] : [.init("minItems", 1)]))
  }

  fileprivate static func entries(_ key: JSONText, _ value: JSONText) -> JSONText {
    .object([
      .init("type", "object"), .init("propertyNames", key), .init("additionalProperties", value),
    ])
  }
}

extension String {
  /// A word as JSON has it; YAML reads `true` as more than a word.
  fileprivate var asWritten: [JSONText] {
    switch self {
    case "true": [.bool(true), .string(self)]
    case "false": [.bool(false), .string(self)]
    default: [.string(self)]
    }
  }
}
