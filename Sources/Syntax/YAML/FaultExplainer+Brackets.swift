import SourceText

// Faults inside `[]` and `{}`.
extension FaultExplainer {
  /// libyaml met something else than a comma or the closing bracket.
  func insideBrackets(opening: Int) -> ExplainedFault {
    if let colon = colonOnNextLine() { return at(opening, colon) }
    if let swallowed = swallowingComment(after: opening) {
      return at(opening, .commentTouchesText(at: span(swallowed), text: nil))
    }
    if let scalar = lastScalar, let swallowed = commentBehindQuote(scalar, after: opening) {
      return at(opening, .commentTouchesQuote(at: span(swallowed), text: scalar.span))
    }
    if let comma = fullWidthComma(after: opening) {
      return at(opening, .fullWidth(Lookalike(comma: comma), at: span(comma)))
    }
    if place >= bytes.count || isDocumentMark || isBackAtMargin(opening) {
      return unclosed(opening)
    }
    if bytes[place].isCloser { return wrongCloser(opening: opening) }
    if let scalar = lastScalar, scalar.style == .singleQuoted || scalar.style == .doubleQuoted,
      bytes[Int(scalar.span.end)..<max(place, Int(scalar.span.end))].allSatisfy(\.isBlank)
    {
      return at(opening, textAfterValue().finding)
    }
    switch bytes[place] {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return bracketInText(opening)
    case UInt8(ascii: ":"): return secondColon(opening)
    default: return at(opening, .missingComma(at: span(place..<place)))
    }
  }

  func unclosed(_ opening: Int) -> ExplainedFault {
    if let lookalike = Lookalike(closerIn: opening..<min(place, bytes.count), of: lines) {
      return at(opening, .fullWidth(lookalike, at: span(lookalike.place)))
    }
    if let range = feelRange(on: opening) {
      return at(opening, .rangeUnquoted(range.text, at: range.span))
    }
    let end = place < bytes.count ? firstCharacter(place) : nil
    return at(
      opening,
      .unclosedBracket(lines.string(opening..<opening + 1), at: firstCharacter(opening), end: end))
  }

  func wrongCloser(opening: Int) -> ExplainedFault {
    if let range = feelRange(on: opening) {
      return at(opening, .rangeUnquoted(range.text, at: range.span))
    }
    let open = lines.string(opening..<opening + 1)
    return at(
      opening,
      .wrongCloser(
        lines.string(place..<place + 1), at: firstCharacter(place), open: open,
        opening: firstCharacter(opening)))
  }

  /// Whether the fault's line is no longer indented more than the line with the opening bracket.
  private func isBackAtMargin(_ opening: Int) -> Bool {
    let line = lines.line(at: place)
    let first = lines.line(at: opening)
    return line != first && lines.indent(of: line) <= lines.indent(of: first)
      && !bytes[place].isCloser
  }

  /// A `#` that touches its text and swallowed the rest of a line between bracket and fault.
  private func swallowingComment(after opening: Int) -> Range<Int>? {
    var start = opening
    while start <= place, start < bytes.count {
      let line = lines.line(at: start)
      let text = lines.text(from: start)
      if text.upperBound < line.upperBound,
        let sign = bytes[text.upperBound..<line.upperBound].firstIndex(of: UInt8(ascii: "#")),
        touchesText(sign, in: bytes), sign < place
      {
        return sign..<line.upperBound
      }
      start = lines.next(after: line)
      if start <= line.upperBound { break }
    }
    return nil
  }

  /// The same right behind the closing quote of the last text.
  private func commentBehindQuote(_ scalar: ScalarText, after opening: Int) -> Range<Int>? {
    let sign = Int(scalar.span.end)
    guard scalar.style == .doubleQuoted || scalar.style == .singleQuoted, sign > opening,
      sign < place, bytes[sign] == UInt8(ascii: "#")
    else { return nil }
    return sign..<lines.line(at: sign).upperBound
  }

  /// A full-width comma in the plain text before the fault.
  private func fullWidthComma(after opening: Int) -> Range<Int>? {
    guard let scalar = lastScalar, scalar.style == .plain, Int(scalar.span.start) > opening,
      Int(scalar.span.end) <= place
    else { return nil }
    return lines.find("，", in: Int(scalar.span.start)..<Int(scalar.span.end))
  }

  private func bracketInText(_ opening: Int) -> ExplainedFault {
    if let scalar = lastScalar, scalar.style == .plain, scalar.text.hasSuffix("："),
      bytes[Int(scalar.span.end)..<max(place, Int(scalar.span.end))].allSatisfy(\.isBlank)
    {
      let colon = Int(scalar.span.end) - "：".utf8.count..<Int(scalar.span.end)
      return at(opening, .fullWidth(Lookalike(colon: colon), at: span(colon)))
    }
    let text = lines.text(from: place)
    return at(
      opening,
      .bracketInText(lines.string(place..<place + 1), at: firstCharacter(place), rest: span(text)))
  }

