import SourceText

/// What a fault of form comes to: the words for it, and where to go on looking for more.
struct ExplainedFault {
  var finding: Diagnostic
  /// An offset on the first line that cannot be read; what belongs to the line goes with it.
  var anchor: Int
  /// Whether the lines beside it stand wrong in the same way.
  var withSiblings = false
  /// An offset up to which everything is given up, if the lines of the anchor end before it.
  var through: Int?
}

/// Finds plain words for what libyaml could not read, from its place and the text around it.
struct FaultExplainer {
  let lines: YAMLLines
  let id: SourceID
  let fault: LibYAMLFault
  /// The last scalar that libyaml gave before it stopped.
  let lastScalar: ScalarText?
  /// Where the open `[` and `{` stand, the innermost last.
  let openBrackets: [Int]

  var openBracket: Int? { openBrackets.last }
  var place: Int { fault.place }
  var bytes: [UInt8] { lines.bytes }

  /// libyaml's problems are told apart by its own words, which are part of its 0.2 releases; those
  /// of a release to come fall through to the last case.
  func explain() -> ExplainedFault {
    var explained = explainByProblem()
    // Brackets are given up as a whole: half of them would be a fault of its own.
    if let outermost = openBrackets.first {
      explained.anchor = min(outermost, explained.anchor)
      explained.through = Int(explained.finding.primary.span.start)
    }
    return explained
  }

  private func explainByProblem() -> ExplainedFault {
    switch (fault.problem, fault.context) {
    case ("found character that cannot start any token", _): return startingCharacter()
    case ("could not find expected ':'", _): return lineWithoutColon(at: fault.contextPlace)
    case ("block sequence entries are not allowed in this context", _): return dashAfterKey()
    case ("mapping keys are not allowed in this context", _): return reserved(at: place)
    case ("mapping values are not allowed in this context", _): return colonOutOfPlace()
    case ("did not find expected alphabetic or numeric character", _):
      return reserved(at: fault.contextPlace)
    case ("found a tab character where an indentation space is expected", _),
      ("found a tab character that violates indentation", _):
      return tab()
    case ("found unexpected end of stream", _), ("found unexpected document indicator", _):
      return at(fault.contextPlace, .unclosedQuote(at: firstCharacter(fault.contextPlace)))
    case (_, "while parsing a quoted scalar"): return badEscape()
    case (_, "while scanning a block scalar"): return blockHeader(at: fault.contextPlace)
    case ("found unexpected ':'", _): return colonBeforeSign()
    case ("found undefined tag handle", _): return tag(at: place)
    default: return explainByContext()
    }
  }

  private func explainByContext() -> ExplainedFault {
    let context = fault.context
    if context.hasSuffix("directive") || fault.problem.contains("directive") {
      return at(fault.contextPlace, .directive(at: span(lines.text(from: fault.contextPlace))))
    }
    if context.hasSuffix("a tag") { return tag(at: fault.contextPlace) }
    switch context {
    case "while parsing a flow sequence", "while parsing a flow mapping":
      return insideBrackets(opening: fault.contextPlace)
    case "while parsing a block mapping": return insideBlock(isList: false)
    case "while parsing a block collection": return insideBlock(isList: true)
    case "while parsing a block node", "while parsing a flow node": return missingNode()
    default: break
    }
    if fault.problem == "did not find expected <document start>" { return afterRoot() }
    return at(place, .malformed(at: firstCharacter(place)))
  }

  // MARK: Helpers

  func span(_ range: Range<Int>) -> Span { Span(id, range.lowerBound, range.upperBound) }
  func firstCharacter(_ offset: Int) -> Span { span(lines.character(at: offset)) }

  func at(_ anchor: Int, _ finding: Diagnostic, withSiblings: Bool = false) -> ExplainedFault {
    ExplainedFault(finding: finding, anchor: anchor, withSiblings: withSiblings)
  }

  /// The value that starts at an offset: to the end of its line, or as a key to its colon; inside
  /// brackets to the next comma or bracket.
  func value(from offset: Int) -> Range<Int> {
    let line = lines.text(from: offset)
    guard openBracket == nil else { return lines.valueInBrackets(from: offset) }
    return offset..<(lines.keyColon(of: line) ?? line.upperBound)
  }

  /// The same, but of what stands inside `{}` where a key does only the key.
  private func keyOrValue(from offset: Int) -> Range<Int> {
    let whole = value(from: offset)
    let before = bytes[lines.line(at: offset).lowerBound..<offset].last { !$0.isBlank }
    guard let openBracket, bytes[openBracket] == UInt8(ascii: "{"),
      before == UInt8(ascii: "{") || before == UInt8(ascii: ","),
      let colon = lines.keyColon(of: whole)
    else { return whole }
    return offset..<max(offset, colon)
  }

  // MARK: Single characters

  private func startingCharacter() -> ExplainedFault {
    guard place < bytes.count else { return at(place, .malformed(at: firstCharacter(place))) }
    switch bytes[place] {
    case UInt8(ascii: "\t"): return tab()
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return blockHeader(at: place)
    default: return reserved(at: place)
    }
  }

  private func tab() -> ExplainedFault {
    var end = place
    while end < bytes.count, bytes[end] == UInt8(ascii: "\t") { end += 1 }
    let before = lines.line(at: place).lowerBound..<place
    let isIndentation = bytes[before].allSatisfy(\.isBlank)
    let finding = Diagnostic.tab(
      at: span(place..<max(end, place)), isIndentation: isIndentation)
    return at(place, finding, withSiblings: isIndentation)
  }

  private func reserved(at offset: Int) -> ExplainedFault {
    // `? > 5` is one text to who wrote it.
    let start = lines.questionMark(before: offset) ?? offset
    let text = keyOrValue(from: start)
    return at(start, .reservedStart(lines.string(text), at: span(text)))
  }

  private func tag(at offset: Int) -> ExplainedFault {
    let text = value(from: offset)
    let end = text.first { bytes[$0].isBlank } ?? text.upperBound
    return at(offset, .tag(at: span(offset..<max(offset, end)), in: lines))
  }

  private func badEscape() -> ExplainedFault {
    let start =
      (fault.contextPlace...max(place, fault.contextPlace))
      .last { $0 < bytes.count && bytes[$0] == UInt8(ascii: "\\") } ?? place
    let letter = lines.character(at: start + 1)
    var end = letter.upperBound
    let digits = letter.isEmpty ? 0 : escapeDigits[bytes[letter.lowerBound]] ?? 0
    while end < min(bytes.count, letter.upperBound + digits), bytes[end].isHexDigit { end += 1 }
    return at(fault.contextPlace, .badEscape(lines.string(start..<end), at: span(start..<end)))
  }

  private func blockHeader(at offset: Int) -> ExplainedFault {
    if place < bytes.count, bytes[place] == UInt8(ascii: "\t") { return tab() }
    if lines.questionMark(before: offset) != nil { return reserved(at: offset) }
    if let row = rowOutOfTable(at: offset) { return row }
    let text = keyOrValue(from: offset)
    return at(offset, .blockHeader(lines.string(text), at: span(text)))
  }
}
