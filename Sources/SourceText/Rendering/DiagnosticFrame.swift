/// One finding drawn with the source around it.
struct DiagnosticFrame {
  private let renderer: DiagnosticRenderer
  private let diagnostic: Diagnostic
  private let blocks: [FrameBlock]
  /// Columns of the widest line number.
  private let gutter: Int
  private var rows: [String] = []

  init(_ renderer: DiagnosticRenderer, _ diagnostic: Diagnostic) {
    self.renderer = renderer
    self.diagnostic = diagnostic
    blocks = FrameBlock.blocks(of: diagnostic, in: renderer)
    gutter = String(blocks.map(\.lastLine).max() ?? 1).count
  }

  mutating func render() -> String {
    head()
    for block in blocks { draw(block) }
    if let help = diagnostic.help {
      rows.append(edge)
      let word = Bilingual(en: "help", zh: "改法").text(in: renderer.language)
      rows.append(
        "  " + renderer.paint(word + ":", .help) + " "
          + help.text(in: renderer.language).onOneSafeLine)
    }
    return rows.joined(separator: "\n")
  }

  private mutating func head() {
    let severity = diagnostic.severity
    let word = severity.word.text(in: renderer.language)
    rows.append(
      renderer.paint("\(word)[\(diagnostic.code.id)]", .severity(severity))
        + renderer.paint(": \(renderer.message(of: diagnostic))", .emphasis))
  }

  private var edge: String {
    renderer.paint(String(repeating: " ", count: gutter + 1) + "|", .frame)
  }

  private mutating func draw(_ block: FrameBlock) {
    rows.append(
      renderer.paint(String(repeating: " ", count: gutter) + "--> ", .frame)
        + renderer.sources.place(block.place).onOneSafeLine)
    rows.append(edge)
    var shown: Int?
    for (line, marks) in block.lines {
      if let shown { fill(from: shown + 1, to: line, of: block) }
      draw(line, marks, of: block)
      shown = line
    }
  }

  /// The lines between two that matter: one is shown, more are left out.
  private mutating func fill(from start: Int, to end: Int, of block: FrameBlock) {
    if end - start == 1 {
      draw(start, [], of: block)
    } else if end > start {
      rows.append(renderer.paint("...", .frame))
    }
  }

  private mutating func draw(_ line: Int, _ marks: [FrameBlock.Mark], of block: FrameBlock) {
    let bytes =
      (marks.map(\.bytes.lowerBound).min() ?? 0)..<(marks.map(\.bytes.upperBound).max() ?? 0)
    let visible = VisibleLine(line, of: block.file, near: bytes)
    let columns = marks.map { visible.columns(of: $0.bytes) }
    let focus =
      (columns.map(\.lowerBound).min() ?? 0)..<(columns.map(\.upperBound).max() ?? 0)
    let window = visible.window(around: focus, limit: renderer.width)
    let number = String(line + 1)
    let pad = String(repeating: " ", count: gutter - number.count)
    rows.append(row(renderer.paint(pad + number + " |", .frame), visible.text(in: window)))
    for (mark, columns) in zip(marks, columns) {
      draw(mark, columns.clamped(to: window), shift: visible.shift(of: window))
    }
  }

  private mutating func draw(_ mark: FrameBlock.Mark, _ columns: Range<Int>, shift: Int) {
    let start = columns.lowerBound - shift
    let sign = mark.isPrimary ? "^" : "-"
    var text = String(repeating: sign, count: max(1, columns.count))
    if let message = mark.message { text += " " + message }
    let style = mark.isPrimary ? TerminalStyle.severity(diagnostic.severity) : .secondary
    rows.append(row(edge, String(repeating: " ", count: start) + renderer.paint(text, style)))
  }

  /// Never leaves blanks at the end of a line.
  private func row(_ edge: String, _ text: String) -> String {
    text.allSatisfy { $0 == " " } ? edge : edge + " " + text
  }
}

/// The places of one file that a finding is about.
struct FrameBlock {
  /// A range within one line to be underlined.
  struct Mark {
    var bytes: Range<Int>
    var isPrimary: Bool
    var message: String?
  }

  let file: SourceFile
  /// The place to be named above the block.
  let place: Span
  /// The lines with marks, from 0, in order.
  private(set) var lines: [(line: Int, marks: [Mark])] = []

  /// The highest line number shown, from 1.
  var lastLine: Int { (lines.last?.line ?? 0) + 1 }

  /// A block for each file, that of the primary label first.
  static func blocks(of diagnostic: Diagnostic, in renderer: DiagnosticRenderer) -> [FrameBlock] {
    var blocks: [FrameBlock] = []
    for (index, label) in ([diagnostic.primary] + diagnostic.labels).enumerated() {
      let message = label.message?.text(in: renderer.language).onOneSafeLine
      let at = blocks.firstIndex { $0.place.source == label.span.source } ?? blocks.count
      if at == blocks.count {
        blocks.append(FrameBlock(renderer.sources[label.span.source], label.span))
      }
      blocks[at].add(label.span, isPrimary: index == 0, message: message)
    }
    return blocks
  }

  private init(_ file: SourceFile, _ place: Span) {
    self.file = file
    self.place = place
  }

  /// Longest span of which every line is shown; of longer ones the first and the last.
  private static let longestWhole = 4

  private mutating func add(_ span: Span, isPrimary: Bool, message: String?) {
    let start = min(Int(span.start), file.bytes.count)
    var end = min(Int(span.end), file.bytes.count)
    while end > start, isLineBreak(file.bytes[end - 1]) { end -= 1 }
    let first = file.lines.line(at: start)
    let last = file.lines.line(at: end)
    for line in first...last
    where last - first < Self.longestWhole || line == first || line == last {
      let bytes = file.bytesOfLine(line)
      let lower = line == first ? start : firstVisible(in: bytes)
      let upper = line == last ? end : bytes.upperBound
      guard lower < upper || first == last else { continue }
      let mark = Mark(
        bytes: lower..<max(lower, upper), isPrimary: isPrimary,
        message: line == last ? message : nil)
      insert(mark, at: line)
    }
  }

  private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func firstVisible(in bytes: Range<Int>) -> Int {
    bytes.first { file.bytes[$0] != UInt8(ascii: " ") } ?? bytes.upperBound
  }

  private mutating func insert(_ mark: Mark, at line: Int) {
    guard let index = lines.firstIndex(where: { $0.line >= line }) else {
      return lines.append((line, [mark]))
    }
    guard lines[index].line == line else { return lines.insert((line, [mark]), at: index) }
    lines[index].marks.append(mark)
    lines[index].marks.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }
}
