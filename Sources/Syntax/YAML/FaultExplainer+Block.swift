import SourceText

// Faults of block style: lines, dashes and indentation.
extension FaultExplainer {
  /// A line of a mapping in which no colon makes a key.
  func lineWithoutColon(at offset: Int) -> ExplainedFault {
    let text = lines.text(from: offset)
    if let lookalike = Lookalike(in: text, of: lines) {
      return at(offset, .fullWidth(lookalike, at: span(lookalike.place)))
    }
    if let colon = tightColon(in: text) { return colonWithoutSpace(at: colon) }
    if startsTightItem(text) {
      return at(offset, .dashWithoutSpace(at: span(offset..<offset + 1)))
    }
    return at(offset, .lineWithoutColon(lines.string(text), at: span(text)))
  }

  /// A colon that touches what follows it, behind a word.
  func tightColon(in text: Range<Int>) -> Int? {
    guard let colon = bytes[text].firstIndex(of: UInt8(ascii: ":")), colon > text.lowerBound,
      colon + 1 < text.upperBound, !bytes[colon + 1].isBlank
    else { return nil }
    return colon
  }

  private func startsTightItem(_ text: Range<Int>) -> Bool {
    text.count > 1 && bytes[text.lowerBound] == UInt8(ascii: "-")
  }

  /// A colon inside brackets that touches a sign: `{a:[1]}`, or `{a:}`, which gives `a` no value.
  func colonBeforeSign() -> ExplainedFault {
    let key = fault.contextPlace..<place
    guard place + 1 < bytes.count,
      bytes[place + 1].isCloser || bytes[place + 1] == UInt8(ascii: ",")
    else {
      return at(place, .colonWithoutSpace(lines.string(key), at: span(place..<place + 1)))
    }
    return at(place, .keyWithoutValue(lines.string(key), at: span(key), mayBeItem: false))
  }

  func colonWithoutSpace(at colon: Int) -> ExplainedFault {
    let key = lines.string(lines.textStart(of: lines.line(at: colon))..<colon)
    return at(colon, .colonWithoutSpace(key, at: span(colon..<colon + 1)))
  }

  /// `key: - item`, or a lone `-` as a value.
  func dashAfterKey() -> ExplainedFault {
    let text = lines.text(from: place)
    let finding: Diagnostic =
      text.count == 1 ? .loneDash(at: span(text)) : .listOnKeyLine(at: span(text))
    return at(place, finding)
  }

  /// A colon with a blank behind it where no key can be.
  func colonOutOfPlace() -> ExplainedFault {
    let line = lines.line(at: place)
    if let colon = lines.colonBeforeBracket(on: line) {
      return at(place, .fullWidth(colon, at: span(colon.place)))
    }
    if let first = lines.keyColon(of: line), first < place {
      let start = bytes[first + 1..<place].firstIndex { !$0.isBlank } ?? place
      let text = lines.text(from: start)
      if let lookalike = Lookalike(in: text, of: lines), lookalike.isBracket {
        return at(place, .fullWidth(lookalike, at: span(lookalike.place)))
      }
      return at(
        place, .colonInText(lines.string(text), at: span(place..<place + 1), text: span(text)))
    }
    guard let before = lines.lineBefore(place) else {
      return at(place, .malformed(at: firstCharacter(place)))
    }
    return lineUnderText(line, before)
  }

