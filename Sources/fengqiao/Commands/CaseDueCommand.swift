internal import ArgumentParser
internal import Desk
internal import Model
internal import SourceText

/// `fengqiao case due`: deadlines over all cases.
struct CaseDueCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List what is overdue and what is next, over all open cases.")

  @Option(help: "Only what falls to this role or organ.")
  var person: String?

  @Option(help: "Only cases at this level.")
  var level: String?

  @Option(help: "Only what is due within so many days from now.")
  var days: Int?

  @Option(help: "human or json (one deadline a line).")
  var format: OutputFormat = .human

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let desk = try options.desk()
    let console = output.console
    let all = try DeskWork.run(console) { () throws(DeskFault) -> [ListedDeadline] in
      try desk.deadlines()
    }
    guard let all else { return .findings }
    let dayLength: Int64 = 86_400_000
    let end = days.map { desk.now.milliseconds + Int64($0) * dayLength }
    let shown = all.filter { one in
      (person.map(one.to.contains) ?? true) && (level == nil || level == one.level)
        && (end.map { one.at <= $0 } ?? true)
    }
    switch format {
    case .human: for line in lines(shown, desk.now, console) { console.print(line) }
    case .json: for one in shown { console.print(json(one, desk.now).text()) }
    }
    return .clean
  }

  private func lines(
    _ deadlines: [ListedDeadline], _ now: DateTime, _ console: Console
  ) -> [String] {
    guard !deadlines.isEmpty else { return [console.say("nothing is due", "没有到期事项")] }
    let overdue = deadlines.filter { $0.at <= now.milliseconds }
    let next = deadlines.filter { $0.at > now.milliseconds }
    var lines: [String] = []
    if !overdue.isEmpty {
      lines.append(console.styled(console.say("overdue", "已逾期"), .red))
      lines += overdue.map { line($0, console) }
    }
    if !next.isEmpty {
      lines.append(console.styled(console.say("next", "将到期"), .bold))
      lines += next.map { line($0, console) }
    }
    return lines
  }

  private func line(_ one: ListedDeadline, _ console: Console) -> String {
    let who = one.to.joined(separator: console.say(", ", "、"))
    let mark = one.isProvisional ? console.say(" (provisional)", "（暂定）") : ""
    let cells = [
      (one.day, 10), (one.title.text(in: console.language).onOneSafeLine.clipped(to: 24), 24),
      (one.caseID.onOneSafeLine.clipped(to: 16), 16),
      ((one.level ?? "").onOneSafeLine.clipped(to: 8), 8),
    ]
    let head = cells.map { $0.0.padded(to: $0.1) }.joined(separator: "  ")
    return "  \(head)  \(who.onOneSafeLine.clipped(to: 14))\(mark)".droppingEndBlanks
  }

  private func json(_ one: ListedDeadline, _ now: DateTime) -> JSONText {
    .object([
      .init("case", .string(one.caseID)), .init("name", .string(one.name)),
      .init("date", .string(one.day)), .init("overdue", .bool(one.at <= now.milliseconds)),
      .init("provisional", .bool(one.isProvisional)),
      .init("to", .array(one.to.map(JSONText.string))),
      .init("level", one.level.map { .string($0) } ?? .null),
    ])
  }
}
