import TestSupport

/// A scalar made up together with what reading it must give: each decoded piece and the bytes that
/// it stands for. It knows nothing of the reader; its rules are those of the YAML book.
struct WrittenScalar {
  struct Unit {
    var text: String
    var source: Range<Int>
  }

  private(set) var source = ""
  private(set) var units: [Unit] = []
  private var random: SeededRandom
  /// How lines end in this file.
  let lineBreak: String
  /// The column of the collection that holds the scalar; -1 at the root.
  let parentIndent: Int

  init(seed: Int, parentIndent: Int) {
    random = SeededRandom(seed: seed)
    self.parentIndent = parentIndent
    lineBreak = random.chance(3) ? "\r\n" : "\n"
  }

  var text: String { units.map(\.text).joined() }

  /// Bytes that stand for nothing.
  private mutating func skip(_ text: String) { source += text }

  private mutating func write(_ decoded: String, as written: String) {
    let start = source.utf8.count
    source += written
    units.append(Unit(text: decoded, source: start..<source.utf8.count))
  }

  private mutating func write(_ text: String) {
    for scalar in text.unicodeScalars {
      write(String(Character(scalar)), as: String(Character(scalar)))
    }
  }

  // MARK: Flow styles

  private static let words = ["x", "甲", "金额", "é", "👍", "y1", "字字字", "“三调”", "(a)", "0.5"]
  private static let signs = [": ", "# ", "，", "：", "[", "}", ",", "&", "*", "!", "> ", "| "]
  private static let escapes = [
    ("\\n", "\n"), ("\\t", "\t"), ("\\\"", "\""), ("\\\\", "\\"), ("\\/", "/"), ("\\x41", "A"),
    ("\\u4e2d", "中"), ("\\U0001F600", "😀"), ("\\ ", " "), ("\\_", "\u{A0}"), ("\\N", "\u{85}"),
    ("\\L", "\u{2028}"), ("\\P", "\u{2029}"), ("\\0", "\0"), ("\\e", "\u{1B}"), ("\\a", "\u{07}"),
    ("\\ud83d\\ude00", "😀"), ("\\uD852\\uDF62", "𤭢"),
  ]

