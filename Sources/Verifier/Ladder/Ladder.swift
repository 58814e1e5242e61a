package import Model
package import SourceText

/// The levels of a slot and the ways up, as the chart has them (docs/mediation.md, ladder).
package struct Ladder: Sendable {
  /// A way from one level to another.
  package struct Move: Hashable, Sendable {
    package var from: ID<State>
    package var to: ID<State>
    /// What says where the case then is.
    package var transition: ID<Transition>
    /// Whether somebody chooses the level first.
    var isChosen: Bool
  }

  package let program: Program
  package let chart: Statechart
  package let slot: ID<State>
  /// Lowest first.
  package let levels: [ID<State>]
  /// In order of the levels that they lead away from.
  package let moves: [Move]
  /// Where the case is, and how often it failed there and moved up.
  let place: [ID<Variable>]

  /// Nil for a state that is no slot with levels.
  package init?(_ slot: ID<State>, in program: Program) {
    guard let chart = program.chart, case .slot = chart.states[slot].part else { return nil }
    let inside = chart.descendants(of: slot)
    let levels = inside.filter { if case .level = chart.states[$0].part { true } else { false } }
    let own = ["current_level", "attempts", "escalations"].compactMap { name in
      program.variables.ids.first { program.variables[$0].name == name }
    }
    guard !levels.isEmpty, own.count == 3 else { return nil }
    self.program = program
    self.chart = chart
    self.slot = slot
    self.levels = levels
    place = own
    let steps = MoveSearch(chart: chart, program: program, levels: levels, current: own[0])
    moves = levels.flatMap { steps.moves(from: $0, inside) }
  }

  /// All ladders of a program, in document order.
  package static func all(in program: Program) -> [Ladder] {
    (program.chart?.states.ids ?? []).compactMap { Ladder($0, in: program) }
  }
}

/// Reads from transitions which level they lead to.
private struct MoveSearch {
  let chart: Statechart
  let program: Program
  let levels: [ID<State>]
  let current: ID<Variable>

  func moves(from level: ID<State>, _ inside: [ID<State>]) -> [Ladder.Move] {
    let own = chart.states[level].transitions
    let direct = own.compactMap { move(by: $0, from: level, isChosen: false) }
    let choosing = own.flatMap { chart.transitions[$0].targets }.filter {
      inside.contains($0) && chart.states[$0].part == .scaffold
    }
    let chosen = inside.filter(choosing.contains).flatMap { chart.states[$0].transitions }
      .filter { mayStart(from: level, chart.transitions[$0].condition) }
      .compactMap { move(by: $0, from: level, isChosen: true) }
    return direct + chosen
  }

  private func move(
    by id: ID<Transition>, from level: ID<State>, isChosen: Bool
  ) -> Ladder.Move? {
    for action in chart.transitions[id].actions {
      guard case .set(let assignments) = action.kind,
        let value = assignments.last(where: { $0.target == .variable(current) })?.value,
        case .constant(let word) = value.kind, let target = self.level(word)
      else { continue }
      return Ladder.Move(from: level, to: target, transition: id, isChosen: isChosen)
    }
    return nil
  }

  private func level(_ value: Value) -> ID<State>? {
    guard case .word(let type, let index) = value else { return nil }
    let name = program.enumerations[type].words[index].name
    return levels.first { chart.states[$0].part == .level(name) }
  }

  /// Whether the guard does not ask for another level.
  private func mayStart(from level: ID<State>, _ condition: Expression?) -> Bool {
    var mayStart = true
    condition?.walk { part in
      guard case .compare(.equal, let left, let right) = part.kind,
        left.kind == .variable(current), case .constant(let word) = right.kind
      else { return }
      if self.level(word) != level { mayStart = false }
    }
    return mayStart
  }
}
