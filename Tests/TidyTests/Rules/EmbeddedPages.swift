/// The tool carries every page of `docs/diagnostics` as it stands there, and no other.
enum EmbeddedPages {
  static let generated = "Sources/fengqiao/Generated/DiagnosticPages.swift"

  static func offences(in tree: SourceTree) -> [Offence] {
    let text = tree.texts[generated, default: ""]
    let pages = tree.texts.keys.sorted().filter { $0.hasPrefix("docs/diagnostics/FQ") }
    let stale = pages.filter { !text.contains(embedded(tree.texts[$0, default: ""], at: $0)) }
      .map { Offence($0, 1, "the tool carries another text of this page: run `make docs`") }
    let count = text.split(separator: opening).count - 1
    let others = Offence(generated, 1, "\(count) pages for \(pages.count): run `make docs`")
    return stale + (count == pages.count ? [] : [others])
  }

  private static let opening = "      ###\"\"\"\n"

  /// The page as Scripts/embed-pages writes it: indented, between the quotes of a raw literal.
  private static func embedded(_ page: String, at path: String) -> String {
    let id = path.dropFirst("docs/diagnostics/".count).prefix { $0 != "." }
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let indented = lines.map { $0.isEmpty ? "\n" : "      \($0)\n" }.joined()
    return "\"\(id)\",\n\(opening)\(indented)      \"\"\"###\n"
  }
}
