internal import Foundation
internal import TestSupport
internal import Testing

/// The harness itself: a page that tells the truth passes, every other one is caught.
@Suite struct PageRunTests {
  static let shell: Console = {
    var console = Console()
    console.programs = ["cat", "echo", "sh"]
    return console
  }()

  private func run(_ text: String) throws -> PageRun {
    try PageRun(text, console: Self.shell)
  }

  @Test func aTruePageHasNoFaults() throws {
    let page = """
      # A law
      Some words.
      ```yaml rulebook.yaml
      rulebook: 信义
      ```
      ```console
      $ cat rulebook.yaml
      rulebook: 信义
      ```
      """
    let run = try run(page)
    expectNone(run.faults)
    #expect(run.expectedText == page)
  }

  @Test func standardErrorFollowsStandardOutputAndThenTheExitCode() throws {
    let run = try run(
      """
      ```console
      $ sh -c 'echo one >&2; echo two; exit 3'
      two
      one
      [exit 3]
      ```
      """)
    expectNone(run.faults)
  }

  @Test(arguments: [
    ("$ echo one\ntwo", "$ echo one\none"),
    ("$ echo one", "$ echo one\none"),
    ("$ echo one\none\nleft over", "$ echo one\none"),
    ("$ echo one\none\n[exit 1]", "$ echo one\none"),
    ("$ sh -c 'exit 2'", "$ sh -c 'exit 2'\n[exit 2]"),
    ("$ sh -c 'printf one'\none", "$ sh -c 'printf one'\none\n[no newline]"),
    ("$ echo a\nb\n$ echo c\nd", "$ echo a\na\n$ echo c\nc"),
  ])
  func aDifferenceIsAFaultAndIsMendedByRecording(told: String, truth: String) throws {
    let run = try run("# Law\n\n```console\n\(told)\n```\n\nMore words.\n")
    #expect(run.faults.count == 1)
    #expect(run.faults.first?.hasPrefix("line 3: the tool says otherwise") == true)
    #expect(run.expectedText == "# Law\n\n```console\n\(truth)\n```\n\nMore words.\n")
    expectNone(try self.run(run.expectedText).faults)
  }

  @Test func recordingWidensAFenceThatTheOutputWouldClose() throws {
    let run = try run("```console\n$ echo '```'\n```\n")
    #expect(run.expectedText == "````console\n$ echo '```'\n```\n````\n")
    expectNone(try self.run(run.expectedText).faults)
  }

  /// Behind a command that was given up the page would tell what comes of leaving it out.
  @Test func nothingIsRecordedBehindACommandThatWasGivenUp() throws {
    let page = """
      ```console
      $ echo one
      two
      ```
      ```console
      $ sh -c 'echo "$ x"'
      ```
      ```console
      $ echo three
      four
      ```
      """
    let run = try run(page)
    #expect(run.faults.count == 2)
    #expect(run.expectedText == page)
  }

  @Test(arguments: [
    ("```console\n```", "begins with `$ `"),
    ("```console\nno command\n```", "begins with `$ `"),
    ("```console\n$ make demo\n```", "`make` is not run"),
    ("```yaml ../up.yaml\n```", "leads out"),
    ("```yaml /etc/x.yaml\n```", "leads out"),
    ("```yaml a.yaml ebcdic\n```", "`ebcdic` is no way"),
    ("```csv a.csv hex\nzz\n```", "not pairs of hex digits"),
    ("```console\n$ echo one\none", "never closed"),
    ("```console\n$ sh -c 'echo \"$ x\"'\n```", "would read as a command"),
  ])
  func aMisshapenBlockIsAFault(text: String, says: String) throws {
    let faults = try run(text + "\n").faults
    #expect(faults.contains { $0.contains(says) }, "\(faults)")
  }

  @Test(arguments: [
    ("bom", "ef bb bf 61 0a"), ("crlf", "61 0d 0a"), ("unterminated", "61"),
    ("crlf unterminated", "61"),
  ])
  func aFileIsWrittenInItsNamedForm(form: String, bytes: String) throws {
    let page = """
      ```csv rows.csv \(form)
      a
      ```
      ```console
      $ cat rows.csv | od -An -tx1
       \(bytes)
      ```
      """
    expectNone(try run(page).faults)
  }

  @Test func aHexBlockIsItsBytes() throws {
    let page = """
      ```yaml 规则/gbk.yaml hex
      d0c5 d2e5
      0a
      ```
      ```console
      $ cat 规则/gbk.yaml | od -An -tx1
       d0 c5 d2 e5 0a
      ```
      """
    expectNone(try run(page).faults)
  }
}
