internal import ArgumentParser
internal import Desk
internal import Model
internal import SourceText
internal import Store

/// `fengqiao case list`: the cases of a store.
struct CaseListCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the cases of a store, with who is to act and what is due.")

  @Option(help: "Only cases of this rulebook.")
  var rulebook: String?

  @Option(help: "Only cases at this level.")
  var level: String?

  @Option(help: "Only cases in which this role is to act.")
  var person: String?

  @Option(help: "Only cases in this state, by its name.")
  var state: String?

  @Flag(help: "Only cases with a deadline in the past.")
  var overdue = false

  @Flag(help: "Only cases of which something could not be delivered.")
  var incidents = false

  @Flag(help: "Cases that have ended, too.")
  var all = false

  @Option(help: "human or json (one case a line).")
  var format: OutputFormat = .human

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let desk = try options.desk()
    let console = output.console
    var query = CaseQuery()
    query.rulebook = rulebook
    query.level = level
    query.hasIncident = incidents ? true : nil
    query.isFinished = all ? nil : false
    if overdue {
      query.dueBefore = desk.now.milliseconds
      query.order = .due
    }
    let filter = query
    let found = try DeskWork.run(console) { () throws(DeskFault) -> [ListedCase] in
      try desk.cases(filter) { listed in
        matches(listed.standing.state, state) && matches(listed.standing.acting ?? "", person)
      }
    }
    guard let found else { return .findings }
    if incidents { return try show(incidentsOf: found, desk, console) }
    let lines = CaseListLines(cases: found, now: desk.now, console: console)
    switch format {
    case .human:
      let isPlain = !all && !overdue && person == nil && state == nil
      let text = isPlain ? try lines.text(orEndedOf: filter, desk) : lines.text
      for line in text { console.print(line) }
      if found.isEmpty, let unheard = try unheard(desk, console) { console.print(unheard) }
    case .json: for line in lines.json { console.print(line.text()) }
    }
    return .clean
  }

  /// Says of a word that was asked for and that no case has, ended or not, what words there are: it
  /// may be misspelt.
  private func unheard(_ desk: CaseDesk, _ console: Console) throws(ToolFault) -> String? {
    let every = try DeskWork.run(console) { () throws(DeskFault) in try desk.cases(CaseQuery()) }
    let asked: [(option: String, word: String?, list: (ListedCase) -> String)] = [
      ("--rulebook", rulebook, { $0.record.rulebook }), ("--state", state, { $0.standing.state }),
      ("--level", level, { $0.standing.level ?? "" }),
      ("--person", person, { $0.standing.acting ?? "" }),
    ]
    for (option, word, list) in asked {
      guard let word, let every, !every.contains(where: { matches(list($0), word) }) else {
        continue
      }
      let known = Set(every.flatMap { names(in: list($0)) }).sorted().prefix(12)
      let words = known.map { "`\($0.onOneSafeLine)`" }
      let shown = word.onOneSafeLine
      if every.isEmpty { return nil }
      if words.isEmpty {
        return console.say(
          "no case has \(option) `\(shown)`; no case has one at all",
          "没有案件的 \(option) 是 `\(shown)`；所有案件都没有")
      }
      return console.say(
        "no case has \(option) `\(shown)`; there are \(words.joined(separator: ", "))",
        "没有案件的 \(option) 是 `\(shown)`；有的是 \(words.joined(separator: "、"))")
    }
    return nil
  }

  /// What of each case waits, and why.
  private func show(
    incidentsOf cases: [ListedCase], _ desk: CaseDesk, _ console: Console
  ) throws(ToolFault) -> ToolExit {
    var items: [OutboxItem] = []
    do throws(StoreFault) {
      for listed in cases {
        items += try desk.store.outbox(of: listed.record.id)
          .filter { $0.deliveredAt == nil && $0.lastFault != nil }
      }
    } catch { throw ToolFault(error) }
    let lines = CaseListLines(cases: cases, now: desk.now, console: console)
    switch format {
    case .human:
      for line in lines.text { console.print(line) }
      for item in items {
        let tried = console.say(
          "tried " + Console.counted(item.attempts, "time", "times"), "已试 \(item.attempts) 次")
        console.print(
          "  \(item.key.description)  \(item.effect.kind)  \(tried)  \(item.lastFault ?? "")"
            .onOneSafeLine)
      }
    case .json:
      for (listed, line) in zip(cases, lines.json) {
        let own = items.filter { $0.key.caseID == listed.record.id }
        console.print(line.adding("incidents", .array(own.map(\.incident))).text())
      }
    }
    return .clean
  }

  /// Whether a list such as `村, 分头问` or `调解员、网格员` has a name.
  private func matches(_ list: String, _ name: String?) -> Bool {
    guard let name else { return true }
    return names(in: list).contains(name)
  }

  private func names(in list: String) -> [String] {
    list.split { ",、 ".contains($0) }.map(String.init)
  }
}

extension OutboxItem {
  /// What waits, how often it was tried, and why it failed.
  fileprivate var incident: JSONText {
    .object([
      .init("key", .string(key.description)), .init("kind", .string(effect.kind)),
      .init("attempts", .integer(attempts)), .init("fault", lastFault.map { .string($0) } ?? .null),
    ])
  }
}

extension JSONText {
  /// The object with one member more.
  fileprivate func adding(_ name: String, _ value: JSONText) -> JSONText {
    guard case .object(let members) = self else { return self }
    return .object(members + [.init(name, value)])
  }
}
