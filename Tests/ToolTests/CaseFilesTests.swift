internal import Foundation
internal import TestSupport
internal import Testing

/// Which files are taken for cases, and what is said where there is none.
@Suite struct CaseFilesTests {
  private static let rulebook = """
    rulebook: first
    facts: {amount: money}
    decisions: {large: {is: amount >= 5000}}
    """
  private static let good = """
    case: A-1
    facts: {amount: 800}
    expect: {decisions: {large: false}}
    """

  @Test(arguments: [["test", "rulebook.yaml"], ["test", "."]])
  func aTestThatTriesNothingCannotRun(arguments: [String]) throws {
    try Surface.run(["rulebook.yaml": Self.rulebook], arguments) { _, results in
      #expect(results[0].status == 2)
      #expect(results[0].errors.hasPrefix("error: there is no case file to play; name one"))
    }
  }

  @Test func aRulebookWithErrorsSaysThoseAndNotThatThereIsNoCase() throws {
    let broken = Self.rulebook.replacing("amount >=", with: "amuont >=")
    try Surface.run(["rulebook.yaml": broken], ["test", "rulebook.yaml"]) { _, results in
      #expect(results[0].status == 1)
      #expect(results[0].output.contains("FQ0230"))
      #expect(results[0].errors.isEmpty)
    }
  }

  @Test(arguments: ["", "- a\n- b\n", "hello\n", "facts: {amount: 3}\n"])
  func aFileBehindARulebookIsToldAsACase(text: String) throws {
    let files = ["rulebook.yaml": Self.rulebook, "good.yaml": Self.good, "odd.yaml": text]
    try Surface.run(files, ["test", "rulebook.yaml", "good.yaml", "odd.yaml"]) { _, results in
      let output = results[0].output
      #expect(results[0].status == 1)
      #expect(
        output.hasSuffix("1 passed, 0 failed, 1 file could not be read and was not run\n"),
        "\(output)")
      #expect(output.contains(" --> odd.yaml:1:1"))
      #expect(output.contains("`case: C1`") || output.contains("`case`"), "\(output)")
      #expect(!output.contains("rulebook: fines"))
    }
  }

  @Test func mutantsAndCoverageAreToldTogether() throws {
    let files = ["rulebook.yaml": Self.rulebook, "good.yaml": Self.good]
    try Surface.run(
      files, ["test", "rulebook.yaml", "good.yaml", "--mutate", "--coverage"]
    ) { _, results in
      #expect(results[0].output.contains(" noticed ("))
      #expect(results[0].output.contains(" covered"))
    }
  }

  @Test func aVersionWithErrorsIsNotAnotherMeaning() throws {
    let broken = Self.rulebook.replacing("amount >=", with: "amuont >=")
    let files = ["old.yaml": Self.rulebook, "new.yaml": broken]
    try Surface.run(
      files, ["diff", "old.yaml", "new.yaml"], ["diff", "new.yaml", "old.yaml"],
      ["diff", "old.yaml", "old.yaml"]
    ) { _, results in
      #expect(results.map(\.status) == [2, 2, 0])
      #expect(results[0].output.contains("FQ0230"))
    }
  }

  @Test(arguments: [
    ("case.yaml", "a case file"), ("rulebook.yaml", "a rulebook"),
  ])
  func anotherKindOfFileIsNoCalendar(calendar: String, kind: String) throws {
    let files = ["rulebook.yaml": Self.rulebook, "case.yaml": Self.good]
    try Surface.run(
      files, ["run", "rulebook.yaml", "case.yaml", "--calendar", calendar]
    ) { _, results in
      #expect(results[0].status == 2)
      #expect(
        results[0].errors
          == "error: `\(calendar)`: the file is \(kind), where a calendar is needed\n")
    }
  }

  @Test func aLineBehindTheEndIsSaid() throws {
    let files = ["rulebook.yaml": Self.rulebook, "cases.jsonl": "{}\n{}\n"]
    try Surface.run(
      files, ["batch", "rulebook.yaml", "cases.jsonl", "--from-line", "3"],
      ["batch", "rulebook.yaml", "cases.jsonl", "--from-line", "2"]
    ) { _, results in
      #expect(results.map(\.status) == [0, 0])
      #expect(results[0].errors == "there is no case from line 3 on\n")
      #expect(results[1].errors.isEmpty)
    }
  }
}
