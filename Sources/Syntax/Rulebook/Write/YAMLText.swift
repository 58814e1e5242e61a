import SourceText

/// YAML that is to be written: scalars, lists and mappings, each entry with what is said above it.
indirect enum YAMLText: Sendable {
  /// One scalar; quoted where YAML would read something else, or where `isQuoted` says that its
  /// quotes matter (`"null"`).
  case scalar(String, isQuoted: Bool)
  /// A block behind `|`, line by line as it is.
  case block(String)
  case list([YAMLText])
  case map([Entry])

  /// One key, what stands under it, and a line of comment above.
  struct Entry: Sendable {
    var key: String
    var value: YAMLText
    var comment: String?
  }

  /// A scalar that is quoted only where it has to be.
  static func word(_ text: String) -> YAMLText { .scalar(text, isQuoted: false) }

  /// A scalar as it was read: one whose quotes say that it is not null keeps them, a block of
  /// several lines stays one.
  static func written(_ scalar: ScalarText) -> YAMLText {
    if scalar.text.contains("\n"), canBeBlock(scalar.text) { return .block(scalar.text) }
    return .scalar(scalar.text, isQuoted: scalar.style != .plain && scalar.text == "null")
  }

  /// Whether the text comes back as it was from behind `|` or `|-`.
  private static func canBeBlock(_ text: String) -> Bool {
    guard let first = text.first, !first.isWhitespace, !text.hasSuffix("\n\n") else {
      return false
    }
    return text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.needsEscape }
  }
}

/// The lines of a page of YAML in block style; short lists and mappings of plain words stand on one
/// line.
struct YAMLPage {
  private(set) var text = ""

  /// How wide a line may get by writing a list or mapping on it.
  private static let width = 76

  init(_ entries: [YAMLText.Entry]) {
    for (index, entry) in entries.enumerated() {
      if index > 0, !entry.value.isLine { text += "\n" }
      write(entry, indent: 0)
    }
  }

  private mutating func write(_ entry: YAMLText.Entry, indent: Int) {
    if let comment = entry.comment { line("# \(comment)", indent) }
    write(entry.value, behind: entry.key.asYAML + ":", indent, inside: indent + 2)
  }

  /// Writes a value behind a key or dash that stands at `indent`; what does not stand on that line
  /// is indented by `inside`.
  private mutating func write(
    _ value: YAMLText, behind head: String, _ indent: Int, inside: Int
  ) {
    if let short = value.onOneLine,
      indent + head.count + short.count < Self.width || value.isLine
    {
      return line("\(head) \(short)", indent)
    }
    switch value {
    case .scalar: preconditionFailure("a scalar stands on one line")
    case .block(let text): writeBlock(text, behind: head, indent, inside: inside)
    case .list(let items):
      line(head, indent)
      for item in items { write(item, indent: inside) }
    case .map(let entries):
      line(head, indent)
      for entry in entries { write(entry, indent: inside) }
    }
  }

  /// An item of a list: the first entry of a mapping stands behind the dash.
  private mutating func write(_ item: YAMLText, indent: Int) {
    let isShort = item.onOneLine.map { indent + 2 + $0.count < Self.width } ?? false
    guard case .map(let entries) = item, !isShort, let first = entries.first else {
      return write(item, behind: "-", indent, inside: indent + 2)
    }
    if let comment = first.comment { line("# \(comment)", indent) }
    write(first.value, behind: "- \(first.key.asYAML):", indent, inside: indent + 4)
    for entry in entries.dropFirst() { write(entry, indent: indent + 2) }
  }

  private mutating func writeBlock(
    _ block: String, behind head: String, _ indent: Int, inside: Int
  ) {
    line(head + (block.hasSuffix("\n") ? " |" : " |-"), indent)
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
    for content in block.hasSuffix("\n") ? lines.dropLast() : lines[...] {
      if content.isEmpty { text += "\n" } else { line(String(content), inside) }
    }
  }

  private mutating func line(_ content: String, _ indent: Int) {
    text += String(repeating: " ", count: indent) + content + "\n"
  }
}

extension YAMLText {
  /// Whether it always stands on the line of its key.
  fileprivate var isLine: Bool {
    switch self {
    case .scalar: true
    case .block: false
    case .list(let items): items.isEmpty
    case .map(let entries): entries.isEmpty
    }
  }

  /// The text of a scalar, and of lists and mappings of words alone.
  fileprivate var onOneLine: String? {
    switch self {
    case .scalar(let text, let isQuoted): return isQuoted ? text.singleQuoted : text.asYAML
    case .block: return nil
    case .list(let items):
      let words = items.compactMap(\.asFlow)
      return words.count == items.count ? "[" + words.joined(separator: ", ") + "]" : nil
    case .map(let entries):
      let pairs = entries.compactMap { entry in
        entry.comment == nil
          ? entry.value.asFlow.map { "\(entry.key.asYAML): \($0)" } : nil
      }
      return pairs.count == entries.count ? "{" + pairs.joined(separator: ", ") + "}" : nil
    }
  }

  /// As it may stand inside brackets: a scalar that needs no quotes there, or an empty list.
  private var asFlow: String? {
    switch self {
    case .scalar(let text, false): text.isFlowWord ? text : nil
    case .list(let items) where items.isEmpty: "[]"
    case .map(let entries) where entries.isEmpty: "{}"
    default: nil
    }
  }
}
