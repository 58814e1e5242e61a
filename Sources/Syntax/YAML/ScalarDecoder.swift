/// A scalar's text read from the file itself, with the map back: libyaml gives the text alone.
///
/// The rules are libyaml's own (YAML 1.1 line folding), so that both texts agree; where they ever
/// do not, the builder keeps libyaml's text and points at the whole scalar.
struct DecodedScalar {
  var text: SegmentedText
  /// The bytes between the quotes, or behind the block header.
  var content: Range<Int>
  /// The bytes of the whole scalar.
  var whole: Range<Int>

  /// Whether libyaml read a stand-in somewhere in it, so that its own text does not count.
  func hasStandIn(in file: [UInt8]) -> Bool {
    !SurrogatePairs(Array(file[whole]), from: 0).starts.isEmpty
  }
}

/// Decodes the flow styles; `whole` is the exact range of the scalar, quotes included.
func decodeFlowScalar(_ file: [UInt8], _ whole: Range<Int>, _ style: ScalarStyle) -> DecodedScalar {
  let quote = style == .plain ? 0 : 1
  let content = whole.lowerBound + quote..<max(whole.lowerBound + quote, whole.upperBound - quote)
  var decoder = FlowScalarDecoder(file: file, content: content, style: style)
  decoder.run()
  return DecodedScalar(text: decoder.text, content: content, whole: whole)
}

private struct FlowScalarDecoder {
  let file: [UInt8]
  let content: Range<Int>
  let style: ScalarStyle
  var text = SegmentedText()
  var position = 0

  init(file: [UInt8], content: Range<Int>, style: ScalarStyle) {
    self.file = file
    self.content = content
    self.style = style
    position = content.lowerBound
  }

  mutating func run() {
    while position < content.upperBound {
      switch file[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        whiteSpace(isEscaped: false)
      case UInt8(ascii: "'") where style == .singleQuoted:
        text.append([UInt8(ascii: "'")], for: position..<position + 2)
        position += 2
      case UInt8(ascii: "\\") where style == .doubleQuoted:
        escape()
      default:
        run(of: \.isFlowText)
      }
    }
  }

  private mutating func run(of isMember: (UInt8) -> Bool) {
    let start = position
    repeat { position += 1 } while position < content.upperBound && isMember(file[position])
    text.append(start..<position, of: file)
  }

  /// Blanks within a line stay; around line breaks they go, one break becomes a space, more become
  /// one line break less. After an escaped break nothing stands for the first.
  private mutating func whiteSpace(isEscaped: Bool) {
    let start = position
    var breaks: [Range<Int>] = []
    while position < content.upperBound, file[position].isBlankOrBreak {
      if file.isBreak(at: position) {
        let end = file.endOfBreak(at: position)
        breaks.append(position..<end)
        position = end
      } else {
        position += 1
      }
    }
    guard let first = breaks.first else {
      return isEscaped ? () : text.append(start..<position, of: file)
    }
    if breaks.count == 1, !isEscaped { text.append([UInt8(ascii: " ")], for: first) }
    for one in isEscaped ? breaks[...] : breaks.dropFirst() {
      text.append([UInt8(ascii: "\n")], for: one)
    }
  }

  private mutating func escape() {
    let start = position
    if let scalar = SurrogatePairs.scalar(in: file[start..<content.upperBound]) {
      position += SurrogatePairs.standIn.count
      text.append(Array(String(Character(scalar)).utf8), for: start..<position)
      return
    }
    guard start + 1 < content.upperBound else { return run(of: { _ in false }) }
    if file.isBreak(at: start + 1) {
      position = file.endOfBreak(at: start + 1)
      return whiteSpace(isEscaped: true)
    }
    let letter = file[start + 1]
    let digits = escapeDigits[letter] ?? 0
    let end = min(start + 2 + digits, content.upperBound)
    position = end
    let code = digits > 0 ? hexadecimal(file[start + 2..<end]) : escapeCodes[letter]
    let scalar = code.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    text.append(Array(String(Character(scalar)).utf8), for: start..<end)
  }
}

/// The escapes of one letter and the character that each stands for.
let escapeCodes: [UInt8: UInt32] = [
  UInt8(ascii: "0"): 0, UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9,
  UInt8(ascii: "\t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12,
  UInt8(ascii: "r"): 13, UInt8(ascii: "e"): 27, UInt8(ascii: " "): 32, UInt8(ascii: "\""): 34,
  UInt8(ascii: "/"): 47, UInt8(ascii: "\\"): 92, UInt8(ascii: "N"): 0x85, UInt8(ascii: "_"): 0xA0,
  UInt8(ascii: "L"): 0x2028, UInt8(ascii: "P"): 0x2029,
]

/// The escapes that take hexadecimal digits, and how many.
let escapeDigits: [UInt8: Int] = [
  UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8,
]

private func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt32? {
  UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
}

extension UInt8 {
  var isHexDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  var isBlankOrBreak: Bool { isBlank || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  fileprivate var isFlowText: Bool {
    !isBlankOrBreak && self != UInt8(ascii: "'") && self != UInt8(ascii: "\\")
  }
}

extension [UInt8] {
  func isBreak(at offset: Int) -> Bool {
    offset < count && (self[offset] == UInt8(ascii: "\n") || self[offset] == UInt8(ascii: "\r"))
  }

  /// One past a line break: CRLF counts as one break.
  func endOfBreak(at offset: Int) -> Int {
    let isPair =
      self[offset] == UInt8(ascii: "\r") && offset + 1 < count
      && self[offset + 1] == UInt8(ascii: "\n")
    return offset + (isPair ? 2 : 1)
  }
}
