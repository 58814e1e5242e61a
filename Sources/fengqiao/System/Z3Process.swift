internal import Verifier

/// Z3 as a process of its own, one for each question. It has so many steps, which it counts itself;
/// `timeout` (coreutils) ends it where it does not keep to that.
struct Z3Process: ConditionSolver {
  /// What `timeout` says of a process that it ended.
  private static let codesOfLate: Set<Int32> = [124, 137]

  func answer(_ script: String) -> SolverAnswer {
    let seconds = environment("FENGQIAO_SOLVER_SECONDS").flatMap { Int($0) } ?? 20
    let limit = String(max(1, seconds))
    guard
      let child = try? ChildProcess(
        running: "timeout", ["-k", "1", limit, "z3", "-in"], input: Array(script.utf8))
    else { return .missing }
    if Self.codesOfLate.contains(child.code) { return .late }
    // 126 and 127: there is no such program. 1: asked for values where there are none.
    guard child.code < 126 else { return .missing }
    return .said(String(decoding: child.output, as: UTF8.self))
  }
}
