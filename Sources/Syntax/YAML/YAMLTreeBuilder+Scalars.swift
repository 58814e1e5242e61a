import SourceText

extension YAMLTreeBuilder {
  /// A scalar with its map back to the file, looked at for the traps of plain text.
  mutating func scalar(
    _ text: String, _ style: ScalarStyle, start: Int, end: Int, in position: Position
  ) -> YAMLNode {
    let isAbsent = style == .plain && text.isEmpty
    // libyaml puts what is absent behind its colon or dash, or else at the next token, which may be
    // lines further on.
    let isAstray =
      isAbsent && lastEnd < start && file[lastEnd..<start].contains(UInt8(ascii: "\n"))
      && file[start - 1] != UInt8(ascii: ":") && file[start - 1] != UInt8(ascii: "-")
    let scalar =
      isAstray
      ? scalarText(text, style, start: lastEnd, end: lastEnd)
      : scalarText(text, style, start: start, end: end)
    if !isAbsent { lastScalar = scalar }
    lastEnd = max(lastEnd, Int(scalar.span.end))
    let isFaulty = reportTraps(of: scalar, in: position)
    return YAMLNode(span: scalar.span, content: .scalar(scalar), isFaulty: isFaulty)
  }

  private func scalarText(
    _ text: String, _ style: ScalarStyle, start: Int, end: Int
  ) -> ScalarText {
    if let scalar = verbatim(text, style, start: start, end: end) { return scalar }
    let decoded =
      switch style {
      case .plain, .singleQuoted, .doubleQuoted: decodeFlowScalar(file, start..<end, style)
      case .literal, .folded:
        decodeBlockScalar(file, header: start, style: style, parentIndent: parentIndent)
      }
    let whole = span(decoded.whole.lowerBound, decoded.whole.upperBound)
    let content = span(decoded.content.lowerBound, decoded.content.upperBound)
    let agrees = text.hasBytes(of: decoded.text.bytes[...])
    guard agrees || decoded.hasStandIn(in: file) else {
      return ScalarText(
        text: text, style: style, span: whole, contentSpan: content, isMapped: false)
    }
    return ScalarText(
      text: agrees ? text : String(decoding: decoded.text.bytes, as: UTF8.self), style: style,
      span: whole, contentSpan: content,
      isAbsent: style == .plain && text.isEmpty, segments: decoded.text.segments(behind: content))
  }
}

extension YAMLTreeBuilder {
  /// A scalar whose text is the file's own bytes, as most are: nothing is decoded for it.
  private func verbatim(
    _ text: String, _ style: ScalarStyle, start: Int, end: Int
  ) -> ScalarText? {
    let quote: Int
    switch style {
    case .plain: quote = 0
    case .singleQuoted, .doubleQuoted: quote = 1
    case .literal, .folded: return nil
    }
    let content = start + quote..<max(start + quote, end - quote)
    guard text.hasBytes(of: file[content]) else { return nil }
    return ScalarText(
      text: text, style: style, span: span(start, end),
      contentSpan: span(content.lowerBound, content.upperBound),
      isAbsent: style == .plain && text.isEmpty)
  }
}

extension SegmentedText {
  /// The map, or none where the text is simply the content's bytes.
  fileprivate func segments(behind content: Span) -> [ScalarSegment] {
    guard segments.count == 1, let only = segments.first, only.isVerbatim,
      only.sourceStart == content.start
    else { return segments }
    return []
  }
}
