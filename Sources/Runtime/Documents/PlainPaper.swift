/// The words of a page of HTML as plain text, laid out with blanks as papers are on a screen or in
/// a message: titles in the middle, paragraphs set in, tables as `label：value`.
///
/// It knows the elements that papers are made of (docs/templates.md); of others it takes the words.
struct PlainPaper {
  /// How many full-width characters a line is taken to hold where words stand in the middle or at
  /// the right.
  private static let width = 36
  /// What has an empty line before it.
  private static let apart = ["h1", "h2", "table"]
  private static let blocks = ["h1", "h2", "p", "div", "section", "header", "footer"]

  private var lines: [String] = []
  /// The words of the block in hand.
  private var words = ""
  private var block = Block.plain
  /// Of the row in hand.
  private var cells: [(isLabel: Bool, text: String)] = []
  /// The labels of a table whose head names them once for all rows.
  private var heads: [String] = []
  private var isInCell = false
  /// Elements whose words nobody reads, in which this is.
  private var hidden = 0

  fileprivate enum Block {
    case plain, indented, centred, right
  }

  init(page: String) {
    for token in HTMLToken.all(in: page) {
      switch token {
      case .words(let text): if hidden == 0 { add(text) }
      case .open(let name, let classes): open(name, classes)
      case .close(let name): close(name)
      }
    }
    endBlock()
  }

  /// Ends with a newline; no line ends with blanks, and two are never empty one after the other.
  var text: String {
    var result: [String] = []
    for line in lines {
      let line = line.withoutBlankEnd
      if line.isEmpty, result.last?.isEmpty ?? true { continue }
      result.append(line)
    }
    while result.last?.isEmpty == true { result.removeLast() }
    return result.joined(separator: "\n") + "\n"
  }

  /// Blanks and ends of lines between words are one blank, as on the page.
  private mutating func add(_ text: String) {
    for character in text {
      guard character.isASCIIBlank else {
        words.append(character)
        continue
      }
      if let last = words.last, !last.isASCIIBlank { words.append(" ") }
    }
  }

  private mutating func open(_ name: String, _ classes: [String]) {
    switch name {
    case "head", "style", "script", "title": hidden += 1
    case "br": words = words.withoutBlankEnd + "\n"
    case "span" where classes.contains("blank"): words += "________"
    case _ where isInCell && Self.blocks.contains(name): endLineInCell()
    case _ where name == "table" || Self.blocks.contains(name):
      endBlock()
      block = Block(name, classes)
      if Self.apart.contains(name) || classes.contains("apart") || classes.contains("end") {
        lines.append("")
      }
    case "hr":
      endBlock()
      lines += ["", String(repeating: "…", count: Self.width), ""]
    case "tr": (cells, words) = ([], "")
    case "th", "td": (words, isInCell) = ("", true)
    default: return
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "head", "style", "script", "title": hidden = max(0, hidden - 1)
    case _ where isInCell && Self.blocks.contains(name): endLineInCell()
    case _ where Self.blocks.contains(name):
      endBlock()
      if name == "h1" { lines.append("") }
    case "th", "td":
      // A label is broken for want of room, not for its sense.
      let text = name == "th" ? words.replacing("\n", with: "") : words
      cells.append((name == "th", text.withoutBlankEnds))
      (words, isInCell) = ("", false)
    case "tr": endRow()
    case "table":
      heads = []
      lines.append("")
    default: return
    }
  }

  private mutating func endLineInCell() {
    if !words.isEmpty, words.last != "\n" { words = words.withoutBlankEnd + "\n" }
  }

  private mutating func endBlock() {
    let text = words.withoutBlankEnds
    let block = block
    (words, self.block) = ("", .plain)
    guard !text.isEmpty else { return }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(block.begin(String(line), Self.width) + line)
    }
  }

  /// `label：value`, with a wide blank between; a row of labels alone names those of the rows below.
  private mutating func endRow() {
    defer { cells = [] }
    if cells.allSatisfy(\.isLabel) {
      if cells.count > 1 { heads = cells.map(\.text) }
      if cells.count == 1 { lines += ["", cells[0].text] }
      return
    }
    var parts: [String] = []
    var label: String?
    if !cells.contains(where: \.isLabel), heads.count == cells.count {
      parts = zip(heads, cells).map { $0 + "：" + $1.text.orBlank }
    } else {
      for cell in cells {
        if cell.isLabel {
          if let label { parts.append(label) }
          label = cell.text
        } else {
          parts.append((label.map { $0 + "：" } ?? "") + cell.text.orBlank)
          label = nil
        }
      }
      if let label { parts.append(label) }
    }
    lines += parts.joined(separator: "　　").split(separator: "\n").map(String.init)
  }
}

extension PlainPaper.Block {
  fileprivate init(_ name: String, _ classes: [String]) {
    self =
      switch name {
      case "h1": .centred
      case "p" where classes.contains("right"): .right
      case "p" where classes.contains("middle"): .centred
      case "p" where !classes.contains("flat"): .indented
      default: .plain
      }
  }

  /// The wide blanks before a line.
  fileprivate func begin(_ line: String, _ width: Int) -> String {
    let free = max(0, width - line.fullWidth)
    let count =
      switch self {
      case .plain: 0
      case .indented: 2
      case .centred: free / 2
      case .right: free
      }
    return String(repeating: "　", count: count)
  }
}

extension String {
  /// In full-width characters, an ASCII one counting half.
  fileprivate var fullWidth: Int {
    let narrow = count(where: \.isASCII)
    return count - narrow + (narrow + 1) / 2
  }

  fileprivate var orBlank: String { isEmpty ? "________" : self }

  fileprivate var withoutBlankEnd: String {
    var result = self[...]
    while let last = result.last, last.isASCIIBlank || last == "　" { result.removeLast() }
    return String(result)
  }

  fileprivate var withoutBlankEnds: String {
    String(withoutBlankEnd.drop(while: \.isASCIIBlank))
  }
}

extension Character {
  fileprivate var isASCIIBlank: Bool { isASCII && isWhitespace }
}
