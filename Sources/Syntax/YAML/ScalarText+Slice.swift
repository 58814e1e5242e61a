package import SourceText

extension ScalarText {
  /// A part of the text as a scalar of its own, each of its bytes still led back to the file.
  ///
  /// `range` counts UTF-8 bytes of `text` and lies between characters.
  package func slice(_ range: Range<Int>) -> ScalarText {
    let range = range.clamped(to: 0..<text.utf8.count)
    if let place = verbatimSpan(of: range) {
      return ScalarText(
        text: text.utf8Slice(range), style: style, span: place, contentSpan: place)
    }
    let place = span(of: range)
    return ScalarText(
      text: text.utf8Slice(range), style: style, span: place, contentSpan: place,
      isMapped: isMapped, segments: segments(of: range))
  }

  /// Parts of the text in their order, joined to one scalar: what lies between is left out.
  package func slice(joining ranges: [Range<Int>]) -> ScalarText {
    if ranges.count == 1 { return slice(ranges[0]) }
    let count = text.utf8.count
    let ranges = ranges.map { $0.clamped(to: 0..<count) }
    let place = span(of: (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0))
    let text = ranges.map { self.text.utf8Slice($0) }.joined()
    return ScalarText(
      text: text, style: style, span: place, contentSpan: place, isMapped: isMapped,
      segments: joinedSegments(of: ranges))
  }

  private func joinedSegments(of ranges: [Range<Int>]) -> [ScalarSegment] {
    var joined: [ScalarSegment] = []
    var offset: UInt32 = 0
    for range in ranges where !range.isEmpty {
      for segment in writtenSegments(of: range) { joined.append(segment.shifted(by: offset)) }
      offset += UInt32(range.count)
    }
    return joined
  }

  /// The map of a part, written out even where the text is the file's own bytes.
  private func writtenSegments(of range: Range<Int>) -> [ScalarSegment] {
    let segments = segments(of: range)
    guard segments.isEmpty else { return segments }
    let place = span(of: range)
    return [
      ScalarSegment(
        textStart: 0, textEnd: UInt32(range.count), sourceStart: place.start,
        sourceEnd: place.end)
    ]
  }

  /// The text without blanks around it; full-width blanks count as such.
  package var trimmed: ScalarText {
    let range = text.trimmedRange
    if range.isEmpty { return .absent(at: contentSpan) }
    return range == 0..<text.utf8.count ? self : slice(range)
  }

  /// Nothing written, in a place that is known.
  package static func absent(at span: Span) -> ScalarText {
    ScalarText(text: "", style: .plain, span: span, contentSpan: span, isAbsent: true)
  }
}

extension ScalarSegment {
  fileprivate func shifted(by offset: UInt32) -> ScalarSegment {
    var segment = self
    segment.textStart += offset
    segment.textEnd += offset
    return segment
  }
}

extension String {
  /// A part by UTF-8 offsets, found without walking there.
  func utf8Slice(_ range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(Substring(utf8[start..<end]))
  }

  /// The UTF-8 offsets of what is left when white space at both ends is taken off.
  var trimmedRange: Range<Int> {
    // Words of ASCII and Chinese ones have no white space at their ends.
    if let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.isPlainlyInk, last.isPlainlyInk
    {
      return 0..<utf8.count
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return 0..<0 }
    let start = utf8.distance(from: utf8.startIndex, to: first)
    return start..<utf8.distance(from: utf8.startIndex, to: scalars.index(after: last))
  }
}

extension Unicode.Scalar {
  /// Whether it is seen at a glance to be no white space.
  fileprivate var isPlainlyInk: Bool {
    (0x21..<0x7F).contains(value) || (0x4E00..<0xA000).contains(value)
  }

  /// Whether it is white space; of ASCII known without a look into Unicode's tables.
  fileprivate var isBlank: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
