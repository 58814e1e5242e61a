/// One stretch of a page: words, or the beginning or end of an element.
///
/// For pages that the tool wrote from checked templates; of anything else it makes what it can.
enum HTMLToken: Equatable {
  /// With its entities read.
  case words(String)
  /// Names in small letters.
  case open(String, classes: [String])
  case close(String)

  /// The page's tokens in order; comments and declarations are none.
  static func all(in page: String) -> [HTMLToken] {
    var tokens: [HTMLToken] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      add(rest[..<start], to: &tokens)
      rest = rest[start...]
      let closing = rest.hasPrefix("<!--") ? "-->" : ">"
      guard let end = rest.firstRange(of: closing) else { return tokens }
      if let token = HTMLToken(tag: rest[..<end.upperBound]) { tokens.append(token) }
      rest = rest[end.upperBound...]
    }
    add(rest, to: &tokens)
    return tokens
  }

  private static func add(_ text: Substring, to tokens: inout [HTMLToken]) {
    if !text.isEmpty { tokens.append(.words(read(text))) }
  }

  /// `<p class="flat">`, `</p>`; nil for what is no element.
  private init?(tag: Substring) {
    let inside = tag.dropFirst().dropLast()
    if inside.first == "!" { return nil }
    guard inside.first != "/" else {
      self = .close(inside.dropFirst().prefix { $0.isLetter || $0.isNumber }.lowercased())
      return
    }
    let name = inside.prefix { $0.isLetter || $0.isNumber }
    var classes: [String] = []
    if let start = inside.firstRange(of: "class=\"") {
      classes = inside[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
        .map(String.init)
    }
    self = .open(name.lowercased(), classes: classes)
  }

  /// Words with the entities that papers use read.
  private static func read(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"),
      ("&emsp;", "　"), ("&amp;", "&"),
    ]
    return entities.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}
