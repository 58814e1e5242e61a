// Guards, executable content and data, for machines that are made at random.
extension MachineMaking {
  mutating func chooseContent(_ choices: inout some Choices) {
    for number in machine.nodes.indices.dropFirst() {
      machine.nodes[number].onentry = content(&choices, hasData: false)
      machine.nodes[number].onexit = content(&choices, hasData: false)
      machine.nodes[number].doneData = operand(&choices, hasData: false)
      if !machine.nodes[number].initial.isEmpty {
        machine.nodes[number].initialContent = content(&choices, hasData: false)
      }
    }
    machine.nodes[0].initialContent = content(&choices, hasData: false)
  }

  func addContent(to arc: inout Machine.Arc, _ choices: inout some Choices) {
    let hasData = !arc.event.isEmpty && !arc.event.contains(where: mayBeParallelDone)
    if choices.isLucky(oneIn: 2) || arc.event.isEmpty { arc.cond = cond(&choices, hasData) }
    arc.content = content(&choices, hasData: hasData)
  }

  /// Whether a descriptor takes the done event of a parallel state, which carries nothing.
  private func mayBeParallelDone(_ descriptor: String) -> Bool {
    machine.nodes.indices.contains {
      machine.nodes[$0].tag == .parallel && Machine.matches(descriptor, "done.state.\($0)")
    }
  }

  private func content(
    _ choices: inout some Choices, hasData: Bool
  ) -> [Machine.Content] {
    var content: [Machine.Content] = []
    while choices.isLucky(oneIn: 3) { content.append(one(&choices, hasData)) }
    return content
  }

  private func one(_ choices: inout some Choices, _ hasData: Bool) -> Machine.Content {
    switch choices.pick(8) {
    case 0: .raise(choices.pick(among: ["r", "s"]), operand(&choices, hasData: hasData))
    case 1:
      .choose(
        cond(&choices, hasData), content(&choices, hasData: hasData),
        content(&choices, hasData: hasData))
    default: .assign(choices.pick(2), operand(&choices, hasData: hasData))
    }
  }

  private func operand(_ choices: inout some Choices, hasData: Bool) -> Machine.Operand {
    switch choices.pick(hasData ? 4 : 3) {
    case 0: .variable(choices.pick(2))
    case 3: .data
    default: .constant(choices.pick(3))
    }
  }

  private func cond(_ choices: inout some Choices, _ hasData: Bool) -> Machine.Cond {
    switch choices.pick(3) {
    case 0:
      .isIn(choices.pick(among: Array(machine.nodes.indices.dropFirst().filter { !isHistory($0) })))
    case 1: .equals(operand(&choices, hasData: hasData), choices.pick(3))
    default: .not(.equals(operand(&choices, hasData: hasData), choices.pick(3)))
    }
  }
}
