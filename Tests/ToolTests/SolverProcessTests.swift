internal import Foundation
internal import TestSupport
internal import Testing

/// `prove` and the solver that it starts: there, missing, without end, out of its mind.
@Suite struct SolverProcessTests {
  private static let rulebook = """
    rulebook: small
    language: 1
    facts: {paid: {type: money, min: 0}, price: {type: money, min: 0}}
    events: {close: {}}
    workflow:
      states:
        intake: {on: {close: closed}}
        closed: {type: final}
    invariants:
      not_both: {never: "is known(paid) and is known(price) and paid > price and price > paid"}

    """

  /// What `prove` prints where `z3` is this script; nil leaves none on the PATH.
  private func prove(_ script: String?) throws -> String {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("rulebook.yaml")
      try Self.rulebook.write(to: file, atomically: true, encoding: .utf8)
      let tools = folder.appendingPathComponent("tools")
      try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
      for name in ["timeout", "sh", "sleep", "cat"] {
        try FileManager.default.createSymbolicLink(
          at: tools.appendingPathComponent(name),
          withDestinationURL: URL(fileURLWithPath: "/bin/\(name)"))
      }
      if let script { try standIn(for: "z3", script, in: tools) }
      var environment = Console().environment(home: folder)
      environment["PATH"] = tools.path
      environment["FENGQIAO_SOLVER_SECONDS"] = "1"
      let tool = Repository.products.appendingPathComponent("fengqiao").path
      return try Command(tool, ["prove", "rulebook.yaml"], in: folder, environment: environment)
        .run(limit: 60).output
    }
  }

  @Test func whereItIsMissingTheReasonNamesIt() throws {
    let said = try prove(nil)
    #expect(said.contains("undecided") && said.contains("`z3` decides; install it"))
  }

  @Test(arguments: ["sleep 1000", "trap '' TERM; sleep 1000; sleep 1000"])
  func whereItDoesNotEndItIsEnded(script: String) throws {
    #expect(try prove(script).contains("took too long"))
  }

  @Test(arguments: ["echo nonsense", "exit 0", "echo sat", "kill -9 $$", "cat"])
  func whereItIsOutOfItsMindNothingIsDecided(script: String) throws {
    let said = try prove(script)
    #expect(said.contains("undecided") && !said.contains("proved  "))
  }

  @Test func whereItSaysThatThereAreNoSuchFactsThePromiseIsProved() throws {
    #expect(try prove("cat > /dev/null; echo unsat").contains("whatever the facts are"))
  }
}
