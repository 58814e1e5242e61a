import SourceText
import Syntax

// Every place in a rulebook where a term may stand.
extension RulebookTree {
  /// Changes each term as written: in `after`, `send`, `within` and `length`.
  mutating func changeTerms(_ body: (inout ScalarText) -> Void) {
    periods.changeEach { $0.length?.change(body) }
    invariants.changeEach { $0.within?.change(body) }
    workflow?.changeTerms(body)
    mediation.changeTerms(body)
  }
}

extension MediationTree {
  fileprivate mutating func changeTerms(_ body: (inout ScalarText) -> Void) {
    screen?.lines.changeEach { $0.within?.change(body) }
    screen?.acts.changeEach { $0.transition.actions.changeTerms(body) }
    rights.changeEach { $0.actions.changeTerms(body) }
    ladder?.levels.changeEach { $0.within?.change(body) }
    fills.changeEach {
      $0.initial?.actions.changeTerms(body)
      $0.states.changeEach { $0.changeTerms(body) }
    }
    scripts.changeEach {
      $0.initial?.actions.changeTerms(body)
      $0.steps.changeEach { $0.changeTerms(body) }
    }
  }
}

extension StateTree {
  fileprivate mutating func changeTerms(_ body: (inout ScalarText) -> Void) {
    entry.changeTerms(body)
    exit.changeTerms(body)
    initial?.actions.changeTerms(body)
    historyDefault?.actions.changeTerms(body)
    on.changeEach { $0.transitions.changeTerms(body) }
    done.changeTerms(body)
    always.changeTerms(body)
    after.changeEach {
      $0.length.changeTerm(body)
      $0.transitions.changeTerms(body)
    }
    states.changeEach { $0.changeTerms(body) }
  }
}

extension [TransitionTree] {
  fileprivate mutating func changeTerms(_ body: (inout ScalarText) -> Void) {
    changeEach { $0.actions.changeTerms(body) }
  }
}

extension [ActionTree] {
  fileprivate mutating func changeTerms(_ body: (inout ScalarText) -> Void) {
    changeEach { $0.kind = $0.kind.changingTerms(body) }
  }
}

extension ActionTree.Kind {
  fileprivate func changingTerms(_ body: (inout ScalarText) -> Void) -> Self {
    switch self {
    case .send(let event, let fields, var length, let id):
      length?.changeTerm(body)
      return .send(event: event, with: fields, after: length, id: id)
    case .task(var task):
      task.within?.change(body)
      return .task(task)
    case .notify(let to, let text, var within):
      within?.change(body)
      return .notify(to: to, text: text, within: within)
    case .choose(var branches):
      branches.changeEach { $0.actions.changeTerms(body) }
      return .choose(branches)
    case .set, .decide, .raise, .cancel, .inform, .draft: return self
    }
  }
}

extension AfterTree.Length {
  fileprivate mutating func changeTerm(_ body: (inout ScalarText) -> Void) {
    if case .term(var scalar) = self {
      body(&scalar)
      self = .term(scalar)
    }
  }
}

extension ScalarText {
  fileprivate mutating func change(_ body: (inout ScalarText) -> Void) { body(&self) }
}

extension Array {
  fileprivate mutating func changeEach(_ body: (inout Element) -> Void) {
    for index in indices { body(&self[index]) }
  }
}
