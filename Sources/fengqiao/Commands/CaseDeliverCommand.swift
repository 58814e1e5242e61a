internal import ArgumentParser
internal import Desk
internal import Model
internal import SourceText
internal import Store

/// `fengqiao case deliver`: notices and tasks go out, by a command of the office's own.
struct CaseDeliverCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: "Hand notices and tasks that wait to a command, each at least once.",
    discussion: """
      The command is run by `sh -c` for each of them, with the notice or task as JSON on its \
      standard input, and FENGQIAO_KEY (the same whenever the same one comes again), FENGQIAO_KIND \
      (notice, task, correction) and FENGQIAO_CASE in its environment. Exit code 0 means delivered.
      """)

  @Option(help: "The command.")
  var hook: String

  @Flag(help: "Also what failed before and would wait for a later time.")
  var retry = false

  @Option(help: "At most so many.")
  var limit = 100

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  private static let minute: Int64 = 60_000

  func execute() throws(ToolFault) -> ToolExit {
    let desk = try options.desk()
    let console = output.console
    // With `--retry` the time until which a failed one waits counts as past.
    let now = retry ? Int64.max / 2 : desk.now.milliseconds
    var (delivered, failed) = (0, 0)
    do throws(StoreFault) {
      let begun = ContinuousClock.now
      let until = desk.now.milliseconds + 5 * Self.minute
      for claimed in try desk.store.claim(limit: limit, now: now, until: until) {
        // While the others went out its step may have been taken back.
        let passed = (ContinuousClock.now - begun).components.seconds * 1000
        guard let item = try desk.store.hold(claimed, until: until + passed) else { continue }
        if let fault = run(item) {
          failed += 1
          let wait = Self.minute << Int64(min(item.attempts, 10))
          try desk.store.settle(
            item.key, .failed(fault, again: desk.now.milliseconds + wait))
          console.complain("\(item.key.description.onOneSafeLine)  \(fault)")
        } else {
          delivered += 1
          try desk.store.settle(item.key, .delivered(at: desk.now.milliseconds))
        }
      }
    } catch { throw ToolFault(error) }
    let line = console.say(
      "delivered \(delivered), failed \(failed)", "已送达 \(delivered)，未送达 \(failed)")
    answer.tell(
      console, [line],
      [.init("delivered", .integer(delivered)), .init("failed", .integer(failed))])
    return failed == 0 ? .clean : .findings
  }

  /// Why it was not delivered; nil where it was.
  private func run(_ item: OutboxItem) -> String? {
    let child: ChildProcess
    do {
      child = try ChildProcess(
        running: "sh", ["-c", hook], input: item.effect.payload,
        adding: [
          "FENGQIAO_KEY": item.key.description, "FENGQIAO_KIND": item.effect.kind,
          "FENGQIAO_CASE": item.key.caseID,
        ])
    } catch { return "the command could not be started: \(error.text)" }
    guard !child.succeeded else { return nil }
    // Programs say last what ended them.
    let said =
      String(decoding: child.errors.suffix(4096), as: UTF8.self)
      .split(whereSeparator: \.isNewline).last.map { String($0).onOneSafeLine } ?? ""
    return "exit code \(child.code)" + (said.isEmpty ? "" : ": \(said.prefix(300))")
  }
}
