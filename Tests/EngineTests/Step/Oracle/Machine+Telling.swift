// Machines made by hand that tell mistakes apart which random ones seldom do.
extension Machine {
  /// A deep history whose state was left from where one does not get by default.
  static var leftAndComeBackTo: Machine {
    telling([
      (.scxml, nil, [1], nil), (.state, 0, [3], nil), (.deepHistory, 1, [3], nil),
      (.state, 1, [4], nil), (.state, 3, [], ("e", 5)), (.state, 3, [], ("e", 6)),
      (.state, 0, [], ("e", 2)),
    ])
  }

  /// A state that raises an event and is left by an eventless transition.
  static var raisingOnTheWay: Machine {
    var machine = telling([
      (.scxml, nil, [1], nil), (.state, 0, [2], ("r", 1)), (.state, 1, [], ("e", 3)),
      (.state, 1, [], ("", 4)), (.state, 1, [], nil),
    ])
    machine.nodes[3].onentry = [.raise("r", .constant(0))]
    return machine
  }

  /// Nodes with what they lead to by default, and one transition out of each.
  private static func telling(
    _ nodes: [(tag: Tag, parent: Int?, initial: [Int], arc: (event: String, to: Int)?)]
  ) -> Machine {
    var machine = Machine(nodes: nodes.map { Node(tag: $0.tag, parent: $0.parent) })
    var arcCount = 0
    for (number, node) in nodes.enumerated() {
      machine.nodes[number].initial = node.initial
      if let parent = node.parent { machine.nodes[parent].children.append(number) }
      guard let arc = node.arc else { continue }
      let event = [arc.event].filter { !$0.isEmpty }
      machine.nodes[number].transitions = [Arc(number: arcCount, event: event, target: [arc.to])]
      arcCount += 1
    }
    return machine
  }
}