  /// A key on a line that YAML takes for the second line of the text above it.
  private func lineUnderText(_ line: Range<Int>, _ before: Range<Int>) -> ExplainedFault {
    let text = lines.text(from: lines.textStart(of: before))
    if let lookalike = Lookalike(in: text, of: lines) {
      return at(text.lowerBound, .fullWidth(lookalike, at: span(lookalike.place)))
    }
    let key = lines.textStart(of: line)..<place
    if let colon = lines.keyColon(of: before) {
      return at(
        place,
        .indentedUnderValue(
          lines.string(key), at: span(key),
          above: span(text.lowerBound..<max(colon, text.lowerBound))),
        withSiblings: true)
    }
    if let colon = tightColon(in: text) { return colonWithoutSpace(at: colon) }
    if startsTightItem(text) {
      return at(text.lowerBound, .dashWithoutSpace(at: span(text.lowerBound..<text.lowerBound + 1)))
    }
    if lines.bytes[text.lowerBound] == UInt8(ascii: "-") {
      return at(
        place, .indentedUnderValue(lines.string(key), at: span(key), above: span(text)),
        withSiblings: true)
    }
    return at(text.lowerBound, .lineWithoutColon(lines.string(text), at: span(text)))
  }

  /// libyaml met something in a block list or mapping that is neither an item nor a key.
  func insideBlock(isList: Bool) -> ExplainedFault {
    guard lines.isAtTextStart(place) else { return textAfterValue() }
    let text = lines.text(from: place)
    if let first = bytes[text].first, first.isCloser || first == UInt8(ascii: ",") {
      return at(
        place, .unmatchedBracket(lines.string(place..<place + 1), at: firstCharacter(place)))
    }
    if bytes[text].first == UInt8(ascii: ":") {
      return at(place, .noKey(at: firstCharacter(place)))
    }
    let start = lines.character(at: fault.contextPlace)
    let isAligned = column(of: place) == column(of: fault.contextPlace)
    let isItem = text.count > 1 && bytes[place] == UInt8(ascii: "-") && bytes[place + 1].isBlank
    if isItem != isList, isAligned || isItem {
      return at(
        place, .mixed(isList: isList, at: span(text), start: span(start)), withSiblings: true)
    }
    return badIndentation(text)
  }

  private func badIndentation(_ text: Range<Int>) -> ExplainedFault {
    let line = lines.lineBefore(place)
    let before = line.map { lines.text(from: lines.textStart(of: $0)) }
    if let line, let before, column(of: before.lowerBound) < column(of: place),
      let colon = lines.keyColon(of: line), colon + 1 < before.upperBound
    {
      let key = text.lowerBound..<(lines.keyColon(of: lines.line(at: place)) ?? text.upperBound)
      return at(
        place,
        .indentedUnderValue(
          lines.string(key), at: span(key), above: span(before.lowerBound..<colon)),
        withSiblings: true)
    }
    return at(
      place,
      .badIndentation(
        at: span(text), spaces: column(of: place),
        above: before.map { (span($0), column(of: $0.lowerBound)) }),
      withSiblings: true)
  }

