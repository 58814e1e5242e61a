/// Something that decides formulas over numbers: Z3 as a process of its own, or a stand-in.
package protocol ConditionSolver: Sendable {
  /// What it says to a script in SMT-LIB 2.6 (smt-lib.org), which ends with `check-sat` and
  /// `get-value`. Takes a limited time.
  func answer(_ script: String) -> SolverAnswer
}

/// What came of asking a solver.
package enum SolverAnswer: Hashable, Sendable {
  /// All it printed.
  case said(String)
  /// It is not installed.
  case missing
  /// It was ended because it took too long.
  case late
}
