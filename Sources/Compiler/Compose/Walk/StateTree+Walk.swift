import SourceText
import Syntax

// All that is written inside states, without regard to where.
extension StateTree {
  /// The state and all states in it, outer ones first.
  var withDescendants: [StateTree] {
    var all = [self]
    all.addWithDescendants(states)
    return all
  }

  /// The handlers of the state and of all states in it, outer ones first.
  var allHandlers: [HandlerTree] {
    var all = on
    all.add(of: states)
    return all
  }

  /// All transitions of the state itself.
  var allTransitions: [TransitionTree] {
    [initial, historyDefault].compactMap(\.self) + on.flatMap(\.transitions) + done
      + after.flatMap(\.transitions) + always
  }

  /// All actions of the state itself, those in the branches of others too.
  var allActions: [ActionTree] {
    (entry + exit + allTransitions.flatMap(\.actions)).flatMap(\.withBranches)
  }
}

extension [StateTree] {
  // A state is large: each is copied once, however deep it stands.
  fileprivate mutating func addWithDescendants(_ states: [StateTree]) {
    for index in states.indices {
      append(states[index])
      addWithDescendants(states[index].states)
    }
  }
}

extension [HandlerTree] {
  fileprivate mutating func add(of states: [StateTree]) {
    for index in states.indices {
      self += states[index].on
      add(of: states[index].states)
    }
  }
}

extension ActionTree {
  /// The action and, of a `choose`, those of its branches.
  var withBranches: [ActionTree] {
    [self] + branches.flatMap(\.actions).flatMap(\.withBranches)
  }

  /// The ways of a `choose`.
  var branches: [BranchTree] {
    if case .choose(let branches) = kind { branches } else { [] }
  }
}

extension MediationTree {
  /// The states that fill slots and that scripts consist of, outer ones first.
  var localStates: [StateTree] {
    (fills.flatMap(\.states) + scripts.flatMap(\.steps)).flatMap(\.withDescendants)
  }

  /// The transitions by which fills and scripts begin.
  var localBeginnings: [TransitionTree] {
    fills.compactMap(\.initial) + scripts.compactMap(\.initial)
  }

  /// All actions of fills and scripts, those in the branches of others too.
  var localActions: [ActionTree] {
    localStates.flatMap(\.allActions)
      + localBeginnings.flatMap(\.actions).flatMap(\.withBranches)
  }
}
