internal import Model
internal import SourceText

extension Statechart {
  /// The names of a state and all around it, outermost first, with dots between them.
  func fullPath(of id: ID<State>) -> String {
    var names: [String] = []
    var next: ID<State>? = id
    while let state = next, state != root {
      names.insert(states[state].name, at: 0)
      next = states[state].parent
    }
    return names.joined(separator: ".")
  }

  /// The state that a path means, the short one or the full one.
  func state(called path: String) -> ID<State>? {
    states.ids.first { $0 != root && states[$0].path == path }
      ?? states.ids.first { $0 != root && fullPath(of: $0) == path }
  }

  /// Whether exactly these states below `top` may be active together: one child of each compound
  /// state, all regions of a parallel one; what is wrong, if not.
  /// - Parameter isDeep: false where only the children of `top` count.
  func flaw(
    of active: Set<ID<State>>, below top: ID<State>, isDeep: Bool = true
  ) -> Flaw? {
    for id in states.ids where id == top || isDeep && active.contains(id) {
      let children = states[id].children.filter { !states[$0].kind.isHistory }
      let within = children.filter(active.contains)
      switch states[id].kind {
      case .compound:
        if within.count > 1 { return .together(within[0], within[1]) }
        if within.isEmpty { return .nothing(id) }
      case .parallel:
        if let missing = children.first(where: { !active.contains($0) }) {
          return .region(missing)
        }
      case .atomic, .final, .shallowHistory, .deepHistory: break
      }
    }
    return nil
  }

  /// What is wrong with a set of states.
  enum Flaw: Hashable {
    case together(ID<State>, ID<State>)
    /// Nothing is active in it.
    case nothing(ID<State>)
    case region(ID<State>)
  }

  /// The states with all around them, without what lies around `top`.
  func closure(of leaves: [ID<State>], below top: ID<State>) -> Set<ID<State>> {
    var found: Set<ID<State>> = []
    for leaf in leaves {
      var next: ID<State>? = leaf
      while let state = next, state != top {
        found.insert(state)
        next = states[state].parent
      }
    }
    return found
  }

  /// Whether `top` lies around it.
  func isInside(_ id: ID<State>, _ top: ID<State>) -> Bool {
    var next = states[id].parent
    while let state = next, state != top { next = states[state].parent }
    return next != nil
  }
}
