internal import ArgumentParser
internal import Desk
internal import Engine
internal import Model
internal import Runtime
internal import SourceText
internal import Store

/// `fengqiao case new`: opens a case.
struct CaseNewCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Open a case, on the version of the rulebook then in force.")

  @Argument(
    help: "The rulebook: its folder, its file, an artefact, or the name of one in the store.",
    completion: .file())
  var rulebook: String

  @Option(help: "The case's id (default: the rulebook's name, the year and a number).")
  var id: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "A fact that is known: `name=value`; may be repeated.")
  var facts: [String] = []

  @Option(help: "When it was opened (default: now).")
  var at: String?

  @Option(help: "human or json.")
  var format: OutputFormat = .human

  @OptionGroup var input: InputOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    if id?.isEmpty == true {
      throw ToolFault(
        en: "`--id` is empty; leave it out for one that is made of the rulebook and the year",
        zh: "`--id` 是空的；不写它，就按规则书的名称和年份编一个")
    }
    let desk = try options.desk(makesStore: true)
    var preferred: String?
    var name = rulebook
    var calendar: String?
    if let path = try path(desk) {
      let loaded = try LoadedRulebook(path: path, calendarPath: input.calendar)
      guard loaded.showFindings(console, format: format) else { return .findings }
      let artefact = Artefact(
        loaded.program, sources: loaded.sources, folder: loaded.folder, calendar: loaded.calendar)
      guard
        try DeskWork.run(console, { () throws(DeskFault) in try desk.keep(artefact) }) != nil
      else { return .findings }
      (name, preferred, calendar) = (
        artefact.program.name, artefact.programHash, artefact.calendarHash
      )
    }
    let opened =
      try at.map { text throws(ToolFault) in
        try Moment.read(text, offset: .china, option: "--at")
      } ?? desk.now
    let pairs = try Assignments.read(facts, option: "--set")
    let opening = Opening(
      id: id, rulebook: name, preferred: preferred, calendar: calendar, at: opened, facts: pairs)
    let result = try DeskWork.run(console) {
      () throws(DeskFault) -> (fold: CaseFold, refusal: Refusal?) in try opening.open(desk)
    }
    guard let (fold, refusal) = result else { return .findings }
    let view = try CaseView(fold, at: desk.now, desk, console)
    if let refusal { return view.refuse(refusal, format) }
    view.show(format, choices: true)
    return .clean
  }

  /// Where the rulebook lies; nil where a word names one in the store. What the tool came with
  /// comes last: an office's own rulebook may bear the name of one of those.
  private func path(_ desk: CaseDesk) throws(ToolFault) -> String? {
    if Disk.exists(rulebook) { return rulebook }
    do {
      return try desk.keepsRulebook(rulebook) ? nil : SharedFolders.shipped(meantBy: rulebook)
    } catch { throw ToolFault(error) }
  }
}

/// What a new case is opened with.
private struct Opening {
  var id: String?
  var rulebook: String
  var preferred: String?
  var calendar: String?
  var at: DateTime
  var facts: [(name: String, value: String)]

  func open(_ desk: CaseDesk) throws(DeskFault) -> (fold: CaseFold, refusal: Refusal?) {
    let version = try desk.version(
      of: rulebook, on: at.date(in: .china), preferring: preferred)
    let pinned = try desk.program(version.hash)
    let typed = TypedEntry(program: pinned.program, today: at.date(in: pinned.program.offset))
    var counting = calendar
    if counting == nil { counting = try desk.ownCalendar(of: version.hash) }
    return try desk.open(
      id, version, calendar: counting ?? "", at: at, facts: try typed.facts(facts))
  }
}
