internal import TestSupport

/// What is never left behind: marks of unfinished work, ways around the compiler, prints, stray
/// white space.
enum Leftovers {
  static func offences(in tree: SourceTree) -> [Offence] {
    let others = tree.texts.keys.sorted().filter { !$0.hasSuffix(".swift") }
    return tree.swift.flatMap { marks(in: $0) + shortcuts(in: $0) + whiteSpace(in: $0) }
      + others.flatMap { path in
        let lines = lines(of: tree.texts[path, default: ""])
        return lines.flatMap { marks(in: $0.text, at: $0.line, of: path) }
          + whiteSpace(
            in: lines, of: path, exempt: linesShown(in: tree.texts[path, default: ""], of: path))
      }
  }

  // MARK: Marks

  /// Words that say "later".
  private static let marks: Set = ["TODO", "FIXME", "XXX"]

  private static func marks(in file: SwiftFile) -> [Offence] {
    file.tokens.filter { $0.isWord && marks.contains($0.text) }.map {
      mark($0.text, $0.line, file.path)
    }
      + file.comments.flatMap { marks(in: Substring($0.text), at: $0.line, of: file.path) }
  }

  private static func marks(in text: Substring, at line: Int, of path: String) -> [Offence] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter(marks.contains)
      .map { mark($0, line, path) }
  }

  private static func mark(_ word: String, _ line: Int, _ path: String) -> Offence {
    Offence(path, line, "`\(word)`: do it now, or file an issue")
  }

  // MARK: Shortcuts

  /// Runs of tokens that are not written, and what is done instead.
  private static let shortcuts: [(tokens: [String], written: String, instead: String)] = [
    (["try", "!"], "try!", "let the error be thrown or handled"),
    (["as", "!"], "as!", "ask with `as?`"),
    (
      ["fatalError", "("], "fatalError",
      "a fault of ours is a precondition that names the invariant"
    ),
    (["@", "unchecked", "Sendable"], "@unchecked Sendable", "make it a value, or guard it"),
    (["nonisolated", "(", "unsafe", ")"], "nonisolated(unsafe)", "make it a value, or guard it"),
    (["print", "("], "print", "the tool alone prints; everything else returns values"),
  ]

  private static func shortcuts(in file: SwiftFile) -> [Offence] {
    let mayPrint = mayPrint(file)
    return file.tokens.indices.flatMap { index in
      shortcuts.filter { file.matches($0.tokens, at: index) }
        .filter { $0.written != "print" || !(mayPrint || file.isMember(at: index)) }
        .map { Offence(file.path, file.tokens[index].line, "`\($0.written)`: \($0.instead)") }
    }
  }

  /// The tool and scripts print; a file may also have a function of that name itself.
  private static func mayPrint(_ file: SwiftFile) -> Bool {
    let isOurs = file.path.hasPrefix("Sources/") || file.path.hasPrefix("Tests/")
    return !isOurs || file.path.hasPrefix("Sources/fengqiao/")
      || file.tokens.indices.contains { file.matches(["func", "print"], at: $0) }
  }

  // MARK: White space

  private static func whiteSpace(in file: SwiftFile) -> [Offence] {
    let exempt = file.linesEndingInString.union(file.linesEndingInString.map { $0 + 1 })
    let lines = file.lines.enumerated().map { ($0.offset + 1, Substring($0.element)) }
    return whiteSpace(in: lines, of: file.path, exempt: exempt)
  }

  /// Blanks before the end of a line, tabs but for make's own, and carriage returns.
  private static func whiteSpace(
    in lines: [(line: Int, text: Substring)], of path: String, exempt: Set<Int>
  ) -> [Offence] {
    let judged = [".swift", ".md", ".yaml", ".yml", ".json", ".txt", ".h", ".sh", ".modulemap"]
    let isScript = path.hasPrefix("Scripts/") || path.hasPrefix(".ci/") || path == "Makefile"
    guard isScript || judged.contains(where: path.hasSuffix) else { return [] }
    return lines.filter { !exempt.contains($0.line) }.flatMap { line, text -> [Offence] in
      var found: [String] = []
      if text.last == " " || text.last == "\t" { found.append("a blank at the end of the line") }
      if text.contains("\t"), path != "Makefile" { found.append("a tab") }
      if text.utf8.contains(UInt8(ascii: "\r")) { found.append("a carriage return") }
      return found.map { Offence(path, line, $0) }
    }
  }

  /// Lines that a page shows in a block: they are what they are.
  private static func linesShown(in text: String, of path: String) -> Set<Int> {
    guard path.hasSuffix(".md") else { return [] }
    return Set(MarkdownPage(text).blocks.flatMap { $0.line...($0.line + $0.lines.count) })
  }

  private static func lines(of text: String) -> [(line: Int, text: Substring)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }
  }
}

extension SwiftFile {
  /// Whether the token at `index` names a member of something: `.print(`.
  fileprivate func isMember(at index: Int) -> Bool {
    index > 0 && tokens[index - 1].text == "."
  }
}
