import Model
import SourceText
import Syntax

// States found by their place in the workflow as written.
extension StateTree {
  /// By slot: the paths of the states that have it.
  var statesBySlot: [String: [[String]]] {
    var found: [String: [[String]]] = [:]
    visit { state, path in
      if let slot = state.slot { found[slot.value, default: []].append(path) }
    }
    return found
  }

  /// The paths of all states that a name or path may mean, seen from the root.
  func paths(of name: String) -> [[String]] {
    let wanted = name.split(separator: ".").map(String.init)
    var names = StateNames()
    var paths: [[String]] = []
    add(to: &names, parent: nil, path: [], &paths)
    if case .state(let id) = names.resolve(wanted) { return [paths[id.index]] }
    return paths.filter { $0.last == wanted.last && !$0.isEmpty && wanted.count == 1 }
  }

  private func add(
    to names: inout StateNames, parent: ID<State>?, path: [String],
    _ paths: inout [[String]]
  ) {
    let id = names.add(name?.value ?? "", parent: parent)
    paths.append(path)
    for child in states {
      child.add(
        to: &names, parent: id, path: path + [child.name?.value ?? ""], &paths)
    }
  }

  /// Every state with its path from the root, whose own is empty, in document order.
  func visit(_ path: [String] = [], _ body: (StateTree, [String]) -> Void) {
    body(self, path)
    for child in states { child.visit(path + [child.name?.value ?? ""], body) }
  }

  /// Changes every state, the root first.
  mutating func change(_ path: [String] = [], _ body: (inout StateTree, [String]) -> Void) {
    body(&self, path)
    for index in states.indices {
      states[index].change(path + [states[index].name?.value ?? ""], body)
    }
  }
}

extension StateTree {
  /// Puts handlers before all others of this state; with `last` behind its own, but before a `*` or
  /// `otherwise`.
  mutating func handle(_ handlers: [HandlerTree], last: Bool = false) {
    let place = last ? on.firstIndex(where: \.isWildcard) ?? on.endIndex : 0
    on.insert(contentsOf: handlers, at: place)
  }

  /// Takes events out of what `*` and `otherwise` stand for in this state: they then name all
  /// others.
  mutating func narrowWildcards(to events: [String]) {
    for index in on.indices where on[index].isWildcard {
      let span = on[index].patterns[0].span
      on[index].patterns = events.map { .made($0, at: span) }
    }
    on.removeAll { $0.patterns.isEmpty }
  }
}

extension HandlerTree {
  /// Whether it takes whatever comes.
  var isWildcard: Bool { patterns.contains { ["*", "otherwise"].contains($0.value) } }

  /// The pattern that names the event, or what its name begins with; nil if none does.
  func pattern(naming event: String) -> Located<String>? {
    patterns.first { pattern in
      pattern.value.utf8.isPattern(of: event.utf8) && pattern.value != "*"
        && pattern.value != "otherwise"
    }
  }
}

extension String.UTF8View {
  /// Whether a name is this word, with or without `.*` behind it, or goes on from it after a point.
  fileprivate func isPattern(of name: String.UTF8View) -> Bool {
    let stem = suffix(2).elementsEqual(".*".utf8) ? dropLast(2) : self[...]
    return name.starts(with: stem)
      && name.dropFirst(stem.count).first.map { $0 == UInt8(ascii: ".") } ?? true
  }
}