  private func column(of offset: Int) -> Int {
    bytes[lines.line(at: offset).lowerBound..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// What stands where a node should begin.
  func missingNode() -> ExplainedFault {
    if let openBracket, place >= bytes.count || isDocumentMark {
      return unclosed(openBracket)
    }
    guard place < bytes.count else { return at(place, .malformed(at: firstCharacter(place))) }
    let byte = bytes[place]
    if byte == UInt8(ascii: "-") {
      let text = value(from: place)
      return at(
        openBracket ?? place,
        text.count == 1 ? .loneDash(at: span(text)) : .listInBrackets(at: span(text)))
    }
    if byte.isCloser, let openBracket { return wrongCloser(opening: openBracket) }
    if byte == UInt8(ascii: "?") {
      let text = value(from: place)
      return at(openBracket ?? place, .reservedStart(lines.string(text), at: span(text)))
    }
    if byte.isCloser || byte == UInt8(ascii: ",") {
      if let range = feelRange(on: place) {
        return at(place, .rangeUnquoted(range.text, at: range.span))
      }
      return at(
        openBracket ?? place,
        .unmatchedBracket(lines.string(place..<place + 1), at: firstCharacter(place)))
    }
    if isDocumentMark { return at(place, .documentEnd(at: span(place..<place + 3))) }
    if openBracket == nil, lines.isAtTextStart(place), let before = lines.lineBefore(place) {
      let start = lines.character(at: lines.textStart(of: before))
      let text = span(lines.text(from: place))
      return at(place, .mixed(isList: true, at: text, start: span(start)), withSiblings: true)
    }
    if byte == UInt8(ascii: ":") {
      return at(openBracket ?? place, .noKey(at: firstCharacter(place)))
    }
    return at(openBracket ?? place, .malformed(at: firstCharacter(place)))
  }

  var isDocumentMark: Bool {
    let line = lines.line(at: place)
    return line.lowerBound == place
      && (bytes[line].starts(with: Array("---".utf8))
        || bytes[line].starts(with: Array("...".utf8)))
  }

  /// Text behind the whole of the document.
  func afterRoot() -> ExplainedFault {
    if let colon = colonOnNextLine() { return at(0, colon) }
    if isDocumentMark { return at(place, .documentEnd(at: span(place..<place + 3))) }
    guard lines.isAtTextStart(place) else { return textAfterValue() }
    if place < bytes.count, bytes[place].isCloser {
      return at(
        place, .unmatchedBracket(lines.string(place..<place + 1), at: firstCharacter(place)))
    }
    let text = lines.text(from: place)
    if let first = lines.lineBefore(place).flatMap(firstIndented),
      column(of: first.lowerBound) == column(of: place)
    {
      return at(place, .textAfterBracket(at: span(text)))
    }
    return at(
      place,
      lines.lineBefore(place).map { before in
        .badIndentation(
          at: span(text), spaces: column(of: place),
          above: firstIndented(upTo: before).map { (span($0), column(of: $0.lowerBound)) })
      } ?? .malformed(at: span(text)),
      withSiblings: true)
  }

  /// The first line of the file that is not idle.
  private func firstIndented(upTo line: Range<Int>) -> Range<Int>? {
    var first = line
    while let before = lines.lineBefore(first.lowerBound) { first = before }
    return lines.text(from: lines.textStart(of: first))
  }

  /// Text on the same line behind a closed quote, a bracket or an alias.
  func textAfterValue() -> ExplainedFault {
    if openBracket == nil, let colon = lines.colonBeforeBracket(on: lines.line(at: place)) {
      return at(place, .fullWidth(colon, at: span(colon.place)))
    }
    let text = value(from: place)
    if let lookalike = Lookalike(separatorAt: place, of: lines) {
      return at(openBracket ?? place, .fullWidth(lookalike, at: span(lookalike.place)))
    }
    if let scalar = lastScalar, scalar.style == .singleQuoted || scalar.style == .doubleQuoted,
      bytes[Int(scalar.span.end)..<max(place, Int(scalar.span.end))].allSatisfy(\.isBlank)
    {
      let start = Int(scalar.span.start)
      if lines.line(at: start) != lines.line(at: place) {
        return at(start, .unclosedQuote(at: firstCharacter(start), closedAt: closing(scalar)))
      }
      if let cut = callCut(before: start) { return at(openBracket ?? place, cut) }
      return at(
        openBracket ?? place,
        .textAfterQuote(scalar, at: span(text), whole: wholeValue(from: start)))
    }
    if let range = feelRange(on: place) {
      return at(place, .rangeUnquoted(range.text, at: range.span))
    }
    if place < bytes.count, bytes[place].isCloser {
      return at(
        place, .unmatchedBracket(lines.string(place..<place + 1), at: firstCharacter(place)))
    }
    return at(openBracket ?? place, .textAfterBracket(at: span(text)))
  }

  private func closing(_ scalar: ScalarText) -> Span {
    span(Int(scalar.span.end) - 1..<Int(scalar.span.end))
  }

  private func wholeValue(from start: Int) -> (text: String, span: Span) {
    let text = lines.text(from: start)
    let end = openBracket == nil ? text.upperBound : value(from: place).upperBound
    let range = start..<max(start, end)
    return (lines.string(range), span(range))
  }
}
