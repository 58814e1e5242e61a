import Model
import SourceText
import Syntax

/// Groups of nodes that reach each other, each group after all that it uses (Tarjan); within a group
/// in order. Takes no more stack however long the chains are.
func connectedGroups(_ uses: [[Int]]) -> [[Int]] {
  var search = GroupSearch(uses)
  for node in uses.indices where search.order[node] == nil { search.explore(node) }
  return search.groups
}

private struct GroupSearch {
  let uses: [[Int]]
  /// By node: when it was first met; the earliest node that it leads back to.
  var order: [Int?]
  var lowest: [Int]
  var groups: [[Int]] = []
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var count = 0

  init(_ uses: [[Int]]) {
    self.uses = uses
    order = Array(repeating: nil, count: uses.count)
    lowest = Array(repeating: 0, count: uses.count)
    isOpen = Array(repeating: false, count: uses.count)
  }

  mutating func explore(_ start: Int) {
    var path: [(node: Int, next: Int)] = []
    enter(start, &path)
    while let (node, next) = path.last {
      guard next < uses[node].count else {
        path.removeLast()
        if let outer = path.last?.node { lowest[outer] = min(lowest[outer], lowest[node]) }
        if lowest[node] == order[node] { close(node) }
        continue
      }
      path[path.count - 1].next += 1
      let used = uses[node][next]
      if let met = order[used] {
        if isOpen[used] { lowest[node] = min(lowest[node], met) }
      } else {
        enter(used, &path)
      }
    }
  }

  private mutating func enter(_ node: Int, _ path: inout [(node: Int, next: Int)]) {
    order[node] = count
    lowest[node] = count
    count += 1
    isOpen[node] = true
    open.append(node)
    path.append((node, 0))
  }

  private mutating func close(_ node: Int) {
    var group: [Int] = []
    while let member = open.popLast() {
      isOpen[member] = false
      group.append(member)
      if member == node { break }
    }
    groups.append(group.sorted())
  }
}

/// Reports every circle of decisions once, with each place where it goes on.
func reportCircles(
  _ trees: [DecisionTree], _ decisions: [Decision], _ inferred: [ExpressionTree?],
  into diagnostics: inout Diagnostics
) {
  let places = usedPlaces(trees, decisions, inferred)
  let uses = places.map { $0.map(\.decision) }
  let circles = connectedGroups(uses).filter { $0.count > 1 || uses[$0[0]].contains($0[0]) }
  for group in circles.sorted(by: { $0[0] < $1[0] }) {
    let circle = shortestCircle(from: group[0], uses)
    let steps = circle.enumerated().map { place, node in
      let next = circle[(place + 1) % circle.count]
      guard let use = places[node].first(where: { $0.decision == next }) else {
        preconditionFailure("a circle goes from use to use")
      }
      return (user: trees[node].name.value, used: trees[next].name.value, span: use.span)
    }
    diagnostics.report(.decisionCircle(steps))
  }
}

/// By decision: the decisions it uses and where, each once, in the order they stand.
private func usedPlaces(
  _ trees: [DecisionTree], _ decisions: [Decision], _ inferred: [ExpressionTree?]
) -> [[(decision: Int, span: Span)]] {
  var indexes: [String: Int] = [:]
  for (index, tree) in trees.enumerated() where indexes[tree.name.value] == nil {
    indexes[tree.name.value] = index
  }
  return decisions.indices.map { index in
    var uses: [(decision: Int, span: Span)] = []
    var seen: Set<Int> = []
    func add(_ decision: Int, _ span: Span) {
      if seen.insert(decision).inserted { uses.append((decision, span)) }
    }
    for expression in decisions[index].expressions {
      expression.walk { inner in
        if case .decision(let id) = inner.kind { add(id.index, inner.span) }
      }
    }
    // Where no type could be inferred there is no expression to look at, only what was written.
    if uses.isEmpty {
      for name in inferred[index]?.namesUsed ?? [] {
        if let decision = indexes[name.value] { add(decision, name.span) }
      }
    }
    return uses
  }
}

/// The shortest way from a node back to itself; the first of equally short ones.
private func shortestCircle(from start: Int, _ uses: [[Int]]) -> [Int] {
  var previous: [Int: Int] = [:]
  var queue = [start]
  var head = 0
  while head < queue.count {
    let node = queue[head]
    head += 1
    if uses[node].contains(start) {
      var circle = [node]
      while let last = circle.last, last != start, let before = previous[last] {
        circle.append(before)
      }
      return circle.reversed()
    }
    for next in uses[node] where next != start && previous[next] == nil {
      previous[next] = node
      queue.append(next)
    }
  }
  preconditionFailure("a node of a circle leads back to itself")
}

extension Decision {
  /// Everything in it that is evaluated, in reading order.
  fileprivate var expressions: [Expression] {
    switch logic {
    case .expression(let expression): [expression]
    case .table(let table):
      table.inputs.map(\.expression)
        + table.rows.flatMap { row in
          row.cells.flatMap { $0.tests.flatMap(\.expressions) }
            + [row.condition].compactMap(\.self) + row.results
        } + (table.otherwise ?? [])
    }
  }
}
