package import Engine

/// A program's tables as they lie in memory, for whoever plays cases by them without Swift: the
/// fuzzer (`Fuzz/player.c`), on the same machine.
package struct PlanImage {
  /// Tables by their addresses, the plan, then the scanner's words: how many, and of each how many
  /// bytes it has, and those. Numbers have 64 bits.
  package let bytes: [UInt8]

  /// Nil where the program cannot be put into tables.
  package init?(_ interpreter: Interpreter) {
    guard let plan = FastPlan(interpreter) else { return nil }
    let words = plan.names.known.map { Array($0.utf8) }
    bytes =
      PinnedPlan(plan).image + [UInt8](number: words.count)
      + words.flatMap { [UInt8](number: $0.count) + $0 }
  }
}
