import SourceText

// Actions, one item each.
extension RulebookWriting {
  /// A list of actions; nil where there is none.
  func actions(_ trees: [ActionTree]) -> YAMLText? {
    trees.isEmpty ? nil : .list(trees.map(action))
  }

  private func action(_ tree: ActionTree) -> YAMLText {
    var page = Page()
    let (word, content) = content(of: tree.kind)
    page.add(word, content)
    page.add("declassify", declassified(tree.declassified))
    page.add("because", oneOrMore: tree.basis)
    return page.map
  }

  private func content(of kind: ActionTree.Kind) -> (word: String, YAMLText) {
    switch kind {
    case .set(let values): ("set", self.values(values))
    case .decide(let decision): ("decide", .word(decision.value))
    case .raise(let event, let fields): ("raise", sent(event, fields, nil, nil))
    case .send(let event, let fields, let delay, let id):
      ("send", sent(event, fields, delay, id))
    case .cancel(let id): ("cancel", .word(id.value))
    case .task(let task): ("task", self.task(task))
    case .notify(let to, let text, let within): ("notify", notice(to, text, within))
    case .inform(let text): ("inform", message(text))
    case .draft(let document): ("draft", .word(document.value))
    case .choose(let branches): ("choose", .list(branches.map(branch)))
    }
  }

  private func sent(
    _ event: Located<String>, _ fields: [(name: Located<String>, value: ValueTree)],
    _ delay: AfterTree.Length?, _ id: Located<String>?
  ) -> YAMLText {
    if fields.isEmpty, delay == nil, id == nil { return .word(event.value) }
    var page = Page()
    page.add("event", event)
    switch delay {
    case .term(let term): page.add("after", term)
    case .expression(let expression):
      page.add("after", value(.computed(expression, expression.span)))
    case nil: break
    }
    page.add("id", id)
    if !fields.isEmpty { page.add("with", values(fields)) }
    return page.map
  }

  private func task(_ tree: TaskTree) -> YAMLText {
    var page = Page()
    page.add("id", tree.id)
    page.add("title", tree.title.map(text))
    page.add("to", oneOrMore: tree.to)
    page.add("within", tree.within)
    page.add("done_by", tree.doneBy)
    return page.map
  }

  private func notice(
    _ to: [Located<String>], _ words: MessageTree?, _ within: ScalarText?
  ) -> YAMLText {
    guard words != nil || within != nil else { return .names(to) }
    var page = Page()
    page.add("to", .names(to))
    page.add("text", words.map(message))
    page.add("within", within)
    return page.map
  }

  private func message(_ tree: MessageTree) -> YAMLText {
    switch tree {
    case .fixed(let title): text(title)
    case .computed(let expression): value(.computed(expression, expression.span))
    }
  }

  private func branch(_ tree: BranchTree) -> YAMLText {
    var page = Page()
    page.add("when", tree.condition)
    page.add("do", .list(tree.actions.map(action)))
    return page.map
  }
}
