internal import SourceText

/// A code's page in one language. In docs/diagnostics a page holds both: a heading, a line
/// `severity · Chinese name`, a paragraph in English, one in Chinese, and examples in fences.
struct CodePage {
  private let heading: Substring
  private let kind: Substring
  private let english: [Substring]
  private let chinese: [Substring]
  private let examples: [Substring]

  init(_ page: String) {
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false)[...]
    func paragraph() -> [Substring] {
      lines = lines.drop { $0.isEmpty }
      let paragraph = lines.prefix { !$0.isEmpty }
      lines = lines.dropFirst(paragraph.count)
      return Array(paragraph)
    }
    heading = paragraph().first ?? ""
    kind = paragraph().first ?? ""
    english = paragraph()
    chinese = paragraph()
    examples = Array(lines)
  }

  func text(in language: Language) -> String {
    let opening = [heading, "", shownKind(language), ""]
    let paragraph = language == .chinese ? chinese : english
    return (opening + paragraph + shownExamples(language)).joined(separator: "\n")
  }

  private func shownKind(_ language: Language) -> Substring {
    let parts = kind.split(separator: " · ", maxSplits: 1)
    guard parts.count == 2 else { return kind }
    switch (language, parts[0]) {
    case (.chinese, "error"): return "错误 · \(parts[1])"
    case (.chinese, "warning"): return "警告 · \(parts[1])"
    case (.chinese, "note"): return "说明 · \(parts[1])"
    default: return parts[0]
    }
  }

  /// The examples, their two headings in the language; what stands in a fence is left as it is.
  private func shownExamples(_ language: Language) -> [Substring] {
    guard language == .chinese else { return examples }
    var isFenced = false
    return examples.map { line in
      if line.hasPrefix("```") { isFenced.toggle() }
      switch line {
      case "## Fails" where !isFenced: return "## 反例"
      case "## Mended" where !isFenced: return "## 改好的"
      default: return line
      }
    }
  }
}
