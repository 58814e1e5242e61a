import SourceText

// What YAML takes but its author cannot have meant.
extension YAMLTreeBuilder {
  /// Reports the traps of one scalar; says whether it has any.
  mutating func reportTraps(of scalar: ScalarText, in position: Position) -> Bool {
    if scalar.style == .plain, isPlainlyClean(range(scalar)) { return false }
    guard let finding = trap(of: scalar, in: position) else { return false }
    report(finding)
    return true
  }

  private func trap(of scalar: ScalarText, in position: Position) -> Diagnostic? {
    switch scalar.style {
    case .plain:
      swallowedByComment(scalar) ?? signTrap(scalar, position)
    case .literal, .folded: sizedEmptyBlock(scalar)
    case .singleQuoted, .doubleQuoted: tightComment(scalar)
    }
  }

  /// `"abc"#x`: libyaml drops what follows the quote as a comment, without a word.
  private func tightComment(_ scalar: ScalarText) -> Diagnostic? {
    let sign = Int(scalar.span.end)
    guard sign < file.count, file[sign] == UInt8(ascii: "#") else { return nil }
    return .commentTouchesQuote(
      at: span(sign, lines.line(at: sign).upperBound), text: scalar.span)
  }

  /// Whether no byte in or behind a text can be of a trap: so nearly every one is passed over at a
  /// glance.
  private func isPlainlyClean(_ range: Range<Int>) -> Bool {
    let bytes = file.span
    if range.upperBound < bytes.count, bytes[range.upperBound].isBlank { return false }
    guard let first = range.first else { return true }
    if bytes[first] == UInt8(ascii: "-") { return false }
    for place in range where bytes[place].mayBeTrap { return false }
    return true
  }

  private var lines: YAMLLines { YAMLLines(bytes: file) }

  private func range(_ scalar: ScalarText) -> Range<Int> {
    Int(scalar.span.start)..<Int(scalar.span.end)
  }

  /// `楼 #3`: the text ends at the blank, and the rest is a comment.
  private func swallowedByComment(_ scalar: ScalarText) -> Diagnostic? {
    var sign = Int(scalar.span.end)
    while sign < file.count, file[sign].isBlank { sign += 1 }
    guard sign > Int(scalar.span.end), sign < file.count, file[sign] == UInt8(ascii: "#"),
      touchesText(sign, in: file)
    else { return nil }
    let end = lines.line(at: sign).upperBound
    return .commentTouchesText(at: span(sign, end), text: scalar.isAbsent ? nil : scalar.span)
  }

  /// `amount: >5`: a block whose indentation is said and that holds nothing.
  private func sizedEmptyBlock(_ scalar: ScalarText) -> Diagnostic? {
    let header = lines.text(from: Int(scalar.span.start))
    let isSized = file[header].contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard scalar.text.isEmpty, isSized else { return nil }
    return .blockHeader(lines.string(header), at: span(header.lowerBound, header.upperBound))
  }

  /// Signs that were meant for YAML and became text.
  private func signTrap(_ scalar: ScalarText, _ position: Position) -> Diagnostic? {
    guard !scalar.isAbsent else { return nil }
    let range = range(scalar)
    let first = firstLine(of: range)
    return lookalike(range, first, position) ?? tightSign(range, first, position)
  }

  /// Full-width marks where they keep YAML from seeing a key, an item, a comment or a list.
  private func lookalike(
    _ range: Range<Int>, _ first: Range<Int>, _ position: Position
  ) -> Diagnostic? {
    if let blank = outerBlank(range) { return .fullWidth(blank, at: span(blank.place)) }
    guard let found = Lookalike(in: first, of: lines) else { return comma(range, position) }
    // A bracket is taken for one anywhere; a colon or dash only where a key or item is awaited.
    let isBeforeBracket =
      found.written == "：" && lines.colonBeforeBracket(on: lines.line(at: range.lowerBound)) != nil
    if case .key = position, isBeforeBracket {
      return .fullWidth(found, at: span(found.place))
    }
    guard found.isBracket || awaitsKey(range, position, upTo: found.place.lowerBound) else {
      return nil
    }
    return .fullWidth(found, at: span(found.place))
  }

  private func span(_ range: Range<Int>) -> Span { span(range.lowerBound, range.upperBound) }

  private func firstLine(of text: Range<Int>) -> Range<Int> {
    text.lowerBound..<(text.first { file.isBreak(at: $0) } ?? text.upperBound)
  }

  /// A full-width blank or a non-breaking one at either end of the text.
  private func outerBlank(_ range: Range<Int>) -> Lookalike? {
    guard file[range.lowerBound].mayOpenBlank || file[range.upperBound - 1].mayCloseBlank else {
      return nil
    }
    for (written, length) in [("\u{3000}", 3), ("\u{A0}", 2)] where range.count >= length {
      let ends = [
        range.lowerBound..<range.lowerBound + length, range.upperBound - length..<range.upperBound,
      ]
      if let place = ends.first(where: { lines.has(written, at: $0.lowerBound) }) {
        return Lookalike(place: place, written: written, meant: " ")
      }
    }
    return nil
  }

  /// `[婚姻，家庭]`: one item where two were meant.
  private func comma(_ range: Range<Int>, _ position: Position) -> Diagnostic? {
    guard case .item(isFlow: true) = position, let comma = lines.find("，", in: range) else {
      return nil
    }
    return .fullWidth(Lookalike(comma: comma), at: span(comma))
  }

