internal import ArgumentParser
internal import Desk
internal import Model
internal import SourceText
internal import Store

/// Which store, who works at it, and when.
struct DeskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The case store: a file, or postgres://… (default: $FENGQIAO_STORE, else below "
        + "~/.local/share/fengqiao)."),
    completion: .file())
  var store: String?

  @Option(help: ArgumentHelp("Take this for the present moment ($FENGQIAO_NOW); for trials."))
  var now: String?

  /// The moment that counts as now.
  func moment(offset: UTCOffset = .china) throws(ToolFault) -> DateTime {
    guard let text = now ?? environment("FENGQIAO_NOW") else { return WallClock.now }
    return try Moment.read(text, offset: offset, option: "--now")
  }

  /// The desk over the store. A file that was named and is not there is made only for a verb that
  /// `makesStore`: made for any other, a slip of the pen would look like a store without cases.
  func desk(makesStore: Bool = false) throws(ToolFault) -> CaseDesk {
    let path = try place()
    let isNamed = store != nil || environment("FENGQIAO_STORE") != nil
    if isNamed, !makesStore { try Self.look(for: path) }
    if !isNamed {
      let folder = FilePath.folder(of: path)
      do { try Disk.makeFolder(folder) } catch { throw ToolFault(writing: folder, error) }
    }
    return try Self.desk(at: path, moment())
  }

  /// The desk over a store that is there already.
  static func desk(ready path: String) throws(ToolFault) -> CaseDesk {
    try look(for: path)
    return try desk(at: path, WallClock.now)
  }

  private static func look(for path: String) throws(ToolFault) {
    guard CaseStores.isFile(path), !Disk.exists(path) else { return }
    throw ToolFault(
      en: "there is no case store `\(path.onOneSafeLine)`; `case new` and `store init` make one",
      zh: "没有案件库 `\(path.onOneSafeLine)`；`case new` 和 `store init` 会新建")
  }

  private static func desk(at path: String, _ now: DateTime) throws(ToolFault) -> CaseDesk {
    let user = try OperatorFile.user()
    do {
      return CaseDesk(
        store: try CaseStores.open(path), user: user, now: now, salt: { Dice.salt() })
    } catch { throw ToolFault(error) }
  }

  /// A desk over another store, with the same operator and moment.
  func desk(over path: String, makesStore: Bool = false) throws(ToolFault) -> CaseDesk {
    var other = self
    other.store = path
    return try other.desk(makesStore: makesStore)
  }

  /// Where the store is: a file, or a server's URL.
  func place() throws(ToolFault) -> String {
    if let place = store ?? environment("FENGQIAO_STORE") { return place }
    guard let home = environment("HOME") else {
      throw ToolFault(
        en: "it is not known where your files are; name the store with `--store`",
        zh: "不知道您的文件放在哪里；请用 `--store` 写出案件库")
    }
    let data = environment("XDG_DATA_HOME") ?? FilePath.join(home, ".local/share")
    return FilePath.join(data, "fengqiao/cases.sqlite")
  }
}

/// A moment given on the command line.
enum Moment {
  static func read(
    _ text: String, offset: UTCOffset, option: String
  ) throws(ToolFault) -> DateTime {
    if let moment = DateTime(literal: text, defaultOffset: offset) { return moment }
    if let day = CalendarDate(literal: text), let moment = DateTime(startOf: day, offset: offset) {
      return moment
    }
    throw ToolFault(
      en: "`\(option)` takes a moment such as `2026-05-06T09:20`, not `\(text.onOneSafeLine)`",
      zh: "`\(option)` 要写成 `2026-05-06T09:20` 这样的时间，不是 `\(text.onOneSafeLine)`")
  }
}

extension ToolFault {
  init(_ fault: StoreFault) {
    let help = fault.help
    self.init(
      en: fault.message.en + (help.map { "; \($0.en)" } ?? ""),
      zh: fault.message.zh + (help.map { "；\($0.zh)" } ?? ""))
  }
}
