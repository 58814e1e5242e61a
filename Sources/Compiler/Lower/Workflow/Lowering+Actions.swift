import Model
import SourceText
import Syntax

// Actions, in written order.
extension Lowering {
  mutating func actions(_ trees: [ActionTree]) -> [Action] {
    trees.compactMap { tree in
      guard let kind = kind(tree) else { return nil }
      var action = Action(kind, basis: bases(tree.basis), span: tree.span)
      action.declassified = declassifications(tree.declassified)
      return action
    }
  }

  /// What an action does; nil, with a finding, where that cannot be told.
  private mutating func kind(_ tree: ActionTree) -> Action.Kind? {
    switch tree.kind {
    case .set(let values): .set(values.compactMap { assignment($0.name, $0.value) })
    case .decide(let name): decision(name).map(Action.Kind.decide)
    case .raise(let event, let fields): made(event, fields).map { .raise($0, $1) }
    case .send(let event, let fields, let length, let id): send(event, fields, length, id)
    case .cancel(let id): cancel(id)
    case .task(let task): .task(order(task, at: tree.span))
    case .notify(let to, let text, let within):
      .notify(
        Action.Notice(
          to: to.map(\.value), text: message(text), within: within.flatMap { term($0) }))
    case .inform(let text): .inform(Action.Notice(to: [], text: message(text)))
    case .draft(let name): document(name).map(Action.Kind.draft)
    case .choose(let branches): choose(branches)
    }
  }

  private mutating func choose(_ trees: [BranchTree]) -> Action.Kind {
    if let last = trees.firstIndex(where: { $0.condition == nil }), last + 1 < trees.count {
      diagnostics.report(.branchNeverRuns(trees[last + 1].span, behind: trees[last].span))
    }
    return .choose(
      trees.map { tree in
        Action.Branch(
          condition: tree.condition.flatMap { condition($0) }, actions: actions(tree.actions))
      })
  }

  private mutating func message(_ tree: MessageTree?) -> Action.Message {
    switch tree {
    case nil: .fixed(Bilingual(""))
    case .fixed(let words): .fixed(words.bilingual)
    case .computed(let scalar):
      expression(scalar, expecting: .text).map(Action.Message.computed) ?? .fixed(Bilingual(""))
    }
  }
}

// `set`.
extension Lowering {
  private mutating func assignment(
    _ name: Located<String>, _ tree: ValueTree
  ) -> Action.Assignment? {
    guard let entry = scope.entries[name.value]?.first else {
      let known = (variables.elements.map(\.name) + facts.elements.map(\.name))
      diagnostics.report(.undeclared(.settable, name.value, among: known, at: name.span))
      return nil
    }
    guard let target = target(entry, name), let type = entry.type else { return nil }
    return checker.checkValue(tree, expecting: type, into: &diagnostics).map {
      Action.Assignment(target: target, value: $0)
    }
  }

  private mutating func target(
    _ entry: Scope.Entry, _ name: Located<String>
  ) -> Action.Assignment.Target? {
    switch entry.meaning {
    case .variable(let id): return .variable(id)
    case .fact(let id) where !facts[id].isFixed: return .fact(id)
    case .fact(let id): diagnostics.report(.factStays(name, facts[id]))
    case .decision: diagnostics.report(.decisionIsDerived(name))
    }
    return nil
  }
}

// Names that actions use.
extension Lowering {
  private mutating func decision(_ name: Located<String>) -> ID<Decision>? {
    for entry in scope.entries[name.value] ?? [] {
      if case .decision(let id) = entry.meaning { return id }
    }
    let known = tree.decisions.map(\.name.value)
    diagnostics.report(.undeclared(.decision, name.value, among: known, at: name.span))
    return nil
  }

  private mutating func document(_ name: Located<String>) -> ID<Document>? {
    let isNamed = { (document: DocumentTree) in document.name.value.hasBytes(of: name.value) }
    if let index = tree.documents.firstIndex(where: isNamed) { return ID(index) }
    let known = tree.documents.map(\.name.value)
    diagnostics.report(.undeclared(.document, name.value, among: known, at: name.span))
    return nil
  }

  private mutating func cancel(_ id: Located<String>) -> Action.Kind {
    if !uses.sendIDs.contains(id.value) {
      diagnostics.report(.cancelOfNothing(id, among: uses.sendIDs))
    }
    return .cancel(id.value)
  }
}

extension Diagnostic {
  fileprivate static func branchNeverRuns(_ span: Span, behind earlier: Span) -> Diagnostic {
    Diagnostic(
      .branchNeverRuns,
      Bilingual(
        en: "this branch never runs, because the one before it has no condition",
        zh: "前一个分支没有条件，此分支不会执行"),
      at: span, labels: [Label(earlier)],
      help: Bilingual(
        en: "give the earlier branch a `when`, or put it last", zh: "请给前一分支加 `when`，或把它放到最后"))
  }

  fileprivate static func factStays(_ name: Located<String>, _ fact: Fact) -> Diagnostic {
    Diagnostic(
      .factStays,
      Bilingual(
        en: "`\(name.value)` stays once stated, so no action can set it",
        zh: "`\(name.value)` 一经陈述不再改变，动作不能赋值"),
      at: name.span, labels: [Label(fact.span, Bilingual(en: "declared here", zh: "在此声明"))],
      help: Bilingual(
        en: "take `fixed: true` off the fact, or keep the value in a variable",
        zh: "请去掉该事实的 `fixed: true`，或改用变量"))
  }

  fileprivate static func decisionIsDerived(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .decisionIsDerived,
      Bilingual(
        en: "`\(name.value)` is a decision, which nothing but its own rules can set",
        zh: "`\(name.value)` 是决策，只能由它自己的规则得出"),
      at: name.span,
      help: Bilingual(
        en: "write `decide: \(name.value)` to freeze it, or set a fact it depends on",
        zh: "要定下它请写 `decide: \(name.value)`，或改变它所依据的事实"))
  }

  fileprivate static func cancelOfNothing(
    _ id: Located<String>, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .cancelOfNothing,
      Bilingual(
        en: "nothing is ever sent with the id `\(id.value)`", zh: "没有以 `\(id.value)` 为标识发出的事件"),
      at: id.span,
      help: Suggestion.help(for: id.value, among: known)
        ?? Bilingual(
          en: "give the `send` that is meant `id: \(id.value)`",
          zh: "请给所指的 `send` 写上 `id: \(id.value)`"))
  }
}
