import Model
import SourceText
import Syntax

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
    decisions[index].walk { inner in
      if case .decision(let id) = inner.kind { add(id.index, inner.span) }
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
