/// One line of a file as a terminal shows it: controls made visible, tabs expanded, and for each
/// byte the column that it is seen in.
struct VisibleLine {
  /// What is seen in one place: a character, or a control spelled out.
  struct Cell {
    var text: String
    /// Offset of its first byte in the file.
    var byte: Int
    var column: Int
    var width: Int
  }

  private(set) var cells: [Cell] = []
  /// Columns of all cells.
  private(set) var width = 0
  /// Offset of the last cell's end; a line break is no cell.
  let end: Int
  /// Whether the line has more before the first cell and after the last.
  let isCutBefore: Bool
  let isCutAfter: Bool

  /// Bytes looked at before and behind what matters; nobody reads a line longer than that.
  private static let reach = 4096

  /// A line by its number, from 0, or what is near the bytes that matter if it is very long.
  init(_ line: Int, of file: SourceFile, near focus: Range<Int>) {
    let whole = file.bytesOfLine(line)
    let focus = focus.clamped(to: whole)
    var lower = max(whole.lowerBound, focus.lowerBound - Self.reach)
    while lower > whole.lowerBound, lower < whole.upperBound, file.bytes[lower] & 0xC0 == 0x80 {
      lower += 1
    }
    let range = lower..<max(lower, min(whole.upperBound, focus.lowerBound + 2 * Self.reach))
    end = range.upperBound
    isCutBefore = range.lowerBound > whole.lowerBound
    isCutAfter = range.upperBound < whole.upperBound
    // Where each visible scalar came from; a character of several scalars came from the first.
    var owners: [Int] = []
    var text = String.UnicodeScalarView()
    Self.decode(file.bytes[range]) { visible, byte in
      for scalar in visible.unicodeScalars {
        text.append(scalar)
        owners.append(byte)
      }
    }
    var next = 0
    for character in String(text) {
      add(character, byte: owners[next])
      next += character.unicodeScalars.count
    }
  }

  private mutating func add(_ character: Character, byte: Int) {
    let columns = character.displayWidth(atColumn: width)
    let shown = character == "\t" ? String(repeating: " ", count: columns) : String(character)
    cells.append(Cell(text: shown, byte: byte, column: width, width: columns))
    width += columns
  }

  /// Each scalar in its visible form with its offset; ill-formed bytes as U+FFFD.
  private static func decode(_ bytes: ArraySlice<UInt8>, each: (String, Int) -> Void) {
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if offset > 0 || scalar != "\u{FEFF}" { each(visible(scalar), offset) }
        offset += encoded.count
      case .error(let length):
        each("\u{FFFD}", offset)
        offset += length
      case .emptyInput:
        return
      }
    }
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: "\t"
    case 0x00..<0x20: String(Unicode.Scalar(0x2400 + scalar.value).map(Character.init) ?? "?")
    case 0x7F: "\u{2421}"
    case _ where scalar.isUnsafeOnTerminal: scalar.spelledOut
    default: String(Character(scalar))
    }
  }

  /// The columns that a range of the file's bytes is seen in; whole characters only.
  func columns(of bytes: Range<Int>) -> Range<Int> {
    let byte = cells.last { $0.byte <= bytes.lowerBound && bytes.lowerBound < end }?.byte
    let start = cells.first { $0.byte == byte }?.column
    let stop = cells.first { $0.byte >= bytes.upperBound }?.column
    let lower = bytes.lowerBound >= end ? width : start ?? 0
    return lower..<max(lower, stop ?? width)
  }

  /// The part of the line in a window of columns, with `…` where something was cut off.
  func text(in window: Range<Int>) -> String {
    var text = startsCut(window) ? "…" : ""
    var column = window.lowerBound
    for cell in cells where cell.column >= window.lowerBound {
      guard cell.column + cell.width <= window.upperBound else { break }
      text += String(repeating: " ", count: cell.column - column) + cell.text
      column = cell.column + cell.width
    }
    return window.upperBound < width || isCutAfter ? text + "…" : text
  }

  private func startsCut(_ window: Range<Int>) -> Bool { window.lowerBound > 0 || isCutBefore }

  /// How far to the left what is in a column is shown.
  func shift(of window: Range<Int>) -> Int {
    startsCut(window) ? window.lowerBound - 1 : 0
  }

  /// A window of at most so many columns that shows what matters.
  func window(around focus: Range<Int>, limit: Int) -> Range<Int> {
    guard width > limit else { return 0..<width }
    let spare = max(0, limit - focus.count)
    let start = max(0, min(focus.lowerBound - min(spare / 2, limit / 3), width - limit))
    return start..<min(width, start + limit)
  }
}

extension SourceFile {
  /// The bytes of a line by its number from 0, without the line break.
  package func bytesOfLine(_ line: Int) -> Range<Int> {
    let start = lines.starts[line]
    let isLast = line + 1 == lines.starts.count
    var end = isLast ? bytes.count : lines.starts[line + 1] - 1
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }
}
