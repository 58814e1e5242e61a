package import SourceText

/// A rulebook as written: every section in order, names not resolved, expressions not yet read.
/// What the keys mean: docs/language.md.
package struct RulebookTree: Sendable {
  package var span: Span
  package var name: Located<String>?
  package var language: Located<String>?
  package var version: Located<String>?
  package var title: TitleTree?
  package var effective: EffectiveTree?
  package var utcOffset: Located<String>?
  /// Path of a calendar file, relative to the rulebook.
  package var calendar: Located<String>?
  /// `unhandled: refuse | ignore`.
  package var unhandled: Located<String>?
  package var types: [EnumerationTree] = []
  package var laws: [LawTree] = []
  package var roles: [NamedTree] = []
  package var facts: [FactTree] = []
  package var variables: [VariableTree] = []
  /// Nil if there is no `events` section: then events declare themselves by being used.
  package var events: [EventTree]?
  package var decisions: [DecisionTree] = []
  /// One question for all that some decisions ask.
  package var checklist: ChecklistTree?
  package var documents: [DocumentTree] = []
  package var periods: [PeriodTree] = []
  package var workflow: StateTree?
  /// `extends: ../base`: the folder or file of the rulebook that this one builds on.
  package var extends: Located<String>?
  /// `include: [facts.yaml]`: further files of the same rulebook.
  package var includes: [Located<String>] = []
  /// What it changes of the rulebook that it builds on.
  package var changes = ChangesTree()
  package var mediation = MediationTree()
  package var invariants: [InvariantTree] = []
  /// `uncovered`: what no case tries, and why.
  package var uncovered: [UncoveredTree] = []

  package init(span: Span) {
    self.span = span
  }
}

/// An entry of `uncovered` as written: a row or a transition by the name that
/// `fengqiao test --coverage` gives it.
package struct UncoveredTree: Sendable {
  package var name: Located<String>
  package var reason: TitleTree

  package init(name: Located<String>, reason: TitleTree) {
    self.name = name
    self.reason = reason
  }
}

/// A text for people: `text` or `{zh: …, en: …}`.
package struct TitleTree: Sendable {
  package var zh: Located<String>?
  package var en: Located<String>?
  package var span: Span

  package init(zh: Located<String>?, en: Located<String>?, span: Span) {
    self.zh = zh
    self.en = en
    self.span = span
  }

  /// Both languages, the one standing in for the other.
  package var bilingual: Bilingual {
    Bilingual(en: en?.value ?? zh?.value ?? "", zh: zh?.value ?? en?.value ?? "")
  }

  /// The same for what bears a name: a Chinese name needs no Chinese title.
  package func bilingual(of name: String) -> Bilingual {
    guard zh == nil, let en, name.unicodeScalars.contains(where: \.properties.isIdeographic) else {
      return bilingual
    }
    return Bilingual(en: en.value, zh: name)
  }
}

/// `effective`: from which date to which the rulebook is in force, as written.
package struct EffectiveTree: Sendable {
  package var from: ScalarText?
  package var to: ScalarText?

  package init(from: ScalarText?, to: ScalarText?) {
    self.from = from
    self.to = to
  }
}

/// A name with a title: a role.
package struct NamedTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  /// `when` of a role: what must hold for it to act; nil for all else.
  package var condition: ScalarText?

  package init(name: Located<String>, title: TitleTree?) {
    self.name = name
    self.title = title
  }
}

/// `types: {难易: {ordered: [简单, …]}}`.
package struct EnumerationTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var isOrdered: Bool
  package var words: [NamedTree]

  package init(name: Located<String>, title: TitleTree?, isOrdered: Bool, words: [NamedTree]) {
    self.name = name
    self.title = title
    self.isOrdered = isOrdered
    self.words = words
  }
}

/// An entry of `laws` as written.
package struct LawTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var certainty: Located<String>?

  package init(name: Located<String>, title: TitleTree?, certainty: Located<String>?) {
    self.name = name
    self.title = title
    self.certainty = certainty
  }
}

