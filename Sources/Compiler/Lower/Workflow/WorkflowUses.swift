import Model
import SourceText
import Syntax

/// One mention of an event in a workflow.
struct EventUse {
  enum Kind {
    /// In `on`; also a pattern.
    case handled
    /// Made by `raise` or `send`, with these fields.
    case made([(name: Located<String>, value: ValueTree)])
    /// `done_by` of a task.
    case finishesTask
  }

  var name: Located<String>
  var kind: Kind
  var site: Site
}

/// Where an action or a guard stands: in which state, and what events may be in hand there.
struct Site {
  enum Trigger {
    /// An entry, an exit, an initial or an eventless transition, a timer: no payload.
    case none
    case patterns([Located<String>])
    /// The state's own done event.
    case done
  }

  var state: ID<State>
  var trigger: Trigger
}

/// Everything in a workflow that mentions events or gives tasks, in document order.
struct WorkflowUses {
  private(set) var events: [EventUse] = []
  private(set) var tasks: [(tree: TaskTree, span: Span)] = []
  /// Ids under which something is sent, in document order.
  private(set) var sendIDs: [String] = []

  /// - Parameter states: in document order, so that positions are ids.
  init(_ states: [StateTree] = []) {
    for (index, tree) in states.enumerated() { add(tree, ID(index)) }
  }

  private mutating func add(_ tree: StateTree, _ id: ID<State>) {
    let plain = Site(state: id, trigger: .none)
    add((tree.initial?.actions ?? []) + (tree.historyDefault?.actions ?? []), plain)
    add(tree.entry + tree.exit, plain)
    for handler in tree.on {
      let site = Site(state: id, trigger: .patterns(handler.patterns))
      for pattern in handler.patterns {
        events.append(EventUse(name: pattern, kind: .handled, site: site))
      }
      for transition in handler.transitions { add(transition.actions, site) }
    }
    for transition in tree.done { add(transition.actions, Site(state: id, trigger: .done)) }
    for transition in tree.after.flatMap(\.transitions) { add(transition.actions, plain) }
    for transition in tree.always { add(transition.actions, plain) }
  }

  private mutating func add(_ actions: [ActionTree], _ site: Site) {
    for action in actions { add(action, site) }
  }

  private mutating func add(_ action: ActionTree, _ site: Site) {
    switch action.kind {
    case .raise(let event, let fields):
      events.append(EventUse(name: event, kind: .made(fields), site: site))
    case .send(let event, let fields, _, let id):
      events.append(EventUse(name: event, kind: .made(fields), site: site))
      if let id { sendIDs.append(id.value) }
    case .task(let task):
      tasks.append((task, action.span))
      if let event = task.doneBy {
        events.append(EventUse(name: event, kind: .finishesTask, site: site))
      }
    case .choose(let branches):
      for branch in branches { add(branch.actions, site) }
    case .set, .decide, .cancel, .notify, .inform, .draft: break
    }
  }
}
