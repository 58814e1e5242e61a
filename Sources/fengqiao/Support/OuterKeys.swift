/// The keys of a file's outermost mapping, as far as they can be told without reading the file.
enum OuterKeys {
  static func names(in file: [UInt8]) -> [String] {
    let byteOrderMark = Array("\u{FEFF}".utf8)
    let text = file.starts(with: byteOrderMark) ? file.dropFirst(byteOrderMark.count) : file[...]
    let isJSON = text.first { !isBlank($0) } == UInt8(ascii: "{")
    return isJSON ? namesOfJSON(text) : namesAtMargin(text)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  private static func namesAtMargin(_ text: ArraySlice<UInt8>) -> [String] {
    text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .filter { $0.first != UInt8(ascii: " ") }
      .map { line in
        let quote = UInt8(ascii: "\"")
        let name = line.drop { $0 == quote }
          .prefix { $0 != UInt8(ascii: ":") && $0 != quote && $0 != UInt8(ascii: " ") }
        return String(decoding: name, as: UTF8.self)
      }
  }

  /// Texts, and words without quotes, that stand within one brace and before a colon.
  private static func namesOfJSON(_ text: ArraySlice<UInt8>) -> [String] {
    var names: [String] = []
    var depth = 0
    var word: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        word = []
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ","): word = []
      case UInt8(ascii: ":"):
        if depth == 1, !word.isEmpty { names.append(String(decoding: word, as: UTF8.self)) }
        word = []
      case UInt8(ascii: "\""): word = takeText(&rest)
      default: if !isBlank(byte) { word.append(byte) }
      }
    }
    return names
  }

  /// What stands before the closing quote, escapes as they are.
  private static func takeText(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      text.append(byte)
      if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() { text.append(escaped) }
    }
    return text
  }
}
