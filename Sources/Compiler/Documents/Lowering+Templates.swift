import Model
import SourceText
import Syntax

// Templates that documents and prompts name.
extension Lowering {
  /// The template of a path such as `documents/agreement`, checked against the rulebook's names;
  /// nil with a finding. One that several name is read once.
  mutating func template(_ path: Located<String>) -> Template? {
    takeDocuments()
    if let known = templates[path.value] { return known }
    guard let file = templateFile(path, formats: [.page, .text]) else { return nil }
    let tree = scanned(file)
    var expansion = Expansion(format: file.format, origin: path.span, around: [file.source])
    let parts = expanded(tree.parts, &expansion)
    var lowering = TemplateLowering(scope)
    var template = Template(path: path.value, parts: lowering.lower(parts))
    if file.format == .page { template.format = .page }
    diagnostics.report(contentsOf: lowering.diagnostics.all)
    templates[path.value] = template
    return template
  }

  /// How the partials of one template are found.
  private struct Expansion {
    /// A partial is of the same format.
    let format: TemplateTree.Format
    /// Where the rulebook names the template: partials are looked for from there as well.
    let origin: Span
    /// The files that the part in hand stands in, the outermost first.
    var around: [SourceID]
  }

  /// The parts with what each partial holds in its place.
  private mutating func expanded(
    _ parts: [TemplateTree.Part], _ expansion: inout Expansion
  ) -> [TemplateTree.Part] {
    parts.flatMap { part -> [TemplateTree.Part] in
      switch part {
      case .text, .comment, .value: return [part]
      case .section(var section):
        section.parts = expanded(section.parts, &expansion)
        return [.section(section)]
      case .partial(let path): return partial(path, &expansion)
      }
    }
  }

  private mutating func partial(
    _ path: Located<String>, _ expansion: inout Expansion
  ) -> [TemplateTree.Part] {
    guard
      let file = templateFile(path, seenFrom: expansion.origin, formats: [expansion.format])
    else { return [] }
    guard !expansion.around.contains(file.source) else {
      diagnostics.report(.templateCircle(path))
      return []
    }
    let tree = scanned(file)
    expansion.around.append(file.source)
    defer { expansion.around.removeLast() }
    return expanded(tree.parts, &expansion)
  }

  /// The file: below `templates` beside the file that names it (`origin`, where a rulebook does) or
  /// beside the rulebook's own, else below a folder of templates that the tool knows. Within one
  /// folder the formats come in their order.
  private mutating func templateFile(
    _ path: Located<String>, seenFrom origin: Span? = nil, formats: [TemplateTree.Format]
  ) -> TemplateFile? {
    guard path.value.isPathBelow else {
      diagnostics.report(.notATemplatePath(path))
      return nil
    }
    for folder in templateFolders(from: origin ?? path.span) where isThere(folder) {
      for format in formats {
        let candidate = FilePath.join(folder, path.value + format.ending)
        if let known = templateFiles[candidate] {
          return TemplateFile(source: known, format: format)
        }
        do throws(SourceReadingError) {
          let source = try loader.load(candidate)
          templateFiles[candidate] = source
          return TemplateFile(source: source, format: format)
        } catch {
          if error.reason == .notFound { continue }
          diagnostics.report(.templateNotRead(path, candidate, error))
          return nil
        }
      }
    }
    let folders = templateFolders(from: origin ?? path.span).filter { isThere($0) }
    diagnostics.report(.templateNotFound(path, as: formats, folders))
    return nil
  }

  /// Whether there is such a folder: asked once, because most rulebooks have no templates of their
  /// own and many names are looked for.
  private mutating func isThere(_ folder: String) -> Bool {
    if let known = templateFolders[folder] { return known }
    let isThere = loader.mayHold(folder)
    templateFolders[folder] = isThere
    return isThere
  }

