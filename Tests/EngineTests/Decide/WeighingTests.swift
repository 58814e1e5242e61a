import Model
import Testing

/// Tables whose rows depend on facts of their own that cannot be tried out: what is decided and
/// what matters follows from weighing the rows alone, and is exact.
@Suite struct WeighingTests {
  private struct Situation {
    /// By row: whether it matches, nil if that is unknown.
    var matches: [Int?]
    var outputs: [Int]
    var otherwise: Int?
  }

  private func agree(_ policy: HitPolicy, _ situation: Situation) {
    let count = situation.matches.count
    let table = PlainTable(
      policy: policy, size: 2, columns: Array(0..<count),
      rows: (0..<count).map { row in (0..<count).map { $0 == row ? [1] : nil } },
      outputs: situation.outputs, otherwise: situation.otherwise)
    let found = EngineTable(table, isOpaque: true).prediction(situation.matches)
    let expected = PlainOutcomes(table).prediction(situation.matches)
    // Two sure rows of a unique table are a conflict, whatever the others are.
    let isConflict = policy == .unique && situation.matches.count { $0 == 1 } > 1
    let result = isConflict ? .conflict : expected.result
    if found.result != result || found.questions != expected.questions {
      Issue.record("\(table) of \(situation.matches): found \(found), expected \(expected)")
    }
  }

  @Test(arguments: HitPolicy.allCases)
  func everySituationOfUpToThreeRows(_ policy: HitPolicy) {
    for height in 0...3 {
      for matches in HitPolicyTests.product(Array(repeating: [nil, 0, 1], count: height)) {
        for outputs in HitPolicyTests.product(Array(repeating: [0, 1, 2], count: height)) {
          for otherwise in [nil, 0, 1] {
            agree(
              policy, Situation(matches: matches, outputs: outputs, otherwise: otherwise))
          }
        }
      }
    }
  }

  @Test(arguments: HitPolicy.allCases)
  func randomSituationsOfSixRows(_ policy: HitPolicy) {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<120 {
      agree(
        policy,
        Situation(
          matches: (0..<6).map { _ in random.pick([nil, nil, 0, 0, 1]) },
          outputs: (0..<6).map { _ in random.below(3) },
          otherwise: random.pick([nil, 0, 1, 2])))
    }
  }
}
