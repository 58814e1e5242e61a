import SourceText

// The workflow: states and transitions.
extension RulebookWriting {
  /// A state, or the root.
  func state(_ tree: StateTree) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add("type", tree.isParallel ? nil : tree.type)
    page.add("depth", tree.depth)
    page.add("to", tree.historyDefault.map(initial))
    page.add("initial", tree.initial.map(initial))
    page.add("entry", actions(tree.entry))
    page.add("exit", actions(tree.exit))
    page.add("always", transitions(tree.always, in: tree))
    page.add("on", handlers(tree.on, in: tree))
    page.add("after", timers(tree.after, in: tree))
    page.add("done", transitions(tree.done, in: tree))
    page.add("say", tree.say.map(text))
    page.add("ask", oneOrMore: tree.ask)
    page.add("outcome", tree.outcome)
    if !tree.doneData.isEmpty { page.add("data", values(tree.doneData)) }
    if !tree.states.isEmpty {
      page.add(
        tree.isParallel ? "parallel" : "states",
        .map(tree.states.map { child($0, of: tree) }))
    }
    return page.map
  }

  private func child(_ tree: StateTree, of parent: StateTree) -> YAMLText.Entry {
    let place = parent.name == nil ? nil : parent.span
    return YAMLText.Entry(
      key: tree.name?.value ?? "", value: state(tree),
      comment: origins.form(at: tree.span, within: place))
  }

  /// `NAME`, a list of names, or `{to, do}`.
  private func initial(_ tree: TransitionTree) -> YAMLText {
    if tree.actions.isEmpty { return .names(tree.targets) }
    var page = Page()
    page.add("to", oneOrMore: tree.targets)
    page.add("do", actions(tree.actions))
    return page.map
  }

  /// One transition, or candidates in order; nil where there is none.
  private func transitions(_ trees: [TransitionTree], in state: StateTree) -> YAMLText? {
    guard !trees.isEmpty else { return nil }
    if trees.count == 1 { return transition(trees[0], in: state) }
    return .list(trees.map { transition($0, in: state, isItem: true) })
  }

  /// A transition with the entries that stand before its own.
  private func transition(
    _ tree: TransitionTree, in state: StateTree, behind first: [YAMLText.Entry] = [],
    isItem: Bool = false
  ) -> YAMLText {
    var page = Page()
    for entry in first { page.add(entry.key, entry.value) }
    page.add("first", if: tree.isFirst)
    page.add("when", tree.condition)
    page.add("to", oneOrMore: tree.targets)
    page.add("internal", if: tree.isInternal)
    page.add("do", actions(tree.actions))
    page.add("because", oneOrMore: tree.basis)
    let comment = origins.form(at: tree.span, within: state.name == nil ? nil : state.span)
    let isTargetAlone = page.entries.count == 1 && tree.targets.count == 1 && !isItem
    if isTargetAlone, comment == nil { return .word(tree.targets[0].value) }
    var entries = page.entries
    if let comment, !entries.isEmpty { entries[0].comment = comment }
    return .map(entries)
  }

  /// `{EVENT: …}`; a list where one pattern stands in several places.
  private func handlers(_ trees: [HandlerTree], in state: StateTree) -> YAMLText? {
    guard !trees.isEmpty else { return nil }
    let keys = trees.map { $0.patterns.map(\.value).joined(separator: " | ") }
    let isMap = Set(keys).count == keys.count && !trees.contains { $0.transitions.isEmpty }
    if isMap {
      return .map(
        zip(keys, trees).map { key, tree in
          .init(
            key: key, value: transitions(tree.transitions, in: state) ?? .list([]), comment: nil)
        })
    }
    return .list(
      zip(keys, trees).flatMap { key, tree in
        tree.transitions.map {
          let event = YAMLText.Entry(key: "event", value: .word(key), comment: nil)
          return transition($0, in: state, behind: [event], isItem: true)
        }
      })
  }

  /// `{TERM: …}`; a list where a length is computed or stands in several places.
  private func timers(_ trees: [AfterTree], in state: StateTree) -> YAMLText? {
    guard !trees.isEmpty else { return nil }
    let terms = trees.compactMap { tree in
      if case .term(let term) = tree.length { term.text } else { nil }
    }
    if terms.count == trees.count, Set(terms).count == terms.count {
      return .map(
        zip(terms, trees).map { term, tree in
          .init(
            key: term, value: transitions(tree.transitions, in: state) ?? .list([]),
            comment: nil)
        })
    }
    return .list(
      trees.flatMap { tree in
        tree.transitions.map {
          transition($0, in: state, behind: [length(tree.length)], isItem: true)
        }
      })
  }

  private func length(_ tree: AfterTree.Length) -> YAMLText.Entry {
    switch tree {
    case .term(let term): .init(key: "length", value: .written(term), comment: nil)
    case .expression(let expression):
      .init(key: "is", value: .written(expression), comment: nil)
    }
  }
}
