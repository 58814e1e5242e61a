internal import Engine
internal import Model
internal import SourceText

extension Interpreter {
  /// Choices of a script, or of a level to start at, that no row of the tables behind them can
  /// give.
  ///
  /// Followed as the matrix of ways is (docs/completeness.md), which leaves no way out; where it
  /// was cut short, or a choice depends on other facts, nothing is said.
  var choicesNeverMade: Set<ID<Transition>> {
    guard let chart = program.chart else { return [] }
    var found: Set<ID<Transition>> = []
    for slot in chart.states.ids {
      guard let contents = SlotContents(slot, in: chart) else { continue }
      let matrix = WayMatrix(contents, self)
      guard !matrix.isCut else { continue }
      let levels = chart.startsOfLevels(contents, count: program.mediation.levels.count)
      found.formUnion(levels.filter { !matrix.ways.mayChoose($0, in: chart) { $0.level } })
      let scripts = contents.choosingScript.map { chart.states[$0].transitions } ?? []
      found.formUnion(scripts.filter { !matrix.ways.mayChoose($0, in: chart) { $0.script } })
    }
    return found
  }
}

extension [WayMatrix.Way] {
  fileprivate func mayChoose(
    _ transition: ID<Transition>, in chart: Statechart,
    _ choice: (WayMatrix.Way) -> WayMatrix.Choice?
  ) -> Bool {
    contains { way in
      switch choice(way) {
      case .state(let state): chart.transitions[transition].targets == [state]
      case .open: true
      case .nothing, nil: false
      }
    }
  }
}

extension Statechart {
  /// They stand behind the ways back to the level where a case stands, one for each level.
  fileprivate func startsOfLevels(_ contents: SlotContents, count: Int) -> [ID<Transition>] {
    let all = contents.choosingLevel.map { states[$0].transitions } ?? []
    return Array(all.dropFirst(count))
  }
}
