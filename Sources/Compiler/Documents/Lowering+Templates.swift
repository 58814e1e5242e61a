import Model
import SourceText
import Syntax

// Templates that documents and prompts name.
extension Lowering {
  /// The template of a path such as `documents/agreement`, checked against the rulebook's names;
  /// nil with a finding. One that several name is read once.
  mutating func template(_ path: Located<String>) -> Template? {
    if let known = templates[path.value] { return known }
    guard let source = templateSource(path) else { return nil }
    let tree = scanTemplate(loader.sources[source], id: source, into: &diagnostics)
    var lowering = TemplateLowering(scope)
    let template = Template(path: path.value, parts: lowering.lower(tree.parts))
    diagnostics.report(contentsOf: lowering.diagnostics.all)
    templates[path.value] = template
    return template
  }

  /// The file: `templates/PATH.mustache` beside the file that names it or beside the rulebook's
  /// own, else `PATH.mustache` in a folder of templates that the tool knows.
  private mutating func templateSource(_ path: Located<String>) -> SourceID? {
    guard path.value.isPathBelow else {
      diagnostics.report(.notATemplatePath(path))
      return nil
    }
    for candidate in templateCandidates(path) {
      do throws(SourceReadingError) {
        return try loader.load(candidate)
      } catch {
        if error.reason == .notFound { continue }
        diagnostics.report(.templateNotRead(path, candidate, error))
        return nil
      }
    }
    diagnostics.report(.templateNotFound(path))
    return nil
  }

  private func templateCandidates(_ path: Located<String>) -> [String] {
    let name = path.value + ".mustache"
    var candidates: [String] = []
    for place in [path.span, tree.span] {
      let own = FilePath.beside(loader.sources[place.source].name, "templates/" + name)
      if !candidates.contains(own) { candidates.append(own) }
    }
    return candidates + loader.templateFolders.map { FilePath.join($0, name) }
  }
}

extension String {
  /// Whether it is a path that leads downwards.
  fileprivate var isPathBelow: Bool {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}

extension Diagnostic {
  fileprivate static func notATemplatePath(_ path: Located<String>) -> Diagnostic {
    Diagnostic(
      .templateNotRead,
      Bilingual(
        en: "`\(path.value)` is no path below a folder of templates",
        zh: "`\(path.value)` 不是模板文件夹之下的路径"),
      at: path.span,
      help: Bilingual(
        en: "write it as `documents/agreement`, without `..` and without a beginning `/`",
        zh: "请写作 `documents/agreement`，不用 `..`，开头不用 `/`"))
  }

  fileprivate static func templateNotFound(_ path: Located<String>) -> Diagnostic {
    var help = Bilingual(
      en: "write the file `templates/\(path.value).mustache` beside the rulebook",
      zh: "请在规则书旁建立文件 `templates/\(path.value).mustache`")
    if path.value.hasSuffix(".mustache") {
      let bare = String(path.value.dropLast(9))
      help = Bilingual(en: "write `\(bare)`", zh: "改为 `\(bare)`")
    }
    return Diagnostic(
      .templateNotRead,
      Bilingual(en: "there is no template `\(path.value)`", zh: "没有模板 `\(path.value)`"),
      at: path.span, help: help)
  }

  fileprivate static func templateNotRead(
    _ path: Located<String>, _ file: String, _ error: SourceReadingError
  ) -> Diagnostic {
    let reason = error.text
    return Diagnostic(
      .templateNotRead,
      Bilingual(
        en: "the template `\(file)` cannot be read: \(reason.en)",
        zh: "读不到模板 `\(file)`：\(reason.zh)"),
      at: path.span,
      help: Bilingual(en: "mend the file, or name another", zh: "请修复该文件，或改用别的模板"))
  }
}
