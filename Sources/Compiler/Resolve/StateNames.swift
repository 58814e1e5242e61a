package import Model
package import SourceText

/// The names of a chart's states, to be looked up from the nearest state outwards, else anywhere by
/// a path that only one state answers to.
package struct StateNames: Sendable {
  /// What a name or path led to.
  package enum Resolution: Hashable, Sendable {
    case state(ID<State>)
    /// Several states answer; their shortest unmistakable paths, in document order.
    case ambiguous([String])
    case unknown
  }

  private struct Node {
    var name: String
    var parent: ID<State>?
    var children = NameTable<ID<State>>()
  }

  private var nodes: [Node] = []
  private var named = NameTable<[ID<State>]>()

  package init() {}

  /// Every name, each once, in document order.
  package private(set) var names: [String] = []

  package var isEmpty: Bool { nodes.isEmpty }

  /// Makes the next state known; ids are given in this order, a parent before its children. The
  /// root is state 0, without name and parent.
  @discardableResult
  package mutating func add(_ name: String, parent: ID<State>?) -> ID<State> {
    let id = ID<State>(nodes.count)
    nodes.append(Node(name: name, parent: parent))
    guard let parent else { return id }
    if nodes[parent.index].children[name] == nil { nodes[parent.index].children[name] = id }
    if named[name] == nil { names.append(name) }
    named[name, default: []].append(id)
    return id
  }

  /// What a path means in a state (nil: outside all): a child of it, of the state around it, and so
  /// on outwards to the root; else the one state anywhere that answers to it.
  package func resolve(_ path: [String], from place: ID<State>? = nil) -> Resolution {
    guard !nodes.isEmpty, let last = path.last else { return .unknown }
    var around: ID<State>? = place ?? ID(0)
    while let state = around {
      if let found = descend(path, from: state) { return .state(found) }
      around = nodes[state.index].parent
    }
    let candidates = (named[last] ?? []).filter { answers($0, to: path) }
    if candidates.count > 1 { return .ambiguous(candidates.map { self.path(of: $0) }) }
    return candidates.first.map { .state($0) } ?? .unknown
  }

  private func descend(_ path: [String], from state: ID<State>) -> ID<State>? {
    var current = state
    for name in path {
      guard let child = nodes[current.index].children[name] else { return nil }
      current = child
    }
    return current
  }

  /// Whether a state's name and those of the states around it end with the path; states in between
  /// may be left out.
  private func answers(_ state: ID<State>, to path: [String]) -> Bool {
    var rest = path.dropLast()
    var around = nodes[state.index].parent
    while let wanted = rest.last, let outer = around {
      if nodes[outer.index].name == wanted { rest.removeLast() }
      around = nodes[outer.index].parent
    }
    return rest.isEmpty
  }

  /// The shortest path that leads from outside to a state and no other: its name, or `outer.inner`.
  package func path(of state: ID<State>) -> String {
    var path = [nodes[state.index].name]
    var around = nodes[state.index].parent
    while let outer = around, nodes[outer.index].parent != nil, !leads(path, to: state) {
      path.insert(nodes[outer.index].name, at: 0)
      around = nodes[outer.index].parent
    }
    return path.dropFirst().reduce(path[0]) { $0 + "." + $1 }
  }

  private func leads(_ path: [String], to state: ID<State>) -> Bool {
    if let found = descend(path, from: ID(0)) { return found == state }
    let others = (named[path.last ?? ""] ?? []).lazy.filter { answers($0, to: path) }
    return others.prefix(2).count == 1
  }
}