/// What a type position says: a type's text (`money`, `难易`, `list of text`) or a closed list of
/// words of its own (`[a, b]`).
package enum TypeTree: Sendable {
  case named(ScalarText)
  case words([NamedTree], Span)
  /// `{record: {field: type}}`.
  case record([(name: Located<String>, type: TypeTree)], Span)
  /// `{list: type}`.
  case list([TypeTree], Span)
  /// `{type: type, format: word}`.
  indirect case formatted(TypeTree, Located<String>, Span)
  /// `{type: type, title: text}`, of a field of a record.
  indirect case titled(TypeTree, TitleTree, Span)

  package var span: Span {
    switch self {
    case .named(let scalar): scalar.span
    case .words(_, let span), .record(_, let span), .list(_, let span),
      .formatted(_, _, let span), .titled(_, _, let span):
      span
    }
  }

  /// The type with a format that stands beside it, where one does.
  package func formatted(as format: Located<String>?) -> TypeTree {
    format.map { .formatted(self, $0, span) } ?? self
  }

  /// The type with a title that stands beside it, where one does.
  package func titled(as title: TitleTree?) -> TypeTree {
    title.map { .titled(self, $0, span) } ?? self
  }
}

/// An entry of `facts` as written.
package struct FactTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var type: TypeTree?
  /// `format`: how its text is written.
  package var format: Located<String>?
  package var minimum: ScalarText?
  package var maximum: ScalarText?
  package var isOptional = false
  package var isFixed = false
  package var question: TitleTree?
  /// The side that said it apart from the others.
  package var heardFrom: Located<String>?
  /// The sides that must not learn it.
  package var keptFrom: [Located<String>] = []
  /// `release: {consent: SIDE}`: whose consent sets it free.
  package var releasedBy: Located<String>?

  package init(name: Located<String>) {
    self.name = name
  }
}

/// An entry of `variables` as written.
package struct VariableTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var type: TypeTree?
  package var start: ValueTree?

  package init(name: Located<String>) {
    self.name = name
  }
}

/// An entry of `events` as written.
package struct EventTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var roles: [Located<String>] = []
  package var payload: [(name: Located<String>, type: TypeTree, title: TitleTree?)] = []

  package init(name: Located<String>) {
    self.name = name
  }
}

/// `checklist: {ask, of}` as written.
package struct ChecklistTree: Sendable {
  package var question: TitleTree?
  /// Decisions.
  package var of: [Located<String>] = []
  package var span: Span

  package init(span: Span) {
    self.span = span
  }
}

/// An entry of `documents` as written.
package struct DocumentTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var needs: [Located<String>] = []
  /// Facts that may be left open where they are unknown.
  package var blanks: [Located<String>] = []
  /// Path of a template, below `templates/` and without its extension.
  package var template: Located<String>?
  /// Who gets it: sides, roles, organs.
  package var to: [Located<String>] = []
  package var signedBy: [Located<String>] = []
  package var copies: TitleTree?
  package var declassified: [DeclassificationTree] = []
  /// `local: any | sealed`: whether a rulebook that builds on this one may replace it.
  package var local: Located<String>?
  package var basis: [Located<String>] = []

  package init(name: Located<String>) {
    self.name = name
  }
}

/// `declassify: {fact: NAME, reason: …}` on a document or notice.
package struct DeclassificationTree: Sendable {
  package var fact: Located<String>
  package var reason: TitleTree?
  package var span: Span

  package init(fact: Located<String>, reason: TitleTree?, span: Span) {
    self.fact = fact
    self.reason = reason
    self.span = span
  }
}

/// An entry of `periods` as written.
package struct PeriodTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  /// Expressions.
  package var starts: [ScalarText] = []
  package var choice: Located<String>?
  package var length: ScalarText?
  /// The length that the rulebook which declares the period gave it, where a later one set another.
  package var declaredLength: ScalarText?
  package var extendWhen: ScalarText?
  package var extendUntil: ScalarText?
  package var pausedIn: [Located<String>] = []
  /// `local: any | shorter | sealed`, sealed if left out: what a rulebook that builds on this one
  /// may set.
  package var local: Located<String>?
  package var basis: [Located<String>] = []

  package init(name: Located<String>) {
    self.name = name
  }
}

/// A position that gives a value: a scalar (read by its declared type), computed text (`{is:
/// EXPR}`), a list or a record of such.
package indirect enum ValueTree: Sendable {
  case scalar(ScalarText)
  case computed(ScalarText, Span)
  case list([ValueTree], Span)
  case record([(name: Located<String>, value: ValueTree)], Span)

  package var span: Span {
    switch self {
    case .scalar(let scalar): scalar.span
    case .computed(_, let span), .list(_, let span), .record(_, let span): span
    }
  }
}
