/// A link in a page of ours leads to a file or folder that is there.
enum DocumentLinks {
  static func offences(in tree: SourceTree) -> [Offence] {
    let paths = Set(tree.texts.keys)
    return tree.texts.keys.sorted().filter { $0.hasSuffix(".md") }.flatMap { page in
      links(in: tree.texts[page, default: ""]).compactMap { link in
        let target = resolve(link.target, from: page)
        let isThere =
          paths.contains(target) || target.isEmpty
          || paths.contains { $0.hasPrefix(target + "/") }
        return isThere ? nil : Offence(page, link.line, "`\(link.target)` leads nowhere")
      }
    }
  }

  /// Where links of ours lead, without what stands behind `#`; fenced blocks hold none.
  private static func links(in text: String) -> [(line: Int, target: String)] {
    var links: [(line: Int, target: String)] = []
    var isFenced = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") { isFenced.toggle() }
      if isFenced { continue }
      for part in line.split(separator: "](").dropFirst() {
        let target = part.prefix { $0 != ")" && $0 != "#" && $0 != " " }
        guard !target.isEmpty, !target.contains("://") else { continue }
        links.append((index + 1, String(target)))
      }
    }
    return links
  }

  private static func resolve(_ target: String, from page: String) -> String {
    var steps = page.split(separator: "/").dropLast().map(String.init)
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }
}
