internal import ArgumentParser
internal import Batch
internal import Compiler
internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// `fengqiao impact`: the same cases through two versions of a rulebook.
struct ImpactCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact", _superCommandName: Fengqiao.name,
    abstract: "Compare how the same cases go under two versions of a rulebook.",
    discussion: """
      Cases are one file of JSON Lines as for `batch` (- is standard input), case files in YAML, or \
      with --store those of the old version's rulebook in a store of the desk, which is only read. \
      Told are what they come to under both, how many go another way, by group, and for each change \
      a case with the reason. Exit code 1 if more go another way than --fail-over allows, or if a \
      case could not be read for the old version.
      """)

  @Argument(help: "The old version: its folder, its file, or an artefact.", completion: .file())
  var old: String

  @Argument(help: "The new version.", completion: .file())
  var new: String

  @Argument(
    help: "The cases: a file of JSON Lines, -, case files or folders of them.",
    completion: .file())
  var cases: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take the cases of a case store: a file, or postgres://…; it is only read.",
      valueName: "store"),
    completion: .file())
  var store: String?

  @Option(
    help: ArgumentHelp(
      "Group cases by a fact (repeatable; default: enumerated facts that the old tables read).",
      valueName: "fact"))
  var by: [String] = []

  @Option(
    help: ArgumentHelp(
      "End with 1 if a larger share of cases goes another way, such as 5%.", valueName: "percent"))
  var failOver: String?

  @Option(help: "human, json, markdown or html.")
  var format: ImpactFormat = .human

  @Option(help: "How many cases are stepped side by side (default: the machine's cores).")
  var jobs: Int?

  @OptionGroup var calendar: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if cases.isEmpty, store == nil {
      throw ValidationError("name the cases, or a store of them with --store")
    }
    if !cases.isEmpty, store != nil {
      throw ValidationError("cases come from files or from --store, not from both")
    }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 1024")
    }
    if failOver != nil, limit == nil { throw ValidationError("--fail-over is a share such as 5%") }
  }

  /// In thousandths of a percent.
  private var limit: Int? {
    guard let failOver else { return nil }
    let text = failOver.hasSuffix("%") ? failOver.dropLast() : failOver[...]
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? String(parts[1]) : "0"
    let digits = decimals + String(repeating: "0", count: max(0, 3 - decimals.count))
    guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }),
      digits.count == 3, decimals.allSatisfy(\.isNumber), let rest = Int(digits),
      (0...100).contains(whole), whole * 1000 + rest <= 100_000
    else { return nil }
    return whole * 1000 + rest
  }

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    var before = try LoadedRulebook(path: old, calendarPath: calendar.calendar)
    var after = try LoadedRulebook(path: new, calendarPath: calendar.calendar)
    let form: OutputFormat = format == .json ? .json : .human
    guard before.showFindings(console, format: form), after.showFindings(console, format: form)
    else { return .findings }
    let (stored, isReady) = try storedCases(before.program, after.program, console)
    guard isReady else { return .findings }
    var run = ImpactRun(
      old: before.interpreter, new: after.interpreter, groupedBy: by.isEmpty ? nil : by,
      keeping: stored?.secrets)
    run.workerCount = jobs ?? Processors.count
    let tally: ImpactTally?
    if let stored {
      tally = try stored.play(run, before, after, console)
    } else {
      tally = try self.tally(run, &before, &after)
    }
    guard let tally else { return .findings }
    let report = ImpactReport(
      tally: tally, run: run, limit: limit, names: (old, new), console: console,
      old: Wording(
        program: before.program, sources: before.sources, language: console.language),
      new: Wording(program: after.program, sources: after.sources, language: console.language))
    switch format {
    case .human: console.print(report.text)
    case .json: console.print(report.json.text())
    case .markdown: console.print(report.markdown)
    case .html: console.print(report.page)
    }
    return report.isOverLimit || tally.unreadCount + tally.oldMisfitCount > 0
      ? .findings : .clean
  }

  /// The cases of `--store`, none where it is not named; not ready where findings were shown.
  private func storedCases(
    _ old: Program, _ new: Program, _ console: Console
  ) throws(ToolFault) -> (StoredCases?, isReady: Bool) {
    let known = old.facts.elements
    for name in by where !known.contains(where: { $0.name == name }) {
      throw ToolFault(
        en: "the old version has no fact `\(name.onOneSafeLine)`",
        zh: "旧版本没有事实 `\(name.onOneSafeLine)`")
    }
    guard let store else { return (nil, true) }
    guard let stored = try StoredCases(store, comparing: old, with: new, console) else {
      return (nil, false)
    }
    for fact in known where by.contains(fact.name) && !stored.mayTell(fact) {
      throw ToolFault(
        en: "cases of a store are not grouped by `\(fact.name.onOneSafeLine)`: that would tell "
          + "what people said",
        zh: "案件库中的案件不能按 `\(fact.name.onOneSafeLine)` 分组：那会说出当事人说的话")
    }
    return (stored, true)
  }

  private func tally(
    _ run: ImpactRun, _ before: inout LoadedRulebook, _ after: inout LoadedRulebook
  ) throws(ToolFault) -> ImpactTally {
    let cases = try FileSearch.cases(namedBy: cases)
    let areFiles = cases.allSatisfy { path in
      [".yaml", ".yml"].contains { path.hasSuffix($0) }
    }
    if areFiles { return try played(cases, run, &before, &after) }
    guard cases.count == 1 else {
      throw ToolFault(
        en: "cases are one file of JSON Lines, or case files that end in `.yaml`",
        zh: "案件是一个 JSON Lines 文件，或若干以 `.yaml` 结尾的案件文件")
    }
    FreedMemory.keep()
    let source = try SourceStream(cases[0])
    do {
      return try awaited { try await run.run { try source.read(behind: $0, $1) } }
    } catch let fault as ToolFault {
      throw fault
    } catch {
      preconditionFailure("streams throw faults of the tool alone")
    }
  }

  /// Case files, each read against both versions.
  private func played(
    _ cases: [String], _ run: ImpactRun, _ before: inout LoadedRulebook,
    _ after: inout LoadedRulebook
  ) throws(ToolFault) -> ImpactTally {
    var tally = run.blank
    var number = 0
    for path in cases {
      let (olds, oldFault) = try Self.read(path, &before)
      let (news, newFault) = try Self.read(path, &after)
      for place in 0..<max(olds.count, news.count, 1) {
        number += 1
        let id = (olds.count > place ? olds[place].id : path)
        switch (oldFault, newFault) {
        case (nil, nil):
          guard olds.count > place, news.count > place else { continue }
          run.count(olds[place], news[place], id: id, number: number, into: &tally)
        case (nil, let fault?):
          guard olds.count > place else { continue }
          run.count(
            misfit: fault.code.id, at: "", fault.message, of: olds[place], id: id,
            number: number, into: &tally)
        case (let fault?, let other):
          run.count(
            unread: fault.code.id, at: "", fault.message, byNew: other != nil, id: path,
            number: number, into: &tally)
        }
      }
    }
    return tally
  }

  private static func read(
    _ path: String, _ loaded: inout LoadedRulebook
  ) throws(ToolFault) -> ([CaseFile], Diagnostic?) {
    var findings = Diagnostics()
    do {
      let files = try RulebookCompiler(reading: DiskReader()).compileCases(
        path: path, against: ProgramNames(loaded.program), sources: &loaded.sources,
        into: &findings)
      return (files, findings.sorted.first { $0.severity == .error })
    } catch {
      throw ToolFault(error)
    }
  }
}

/// `--format human|json|markdown|html`.
enum ImpactFormat: String, ExpressibleByArgument, CaseIterable {
  case human
  case json
  case markdown
  case html
}
