/// Groups of nodes that reach each other, each group after all that it uses (Tarjan); within a
/// group in order. Takes no more stack however long the chains are.
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
