import Foundation
import TestSupport
import Verifier

/// Z3 itself; the script goes through a file.
struct Z3: ConditionSolver {
  func answer(_ script: String) -> SolverAnswer {
    let said = try? withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("script")
      try script.write(to: file, atomically: true, encoding: .utf8)
      return try Command("z3", [file.path], in: folder).run().output
    }
    return said.map(SolverAnswer.said) ?? .missing
  }
}

/// Says the same to all that is asked.
struct Parrot: ConditionSolver {
  let answer: SolverAnswer

  func answer(_ script: String) -> SolverAnswer { answer }
}