  /// Scans the templates of these paths, all at the same time; what is wrong with a path is told
  /// where it is looked up.
  mutating func scanTemplates(_ paths: [Located<String>]) {
    let found = diagnostics
    var files: [SourceID: TemplateFile] = [:]
    for path in paths {
      guard let file = templateFile(path, formats: [.page, .text]) else { continue }
      files[file.source] = file
    }
    diagnostics = found
    let texts = files.values.sorted { $0.source.index < $1.source.index }
      .map { ($0, loader.sources[$0.source]) }
    let scans = texts.concurrentMap(weighing: \.1.bytes.count) { ScannedTemplate($0, $1) }
    for (file, scan) in zip(texts, scans) { templateScans[file.0.source] = scan }
  }

  private mutating func scanned(_ file: TemplateFile) -> TemplateTree {
    var scan = templateScans[file.source] ?? ScannedTemplate(file, loader.sources[file.source])
    diagnostics.report(contentsOf: scan.findings)
    scan.findings = []
    templateScans[file.source] = scan
    return scan.tree
  }

  private func templateFolders(from origin: Span) -> [String] {
    var folders: [String] = []
    for place in [origin, tree.span] {
      let own = FilePath.beside(loader.sources[place.source].name, "templates")
      if !folders.contains(own) { folders.append(own) }
    }
    return folders + loader.templateFolders + foldersAbove(origin)
  }

  /// `Templates` in the folder of the file that names a template or above it: a base brings the
  /// templates of its papers, wherever the rulebook that builds on it lies.
  private func foldersAbove(_ origin: Span) -> [String] {
    var folders: [String] = []
    var folder = FilePath.folder(of: loader.sources[origin.source].name)
    while !folder.isEmpty, folder != "/" {
      folders.append(FilePath.join(folder, "Templates"))
      folder = FilePath.folder(of: folder)
    }
    return folders
  }
}

extension TemplateTree.Format {
  /// How the names of its files end.
  fileprivate var ending: String { self == .page ? ".html.mustache" : ".mustache" }
}

extension [String] {
  fileprivate func inTicks(_ separator: String) -> String {
    map { "`\($0)`" }.joined(separator: separator)
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

  /// `folders`: those that are there and were looked in.
  fileprivate static func templateNotFound(
    _ path: Located<String>, as formats: [TemplateTree.Format], _ folders: [String]
  ) -> Diagnostic {
    let file = path.value + (formats.last ?? .text).ending
    var help = Bilingual(
      en: "write the file `templates/\(file)` beside the rulebook, or name the folder that holds "
        + "`\(file)` in the environment variable `FENGQIAO_TEMPLATES`",
      zh: "请在规则书旁建立文件 `templates/\(file)`，或在环境变量 `FENGQIAO_TEMPLATES` 中写明 "
        + "`\(file)` 所在的文件夹")
    let endings = [".html.mustache", ".mustache", ".html"]
    if let ending = endings.first(where: path.value.hasSuffix) {
      let bare = String(path.value.dropLast(ending.count))
      help = Bilingual(en: "write `\(bare)`", zh: "改为 `\(bare)`")
    }
    return Diagnostic(
      .templateNotRead,
      folders.isEmpty
        ? Bilingual(en: "there is no template `\(path.value)`", zh: "没有模板 `\(path.value)`")
        : Bilingual(
          en: "there is no template `\(path.value)` in \(folders.inTicks(", "))",
          zh: "\(folders.inTicks("、")) 中没有模板 `\(path.value)`"),
      at: path.span, help: help)
  }

  fileprivate static func templateCircle(_ path: Located<String>) -> Diagnostic {
    Diagnostic(
      .templateCircle,
      Bilingual(
        en: "`\(path.value)` is the template that this stands in, so it would never end",
        zh: "这里正在 `\(path.value)` 里面，再嵌入它就没有尽头"),
      at: path.span,
      help: Bilingual(
        en: "take the tag away, or put what both need into a template of its own",
        zh: "请删去这个标签，或把共用的内容写成另一个模板"))
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
