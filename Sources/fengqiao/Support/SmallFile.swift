internal import SourceText
internal import Syntax

/// A small YAML file that one verb reads by itself: a mapping, whose faults are told at their place
/// and end the verb.
struct SmallFile {
  private let sources: SourceMap
  let root: YAMLNode
  let entries: [YAMLEntry]

  /// - Parameter noun: what such a file is called.
  init(_ path: String, as noun: Bilingual) throws(ToolFault) {
    var sources = SourceMap()
    let file: SourceFile
    do throws(SourceReadingError) {
      file = SourceFile(name: path, bytes: try DiskReader().read(path))
    } catch { throw ToolFault(error) }
    var findings = Diagnostics()
    let root = parseYAML(file, id: sources.add(file), into: &findings)
    if let first = findings.sorted.first(where: { $0.severity == .error }) {
      throw Self.fault(first.primary.span, first.message, in: sources)
    }
    guard let root, let entries = root.mapping else {
      throw ToolFault(
        en: "the \(noun.en) `\(path.onOneSafeLine)` is no mapping",
        zh: "\(noun.zh)文件 `\(path.onOneSafeLine)` 不是映射")
    }
    if let key = entries.first?.key, let other = kindOfFile(root) {
      throw Self.fault(
        key.span,
        Bilingual(
          en: "the file is \(other.en), where a \(noun.en) is needed",
          zh: "此处需要\(noun.zh)，而这个文件是\(other.zh)"), in: sources)
    }
    (self.sources, self.root, self.entries) = (sources, root, entries)
  }

  /// The entries of a mapping within it; none where nothing stands.
  func mapping(_ node: YAMLNode?) throws(ToolFault) -> [YAMLEntry] {
    guard let node, !node.isAbsent else { return [] }
    guard let entries = node.mapping else {
      throw fault(node.span, en: "a mapping belongs here", zh: "这里应是映射")
    }
    return entries
  }

  /// What to say of a key that means nothing.
  func unknown(_ key: ScalarText, among names: [String]) -> ToolFault {
    let name = key.text.onOneSafeLine
    let near = Suggestion.nearest(to: key.text, among: names)
    return fault(
      key.span,
      en: "nothing here is called `\(name)`" + (near.map { "; write `\($0)`" } ?? ""),
      zh: "这里没有 `\(name)`" + (near.map { "；请写 `\($0)`" } ?? ""))
  }

  func fault(_ span: Span, en: String, zh: String) -> ToolFault {
    Self.fault(span, Bilingual(en: en, zh: zh), in: sources)
  }

  private static func fault(
    _ span: Span, _ message: Bilingual, in sources: SourceMap
  ) -> ToolFault {
    let place = sources.place(span).onOneSafeLine
    return ToolFault(en: "\(place): \(message.en)", zh: "\(place)：\(message.zh)")
  }
}
