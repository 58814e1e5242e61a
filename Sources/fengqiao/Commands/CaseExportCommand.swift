internal import ArgumentParser
internal import Desk
internal import Model
internal import SourceText

/// `fengqiao case export`: the whole file of a case, as a folder.
struct CaseExportCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a case's whole file into a folder, or the case as a test of its rulebook.")

  @OptionGroup var subject: CaseSubject

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The folder to make; with --as-test a file (default: standard output).",
    completion: .file())
  var destination: String?

  @Flag(help: "A case file with `expect`, for `fengqiao test`.")
  var asTest = false

  @Flag(help: "Names, identity numbers and phones masked; such a folder cannot be imported.")
  var masked = false

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard let fold = try subject.load(desk, console) else { return .findings }
    try check(desk.user, fold)
    if asTest {
      guard fold.earlier.isEmpty else {
        throw ToolFault(
          en:
            "case `\(fold.id.onOneSafeLine)` went over to another version of its rulebook; a test "
            + "is of one version",
          zh: "案件 `\(fold.id.onOneSafeLine)` 换过规则书的版本；测试只能针对一个版本")
      }
      let text = fold.testFile
      guard let destination else {
        Console.write(text, to: .output)
        return .clean
      }
      do { try Disk.write(Array(text.utf8), to: destination) } catch {
        throw ToolFault(writing: destination, error)
      }
      answer.tell(
        console, [], [.init("case", .string(fold.id)), .init("path", .string(destination))])
      return .clean
    }
    guard let destination else {
      throw ToolFault(
        en: "name the folder to make with `-o FOLDER`", zh: "请用 `-o 文件夹` 写出放卷宗的文件夹")
    }
    let masked = masked
    let folder = try DeskWork.run(console) { () throws(DeskFault) -> CaseFolder in
      var folder = masked ? CaseFolder() : try desk.originals(of: fold)
      let pages = FilePages(fold: fold, console: console, reader: desk.user, isMasked: masked)
      pages.add(to: &folder)
      folder.seal()
      return folder
    }
    guard let folder else { return .findings }
    try write(folder, into: destination)
    let files = console.say(
      Console.counted(folder.files.count, "file", "files"), "\(folder.files.count) 个文件")
    answer.tell(
      console, ["\(destination.onOneSafeLine)  \(files)"],
      [
        .init("case", .string(fold.id)), .init("path", .string(destination)),
        .init("files", .integer(folder.files.count)),
      ])
    return .clean
  }

  /// Whether the operator may have what is exported.
  private func check(_ user: Operator, _ fold: CaseFold) throws(ToolFault) {
    let versions = fold.earlier.map(\.pinned.program) + [fold.program]
    if versions.contains(where: user.isKeptFromSomething) {
      throw ToolFault(
        en: "the whole file holds what is kept from the side you act for",
        zh: "卷宗里有不让您所代表的一方知道的内容，不能导出")
    }
    if asTest, masked {
      throw ToolFault(
        en: "a test holds all that was entered, as it was; `--masked` is for the folder alone",
        zh: "测试文件照原样写出录入的全部内容；`--masked` 只用于卷宗文件夹")
    }
    if !masked, versions.contains(where: user.isKeptFromNumbers) {
      throw ToolFault(
        en: "the whole file holds the numbers of people of other sides; export it with `--masked`",
        zh: "卷宗里有其他各方的证件号码或者电话，不能原样导出；请加 `--masked`")
    }
  }

  private func write(_ folder: CaseFolder, into destination: String) throws(ToolFault) {
    guard !Disk.exists(destination) else {
      throw ToolFault(
        en: "`\(destination.onOneSafeLine)` is there already; name another folder",
        zh: "`\(destination.onOneSafeLine)` 已经存在；请另写一个文件夹")
    }
    for file in folder.files {
      try ToolFile.write(file.bytes, to: FilePath.join(destination, file.path))
    }
  }
}

extension Operator {
  /// Whether cases of a rulebook hold numbers that he sees masked.
  fileprivate func isKeptFromNumbers(in program: Program) -> Bool {
    program.facts.elements.contains { fact in
      fact.type.hasFormat && !seesNumbers(of: fact, in: program)
    }
  }
}
