/// Decodes `|` and `>` blocks; `header` is where the indicator stands, `parentIndent` the column of
/// the collection that holds the block, -1 at the root.
func decodeBlockScalar(
  _ file: [UInt8], header: Int, style: ScalarStyle, parentIndent: Int
) -> DecodedScalar {
  var decoder = BlockScalarDecoder(file: file, position: header, isFolded: style == .folded)
  decoder.parentIndent = parentIndent
  decoder.readHeader()
  let headerEnd = decoder.headerEnd
  decoder.readLines()
  let content = decoder.contentStart..<max(decoder.contentStart, decoder.contentEnd)
  return DecodedScalar(
    text: decoder.text, content: content, whole: header..<max(headerEnd, content.upperBound))
}

private struct BlockScalarDecoder {
  /// What becomes of the line breaks at the end.
  enum Chomping {
    case strip
    case clip
    case keep
  }

  let file: [UInt8]
  var position: Int
  let isFolded: Bool
  var parentIndent = -1
  var chomping = Chomping.clip
  /// The content's column; 0 while not yet known.
  var indent = 0
  /// One past the header's last indicator.
  var headerEnd = 0
  var contentStart = 0
  var contentEnd = 0
  var text = SegmentedText()

  init(file: [UInt8], position: Int, isFolded: Bool) {
    self.file = file
    self.position = position
    self.isFolded = isFolded
  }

  /// `|2-`, then perhaps a comment, to the line's end.
  mutating func readHeader() {
    position += 1
    while position < file.count {
      switch file[position] {
      case UInt8(ascii: "+"): chomping = .keep
      case UInt8(ascii: "-"): chomping = .strip
      case UInt8(ascii: "1")...UInt8(ascii: "9"):
        indent = max(parentIndent, 0) + Int(file[position] - UInt8(ascii: "0"))
      default:
        return skipRestOfHeader()
      }
      position += 1
    }
    skipRestOfHeader()
  }

  private mutating func skipRestOfHeader() {
    headerEnd = position
    while position < file.count, !file.isBreak(at: position) { position += 1 }
    if position < file.count { position = file.endOfBreak(at: position) }
    contentStart = headerEnd
    contentEnd = headerEnd
  }

  mutating func readLines() {
    var (column, empty) = leadingBreaks()
    var lineBreak: Range<Int>?
    var wasBlank = false
    var isFirst = true
    while column == indent, position < file.count {
      let isBlank = file[position].isBlank
      let folds = isFolded && lineBreak != nil && !wasBlank && !isBlank
      join(lineBreak, empty, folds: folds)
      if isFirst { contentStart = position }
      isFirst = false
      wasBlank = isBlank
      lineBreak = readLine()
      (column, empty) = leadingBreaks()
    }
    if chomping != .strip { join(lineBreak, chomping == .keep ? empty : [], folds: false) }
  }

  /// The break after the last line and the empty lines that followed it. Where both lines may fold,
  /// the first break is a space, or nothing if empty lines follow.
  private mutating func join(_ lineBreak: Range<Int>?, _ empty: [Range<Int>], folds: Bool) {
    if let lineBreak, !folds || empty.isEmpty {
      text.append([folds ? UInt8(ascii: " ") : UInt8(ascii: "\n")], for: lineBreak)
    }
    for one in empty { text.append([UInt8(ascii: "\n")], for: one) }
  }

  /// Takes one line of content; gives its line break, nil at the end of the file.
  private mutating func readLine() -> Range<Int>? {
    let start = position
    while position < file.count, !file.isBreak(at: position) { position += 1 }
    text.append(start..<position, of: file)
    contentEnd = position
    guard position < file.count else { return nil }
    let end = file.endOfBreak(at: position)
    defer { position = end }
    return position..<end
  }

  /// Skips indentation and empty lines; gives the column reached and the empty lines' breaks. The
  /// first call settles the indentation where the header does not say it.
  private mutating func leadingBreaks() -> (column: Int, breaks: [Range<Int>]) {
    var breaks: [Range<Int>] = []
    var widest = 0
    var column = 0
    while true {
      column = 0
      while position < file.count, file[position] == UInt8(ascii: " "),
        indent == 0 || column < indent
      {
        position += 1
        column += 1
      }
      widest = max(widest, column)
      guard file.isBreak(at: position) else { break }
      let end = file.endOfBreak(at: position)
      breaks.append(position..<end)
      position = end
    }
    if indent == 0 { indent = max(widest, parentIndent + 1, 1) }
    return (column, breaks)
  }
}
