import SourceText
import Syntax

/// The files of one rulebook: its own, and those that it includes, which may include further ones.
/// Their sections become one, in the order in which the files are named.
struct RulebookFiles {
  private(set) var loader: SourceLoader
  private(set) var diagnostics = Diagnostics()
  private let main: SourceID
  /// Where each file that was included is named, by its normal path.
  private var named: [String: Span] = [:]

  init(_ main: SourceID, _ loader: SourceLoader) {
    self.main = main
    self.loader = loader
  }

  /// The rulebook that the files make; nil where one of them cannot be read.
  mutating func read() -> RulebookTree? {
    guard let node = parse(main) else { return nil }
    if node["rulebook"] == nil, let key = node.mapping?.first?.key, let whole = includer() {
      diagnostics.report(.partAlone(key.span, of: whole))
      return nil
    }
    let tree = decodeRulebook(node, into: &diagnostics)
    return including(tree, above: [main])
  }

  /// The file of the rulebook that includes the main file, looked for beside it and in the folders
  /// around; nil where there is none.
  private func includer() -> String? {
    let path = FilePath.normal(loader.sources[main].name)
    var folder = FilePath.folder(of: path)
    for _ in 0..<Self.foldersLookedIn {
      let candidate = FilePath.join(folder, "rulebook.yaml")
      if candidate != path, includes(candidate, path) { return candidate }
      if folder.isEmpty { return nil }
      folder = FilePath.folder(of: folder)
    }
    return nil
  }

  /// How far up a rulebook is looked for: its files may lie in folders of its own.
  private static let foldersLookedIn = 4

  private func includes(_ rulebook: String, _ path: String) -> Bool {
    var own = loader
    guard let source = try? own.load(rulebook) else { return false }
    var files = RulebookFiles(source, own)
    guard let node = files.parse(source), node["rulebook"] != nil else { return false }
    let tree = decodeRulebook(node, into: &files.diagnostics)
    _ = files.including(tree, above: [source])
    return files.named[path] != nil
  }

  private mutating func parse(_ source: SourceID) -> YAMLNode? {
    parseYAML(loader.sources[source], id: source, into: &diagnostics)
  }

  /// A file's tree together with those of the files that it includes.
  ///
  /// The files are found one after the other, so that their ids and findings have an order, and
  /// then read at the same time: reading texts is a third of what a check costs.
  private mutating func including(_ tree: RulebookTree, above: [SourceID]) -> RulebookTree? {
    let found = tree.includes.map { find($0, above: above) }
    var parts = found.compactMap(\.file).map { ($0, loader.sources[$0]) }
      .concurrentMap(weighing: \.1.bytes.count) { Part($0, $1) }[...]
    var whole = tree
    var isWhole = true
    for place in found {
      switch place {
      case .here:
        guard let part = parts.popFirst(), let tree = join(part, above) else {
          isWhole = false
          continue
        }
        var joining = SectionJoining { .declaredTwice($0, $1, $2) }
        whole = joining.join(whole, tree)
        diagnostics.report(contentsOf: joining.diagnostics.all)
      case .hadBefore(let finding): diagnostics.report(finding)
      case .notToBeHad(let finding):
        diagnostics.report(finding)
        isWhole = false
      }
    }
    return isWhole ? whole : nil
  }

  /// What became of a path under `include`.
  private enum Found {
    case here(SourceID)
    case hadBefore(Diagnostic)
    case notToBeHad(Diagnostic)

    var file: SourceID? { if case .here(let source) = self { source } else { nil } }
  }

  /// An included file as it was read by itself.
  private struct Part: Sendable {
    let source: SourceID
    /// Nil where it is no YAML.
    let tree: RulebookTree?
    let findings: [Diagnostic]

    init(_ source: SourceID, _ file: SourceFile) {
      self.source = source
      var diagnostics = Diagnostics()
      tree = parseYAML(file, id: source, into: &diagnostics)
        .map { decodePart($0, into: &diagnostics) }
      findings = diagnostics.all
    }
  }

  /// A part with what it includes itself.
  private mutating func join(_ part: Part, _ above: [SourceID]) -> RulebookTree? {
    diagnostics.report(contentsOf: part.findings)
    return part.tree.flatMap { including($0, above: above + [part.source]) }
  }

  private mutating func find(_ path: Located<String>, above: [SourceID]) -> Found {
    let name = FilePath.normal(FilePath.beside(loader.sources[path.span.source].name, path.value))
    let names = above.map { FilePath.normal(loader.sources[$0].name) }
    if let first = names.firstIndex(of: name) {
      return .notToBeHad(.inACircle(path, Array(names[first...]), isBase: false))
    }
    if let earlier = named[name] { return .hadBefore(.includedTwice(path, earlier)) }
    named[name] = path.span
    do {
      return .here(try loader.loadNormal(path.value, besideFileOf: path.span))
    } catch {
      return .notToBeHad(.fileNotRead(path, error))
    }
  }
}

