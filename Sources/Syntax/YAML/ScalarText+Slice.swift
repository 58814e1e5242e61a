import SourceText

extension ScalarText {
  /// A part of the text as a scalar of its own, each of its bytes still led back to the file.
  ///
  /// `range` counts UTF-8 bytes of `text` and lies between characters.
  package func slice(_ range: Range<Int>) -> ScalarText {
    let range = range.clamped(to: 0..<text.utf8.count)
    let place = span(of: range)
    return ScalarText(
      text: String(decoding: Array(text.utf8)[range], as: UTF8.self), style: style, span: place,
      contentSpan: place, isMapped: isMapped, segments: segments(of: range))
  }
}
