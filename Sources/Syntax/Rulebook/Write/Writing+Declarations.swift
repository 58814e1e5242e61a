import SourceText

// Types, laws, facts, variables, events, documents, periods.
extension RulebookWriting {
  /// Words for people: one string where both languages say the same.
  func text(_ title: TitleTree) -> YAMLText {
    if let zh = title.zh, zh == title.en { return .word(zh.value) }
    var page = Page()
    page.add("zh", title.zh)
    page.add("en", title.en)
    return page.map
  }

  func role(_ tree: NamedTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add("when", tree.condition)
    return page.map
  }

  func checklist(_ tree: ChecklistTree) -> YAMLText {
    var page = Page()
    page.add("ask", tree.question.map(text))
    page.add("of", oneOrMore: tree.of)
    return page.map
  }

  func effective(_ tree: EffectiveTree) -> YAMLText {
    var page = Page()
    page.add("from", tree.from)
    page.add("to", tree.to)
    return page.map
  }

  func type(_ tree: EnumerationTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add(tree.isOrdered ? "ordered" : "values", .list(tree.words.map(word)))
    return page.map
  }

  private func word(_ tree: NamedTree) -> YAMLText {
    guard let title = tree.title else { return .word(tree.name.value) }
    var page = Page()
    page.add("id", tree.name)
    page.add("title", text(title))
    return page.map
  }

  func type(_ tree: TypeTree) -> YAMLText {
    switch tree {
    case .named(let scalar): .written(scalar)
    case .words(let words, _): .list(words.map(word))
    case .record(let fields, _): .map([.init(key: "record", value: record(fields), comment: nil)])
    case .list(let element, _):
      .map(element.prefix(1).map { .init(key: "list", value: type($0), comment: nil) })
    case .formatted(let text, let format, _):
      .map([
        .init(key: "type", value: type(text), comment: nil),
        .init(key: "format", value: .word(format.value), comment: nil),
      ])
    case .titled(let type, let title, _): titled(type, title)
    }
  }

  /// `{type: …, format: …, title: …}`.
  private func titled(_ tree: TypeTree, _ title: TitleTree) -> YAMLText {
    var page = Page()
    if case .formatted(let text, let format, _) = tree {
      page.add("type", type(text))
      page.add("format", format)
    } else {
      page.add("type", type(tree))
    }
    page.add("title", text(title))
    return page.map
  }

  private func record(_ fields: [(name: Located<String>, type: TypeTree)]) -> YAMLText {
    .map(fields.map { .init(key: $0.name.value, value: type($0.type), comment: nil) })
  }

  func law(_ tree: LawTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add("certainty", tree.certainty)
    return page.map
  }

  func fact(_ tree: FactTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add("type", tree.type.map(type))
    page.add("format", tree.format)
    page.add("min", tree.minimum)
    page.add("max", tree.maximum)
    page.add("optional", if: tree.isOptional)
    page.add("fixed", if: tree.isFixed)
    page.add("ask", tree.question.map(text))
    page.add("heard_from", tree.heardFrom)
    page.add("keep_from", oneOrMore: tree.keptFrom)
    if let side = tree.releasedBy {
      var release = Page()
      release.add("consent", side)
      page.add("release", release.map)
    }
    return page.map
  }

  /// `declassify`; nil where nothing is.
  func declassified(_ trees: [DeclassificationTree]) -> YAMLText? {
    trees.isEmpty
      ? nil
      : .list(
        trees.map { tree in
          var page = Page()
          page.add("fact", tree.fact)
          page.add("reason", tree.reason.map(text))
          return page.map
        })
  }

  func measure(_ tree: MeasureTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add("count", tree.count)
    page.add("sum", tree.sum)
    page.add("of", tree.of)
    page.add("by", tree.by)
    return page.map
  }

  func invariant(_ tree: InvariantTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add("never", tree.never)
    page.add("in", oneOrMore: tree.states)
    page.add("requires", tree.requires)
    page.add("on", tree.on)
    page.add("leads_to", oneOrMore: tree.leadsTo)
    page.add("ends", tree.ends)
    page.add("from", oneOrMore: tree.from)
    page.add("to", oneOrMore: tree.to)
    page.add("after", oneOrMore: tree.after)
    page.add("always", oneOrMore: tree.always)
    page.add("within", tree.within)
    page.add("when", tree.when)
    page.add("sealed", tree.isSealed.map { .word($0 ? "true" : "false") })
    page.add("because", oneOrMore: tree.basis)
    return page.map
  }

  func variable(_ tree: VariableTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add("type", tree.type.map(type))
    page.add("start", tree.start.map(value))
    return page.map
  }

  func event(_ tree: EventTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add("by", oneOrMore: tree.roles)
    if !tree.payload.isEmpty {
      page.add("with", .map(tree.payload.map(field)))
    }
    return page.map
  }

  private func field(
    _ field: (name: Located<String>, type: TypeTree, title: TitleTree?)
  ) -> YAMLText.Entry {
    guard let title = field.title else {
      return .init(key: field.name.value, value: typeAlone(field.type), comment: nil)
    }
    var page = Page()
    if case .formatted(let text, let format, _) = field.type {
      page.add("type", type(text))
      page.add("format", format)
    } else {
      page.add("type", type(field.type))
    }
    page.add("title", text(title))
    return .init(key: field.name.value, value: page.map, comment: nil)
  }

  /// A type that stands for the whole of what has it; `{record: …}` alone would be read as that
  /// one's own keys.
  func typeAlone(_ tree: TypeTree) -> YAMLText {
    switch tree {
    case .named, .words, .formatted, .titled: return type(tree)
    case .record, .list:
      var page = Page()
      page.add("type", type(tree))
      return page.map
    }
  }

  func document(_ tree: DocumentTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add("template", tree.template)
    page.add("needs", oneOrMore: tree.needs)
    page.add("blank", oneOrMore: tree.blanks)
    page.add("to", oneOrMore: tree.to)
    page.add("signed_by", oneOrMore: tree.signedBy)
    page.add("copies", tree.copies.map(text))
    page.add("declassify", declassified(tree.declassified))
    page.add("law", oneOrMore: tree.basis)
    return page.map
  }

  func period(_ tree: PeriodTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add(
      "from",
      tree.starts.count == 1
        ? .written(tree.starts[0]) : .list(tree.starts.map(YAMLText.written)))
    page.add("take", tree.choice)
    page.add("length", tree.length)
    if tree.extendUntil != nil {
      var longer = Page()
      longer.add("when", tree.extendWhen)
      longer.add("until", tree.extendUntil)
      page.add("extend", longer.map)
    }
    page.add("paused_in", oneOrMore: tree.pausedIn)
    page.add("law", oneOrMore: tree.basis)
    return page.map
  }

  /// A value: a scalar, `{is: EXPR}`, a list or a record.
  func value(_ tree: ValueTree) -> YAMLText {
    switch tree {
    case .scalar(let scalar): return .written(scalar)
    case .computed(let scalar, _):
      return .map([.init(key: "is", value: .written(scalar), comment: nil)])
    case .list(let items, _): return .list(items.map(value))
    case .record(let fields, _): return values(fields)
    }
  }

  /// `{name: value}`.
  func values(_ fields: [(name: Located<String>, value: ValueTree)]) -> YAMLText {
    .map(fields.map { .init(key: $0.name.value, value: value($0.value), comment: nil) })
  }
}
