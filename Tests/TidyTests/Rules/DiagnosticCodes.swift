internal import SourceText
internal import TestSupport

/// The table of diagnostic codes, the files it is written in, and the pages under
/// `docs/diagnostics` tell one story.
enum DiagnosticCodes {
  static let pagesFolder = "docs/diagnostics/"

  static func offences(in tree: SourceTree, codes: [DiagnosticCode]) -> [Offence] {
    tableOffences(in: tree, codes: codes) + pageOffences(in: tree, codes: codes)
  }

  // MARK: The table

  private static func tableOffences(in tree: SourceTree, codes: [DiagnosticCode]) -> [Offence] {
    let files = tree.texts.keys.sorted()
      .filter { $0.split(separator: "/").last?.hasPrefix("DiagnosticCode+") == true }
    let table = "Sources/SourceText/DiagnosticCode.swift"
    let rows = files.flatMap { Self.rows(of: tree.texts[$0, default: ""], in: $0) }
    let listed = Set(codes.map(\.id))
    let unlisted = rows.filter { !listed.contains($0.id) }
      .map { Offence($0.path, $0.line, "\($0.id) is missing in the file's list of codes") }
    let disorder = zip(codes, codes.dropFirst()).filter { $0.id >= $1.id }
      .map { Offence(table, 1, "\($1.id) follows \($0.id); ids are unique and ascend") }
    let namesakes = Dictionary(grouping: codes, by: \.name).values.filter { $0.count > 1 }
      .map { $0.map(\.id).sorted().joined(separator: ", ") }.sorted()
      .map { Offence(table, 1, "one name for \($0)") }
    let misnamed = codes.filter { !isKebab($0.name) || !isID($0.id) }
      .map { Offence(table, 1, "`\($0.id) \($0.name)` is no FQnnnn with a kebab-case name") }
    return files.flatMap { strays(in: tree.texts[$0, default: ""], of: $0) }
      + unlisted + disorder + namesakes + misnamed
  }

  private struct Row {
    var id: String
    var path: String
    var line: Int
  }

  /// The codes that a file's text gives out: `DiagnosticCode("FQnnnn"` and the like.
  private static func rows(of text: String, in path: String) -> [Row] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { index, line in
      line.split(separator: "\"").map(String.init).filter(isID)
        .map { Row(id: $0, path: path, line: index + 1) }
    }
  }

  /// Rows outside of the range that the file's first line states: `/// FQ01..: reading YAML.`
  private static func strays(in text: String, of path: String) -> [Offence] {
    let head = text.prefix { $0 != "\n" }
    guard head.hasPrefix("/// FQ"), head.dropFirst(8).hasPrefix("..:") else {
      return [Offence(path, 1, "the first line says the file's range: `/// FQ01..: reading YAML.`")]
    }
    let prefix = String(head.dropFirst(4).prefix(4))
    return rows(of: text, in: path).filter { !$0.id.hasPrefix(prefix) }
      .map { Offence(path, $0.line, "\($0.id) does not begin with \(prefix)") }
  }

  private static func isID(_ text: String) -> Bool {
    text.count == 6 && text.hasPrefix("FQ") && text.dropFirst(2).allSatisfy(\.isWholeNumber)
  }

  private static func isKebab(_ name: String) -> Bool {
    !name.isEmpty
      && name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
      }
  }

  // MARK: The pages

  private static func pageOffences(in tree: SourceTree, codes: [DiagnosticCode]) -> [Offence] {
    let known = Dictionary(codes.map { ($0.id, $0) }) { first, _ in first }
    let paths = tree.texts.keys.sorted()
      .filter { $0.hasPrefix(pagesFolder) && $0 != pagesFolder + "README.md" }
    let ids = paths.map { $0.dropFirst(pagesFolder.count).prefix { $0 != "." } }.map(String.init)
    let missing = codes.filter { !ids.contains($0.id) }
      .map { Offence(pagesFolder + $0.id + ".md", 1, "\($0.id) \($0.name) has no page") }
    return missing
      + zip(paths, ids).flatMap { path, id -> [Offence] in
        guard let code = known[id], path == "\(pagesFolder)\(id).md" else {
          return [Offence(path, 1, "there is no code of this name")]
        }
        let page = MarkdownPage(tree.texts[path, default: ""])
        return headOffences(of: page, code, path) + exampleOffences(of: page, path)
      }
  }

  /// A page begins with the code's id and name, its weight with its Chinese name, and a paragraph
  /// in each language.
  private static func headOffences(
    of page: MarkdownPage, _ code: DiagnosticCode, _ path: String
  ) -> [Offence] {
    var found: [Offence] = []
    let title = "\(code.id) \(code.name)"
    if case .heading(1, title, _)? = page.parts.first {
    } else {
      found.append(Offence(path, 1, "the page begins with `# \(title)`"))
    }
    let prose = page.proseBeforeSecondHeading
    let weight = code.severity.rawValue + " · "
    if prose.first?.text.hasPrefix(weight) != true || prose.first.map({ hasHan($0.text) }) != true {
      found.append(Offence(path, 3, "under its heading stands `\(weight)` and its Chinese name"))
    }
    let words = prose.dropFirst().map(\.text)
    if !words.contains(where: { !hasHan($0) }) || !words.contains(where: hasHan) {
      found.append(Offence(path, 5, "a paragraph in English and one in Chinese say what and why"))
    }
    return found
  }

  private static func exampleOffences(of page: MarkdownPage, _ path: String) -> [Offence] {
    let unclosed = page.unclosedFence.map { [Offence(path, $0, "the block is never closed")] } ?? []
    return unclosed
      + DiagnosticPage.Example.allCases.flatMap { example -> [Offence] in
        guard let blocks = page.blocks(under: example.rawValue), let first = blocks.first else {
          return [Offence(path, 1, "there is no example under `## \(example.rawValue)`")]
        }
        return blocks.compactMap { block in
          if block.language == "sh" || block.line == first.line && block.file == nil { return nil }
          return block.fileFault.map { Offence(path, block.line, $0) }
        }
      }
  }

  private static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}

extension MarkdownPage {
  fileprivate var proseBeforeSecondHeading: [(text: String, line: Int)] {
    let head = parts.dropFirst().prefix { if case .heading = $0 { false } else { true } }
    return head.compactMap { if case .prose(let text, let line) = $0 { (text, line) } else { nil } }
  }
}
