package import SourceText

extension ScalarText {
  /// A text that stands in a file byte for byte, from an offset on: a cell, a line, a test's input.
  package static func verbatim(
    _ text: String, in source: SourceID = SourceID(0), at offset: Int = 0
  ) -> ScalarText {
    let span = Span(source, offset, offset + text.utf8.count)
    return ScalarText(text: text, style: .plain, span: span, contentSpan: span)
  }
}