extension Diagnostic {
  fileprivate static func partAlone(_ span: Span, of rulebook: String) -> Diagnostic {
    Diagnostic(
      .otherKindOfFile,
      Bilingual(
        en: "the file is a part of the rulebook `\(rulebook)`, which includes it",
        zh: "这个文件是规则书 `\(rulebook)` 的一部分，由它包含"),
      at: span,
      help: Bilingual(en: "name `\(rulebook)` instead", zh: "请改为指定 `\(rulebook)`"))
  }

  static func fileNotRead(_ path: Located<String>, _ error: SourceReadingError) -> Diagnostic {
    let reason = error.text
    // The working folder has an empty name.
    let file = error.path.isEmpty ? path.value : error.path
    return Diagnostic(
      .fileNotRead,
      Bilingual(
        en: "the file `\(file)` cannot be read: \(reason.en)",
        zh: "读不到文件 `\(file)`：\(reason.zh)"),
      at: path.span,
      help: error.reason == .isFolder
        ? Bilingual(en: "name the files in it one by one", zh: "请逐个写出其中的文件")
        : Bilingual(
          en: "write the path as seen from the folder of this file", zh: "请写相对于本文件所在文件夹的路径"))
  }

  /// What `extends` names is nowhere; `meant` is the name of a rulebook that came with the tool,
  /// `folders` are those where such are looked for.
  static func noSuchBase(
    _ path: Located<String>, _ error: SourceReadingError, meant: String?, folders: [String]
  ) -> Diagnostic {
    if error.reason == .notFound, path.value.isFolderName {
      return noSuchBase(path, at: error.path, folders)
    }
    var diagnostic = fileNotRead(path, error)
    if let meant {
      diagnostic.help = Bilingual(
        en: "write `\(meant)` for the rulebook of that name that came with the tool",
        zh: "要用随工具安装的同名规则书，请写 `\(meant)`")
    }
    return diagnostic
  }

  /// A name alone, which may be that of a folder beside this one or of a rulebook that came with
  /// the tool.
  private static func noSuchBase(
    _ path: Located<String>, at beside: String, _ folders: [String]
  ) -> Diagnostic {
    let name = path.value
    let shown = folders.map { "`\($0)`" }
    guard !shown.isEmpty else {
      return Diagnostic(
        .fileNotRead,
        Bilingual(
          en:
            "there is no rulebook `\(name)`: `\(beside)` is not there, and no folder `Rules` that "
            + "came with the tool was found",
          zh: "没有规则书 `\(name)`：`\(beside)` 不存在，也没有找到随工具安装的规则书文件夹 `Rules`"),
        at: path.span,
        help: Bilingual(
          en: "name the folder that holds `\(name)` in the environment variable `FENGQIAO_RULES`, "
            + "or write the way to `\(name)` as seen from the folder of this file",
          zh: "请在环境变量 `FENGQIAO_RULES` 中写明 `\(name)` 所在的文件夹，"
            + "或写 `\(name)` 相对于本文件所在文件夹的路径"))
    }
    return Diagnostic(
      .fileNotRead,
      Bilingual(
        en: "there is no rulebook `\(name)`, neither at `\(beside)` nor in "
          + shown.joined(separator: ", "),
        zh: "没有规则书 `\(name)`：`\(beside)` 和 \(shown.joined(separator: "、")) 中都没有"),
      at: path.span,
      help: Bilingual(
        en: "correct the name, or write the way to it as seen from the folder of this file; "
          + "`FENGQIAO_RULES` names further folders to look in",
        zh: "请改正名称，或写相对于本文件所在文件夹的路径；其他文件夹可写在环境变量 `FENGQIAO_RULES` 中"))
  }

  /// `circle` are the files on the way, the first of them the one that the path leads back to.
  static func inACircle(
    _ path: Located<String>, _ circle: [String], isBase: Bool
  ) -> Diagnostic {
    let way = (circle + circle.prefix(1)).map { "`\($0)`" }
    let verb = isBase ? Bilingual(en: "extends", zh: "以上层") : Bilingual(en: "includes", zh: "包含")
    return Diagnostic(
      .filesInACircle,
      Bilingual(
        en: "this leads in a circle: \(way.joined(separator: " \(verb.en) "))",
        zh: "这里绕成一圈：\(way.joined(separator: " \(verb.zh) "))"),
      at: path.span,
      help: isBase
        ? Bilingual(en: "take `extends` out of one of them", zh: "请在其中一个文件里去掉 `extends`")
        : Bilingual(en: "take one of the files out of `include`", zh: "请从 `include` 中去掉其中一个文件"))
  }

  fileprivate static func includedTwice(_ path: Located<String>, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .declaredTwice,
      Bilingual(
        en: "the file `\(path.value)` is included twice", zh: "文件 `\(path.value)` 被包含了两次"),
      at: path.span,
      labels: [Label(earlier, Bilingual(en: "first included here", zh: "第一次在此包含"))],
      help: Bilingual(en: "include it once", zh: "请只包含一次"))
  }
}
