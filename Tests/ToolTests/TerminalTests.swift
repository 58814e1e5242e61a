internal import Foundation
internal import TestSupport
internal import Testing

/// Colour on a terminal, which `script` plays.
@Suite struct TerminalTests {
  private static let rulebook = """
    rulebook: demo
    facts: {amount: money}
    decisions: {large: {is: amuont > 5}}
    """

  /// What `fengqiao check` prints on a terminal, with these words added and this environment.
  private func check(_ words: String = "", under changes: [String: String] = [:]) throws -> String {
    try withTemporaryFolder { folder in
      try Data(Self.rulebook.utf8).write(to: folder.appendingPathComponent("rulebook.yaml"))
      var environment = Console().environment(home: folder)
      environment["NO_COLOR"] = nil
      environment["TERM"] = "xterm"
      environment.merge(changes) { $1 }
      let result = try Command(
        "script", ["-qec", "fengqiao check rulebook.yaml \(words)", "/dev/null"], in: folder,
        environment: environment
      ).run()
      #expect(result.status == 1)
      return result.output
    }
  }

  @Test func aTerminalGetsColour() throws {
    #expect(try check().contains("\u{1B}["))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func whoeverWantsNoColourGetsNone(environment: [String: String]) throws {
    let output = try check(under: environment)
    #expect(output.contains("FQ0230"))
    #expect(!output.contains("\u{1B}"))
  }

  @Test func theOptionCountsMoreThanTheEnvironment() throws {
    #expect(try check("--color always", under: ["NO_COLOR": "1"]).contains("\u{1B}["))
    #expect(!(try check("--color never").contains("\u{1B}")))
  }

  /// An empty `NO_COLOR` is as good as none.
  @Test func anEmptyWishIsNone() throws {
    #expect(try check(under: ["NO_COLOR": ""]).contains("\u{1B}["))
  }
}
