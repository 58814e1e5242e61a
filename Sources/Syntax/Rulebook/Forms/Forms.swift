import SourceText

/// Every mapping of the language, each as a table of its keys. What they mean: docs/language.md.
enum Forms {
  /// `{zh: …, en: …}`.
  static let title: Form<TitleTree> = Form(
    "title", en: "a text in two languages", zh: "双语文字", example: "{zh: 受理, en: accept}",
    keys: [
      Key("zh", .words, not: ["cn", "zh-CN", "zh_CN", "中文"], en: "in Chinese", zh: "中文") {
        $0.zh = $1
      },
      Key("en", .words, not: ["us", "en-US", "英文"], en: "in English", zh: "英文") { $0.en = $1 },
    ],
    make: { TitleTree(zh: nil, en: nil, span: $0.span) },
    check: { written, _, diagnostics in
      if written.isEmpty {
        diagnostics.report(.emptyValue(written.slot, needs: .text))
      }
    })

  /// `{is: EXPR}`.
  static let computed: Form<ScalarText?> = Form(
    "computed", en: "a computed value", zh: "计算出的值", example: "{is: amount / 2}",
    keys: [
      Key("is", .expression, required: true, en: "the expression", zh: "表达式") { $0 = $1 }
    ],
    make: { _ in nil })
}

extension Reading where Value == Located<String> {
  /// Words in one language; they may be none.
  fileprivate static var words: Reading {
    let shape = Shape.word(example: "受理")
    return Reading(shape) { slot, diagnostics in
      slot.scalar(shape, mayBeEmpty: true, into: &diagnostics)?.located
    }
  }
}

/// Keys that many forms have.
extension Key {
  static func title(put: @escaping @Sendable (inout Tree, TitleTree) -> Void) -> Key {
    Key(
      "title", .text, not: ["label", "名称", "标题"], en: "what people read", zh: "给人看的名称", put: put)
  }

  /// `because` and `law`, which say the same of different things.
  static func basis(
    add: @escaping @Sendable (inout Tree, [Located<String>]) -> Void
  ) -> [Key] {
    [
      Key(
        "because", .oneOrMore(.name), en: "the basis: laws, `reported` or `local`",
        zh: "依据：法条、`reported` 或 `local`", put: add),
      Key("law", .oneOrMore(.name), en: "the laws it rests on", zh: "所依据的法条", put: add),
    ]
  }
}
