internal import Model
internal import SourceText

/// Finds what a rulebook declares and does nothing with. What it builds on may hold more than it
/// uses, and where places fill slots what is declared is for them.
struct UnusedSearch {
  let program: Program
  /// Whether something stands in the rulebook that is looked at, not in one it builds on.
  let isOwn: (Span) -> Bool

  /// What is found of a rulebook with a workflow.
  func findings() -> [Diagnostic] {
    guard let chart = program.chart, !isBase(chart) else { return [] }
    var diagnostics = Diagnostics()
    let uses = ProgramUses(program)
    for id in program.facts.ids where !uses.facts.contains(id) {
      let fact = program.facts[id]
      if isOwn(fact.span) { diagnostics.report(.factNeverRead(fact)) }
    }
    for id in program.documents.ids where !uses.drafted.contains(id) {
      let document = program.documents[id]
      if isOwn(document.span) { diagnostics.report(.documentNeverDrafted(document)) }
    }
    // An event that names no role is for everyone.
    let isForAll = program.events.elements.contains { event in
      event.origin == .external && event.roles.isEmpty
    }
    for id in program.roles.ids where !uses.acting.contains(id) && !isForAll {
      let role = program.roles[id]
      if isOwn(role.span), !uses.named.contains(role.name) {
        diagnostics.report(.roleWithoutPart(role))
      }
    }
    return diagnostics.all
  }

  /// Whether it is for others to build on: it leaves slots to them, or runs nothing of its own.
  private func isBase(_ chart: Statechart) -> Bool {
    let own = chart.states.elements.filter { $0.parent != nil && isOwn($0.span) }
    return own.isEmpty || own.contains { if case .slot? = $0.part { true } else { false } }
  }
}

extension Diagnostic {
  fileprivate static func factNeverRead(_ fact: Fact) -> Diagnostic {
    Diagnostic(
      .factNeverRead,
      Bilingual(en: "nothing reads the fact `\(fact.name)`", zh: "没有任何地方用到事实 `\(fact.name)`"),
      at: fact.span,
      help: Bilingual(
        en: "use it in a decision, a `when` or a paper, or take it out",
        zh: "请在决策、`when` 或文书里用到它，或删去它"))
  }

  fileprivate static func documentNeverDrafted(_ document: Document) -> Diagnostic {
    Diagnostic(
      .documentNeverDrafted,
      Bilingual(
        en: "nothing drafts the document `\(document.name)`", zh: "没有任何地方出具文书 `\(document.name)`"),
      at: document.span,
      help: Bilingual(
        en: "let a state or a transition `draft` it, or take it out",
        zh: "请在某个状态或转移中写 `draft`，或删去它"))
  }

  fileprivate static func roleWithoutPart(_ role: Role) -> Diagnostic {
    Diagnostic(
      .roleWithoutPart,
      Bilingual(
        en: "the role `\(role.name)` may fire no event, and gets no task, notice or paper",
        zh: "角色 `\(role.name)` 不能触发任何事件，也收不到任务、通知或文书"),
      at: role.span,
      help: Bilingual(
        en: "name it under `by`, `to` or `seats`, or take it out",
        zh: "请在 `by`、`to` 或 `seats` 下写上它，或删去它"))
  }
}
