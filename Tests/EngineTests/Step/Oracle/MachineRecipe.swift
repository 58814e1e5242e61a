/// What kind of machines are made, and how big.
struct MachineRecipe {
  var stateCount: Int
  var arcCount: Int
  /// Event descriptors that arcs may have; "" makes an eventless arc.
  var descriptors: [String]
  var hasHistory = true
  var hasParallel = true
  var hasFinals = true
  /// Internal arcs beside external ones.
  var hasInternal = true
  /// Broad trees and more parallel states, for random machines.
  var isBroad = false
  /// Guards, executable content, data, initial states other than the first, several targets.
  var hasContent = false

  /// A machine by these choices; nil where they lead to none.
  func machine(_ choices: inout some Choices) -> Machine? {
    var making = MachineMaking(recipe: self, parents: parents(&choices))
    guard making.chooseTags(&choices) else { return nil }
    making.chooseInitials(&choices)
    if hasContent { making.chooseContent(&choices) }
    guard making.chooseArcs(&choices) else { return nil }
    return making.machine
  }

  /// Every tree once: each next node hangs on the node before it or on one around that.
  private func parents(_ choices: inout some Choices) -> [Int?] {
    var parents: [Int?] = [nil]
    var path = [0]
    for number in 1...stateCount {
      var parent = choices.pick(path.count)
      if isBroad { parent = min(parent, choices.pick(path.count), 2) }
      path.removeSubrange((parent + 1)...)
      parents.append(path[parent])
      path.append(number)
    }
    return parents
  }
}

/// A machine on its way.
struct MachineMaking {
  let recipe: MachineRecipe
  var machine: Machine

  init(recipe: MachineRecipe, parents: [Int?]) {
    self.recipe = recipe
    machine = Machine(nodes: parents.map { Machine.Node(tag: .state, parent: $0) })
    machine.nodes[0].tag = .scxml
    machine.variableCount = recipe.hasContent ? 2 : 0
    for (number, parent) in parents.enumerated() {
      if let parent { machine.nodes[parent].children.append(number) }
    }
  }

  private var numbers: Range<Int> { machine.nodes.indices.dropFirst() }

  mutating func chooseTags(_ choices: inout some Choices) -> Bool {
    for number in numbers {
      machine.nodes[number].tag = choices.pick(among: tags(of: number))
    }
    return machine.nodes.allSatisfy { node in
      node.children.isEmpty || node.children.contains { !isHistory($0) }
    }
  }

  private func tags(of number: Int) -> [Machine.Tag] {
    let node = machine.nodes[number]
    if !node.children.isEmpty {
      let more: [Machine.Tag] = recipe.isBroad ? [.parallel] : []
      return recipe.hasParallel ? [.state, .parallel] + more : [.state]
    }
    let parent = node.parent.map { machine.nodes[$0].tag } ?? .scxml
    var tags: [Machine.Tag] = [.state]
    if recipe.hasFinals, parent != .parallel { tags.append(.final) }
    if recipe.hasHistory, parent != .scxml { tags += [.history, .deepHistory] }
    return tags
  }

  func isHistory(_ number: Int) -> Bool {
    machine.nodes[number].tag == .history || machine.nodes[number].tag == .deepHistory
  }

  mutating func chooseInitials(_ choices: inout some Choices) {
    for number in machine.nodes.indices {
      switch machine.nodes[number].tag {
      case .scxml, .state:
        let own = machine.nodes[number].children
        guard let first = own.first(where: { !isHistory($0) }) else { continue }
        if recipe.hasContent, choices.isLucky(oneIn: 3) {
          let inside = numbers.filter { isDescendant($0, number) }
          machine.nodes[number].initial = [choices.pick(among: inside)]
        } else {
          machine.nodes[number].initial = [first]
        }
      case .history, .deepHistory:
        let parent = machine.nodes[number].parent ?? 0
        let isDeep = machine.nodes[number].tag == .deepHistory
        let inside = numbers.filter {
          isDeep ? isDescendant($0, parent) : machine.nodes[$0].parent == parent
        }
        machine.nodes[number].initial = [choices.pick(among: inside.filter { !isHistory($0) })]
      case .parallel, .final: break
      }
    }
  }

  mutating func chooseArcs(_ choices: inout some Choices) -> Bool {
    let sources = numbers.filter { [.state, .parallel].contains(machine.nodes[$0].tag) }
    var last = 0
    for _ in 0..<recipe.arcCount {
      // In order of sources, so that no two choices make the same machine.
      let later = recipe.hasContent ? sources : sources.filter { $0 >= last }
      guard !later.isEmpty else { return false }
      last = choices.pick(among: later)
      let arc = self.arc(from: last, &choices)
      machine.nodes[last].transitions.append(arc)
    }
    var count = 0
    for number in numbers {
      for index in machine.nodes[number].transitions.indices {
        machine.nodes[number].transitions[index].number = count
        count += 1
      }
    }
    return true
  }

  private func arc(from source: Int, _ choices: inout some Choices) -> Machine.Arc {
    var arc = Machine.Arc()
    arc.event = [choices.pick(among: recipe.descriptors)].filter { !$0.isEmpty }
    if recipe.hasContent, !arc.event.isEmpty, choices.isLucky(oneIn: 4) {
      let second = choices.pick(among: recipe.descriptors)
      if !second.isEmpty { arc.event.append(second) }
    }
    let target = choices.pick(numbers.count + 1)
    if target > 0 { arc.target = [target] }
    if recipe.hasContent, target > 0, choices.isLucky(oneIn: 3) {
      let others = numbers.filter { canStandTogether($0, target) }
      if !others.isEmpty { arc.target.append(choices.pick(among: others)) }
    }
    let leadsInside = !arc.target.isEmpty && arc.target.allSatisfy { isDescendant($0, source) }
    if recipe.hasInternal, leadsInside || recipe.hasContent, choices.isLucky(oneIn: 2) {
      arc.isInternal = true
    }
    if recipe.hasContent { addContent(to: &arc, &choices) }
    return arc
  }

  func isDescendant(_ number: Int, _ ancestor: Int) -> Bool {
    path(to: number).dropLast().contains(ancestor)
  }

  private func path(to number: Int) -> [Int] {
    (machine.nodes[number].parent.map { path(to: $0) } ?? []) + [number]
  }

  /// SCXML 3.11: targets that can be active at once lie in different regions of a parallel state.
  private func canStandTogether(_ one: Int, _ other: Int) -> Bool {
    let first = path(to: one).filter { !isHistory($0) }
    let second = path(to: other).filter { !isHistory($0) }
    guard !first.starts(with: second), !second.starts(with: first) else { return false }
    let shared = zip(first, second).prefix { $0 == $1 }.map(\.0)
    return shared.last.map { machine.nodes[$0].tag == .parallel } ?? false
  }
}
