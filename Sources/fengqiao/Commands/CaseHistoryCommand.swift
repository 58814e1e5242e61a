internal import ArgumentParser
internal import Desk
internal import Model
internal import SourceText

/// `fengqiao case history`: all that was entered.
struct CaseHistoryCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show a case's journal: when, who, what, and where it led.")

  @OptionGroup var subject: CaseSubject

  @Option(help: "human or json (one entry a line).")
  var format: OutputFormat = .human

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard let fold = try subject.load(desk, console) else { return .findings }
    switch format {
    case .human:
      let names = PlainNames(fold, console.language)
      for line in HistoryLines(fold: fold, names: names, reader: desk.user).lines(fold.lines) {
        console.print(line)
      }
    case .json:
      for line in fold.lines {
        console.print(Self.json(of: line, fold.pinned(at: line.sequence).program, desk.user))
      }
    }
    return .clean
  }

  /// Without what is kept from who reads it.
  private static func json(
    of line: CaseFold.Line, _ program: Program, _ reader: Operator
  ) -> String {
    let kept = program.facts.elements.filter { reader.isKeptFrom($0, in: program) }.map(\.name)
    var members = line.entry.members
    for key in ["facts", "set"] {
      guard var facts = members[key]?.members else { continue }
      for name in kept { facts[name] = nil }
      for fact in program.facts.elements where !reader.seesNumbers(of: fact, in: program) {
        facts[fact.name] = facts[fact.name]?.masked(by: fact.type)
      }
      members[key] = .object(facts)
    }
    if reader.isKeptFromSomething(in: program) {
      for words in ["text", "reason"] { members[words] = nil }
    }
    if var with = members["with"]?.members, !reader.seesNumbers(of: nil, in: program) {
      let event = program.events.elements.first { $0.name == line.entry.event }
      for field in event?.payload ?? [] {
        with[field.name] = with[field.name]?.masked(by: field.type)
      }
      members["with"] = .object(with)
    }
    members["entry"] = .text(line.entry.kind.rawValue)
    members["recorded_at"] = .text(line.entry.recordedAt)
    members["actor"] = .text(line.entry.actor)
    members["sequence"] = .text(String(line.sequence))
    members["taken_back"] = line.isTakenBack ? .bool(true) : nil
    return JSONValue.object(members).json.text(order: .sorted)
  }
}
