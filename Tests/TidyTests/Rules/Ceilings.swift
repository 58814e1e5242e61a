/// How large things may grow: a file 400 lines, a function 60, a line 100 characters.
///
/// What was larger when the rule came stands in the ratchet with its size. It may shrink, and then
/// its number is lowered with it; it may not grow. Generated files are measured by their generator.
enum Ceilings {
  static let file = 400
  static let function = 60
  static let line = 100

  /// Tolerated sizes by `path` for a file and `path#name` for a function.
  struct Ratchet {
    private(set) var sizes: [String: Int] = [:]
    private(set) var offences: [Offence] = []
    private(set) var lines: [String: Int] = [:]
    let path: String

    /// Reads lines of a key and a number; `#` in front begins a comment.
    init(path: String, text: String) {
      self.path = path
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if line.isEmpty || line.hasPrefix("#") { continue }
        let words = line.split(separator: " ")
        if words.count == 2, let size = Int(words[1]), sizes[String(words[0])] == nil {
          sizes[String(words[0])] = size
          lines[String(words[0])] = index + 1
        } else {
          offences.append(Offence(path, index + 1, "a line is a path and a number, once each"))
        }
      }
    }
  }

  static func offences(in tree: SourceTree, ratchet: Ratchet) -> [Offence] {
    let files = tree.swift.filter { !$0.isGenerated }
    let measures = files.flatMap(measures(of:))
    let needed = Set(measures.map(\.key))
    let idle = ratchet.sizes.keys.sorted().filter { !needed.contains($0) }.map {
      Offence(
        ratchet.path, ratchet.lines[$0] ?? 0, "`\($0)` is within the ceiling: remove its line")
    }
    return files.flatMap(longLines(of:)) + measures.compactMap { $0.offence(under: ratchet) }
      + ratchet.offences + idle
  }

  /// Something larger than its ceiling.
  private struct Measure {
    var key: String
    var path: String
    var line: Int
    var what: String
    var size: Int
    var ceiling: Int

    func offence(under ratchet: Ratchet) -> Offence? {
      guard let tolerated = ratchet.sizes[key] else {
        return Offence(path, line, "\(what) has \(size) lines; the ceiling is \(ceiling)")
      }
      if size > tolerated {
        return Offence(path, line, "\(what) grew from \(tolerated) lines to \(size)")
      }
      if size < tolerated {
        return Offence(
          ratchet.path, ratchet.lines[key] ?? 0, "`\(key)` shrank: lower its number to \(size)")
      }
      return nil
    }
  }

  private static func measures(of file: SwiftFile) -> [Measure] {
    let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
    var found: [Measure] = []
    if count > Self.file {
      found.append(
        Measure(
          key: file.path, path: file.path, line: 1, what: "the file", size: count,
          ceiling: Self.file))
    }
    for body in file.bodies where body.count > function {
      found.append(
        Measure(
          key: "\(file.path)#\(body.name)", path: file.path, line: body.line,
          what: "`\(body.name)`", size: body.count, ceiling: function))
    }
    return found
  }

  /// Lines too long, but for those inside a literal of several lines. In tests, what a literal
  /// holds is data and does not count: a row of a table may be long.
  private static func longLines(of file: SwiftFile) -> [Offence] {
    file.lines.enumerated().compactMap { index, text in
      let isInLiteral =
        file.linesEndingInString.contains(index) || file.linesEndingInString.contains(index + 1)
      let data = file.path.hasPrefix("Tests/") ? file.literalLengths[index + 1, default: 0] : 0
      guard text.count - data > line, !isInLiteral else { return nil }
      return Offence(file.path, index + 1, "\(text.count) characters; the ceiling is \(line)")
    }
  }
}
