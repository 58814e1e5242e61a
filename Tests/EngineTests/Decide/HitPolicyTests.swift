import Model
import Testing

/// Tables of all shapes, whole and with facts missing, against what the standard says.
@Suite struct HitPolicyTests {
  /// Compares the engine with the oracle for every way of knowing the facts.
  private func agree(_ table: PlainTable, states: [[Int?]]? = nil) {
    let engine = EngineTable(table)
    let outcomes = PlainOutcomes(table)
    let some = [Int?.none] + (0..<table.size).map(Int?.some)
    let all = states ?? Self.product(Array(repeating: some, count: table.factCount))
    for facts in all {
      let expected = outcomes.prediction(facts)
      let found = engine.prediction(facts)
      if !Self.matches(found, expected) {
        Issue.record("\(table) of \(facts): found \(found), expected \(expected)")
      }
    }
  }

  private static func matches(
    _ found: (result: PlainTable.Result?, questions: [Int]), _ expected: PlainPrediction
  ) -> Bool {
    // Of a unique table in which two rows may match together the engine need not find that out: it
    // may ask for more than it has to, but whatever it says is right for all that is allowed.
    if expected.isBroken {
      return found.result == nil
        ? !found.questions.isEmpty && expected.questions.allSatisfy(found.questions.contains)
        : expected.questions.isEmpty && (expected.result ?? found.result) == found.result
    }
    return found.result == expected.result && found.questions == expected.questions
  }

  static func product<Element>(_ choices: [[Element]]) -> [[Element]] {
    choices.reduce([[]]) { partial, choice in
      partial.flatMap { head in choice.map { head + [$0] } }
    }
  }

  private static let ofThree: [Set<Int>?] = [nil, [0], [1], [2], [1, 2], []]
  private static let ofTwo: [Set<Int>?] = [nil, [0], [1]]

  @Test(arguments: HitPolicy.allCases)
  func everyTableOfOneColumnAndUpToThreeRows(_ policy: HitPolicy) {
    for height in 0...3 {
      for cells in Self.product(Array(repeating: Self.ofThree, count: height)) {
        for (turn, outputs) in Self.product(Array(repeating: [0, 1], count: height)).enumerated() {
          agree(
            PlainTable(
              policy: policy, size: 3, columns: [0], rows: cells.map { [$0] },
              outputs: outputs, otherwise: turn.isMultiple(of: 3) ? 1 : nil))
        }
      }
    }
  }

  @Test(arguments: HitPolicy.allCases)
  func everyTableOfTwoColumnsAndTwoRows(_ policy: HitPolicy) {
    for cells in Self.product(Array(repeating: Self.ofTwo, count: 4)) {
      for outputs in Self.product([[0, 1], [0, 1]]) {
        for otherwise in [nil, 0, 1] {
          agree(
            PlainTable(
              policy: policy, size: 2, columns: [0, 1],
              rows: [Array(cells[0...1]), Array(cells[2...3])], outputs: outputs,
              otherwise: otherwise))
        }
      }
    }
  }

  /// All sets of cells; outputs and otherwise by turns.
  @Test(arguments: HitPolicy.allCases)
  func everySetOfCellsOfTwoColumnsAndThreeRows(_ policy: HitPolicy) {
    let outputs = Self.product(Array(repeating: [0, 1, 2], count: 3))
    for (turn, cells) in Self.product(Array(repeating: Self.ofTwo, count: 6)).enumerated() {
      agree(
        PlainTable(
          policy: policy, size: 2, columns: [0, 1],
          rows: [Array(cells[0...1]), Array(cells[2...3]), Array(cells[4...5])],
          outputs: outputs[turn % outputs.count], otherwise: [nil, 0, 1][turn % 3]))
    }
  }

  /// All sets of cells; policy, outputs, otherwise and knowledge by turns.
  @Test(arguments: 0..<9)
  func everySetOfCellsOfThreeColumnsAndThreeRows(_ part: Int) {
    var random = SeededGenerator(seed: UInt64(part))
    let top = Self.product([Self.ofTwo, Self.ofTwo])[part]
    for rest in Self.product(Array(repeating: Self.ofTwo, count: 7)) {
      let cells = top + rest
      let state = (0..<3).map { _ in random.pick([nil, nil, 0, 1]) }
      agree(
        PlainTable(
          policy: random.pick(HitPolicy.allCases), size: 2, columns: [0, 1, 2],
          rows: [Array(cells[0...2]), Array(cells[3...5]), Array(cells[6...8])],
          outputs: (0..<3).map { _ in random.below(3) },
          otherwise: random.pick([nil, nil, 0, 1])),
        states: [[nil, nil, nil], state])
    }
  }

  @Test(arguments: HitPolicy.allCases)
  func randomTablesOfThreeColumnsOverThreeWords(_ policy: HitPolicy) {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let height = 1 + random.below(4)
      agree(
        PlainTable(
          policy: policy, size: 3, columns: [0, 1, 2],
          rows: (0..<height).map { _ in (0..<3).map { _ in random.pick(Self.ofThree) } },
          outputs: (0..<height).map { _ in random.below(3) },
          otherwise: random.pick([nil, 0, 1, 2])),
        states: (0..<4).map { _ in (0..<3).map { _ in random.pick([nil, nil, 0, 1, 2]) } })
    }
  }
}
