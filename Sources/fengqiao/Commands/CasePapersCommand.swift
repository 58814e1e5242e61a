internal import ArgumentParser
internal import Desk
internal import Model
internal import SourceText
internal import Store

/// `fengqiao case papers`: the papers that were drafted from a case.
struct CasePapersCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "papers", abstract: "List the papers drafted from a case, or write them as files.")

  @OptionGroup var subject: CaseSubject

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "The folder to write them into.",
    completion: .directory)
  var destination: String?

  @Flag(help: "Also those that were drafted anew later, or whose step was taken back.")
  var all = false

  @Option(help: "human or json (one paper a line).")
  var format: OutputFormat = .human

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard let fold = try subject.load(desk, console) else { return .findings }
    let id = fold.id
    let papers: [PaperSummary]
    do { papers = try desk.store.papers(of: id) } catch { throw ToolFault(error) }
    if papers.isEmpty, format == .human {
      console.print(console.say("no papers were drafted", "还没有制作文书"))
    }
    var olderCount = 0
    for (index, paper) in papers.enumerated() {
      let newer = papers[(index + 1)...].contains {
        $0.name == paper.name && !fold.isTakenBack($0.key)
      }
      let isTakenBack = fold.isTakenBack(paper.key)
      guard all || !newer && !isTakenBack else {
        olderCount += 1
        continue
      }
      var path: String?
      let program = fold.pinned(at: paper.key.sequence).program
      let document = program.documents.elements.first { $0.name == paper.name }
      let isKept = document.map { !desk.user.mayRead($0, in: program) } ?? false
      if let destination, !paper.isForgotten, !isTakenBack, !isKept {
        path = try write(paper, index + 1, desk.store, into: destination)
      }
      show(
        paper, index + 1, isReplaced: newer, isTakenBack: isTakenBack, isKept: isKept, path, console
      )
    }
    if olderCount > 0, format == .human {
      console.print(
        console.say(
          "and \(Console.counted(olderCount, "older one", "older ones")): `--all`",
          "另有旧的 \(olderCount) 份：加 `--all` 可以看"))
    }
    if format == .human {
      let names = PlainNames(fold, console.language)
      let blanks = BlankLines(fold: fold, names: names, width: CaseView.width)
      for line in blanks.lines { console.print(line) }
    }
    return .clean
  }

  private func write(
    _ summary: PaperSummary, _ number: Int, _ store: any CaseStore, into folder: String
  ) throws(ToolFault) -> String? {
    let paper: Paper?
    do { paper = try store.paper(summary.key) } catch { throw ToolFault(error) }
    guard let paper else { return nil }
    let ending = paper.mediaType == "text/html" ? "html" : "txt"
    let name = String(
      paper.name.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "_" })
    let path = FilePath.join(folder, "\(number < 10 ? "0" : "")\(number)-\(name).\(ending)")
    try ToolFile.write(paper.bytes, to: path)
    return path
  }

  private func show(
    _ paper: PaperSummary, _ number: Int, isReplaced: Bool, isTakenBack: Bool, isKept: Bool,
    _ path: String?, _ console: Console
  ) {
    switch format {
    case .human:
      var line = "\(number < 10 ? " " : "")\(number)  \(paper.name.onOneSafeLine)"
      if paper.isForgotten { line += console.say("  (erased)", "（已删除）") }
      if isTakenBack { line += console.say("  (its step was taken back)", "（那一步已撤回）") }
      if isKept { line += console.say("  (not for your side)", "（不给您所代表的一方）") }
      if isReplaced { line += console.say("  (drafted anew later)", "（后来重新制作）") }
      console.print(line + (path.map { "  \($0.onOneSafeLine)" } ?? ""))
    case .json:
      console.print(
        JSONText.object([
          .init("number", .integer(number)), .init("paper", .string(paper.name)),
          .init("entry", .integer(paper.key.sequence)), .init("type", .string(paper.mediaType)),
          .init("replaced", .bool(isReplaced)), .init("erased", .bool(paper.isForgotten)),
          .init("taken_back", .bool(isTakenBack)),
          .init("kept_from_you", .bool(isKept)),
          .init("made_from", isKept ? .null : .string(paper.madeFrom)),
          .init("path", path.map { .string($0) } ?? .null),
        ]).text())
    }
  }
}
