internal import Foundation
internal import TestSupport
internal import Testing

/// A page of a diagnostic that does not keep its word is caught. The tool's place is taken by a
/// script that prints, as findings, the words of the file it is given.
@Suite struct DiagnosticPageHarnessTests {
  private static let tool = """
    # fengqiao check FILE --format json | fengqiao run FILE CASE --format json
    file=$2
    [ "$1" = check ] || file=$3
    [ "$(cat "$file")" = garbage ] && { echo garbage; exit 1; }
    [ "$(cat "$file")" = crash ] && kill -SEGV $$
    while read -r code weight; do
      case $code in FQ*) printf '{"diagnostics":[{"code":"%s","severity":"%s"}]}\\n' $code $weight ;; esac
    done <"$file"
    """

  private func faults(
    _ text: String, _ example: DiagnosticPage.Example
  ) throws -> [String] {
    try withTemporaryFolder { folder in
      try standIn(for: "fengqiao", Self.tool, in: folder)
      var console = Console()
      console.tools = folder
      return try DiagnosticPage(id: "FQ0001", text: text).faults(of: example, console: console)
    }
  }

  private func page(_ example: DiagnosticPage.Example, _ findings: String) -> String {
    "# FQ0001 planted\n\n## \(example.rawValue)\n\n```yaml\n\(findings)\n```\n\n## Other\n"
  }

  @Test(arguments: [
    "FQ0001 error", "FQ0001 warning", "FQ0001 error\nFQ0001 error", "FQ0001 error\nFQ0002 warning",
    "FQ0001 error\nFQ0002 note",
  ])
  func aFailingExampleThatRaisesItsCodeAloneIsTrue(findings: String) throws {
    expectNone(try faults(page(.fails, findings), .fails))
  }

  @Test(arguments: [
    ("none", "does not raise FQ0001"), ("FQ0002 error", "does not raise FQ0001"),
    ("FQ0001 note", "does not raise FQ0001"), ("FQ0001 error\nFQ0002 error", "also raises FQ0002"),
  ])
  func aFailingExampleThatDoesOtherwiseIsCaught(findings: String, says: String) throws {
    let faults = try faults(page(.fails, findings), .fails)
    #expect(faults.contains { $0.contains(says) }, "\(faults)")
  }

  @Test func aPageOfANoteIsHeldToItsNote() throws {
    func noted(_ example: DiagnosticPage.Example, _ findings: String) -> String {
      page(example, findings).replacing("planted\n", with: "planted\n\nnote · 提示\n")
    }
    expectNone(try faults(noted(.fails, "FQ0001 note"), .fails))
    #expect(try faults(noted(.fails, "FQ0003 note"), .fails).count == 1)
    #expect(try faults(noted(.mended, "FQ0001 note"), .mended).count == 1)
  }

  @Test func aMendedExampleRaisesNothing() throws {
    expectNone(try faults(page(.mended, "none"), .mended))
    expectNone(try faults(page(.mended, "FQ0003 note"), .mended))
    #expect(try faults(page(.mended, "FQ0003 warning"), .mended).count == 1)
  }

  @Test func aPageWithoutTheExampleIsCaught() {
    #expect(throws: CommandFailure.self) { try faults("# FQ0001 planted\n", .fails) }
  }

  @Test func aToolThatPrintsNoJSONIsCaught() {
    #expect(throws: CommandFailure.self) { try faults(page(.fails, "garbage"), .fails) }
  }

  @Test(arguments: DiagnosticPage.Example.allCases)
  func aToolThatCrashesIsCaught(example: DiagnosticPage.Example) {
    #expect(throws: CommandFailure.self) { try faults(page(example, "crash"), example) }
  }

  @Test func aCaseFileIsRunAsWell() throws {
    let text = """
      ## Fails
      ```yaml rulebook.yaml
      none
      ```
      ```yaml case.yaml
      FQ0001 error
      ```
      """
    expectNone(try faults(text, .fails))
  }

  @Test func anExampleMayNameItsCommands() throws {
    let text = """
      ## Fails
      ```yaml other.yaml
      FQ0001 error
      ```
      ```sh
      fengqiao check other.yaml
      ```
      """
    expectNone(try faults(text, .fails))
  }

  @Test func aFolderWithoutPagesHasNone() throws {
    #expect(try DiagnosticPage.all(in: Repository.url("docs/nowhere")).isEmpty)
  }
}
