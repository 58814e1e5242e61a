internal import SourceText

/// Text broken into lines of at most so many columns, full-width characters counted as two.
///
/// Latin words stay whole; a line does not begin with a closing sign, nor end with an opening one.
struct WrappedText {
  let lines: [String]

  init(_ text: String, width: Int) {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += Self.lines(of: String(paragraph).strippingTerminalControls, width: max(8, width))
    }
    self.lines = lines
  }

  private static func lines(of paragraph: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var room = width
    for piece in pieces(paragraph) {
      let needed = piece.displayWidth
      if needed > room, !line.isEmpty {
        let carried = piece.isClosing ? line.lastWithClosing : line.trailingOpening
        lines.append(String(line.dropLast(carried.count)).droppingEndBlanks)
        line = carried
        room = width - carried.displayWidth
        if piece == " " { continue }
      }
      line += piece
      room -= needed
    }
    return lines + [line.droppingEndBlanks]
  }

  /// Words, blanks and full-width characters one by one.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      if character.displayWidth(atColumn: 0) > 1 || character == " " {
        if !word.isEmpty { pieces.append(word) }
        word = ""
        pieces.append(String(character))
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? pieces : pieces + [word]
  }
}

extension String {
  fileprivate var isClosing: Bool {
    count == 1 && first.map { closingSigns.contains($0) } ?? false
  }

  /// Its last character (or word) and the closing signs behind that: where a further one follows,
  /// they go to the next line together. Nothing where that would be the whole line.
  fileprivate var lastWithClosing: String {
    var tail = String(reversed().prefix { closingSigns.contains($0) }.reversed())
    let word = dropLast(tail.count).reversed().prefix { $0.isPartOfWord }
    if !word.isEmpty {
      tail = String(word.reversed()) + tail
    } else if let before = dropLast(tail.count).last {
      tail = String(before) + tail
    }
    return tail.count < count ? tail : ""
  }

  /// Opening signs at its end, which go with what follows.
  fileprivate var trailingOpening: String {
    String(reversed().prefix { "（【《“‘".contains($0) }.reversed())
  }
}

extension Character {
  /// Whether it stays with its neighbours: narrow, and no blank.
  fileprivate var isPartOfWord: Bool { displayWidth(atColumn: 0) == 1 && self != " " }
}

private let closingSigns = "，。；：、！？）】》”’"

/// Lines with a short word in front, as `期限      5月9日  社区`, the rest set in under it.
struct LabelledLines {
  let console: Console
  /// Columns of the word in front.
  let margin: Int
  /// Columns of all.
  let width: Int

  /// Further lines stand under the first one's text.
  func lines(_ label: String, _ text: String, style: Console.Style? = nil) -> [String] {
    lines(label, [text], style: style)
  }

  func lines(_ label: String, _ texts: [String], style: Console.Style? = nil) -> [String] {
    let body = texts.flatMap { WrappedText($0, width: width - margin).lines }
    return body.enumerated().map { index, line in
      let head = index == 0 ? label : ""
      let filled = head + String(repeating: " ", count: max(1, margin - head.displayWidth))
      return console.styled(filled, .dim) + (style.map { console.styled(line, $0) } ?? line)
    }
  }
}
