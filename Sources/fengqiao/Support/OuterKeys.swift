/// The keys of a file's outermost mapping, as far as they can be told without reading the file.
enum OuterKeys {
  static func names(in text: String) -> [String] {
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let isJSON = text.first { !$0.isWhitespace } == "{"
    return isJSON ? namesOfJSON(text) : namesAtMargin(text)
  }

  private static func namesAtMargin(_ text: Substring) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line in
      String(line.drop { $0 == "\"" }.prefix { $0 != ":" && $0 != "\"" && $0 != " " })
    }
  }

  /// Texts, and words without quotes, that stand within one brace and before a colon.
  private static func namesOfJSON(_ text: Substring) -> [String] {
    var names: [String] = []
    var depth = 0
    var word = ""
    var rest = text
    while let character = rest.popFirst() {
      switch character {
      case "{", "[":
        depth += 1
        word = ""
      case "}", "]": depth -= 1
      case ",": word = ""
      case ":":
        if depth == 1, !word.isEmpty { names.append(word) }
        word = ""
      case "\"": word = takeText(&rest)
      default: if !character.isWhitespace { word.append(character) }
      }
    }
    return names
  }

  /// What stands before the closing quote, escapes as they are.
  private static func takeText(_ rest: inout Substring) -> String {
    var text = ""
    while let character = rest.popFirst(), character != "\"" {
      text.append(character)
      if character == "\\", let escaped = rest.popFirst() { text.append(escaped) }
    }
    return text
  }
}
