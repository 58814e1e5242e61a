internal import Foundation
internal import TestSupport
internal import Testing

/// Where the desk looks for cases, and what it makes there.
@Suite struct DeskPlaceTests {
  @Test(arguments: ["list", "due", "next C3", "verify", "tick", "history C3"])
  func lookingIntoAStoreThatIsNotThereDoesNotMakeIt(verb: String) throws {
    try withTemporaryFolder { folder in
      let line = "fengqiao case \(verb) --store there/s.sqlite --lang zh; echo [exit $?]; ls"
      let result = try Command(
        "sh", ["-c", line], in: folder, environment: Console().environment(home: folder)
      ).run()
      #expect(result.errors.contains("没有案件库 `there/s.sqlite`"))
      #expect(result.output.contains("[exit 2]") && !result.output.contains("there"))
    }
  }

  @Test func theFirstCaseMakesTheStoreThatWasNamed() throws {
    try withTemporaryFolder { folder in
      var environment = Console().environment(home: folder)
      environment["FENGQIAO_TEMPLATES"] = Repository.url("Templates").path
      let rules = Repository.url("Rules/fengqiao").path
      let made = try Command(
        "fengqiao", ["case", "new", rules, "--id", "C3", "--store", "s.sqlite"], in: folder,
        environment: environment
      ).run()
      #expect(made.status == 0, "\(made.errors)")
      let listed = try Command(
        "fengqiao", ["case", "list", "--store", "s.sqlite"], in: folder, environment: environment
      ).run()
      #expect(listed.output.contains("C3"))
    }
  }
}
