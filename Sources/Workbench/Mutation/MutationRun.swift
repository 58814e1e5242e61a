internal import Engine
package import Model
internal import SourceText

/// Tries whether the cases of a rulebook notice its mutants.
package struct MutationRun: Sendable {
  /// What became of a mutant.
  package enum Outcome: Hashable, Sendable {
    /// Some case does not go as its file expects any more.
    case noticed
    case survived
    /// No case could notice it: it was proved to change nothing.
    case equivalent
  }

  private let program: Program
  private let calendar: WorkCalendar
  private let cases: [CaseFile]

  /// - Parameter cases: those that expect nothing, or fail as it is, notice nothing.
  package init(_ program: Program, _ calendar: WorkCalendar, _ cases: [CaseFile]) {
    self.program = program
    self.calendar = calendar
    let test = CaseTest(Interpreter(program: program, calendar: calendar))
    self.cases = cases.filter { file in
      let report = test.run(file)
      return report.hasExpectations && report.passed
    }
  }

  /// What became of each mutant, in their order and the same for any number of workers.
  ///
  /// - Parameter isEquivalent: asked of those that no case notices.
  package func outcomes(
    of mutants: [Mutant], workerCount: Int, isEquivalent: @escaping @Sendable (Mutant) -> Bool
  ) async -> [Outcome] {
    var outcomes = [Outcome](repeating: .survived, count: mutants.count)
    await withTaskGroup(of: [(Int, Outcome)].self) { group in
      for worker in 0..<max(1, workerCount) {
        group.addTask {
          var order = cases
          return stride(from: worker, to: mutants.count, by: max(1, workerCount)).map { index in
            (index, outcome(of: mutants[index], &order, isEquivalent))
          }
        }
      }
      for await part in group {
        for (index, outcome) in part { outcomes[index] = outcome }
      }
    }
    return outcomes
  }

  /// Stops at the first case that notices it, which is the first to be asked about the next one:
  /// neighbouring mutants are mostly noticed by the same case.
  private func outcome(
    of mutant: Mutant, _ order: inout [CaseFile], _ isEquivalent: (Mutant) -> Bool
  ) -> Outcome {
    let changed = mutant.applied(to: program)
    let test = CaseTest(Interpreter(program: changed, calendar: calendar))
    for index in order.indices where !test.run(order[index]).passed {
      order.swapAt(0, index)
      return .noticed
    }
    return isEquivalent(mutant) ? .equivalent : .survived
  }
}

extension [Mutant] {
  /// So many of them, drawn by a seed, in their order.
  package func sampled(_ count: Int, seed: Int) -> [Mutant] {
    guard count < self.count else { return self }
    var random = MutantDraw(state: UInt64(bitPattern: Int64(seed)))
    return indices.shuffled(using: &random).prefix(Swift.max(0, count)).sorted().map { self[$0] }
  }
}

/// Numbers that only the seed decides: SplitMix64 (Steele, Lea and Flood 2014).
private struct MutantDraw: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
