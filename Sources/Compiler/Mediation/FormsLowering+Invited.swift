import SourceText
import Syntax

// Roles that wait for a consent (`before`): what would bring them in is done only when it is given.
extension FormsLowering {
  /// Guards every action of the workflow that tells or sets to work a role that waits.
  mutating func guardInvited() {
    let waiting = consentsByRole
    guard !waiting.isEmpty, var root = tree.workflow else { return }
    root.change { state, _ in
      state.changeActions { guarded($0, waiting) }
    }
    tree.workflow = root
  }

  /// By role: the condition under which it may be brought in.
  private var consentsByRole: [String: String] {
    var conditions: [String: String] = [:]
    for consent in tree.mediation.consents {
      for role in consent.before {
        let own = "\(consent.name.value).given"
        conditions[role.value] = conditions[role.value].map { "\($0) and \(own)" } ?? own
      }
    }
    return conditions
  }

  private mutating func guarded(
    _ actions: [ActionTree], _ waiting: [String: String]
  ) -> [ActionTree] {
    actions.flatMap { action -> [ActionTree] in
      switch action.kind {
      case .notify(let to, let text, let within):
        return notices(action, to, waiting) { .notify(to: $0, text: text, within: within) }
      case .task(let task): return tasks(action, task, waiting)
      case .choose(let branches):
        var changed = action
        changed.kind = .choose(
          branches.map { branch in
            var changed = branch
            changed.actions = guarded(branch.actions, waiting)
            return changed
          })
        return [changed]
      case .set, .decide, .raise, .send, .cancel, .inform, .draft: return [action]
      }
    }
  }

  /// One notice for those that wait for nothing, and one behind each condition.
  private func notices(
    _ action: ActionTree, _ to: [Located<String>], _ waiting: [String: String],
    _ make: ([Located<String>]) -> ActionTree.Kind
  ) -> [ActionTree] {
    var conditions: [String?] = []
    for name in to where !conditions.contains(waiting[name.value]) {
      conditions.append(waiting[name.value])
    }
    guard conditions != [nil], !to.isEmpty else { return [action] }
    return conditions.map { condition in
      var part = action
      part.kind = make(to.filter { waiting[$0.value] == condition })
      return condition.map { part.only(when: $0) } ?? part
    }
  }

  /// A task is given whole or not at all: those who wait cannot share one with those who do not.
  private mutating func tasks(
    _ action: ActionTree, _ task: TaskTree, _ waiting: [String: String]
  ) -> [ActionTree] {
    guard let role = task.to.first(where: { waiting[$0.value] != nil }),
      let condition = waiting[role.value]
    else { return [action] }
    if let other = task.to.first(where: { waiting[$0.value] != condition }) {
      diagnostics.report(.taskOfInvited(task, role, other))
    }
    return [action.only(when: condition)]
  }
}

extension ActionTree {
  /// `choose: [{when, do: [this]}]`.
  fileprivate func only(when condition: String) -> ActionTree {
    let branch = BranchTree(condition: .made(condition, at: span), actions: [self], span: span)
    return ActionTree(.choose([branch]), span: span)
  }
}

extension StateTree {
  /// Changes every list of actions that stands in this state itself.
  mutating func changeActions(_ change: ([ActionTree]) -> [ActionTree]) {
    entry = change(entry)
    exit = change(exit)
    if let actions = initial?.actions { initial?.actions = change(actions) }
    if let actions = historyDefault?.actions { historyDefault?.actions = change(actions) }
    for index in always.indices { always[index].actions = change(always[index].actions) }
    for index in done.indices { done[index].actions = change(done[index].actions) }
    for index in on.indices {
      for inner in on[index].transitions.indices {
        on[index].transitions[inner].actions = change(on[index].transitions[inner].actions)
      }
    }
    for index in after.indices {
      for inner in after[index].transitions.indices {
        after[index].transitions[inner].actions = change(after[index].transitions[inner].actions)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func taskOfInvited(
    _ task: TaskTree, _ role: Located<String>, _ other: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      .taskOfInvited,
      Bilingual(
        en: "`\(role.value)` waits for a consent and shares the task `\(task.id.value)` with "
          + "`\(other.value)`, who does not wait for the same",
        zh: "`\(role.value)` 须等当事人同意，却与不必等待的 `\(other.value)` 共有任务 `\(task.id.value)`"),
      at: role.span,
      labels: [Label(other.span, Bilingual(en: "the other one", zh: "另一个在此"))],
      help: Bilingual(en: "give each a task with an id of its own", zh: "请各给一项任务，标识不同"))
  }
}
