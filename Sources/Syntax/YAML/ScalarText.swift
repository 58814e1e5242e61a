package import SourceText

/// How a scalar was written.
package enum ScalarStyle: String, Hashable, Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  /// A block behind `|`.
  case literal
  /// A block behind `>`.
  case folded
}

/// The text of a scalar as YAML reads it, and where in the file each of its bytes came from.
///
/// Escapes, doubled quotes, stripped indentation and folded line breaks make the text differ from
/// the file; `span(of:)` leads back, so that a fault inside an expression is shown at its
/// character.
package struct ScalarText: Hashable, Sendable {
  /// The decoded text.
  package let text: String
  package let style: ScalarStyle
  /// The whole scalar with its quotes or block header, without comment and trailing line breaks.
  package let span: Span
  /// The same without quotes and block header.
  package let contentSpan: Span
  /// Whether nothing was written at all, as after the colon of `key:`.
  package let isAbsent: Bool
  /// Whether each byte of the text is led back to its own place; otherwise to the whole scalar.
  package let isMapped: Bool
  /// Empty where the text is the file's own bytes from `contentSpan` on.
  private let segments: [ScalarSegment]

  init(
    text: String, style: ScalarStyle, span: Span, contentSpan: Span, isAbsent: Bool = false,
    isMapped: Bool = true, segments: [ScalarSegment] = []
  ) {
    self.text = text
    self.style = style
    self.span = span
    self.contentSpan = contentSpan
    self.isAbsent = isAbsent
    self.isMapped = isMapped
    self.segments = segments
  }

  /// Text that stands in no file: what a form becomes. All of it is led back to the place of the
  /// form.
  package init(made text: String, at span: Span) {
    self.init(text: text, style: .plain, span: span, contentSpan: span, isMapped: false)
  }

  /// The text between two others that stand in no file: what an author wrote, inside what a form
  /// makes of it. Faults in the author's part are still shown at their character.
  package func wrapped(_ before: String, _ after: String) -> ScalarText {
    let whole = before + text + after
    guard isMapped else { return ScalarText(made: whole, at: span) }
    let lead = UInt32(before.utf8.count)
    let end = lead + UInt32(text.utf8.count)
    let verbatim = ScalarSegment(
      textStart: 0, textEnd: end - lead, sourceStart: contentSpan.start,
      sourceEnd: contentSpan.start + end - lead)
    var inner = segments.isEmpty ? [verbatim] : segments
    for index in inner.indices {
      inner[index].textStart += lead
      inner[index].textEnd += lead
    }
    let around = { (from: UInt32, to: UInt32) in
      ScalarSegment(
        textStart: from, textEnd: to, sourceStart: contentSpan.start, sourceEnd: contentSpan.end)
    }
    let parts =
      [around(0, lead)] + inner + [around(end, end + UInt32(after.utf8.count))]
    return ScalarText(
      text: whole, style: style, span: span, contentSpan: contentSpan,
      segments: parts.filter { $0.textStart < $0.textEnd })
  }

  /// Where a range of UTF-8 byte offsets of `text` stands in the file.
  ///
  /// A range that cuts into an escape or a folded break takes in the whole of it; an empty range
  /// gives the place before the byte at it, at the end of the text the end of the written content.
  package func span(of range: Range<Int>) -> Span {
    let count = text.utf8.count
    let range = range.clamped(to: 0..<count)
    guard isMapped else { return span }
    if range.isEmpty {
      let place = range.lowerBound < count ? source(of: range.lowerBound).start : contentEnd
      return Span(span.source, place, place)
    }
    let start = source(of: range.lowerBound).start
    return Span(span.source, start, max(start, source(of: range.upperBound - 1).end))
  }

  /// Where a part stands that is the file's own bytes, one after the other; nil where it is not.
  func verbatimSpan(of range: Range<Int>) -> Span? {
    guard isMapped, !range.isEmpty else { return nil }
    var start = Int(contentSpan.start) + range.lowerBound
    if !segments.isEmpty {
      let segment = segments[segment(at: range.lowerBound)]
      guard segment.isVerbatim, range.upperBound <= Int(segment.textEnd) else { return nil }
      start = segment.source(of: range.lowerBound).start
    }
    return Span(span.source, start, start + range.count)
  }

  private var contentEnd: Int { Int(contentSpan.end) }

  /// The bytes of the file that one byte of the text came from.
  private func source(of offset: Int) -> (start: Int, end: Int) {
    guard !segments.isEmpty else {
      let start = Int(contentSpan.start) + offset
      return (start, start + 1)
    }
    return segments[segment(at: offset)].source(of: offset)
  }

  /// The map of a part of the text, counted from its start.
  func segments(of range: Range<Int>) -> [ScalarSegment] {
    guard !segments.isEmpty, !range.isEmpty else { return [] }
    return segments[segment(at: range.lowerBound)...segment(at: range.upperBound - 1)].map {
      $0.clipped(to: range)
    }
  }

  /// The last segment that starts at or before an offset.
  private func segment(at offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(segments[middle].textStart) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// A run of decoded bytes and the run of file bytes that it came from.
///
/// Runs of one length go byte by byte; else the whole of one stands for the whole of the other.
struct ScalarSegment: Hashable, Sendable {
  var textStart: UInt32
  var textEnd: UInt32
  var sourceStart: UInt32
  var sourceEnd: UInt32

  var isVerbatim: Bool { textEnd - textStart == sourceEnd - sourceStart }

  func source(of offset: Int) -> (start: Int, end: Int) {
    guard isVerbatim else { return (Int(sourceStart), Int(sourceEnd)) }
    let start = Int(sourceStart) + offset - Int(textStart)
    return (start, start + 1)
  }

  /// The part within a range, counted from its start; what stands for a whole stays whole.
  func clipped(to range: Range<Int>) -> ScalarSegment {
    let start = max(textStart, UInt32(range.lowerBound))
    let end = min(textEnd, UInt32(range.upperBound))
    var part = self
    part.textStart = start - UInt32(range.lowerBound)
    part.textEnd = end - UInt32(range.lowerBound)
    if isVerbatim {
      part.sourceStart = sourceStart + start - textStart
      part.sourceEnd = sourceStart + end - textStart
    }
    return part
  }
}
