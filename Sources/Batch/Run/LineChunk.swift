/// A run of whole lines that one worker reads.
struct LineChunk: Sendable {
  /// What the lines are.
  enum Content: Sendable {
    case lines(PaddedText)
    /// One line that is longer than may be, by its first bytes.
    case tooLong(head: [UInt8])
  }

  /// Counted from 0, in the order of the input.
  let number: Int
  /// Of its first line, counted from 1.
  let line: Int
  /// How many bytes of the input end with it.
  let endOffset: Int
  let content: Content
}

/// Cuts the bytes of an input into chunks of whole lines. It holds one chunk at a time: of a line
/// that is too long it keeps no more than the head.
struct LineChunks {
  /// How long a line may be, in bytes; its line break is not counted.
  static let lineLimit = 1 << 20
  private static let headLength = 1 << 12
  private static let lineBreak: UInt8 = 0x0A

  private let size: Int
  private let read: BatchStreams.Input
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var number = 0
  private var line = 1
  private var offset = 0
  private var linesToSkip: Int

  /// - Parameters:
  ///   - size: how many bytes are read at a time, at most as many as a line may have.
  ///   - firstLine: the first line to read, counted from 1.
  init(of size: Int, from firstLine: Int, _ read: @escaping BatchStreams.Input) {
    self.size = min(size, Self.lineLimit)
    self.read = read
    linesToSkip = firstLine - 1
  }

  /// The next chunk; nil at the end.
  mutating func next() throws -> LineChunk? {
    while true {
      if isFirstLineTooLong {
        if let chunk = try skipLongLine() { return chunk }
      } else if let end = rest.lastIndex(of: Self.lineBreak) {
        let text = takeLines(through: end)
        if text.count > 0 { return chunk(.lines(text), lines: text.lineCount) }
      } else if isAtEnd {
        return nil
      } else {
        try readOn()
      }
    }
  }

  /// Takes the first line, which is then no case, whichever line is the first to read; nil at the
  /// end.
  mutating func head() throws -> String? {
    while !isAtEnd, rest.count <= Self.lineLimit, !rest.contains(Self.lineBreak) { try readOn() }
    if rest.isEmpty { return nil }
    let head = rest.prefix { $0 != Self.lineBreak }
    rest.removeFirst(min(head.count + 1, rest.count))
    line += 1
    linesToSkip = max(0, linesToSkip - 1)
    return String(decoding: head.last == 0x0D ? head.dropLast() : head, as: UTF8.self)
  }

  /// No other line can be: it would not have been in one piece with the first.
  private var isFirstLineTooLong: Bool {
    rest.count > Self.lineLimit
      && rest.prefix(Self.lineLimit + 1).firstIndex(of: Self.lineBreak) == nil
  }

  private mutating func readOn() throws {
    let before = rest.count
    rest = try read(rest, size)
    let count = rest.count - before
    if offset == 0, before == 0, rest.starts(with: [0xEF, 0xBB, 0xBF]) {
      // What some editors put before the text.
      rest.removeFirst(3)
    }
    offset += count
    guard count == 0 else { return }
    isAtEnd = true
    if !rest.isEmpty { rest.append(Self.lineBreak) }
  }

  private mutating func chunk(_ content: LineChunk.Content, lines: Int) -> LineChunk {
    defer {
      number += 1
      line += lines
    }
    return LineChunk(
      number: number, line: line, endOffset: offset - rest.count, content: content)
  }

  /// The bytes that were read become the text as they are: only what is left over is copied.
  private mutating func takeLines(through end: Int) -> PaddedText {
    let bytes = rest
    rest = Array(bytes[(end + 1)...])
    guard linesToSkip > 0 else { return PaddedText(bytes, count: end + 1) }
    let lines = remaining(of: bytes[...end])
    return PaddedText(lines, count: lines.count)
  }

  /// The lines without those that are to be skipped.
  private mutating func remaining(of lines: ArraySlice<UInt8>) -> [UInt8] {
    var start = lines.startIndex
    while linesToSkip > 0, start < lines.endIndex {
      let end = lines[start...].firstIndex(of: Self.lineBreak) ?? lines.endIndex - 1
      start = end + 1
      line += 1
      linesToSkip -= 1
    }
    return Array(lines[start...])
  }

  /// Reads on to the end of a line that is too long, and keeps its head.
  private mutating func skipLongLine() throws -> LineChunk? {
    let head = Array(rest.prefix(Self.headLength))
    while true {
      if let end = rest.firstIndex(of: Self.lineBreak) {
        rest.removeFirst(end + 1)
        break
      }
      rest = []
      if isAtEnd { break }
      try readOn()
    }
    if linesToSkip > 0 {
      linesToSkip -= 1
      line += 1
      return nil
    }
    return chunk(.tooLong(head: head), lines: 1)
  }
}
