package import SourceText

/// One thing that YAML tells of a file, in the order it stands: what opens, what closes, and each
/// text between.
package struct YAMLToken: Sendable {
  /// What it is, in a word or two, a text behind its style.
  package var words: String
  package var anchor: String?
  package var span: Span
}

/// The tokens of a file up to its end, or up to where its form is at fault; the faults themselves
/// are `parseYAML`'s to tell. None where its bytes cannot be read.
package func yamlTokens(_ file: SourceFile, id: SourceID) -> [YAMLToken] {
  let bytes = FileBytes(file, id: id, limits: .default)
  guard bytes.isReadable else { return [] }
  var parser = LibYAMLParser(bytes.bytes, from: bytes.origin)
  var tokens: [YAMLToken] = []
  while let event = try? parser.next() {
    guard let words = event.words else { continue }
    let span = Span(id, event.start, max(event.start, event.end))
    tokens.append(YAMLToken(words: words, anchor: event.anchor, span: span))
    if case .streamEnd = event.kind { break }
  }
  return tokens
}

extension YAMLEvent {
  /// nil for what stands nowhere in the file.
  fileprivate var words: String? {
    switch kind {
    case .streamStart, .documentStart: nil
    case .streamEnd: "end of file"
    case .documentEnd: "end of document"
    case .alias(let name): "alias \(name.debugDescription)"
    case .scalar(let text, let style): "\(style) \(text.debugDescription)"
    case .sequenceStart(let isFlow): isFlow ? "[" : "list"
    case .sequenceEnd: "end of list"
    case .mappingStart(let isFlow): isFlow ? "{" : "mapping"
    case .mappingEnd: "end of mapping"
    }
  }
}
