import Model
import SourceText
import Syntax

// What is written inside the states: where entering leads, what is done, what leads out.
extension Lowering {
  mutating func lowerContents() {
    for id in states.ids {
      let tree = stateTrees[id.index]
      scope.currentState = id
      scope.payload = nil
      lowerInitial(of: id, tree)
      states[id].entry = actions(tree.entry)
      states[id].exit = actions(tree.exit)
      lowerTransitions(of: id, tree)
      lowerTalk(of: id, tree)
    }
    checkSlotDoors()
    checkChoices()
    scope.currentState = nil
    scope.payload = nil
    lowerRoleConditions()
  }

  /// What must hold for a role to act: read when all that it may speak of is there.
  private mutating func lowerRoleConditions() {
    for (id, role) in zip(Array(roles.ids), tree.roles) {
      roles[id].condition = role.condition.flatMap { condition($0) }
    }
  }

  private mutating func lowerInitial(of id: ID<State>, _ tree: StateTree) {
    switch states[id].kind {
    case .compound:
      if let initial = tree.initial {
        states[id].initial = targets(initial.targets, from: id, inside: id)
        states[id].initialActions = actions(initial.actions)
      } else if let first = states[id].children.first(where: { !states[$0].kind.isHistory }) {
        states[id].initial = [first]
      }
    case .shallowHistory, .deepHistory:
      guard let initial = tree.historyDefault, let parent = states[id].parent else { return }
      states[id].initial = targets(initial.targets, from: id, inside: parent)
      states[id].initialActions = actions(initial.actions)
    case .atomic, .parallel, .final: break
    }
  }

  private mutating func lowerTransitions(of id: ID<State>, _ tree: StateTree) {
    for handler in tree.on {
      let matching = events(matching: handler.patterns, from: id)
      let pattern = handler.patterns.map(\.value).joined(separator: " | ")
      add(handler.transitions, to: id, .events(matching, pattern: pattern))
    }
    if let first = tree.done.first {
      let event = doneEvents[id]
      if event == nil { diagnostics.report(.neverDone(states[id], at: first.span)) }
      add(tree.done, to: id, .events([event].compactMap(\.self), pattern: "done"))
    }
    for (index, after) in tree.after.enumerated() { add(after, index, to: id) }
    add(tree.always, to: id, .always)
  }

  /// A timer of a state, and the transitions that its event triggers.
  private mutating func add(_ after: AfterTree, _ index: Int, to id: ID<State>) {
    scope.payload = nil
    guard let delay = delay(after.length) else { return }
    let words = after.length.text
    let path = states[id].path
    let event = addEvent(
      "after.\(path)" + (index == 0 ? "" : ".\(index + 1)"), .timer(ID(delayed.count)),
      at: after.span,
      Bilingual(en: "\(words) in \(path) have passed", zh: "\(path)已满 \(words)"))
    let own = delayed.add(
      DelayedTransition(state: id, delay: delay, event: event, span: after.span))
    states[id].delayed.append(own)
    add(after.transitions, to: id, .events([event], pattern: "after \(words)"))
  }

  private mutating func add(
    _ trees: [TransitionTree], to source: ID<State>, _ trigger: Transition.Trigger
  ) {
    scope.payload = nil
    if case .events(let ids, _) = trigger {
      readPayload(of: ids)
      if ids.isEmpty || !faultyPayloads.isDisjoint(with: ids) {
        // What the events carry is not known: that alone is no further finding.
        return ignoring(.noPayload) { $0.lower(trees, to: source, trigger) }
      }
    }
    lower(trees, to: source, trigger)
  }

  private mutating func lower(
    _ trees: [TransitionTree], to source: ID<State>, _ trigger: Transition.Trigger
  ) {
    for tree in trees {
      var transition = Transition(
        source: source, trigger: trigger, condition: tree.condition.flatMap { condition($0) },
        targets: targets(tree.targets, from: source), isInternal: tree.isInternal,
        actions: actions(tree.actions), basis: bases(tree.basis), span: tree.span)
      transition.isFirst = tree.isFirst
      states[source].transitions.append(transitions.add(transition))
    }
  }

  /// Does something without findings of one code.
  private mutating func ignoring(_ code: DiagnosticCode, _ body: (inout Lowering) -> Void) {
    let before = diagnostics
    diagnostics = Diagnostics()
    body(&self)
    let found = diagnostics.all.filter { $0.code != code }
    diagnostics = before
    diagnostics.report(contentsOf: found)
  }
}

extension AfterTree.Length {
  /// As the author wrote it.
  var text: String {
    switch self {
    case .term(let scalar), .expression(let scalar): scalar.text
    }
  }
}