  /// A second colon in one entry, or a key on a line whose predecessor lacks its comma.
  private func secondColon(_ opening: Int) -> ExplainedFault {
    guard let scalar = lastScalar, Int(scalar.span.end) <= place else {
      return at(opening, .missingComma(at: span(place..<place)))
    }
    let start = Int(scalar.span.start)
    let first = lines.line(at: start)
    if first.upperBound < Int(scalar.span.end) {
      let end = lines.text(from: start).upperBound
      return at(opening, .missingComma(at: span(end..<end)))
    }
    let text = value(from: start)
    return at(
      opening, .colonInText(lines.string(text), at: span(place..<place + 1), text: span(text)))
  }

  /// A call such as `contains(name, "a")` without quotes of its own: its comma ends the text for
  /// YAML, and what is behind it looks like text that follows a quote.
  func callCut(before start: Int) -> Diagnostic? {
    guard let openBracket else { return nil }
    let from = max(openBracket + 1, lines.line(at: start).lowerBound)
    var (value, comma, depth, isQuoted) = (from, Int?.none, 0, false)
    for offset in from..<max(from, start) {
      if bytes[offset] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      switch bytes[offset] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth > 0 { comma = offset } else { value = offset + 1 }
      default: break
      }
    }
    guard depth > 0, let comma else { return nil }
    while value < start, bytes[value].isBlank { value += 1 }
    let whole = value..<endOfCall(from: start, depth: depth)
    return .commaInCall(
      at: span(comma..<comma + 1), whole: (lines.string(whole), span(whole)))
  }

  /// Where the value ends that has so many parentheses open: at a comma or bracket outside of them.
  private func endOfCall(from start: Int, depth: Int) -> Int {
    let text = lines.text(from: start)
    var depth = depth
    return text.first { offset in
      let byte = bytes[offset]
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      return depth <= 0 && (byte.isCloser || byte == UInt8(ascii: ","))
    } ?? text.upperBound
  }

  /// A FEEL range such as `[5000..50000)` that YAML takes for a list.
  func feelRange(on offset: Int) -> (text: String, span: Span)? {
    let line = lines.line(at: offset)
    guard let dots = lines.find("..", in: line) else { return nil }
    let isEdge: (UInt8) -> Bool = { byte in
      byte.isCloser || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(")
        || byte == UInt8(ascii: ")")
    }
    guard let start = bytes[line.lowerBound..<dots.lowerBound].lastIndex(where: isEdge),
      let end = bytes[dots.upperBound..<line.upperBound].firstIndex(where: isEdge)
    else { return nil }
    let range = start..<end + 1
    return (lines.string(range), span(range))
  }
}

/// Whether a `#` stands behind a blank but has a character other than a blank or `#` behind it.
func touchesText(_ sign: Int, in bytes: [UInt8]) -> Bool {
  let next = sign + 1
  return next < bytes.count && !bytes[next].isBlankOrBreak && bytes[next] != UInt8(ascii: "#")
}

/// A full-width mark that stands where YAML needs an ASCII one.
struct Lookalike {
  var place: Range<Int>
  var written: String
  var meant: String

  init(place: Range<Int>, written: String, meant: String) {
    self.place = place
    self.written = written
    self.meant = meant
  }

  init(comma place: Range<Int>) {
    self.init(place: place, written: "，", meant: ", ")
  }

  init(colon place: Range<Int>) {
    self.init(place: place, written: "：", meant: ": ")
  }

  /// Whether it stands for an opening bracket.
  var isBracket: Bool { meant == "{" || meant == "[" }

  /// A colon, comma or closing bracket right at an offset.
  init?(separatorAt offset: Int, of lines: YAMLLines) {
    let signs = [("：", ": "), ("，", ", "), ("｝", "}"), ("］", "]")]
    guard let (written, meant) = signs.first(where: { lines.has($0.0, at: offset) }) else {
      return nil
    }
    self.init(place: offset..<offset + written.utf8.count, written: written, meant: meant)
  }

  /// The last closing bracket in a range.
  init?(closerIn range: Range<Int>, of lines: YAMLLines) {
    let offset = range.last { lines.has("｝", at: $0) || lines.has("］", at: $0) }
    guard let offset else { return nil }
    self.init(separatorAt: offset, of: lines)
  }

  /// At the start of a line's text, or as the colon behind its first word.
  init?(in text: Range<Int>, of lines: YAMLLines) {
    guard lines.bytes[text].contains(where: { $0 >= 0x80 }) else { return nil }
    if let (written, meant) = Self.starts.first(where: { lines.has($0.0, at: text.lowerBound) }) {
      let end = text.lowerBound + written.utf8.count
      self.init(place: text.lowerBound..<end, written: written, meant: meant)
      return
    }
    guard let colon = lines.find("：", in: text), colon.lowerBound > text.lowerBound,
      lines.string(text.lowerBound..<colon.lowerBound).isWord
    else { return nil }
    self.init(place: colon, written: "：", meant: ": ")
  }

  private static let starts: [(String, String)] = [
    ("＃", "#"), ("－ ", "- "), ("— ", "- "), ("– ", "- "), ("｛", "{"), ("［", "["), ("　", " "),
    ("\u{A0}", " "),
  ]
}

extension String {
  /// Letters, digits, `_`, `-`, `.`, with a letter among them: what a key may look like.
  var isWord: Bool {
    !isEmpty && contains { $0.isLetter }
      && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." }
  }
}