  /// Whether a text that looks like `key：` stands where a key would: on a line of its own, or, if
  /// the key would be an ASCII word, as a list item.
  private func awaitsKey(_ range: Range<Int>, _ position: Position, upTo sign: Int) -> Bool {
    switch position {
    case .key, .flowValue: false
    case .root, .blockValue: lines.isAtTextStart(range.lowerBound)
    case .item: file[range.lowerBound..<sign].allSatisfy { $0 < 0x80 }
    }
  }

  /// `键:值` and `-项` on a line of their own.
  private func tightSign(
    _ range: Range<Int>, _ first: Range<Int>, _ position: Position
  ) -> Diagnostic? {
    if let colon = tightColon(first), awaitsPair(range, position) {
      return .colonWithoutSpace(lines.string(first.lowerBound..<colon), at: span(colon, colon + 1))
    }
    if first.count > 1, file[first.lowerBound] == UInt8(ascii: "-"), awaitsItem(range, position),
      file[first.lowerBound + 1].isWordByte, !file[first.lowerBound + 1].isDigit
    {
      return .dashWithoutSpace(at: span(first.lowerBound, first.lowerBound + 1))
    }
    return nil
  }

  private func awaitsPair(_ range: Range<Int>, _ position: Position) -> Bool {
    switch position {
    case .key, .flowValue: false
    case .root, .blockValue: lines.isAtTextStart(range.lowerBound)
    case .item: true
    }
  }

  private func awaitsItem(_ range: Range<Int>, _ position: Position) -> Bool {
    switch position {
    case .key, .flowValue, .item: false
    case .root, .blockValue: lines.isAtTextStart(range.lowerBound)
    }
  }

  /// The colon behind a word that touches what follows; not that of a time or an address.
  func tightColon(_ text: Range<Int>) -> Int? {
    guard let colon = file[text].firstIndex(of: UInt8(ascii: ":")), colon + 1 < text.upperBound,
      lines.string(text.lowerBound..<colon).isWord, file[colon + 1] != UInt8(ascii: "/"),
      !file[colon + 1].isBlank, file[colon + 1] != UInt8(ascii: ":")
    else { return nil }
    return colon
  }
}

// MARK: Keys without a value

extension YAMLTreeBuilder {
  /// Reports keys inside `{}` that have no value, once for a mapping.
  mutating func reportKeyless(
    _ key: ScalarText, after entry: YAMLEntry?, _ all: [(key: ScalarText, after: Int)]
  ) {
    let range = range(key)
    if let found = Lookalike(in: range, of: lines) {
      return report(.fullWidth(found, at: span(found.place)))
    }
    if key.style == .plain, let colon = tightColon(range) {
      return report(
        .colonWithoutSpace(lines.string(range.lowerBound..<colon), at: span(colon, colon + 1)))
    }
    guard let entry, let value = entry.value.scalar, value.style == .plain, !value.isAbsent else {
      return report(.keyWithoutValue(key.text, at: key.span, mayBeItem: !hasColon(key)))
    }
    guard !hasColon(key) else {
      return report(.keyWithoutValue(key.text, at: key.span, mayBeItem: false))
    }
    let last = all.last { $0.after == all.first?.after }?.key ?? key
    let whole = Int(value.span.start)..<Int(last.span.end)
    report(.keyWithoutValue(key, cutOff: (value, lines.string(whole), span(whole))))
  }
}

extension YAMLTreeBuilder {
  /// Whether a colon stands behind a key that has no value.
  private func hasColon(_ key: ScalarText) -> Bool {
    file[Int(key.span.end)...].first { !$0.isBlank } == UInt8(ascii: ":")
  }
}

extension Diagnostic {
  /// - Parameter mayBeItem: whether what stands there may have been meant for an item of a list.
  static func keyWithoutValue(_ key: String, at span: Span, mayBeItem: Bool) -> Diagnostic {
    Diagnostic(
      .keyWithoutValue,
      Bilingual(
        en: "`\(key)` inside `{}` is a key without a value", zh: "`{}` 中的 `\(key)` 成了没有值的键"),
      at: span,
      help: mayBeItem
        ? Bilingual(
          en: "write `\(key): …`, or use `[]` if a list is meant",
          zh: "请写成 `\(key): …`；若是列表请用 `[]`")
        : Bilingual(
          en: "write its value behind the colon, `\(key): …`, or remove the key",
          zh: "请在冒号后写上值：`\(key): …`，或删去这个键"))
  }

  fileprivate static func keyWithoutValue(
    _ key: ScalarText, cutOff: (value: ScalarText, text: String, span: Span)
  ) -> Diagnostic {
    Diagnostic(
      .keyWithoutValue,
      Bilingual(
        en: "the comma makes `\(key.text)` a key without a value",
        zh: "逗号使 `\(key.text)` 成了没有值的键"),
      at: key.span,
      labels: [
        Label(cutOff.value.span, Bilingual(en: "the text ends here", zh: "文字到此结束"))
      ],
      help: .quoting(cutOff.text), fix: .quoting(cutOff.text, cutOff.span))
  }
}

extension UInt8 {
  /// Whether a full-width blank (E3 80 80) or a non-breaking one (C2 A0) may begin with it, or end.
  fileprivate var mayOpenBlank: Bool { self == 0xE3 || self == 0xC2 }
  fileprivate var mayCloseBlank: Bool { self == 0x80 || self == 0xA0 }

  /// Whether a colon, or a character that is taken for a sign of YAML, may begin with it: they are
  /// among U+00A0, U+2010, U+3000 and U+FF00 and those after them.
  fileprivate var mayBeTrap: Bool {
    self == UInt8(ascii: ":") || self == 0xC2 || self == 0xE2 || self == 0xE3 || self == 0xEF
  }

  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
