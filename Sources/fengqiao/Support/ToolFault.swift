internal import SourceText

/// Why a verb cannot do its work at all (exit code 2): misuse, a missing file, a missing program.
struct ToolFault: Error {
  let message: Bilingual

  init(en: String, zh: String) {
    message = Bilingual(en: en, zh: zh)
  }

  init(_ message: Bilingual) {
    self.message = message
  }

  init(_ error: SourceReadingError) {
    let path = error.path.onOneSafeLine
    switch error.reason {
    case .notFound:
      let shipped = SharedFolders.shipped(meantBy: error.path)?.onOneSafeLine
      self.init(
        en: "there is no file `\(path)`" + (shipped.map { "; the tool came with `\($0)`" } ?? ""),
        zh: "没有文件 `\(path)`" + (shipped.map { "；随工具安装的是 `\($0)`" } ?? ""))
    case .isFolder:
      self.init(en: "`\(path)` is a folder", zh: "`\(path)` 是文件夹")
    case .unreadable(let why):
      self.init(en: "`\(path)` cannot be read: \(why.en)", zh: "读不了 `\(path)`：\(why.zh)")
    }
  }

  /// Standard output that takes no more.
  init(writingResults fault: SystemFault) {
    let why = fault.words
    self.init(en: "results cannot be written: \(why.en)", zh: "写不了结果：\(why.zh)")
  }

  /// A file that could not be put in place.
  init(writing path: String, _ fault: SystemFault) {
    let (path, why) = (path.onOneSafeLine, fault.words)
    self.init(
      en: "`\(path)` cannot be written: \(why.en)", zh: "写不了 `\(path)`：\(why.zh)")
  }
}
