import SourceText
import Syntax

// What forms are made into: short ways to write core trees. Every part is led back to one place.

extension Located where Value == String {
  /// A name that a form makes, at the form's place.
  static func made(_ name: String, at span: Span) -> Located { Located(name, at: span) }
}

extension ScalarText {
  /// An expression that a form makes.
  static func made(_ text: String, at span: Span) -> ScalarText { ScalarText(made: text, at: span) }
}

extension TitleTree {
  /// A title that a form makes.
  static func made(en: String, zh: String, at span: Span) -> TitleTree {
    TitleTree(zh: Located(zh, at: span), en: Located(en, at: span), span: span)
  }
}

extension TypeTree {
  /// A type by its words: `list of text`.
  static func made(_ text: String, at span: Span) -> TypeTree { .named(.made(text, at: span)) }
}

extension ValueTree {
  /// A value that a form makes: an expression of the declared type.
  static func made(_ text: String, at span: Span) -> ValueTree { .scalar(.made(text, at: span)) }
}

extension ActionTree {
  /// `set: {name: EXPR, …}`.
  static func set(_ values: KeyValuePairs<String, String>, at span: Span) -> ActionTree {
    ActionTree(
      .set(
        values.map {
          (.made($0.key, at: span), ValueTree.computed(.made($0.value, at: span), span))
        }),
      span: span)
  }
}

extension TransitionTree {
  /// `{when, to, do}`.
  static func made(
    when condition: String? = nil, to targets: [String] = [], do actions: [ActionTree] = [],
    isFirst: Bool = false, basis: [Located<String>] = [], at span: Span
  ) -> TransitionTree {
    var tree = TransitionTree(span: span)
    tree.condition = condition.map { .made($0, at: span) }
    tree.targets = targets.map { .made($0, at: span) }
    tree.actions = actions
    tree.isFirst = isFirst
    tree.basis = basis
    return tree
  }
}

extension StateTree {
  /// A state that a form makes.
  static func made(_ name: String, title: TitleTree? = nil, at span: Span) -> StateTree {
    var tree = StateTree(name: .made(name, at: span), span: span)
    tree.title = title
    return tree
  }

  /// A final state that a form makes.
  static func final(_ name: String, title: TitleTree? = nil, at span: Span) -> StateTree {
    var tree = StateTree.made(name, title: title, at: span)
    tree.type = .made("final", at: span)
    return tree
  }
}
