import SourceText

// Lines that belong to what stands above them, and do not reach it.
extension FaultExplainer {
  /// A row of a table in a `|` block that is indented less than the block, so that it is no longer
  /// part of it.
  func rowOutOfTable(at offset: Int) -> ExplainedFault? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "|"), lines.isAtTextStart(offset),
      let above = lines.lineBefore(offset)
    else { return nil }
    let row = lines.text(from: lines.textStart(of: above))
    let column = lines.textStart(of: above) - above.lowerBound
    let isHead = lines.string(row).hasSuffix(": |")
    guard isHead || !row.isEmpty && bytes[row.lowerBound] == UInt8(ascii: "|") else { return nil }
    let line = lines.line(at: offset)
    return at(
      offset,
      .rowOutOfTable(
        at: span(lines.text(from: offset)), above: span(row),
        indentation: span(line.lowerBound..<offset), spaces: isHead ? column + 2 : column),
      withSiblings: true)
  }

  /// A colon on a line of its own behind its key, as JSON and YAML 1.2 allow and YAML 1.1 does not.
  func colonOnNextLine() -> Diagnostic? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: ":"), lines.isAtTextStart(place),
      let key = lastScalar, case let end = Int(key.span.end), end <= place,
      key.style != .literal && key.style != .folded,
      bytes[end..<place].contains(UInt8(ascii: "\n")),
      bytes[end..<place].allSatisfy(\.isBlankOrBreak)
    else { return nil }
    let isTight = place + 1 < bytes.count && !bytes[place + 1].isBlankOrBreak
    return .colonOnNextLine(
      key, at: span(place..<place + 1), mended: span(end..<place + 1), isTight ? ": " : ":")
  }
}

extension Diagnostic {
  fileprivate static func rowOutOfTable(
    at span: Span, above: Span, indentation: Span, spaces: Int
  ) -> Diagnostic {
    Diagnostic(
      .badIndentation,
      Bilingual(
        en: "this row is indented less than the table above, and so is no part of it",
        zh: "这一行的缩进比上面的表格浅，不再属于该表"),
      at: span, labels: [Label(above, Bilingual(en: "the table ends here", zh: "表格到此结束"))],
      help: Bilingual(
        en: "indent the row by \(spaces) spaces, as the table is", zh: "请与表格一样缩进 \(spaces) 个空格"),
      fix: Fix(indentation, replacement: String(repeating: " ", count: spaces), isSafe: false))
  }

  fileprivate static func colonOnNextLine(
    _ key: ScalarText, at span: Span, mended: Span, _ colon: String
  ) -> Diagnostic {
    Diagnostic(
      .lineWithoutColon,
      Bilingual(
        en: "this colon stands on another line than its key", zh: "这个冒号与它的键不在同一行"),
      at: span, labels: [Label(key.span, Bilingual(en: "the key", zh: "这是键"))],
      help: Bilingual(
        en: "write the colon behind its key, on the same line", zh: "请把冒号写在键的后面、同一行"),
      fix: Fix(mended, replacement: colon, isSafe: false))
  }
}