  mutating func plain() {
    write(random.pick(Self.words))
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      separator(mayEscape: false)
      write(random.pick(Self.words))
    }
  }

  mutating func singleQuoted() {
    skip("'")
    quotedWords { scalar in
      if scalar.random.chance(3) { scalar.write("'", as: "''") } else { scalar.quotedWord("\"\\") }
    }
    skip("'")
  }

  mutating func doubleQuoted() {
    skip("\"")
    quotedWords { scalar in
      if scalar.random.chance(2) {
        let (written, decoded) = scalar.random.pick(Self.escapes)
        scalar.write(decoded, as: written)
      } else {
        scalar.quotedWord("'")
      }
    }
    skip("\"")
  }

  private mutating func quotedWord(_ quotes: String) {
    let signs = random.chance(3)
    write(random.pick(signs ? Self.signs.map { $0.trimmed } + quotes.map(String.init) : Self.words))
  }

  private mutating func quotedWords(_ word: (inout WrittenScalar) -> Void) {
    let isDouble = source == "\""
    if random.chance(5) { write(" ") }
    for index in 0..<Int.random(in: 0...6, using: &random) {
      if index > 0 { separator(mayEscape: isDouble) }
      word(&self)
    }
    if random.chance(5) { write("  ") }
  }

  /// What stands between two words: nothing, blanks, a folded line break, several, an escaped one.
  private mutating func separator(mayEscape: Bool) {
    switch Int.random(in: 0...(mayEscape ? 5 : 4), using: &random) {
    case 0: write(" ")
    case 1: write("  ")
    case 2: write("\t")
    case 3: fold(breaks: 1)
    case 4: fold(breaks: Int.random(in: 2...4, using: &random))
    default: escapedFold()
    }
  }

  private var deepIndent: String { String(repeating: " ", count: max(parentIndent, 0) + 3) }

  private mutating func fold(breaks: Int) {
    skip(random.pick(["", " ", "  "]))
    if breaks == 1 { write(" ", as: lineBreak) } else { skip(lineBreak) }
    for _ in 1..<breaks {
      skip(random.pick(["", "  "]))
      write("\n", as: lineBreak)
    }
    skip(deepIndent)
  }

  private mutating func escapedFold() {
    if random.chance(2) { write(" ") }
    skip("\\" + lineBreak)
    if random.chance(4) { write("\n", as: lineBreak) }
    skip(deepIndent)
  }

  // MARK: Block styles

  /// One line of a block: its blanks beyond the indentation belong to it; an empty one has none.
  private struct Line {
    var text: String
    var blanks: Int

    var isEmpty: Bool { text.isEmpty }
    var startsBlank: Bool { text.first == " " || text.first == "\t" }
  }

  /// The header's indicators, chosen at random.
  private struct Header {
    var chomping: String
    var isSized: Bool
  }

  mutating func block(isFolded: Bool) {
    let header = Header(chomping: random.pick(["", "-", "+"]), isSized: random.chance(3))
    let step = Int.random(in: 1...4, using: &random)
    let indent = max(parentIndent, 0) + step
    let size = header.isSized ? "\(step)" : ""
    let order = random.chance(2) ? size + header.chomping : header.chomping + size
    skip((isFolded ? ">" : "|") + order + random.pick(["", " ", "  # 注"]) + lineBreak)
    let lines = blockLines(isSized: header.isSized, indent: indent)
    write(lines, indent: indent, isFolded: isFolded, chomping: header.chomping)
  }

  private mutating func blockLines(isSized: Bool, indent: Int) -> [Line] {
    var lines: [Line] = []
    for _ in 0..<Int.random(in: 0...2, using: &random) { lines.append(emptyLine(indent)) }
    for index in 0..<Int.random(in: 1...6, using: &random) {
      var text = random.pick(Self.words) + random.pick(["", " ", " # 3", ": x", "  "])
      if index > 0 || isSized, random.chance(4) { text = random.pick([" ", "   ", "\t"]) + text }
      lines.append(Line(text: text, blanks: 0))
      while random.chance(3) { lines.append(emptyLine(indent)) }
    }
    return lines
  }

  private mutating func emptyLine(_ indent: Int) -> Line {
    Line(text: "", blanks: Int.random(in: 0...indent, using: &random))
  }

  /// Writes the lines and says what they come to: which line breaks stay, and which fold.
  private mutating func write(
    _ lines: [Line], indent: Int, isFolded: Bool, chomping: String
  ) {
    let last = lines.lastIndex { !$0.isEmpty } ?? -1
    let endsOpen = random.chance(4) && last == lines.count - 1
    for (index, line) in lines.enumerated() {
      skip(String(repeating: " ", count: line.isEmpty ? line.blanks : indent))
      write(line.text)
      if index == lines.count - 1, endsOpen { return }
      let fate = lineBreakFate(index, lines, last: last, isFolded: isFolded, chomping: chomping)
      if let fate { write(fate, as: lineBreak) } else { skip(lineBreak) }
    }
  }

  private func lineBreakFate(
    _ index: Int, _ lines: [Line], last: Int, isFolded: Bool, chomping: String
  ) -> String? {
    if index > last { return chomping == "+" ? "\n" : nil }
    if index == last { return chomping == "-" ? nil : "\n" }
    guard isFolded, !lines[index].isEmpty else { return "\n" }
    let next = lines[(index + 1)...].first { !$0.isEmpty }
    if lines[index].startsBlank || next?.startsBlank == true { return "\n" }
    return lines[index + 1].isEmpty ? nil : " "
  }
}

extension String {
  fileprivate var trimmed: String { String(prefix { $0 != " " }) }
}
