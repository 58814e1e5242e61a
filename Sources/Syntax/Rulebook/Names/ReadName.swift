import SourceText

/// Whether a word is FEEL's own, which no name may be (DMN 1.5, 10.3.1.2 and the literals of
/// 10.3.1.5).
func isReserved(_ word: String) -> Bool { Keyword(word: word) != nil }

/// Reads a name, or with `isPath` a path of names; gives it as it should have been written.
///
/// A name begins with a letter or `_` and goes on with letters, digits, `_`, and `-` inside (UAX 31
/// identifiers and the hyphen), in normalisation form C; one that expressions say (`isSpoken`) has
/// no hyphen, which is minus there. At most one fault is reported per part;
/// where the mend is plain the mended name is given, so that later stages find what was meant.
func readName(
  _ scalar: ScalarText, isPath: Bool, isSpoken: Bool = false, into diagnostics: inout Diagnostics
) -> Located<String>? {
  if isPlainName(scalar.text), !isReserved(scalar.text) {
    return scalar.located
  }
  let parts = isPath ? scalar.parts(at: UInt8(ascii: ".")) : [0..<scalar.text.utf8.count]
  let names = parts.map { checkPart(NamePart(scalar, $0), isSpoken, into: &diagnostics) }
  return Located(names.joined(separator: "."), at: scalar.span)
}

/// Whether a name is made of Latin letters, digits, `_` and Chinese characters (U+4E00 to U+9FFF)
/// and well formed, as nearly all are: nothing of that can be taken for anything else.
private func isPlainName(_ name: String) -> Bool {
  let bytes = name.utf8Span.span
  guard !bytes.isEmpty, !bytes[0].isASCIIDigit else { return false }
  var place = 0
  while place < bytes.count {
    let lead = bytes[place]
    if lead.isASCIILetter || lead.isASCIIDigit || lead == UInt8(ascii: "_") {
      place += 1
    } else if (0xE5...0xE9).contains(lead) || lead == 0xE4 && bytes[place + 1] >= 0xB8 {
      place += 3
    } else {
      return false
    }
  }
  return true
}

/// One name within a scalar.
struct NamePart {
  let scalar: ScalarText
  let range: Range<Int>
  let text: String

  init(_ scalar: ScalarText, _ range: Range<Int>) {
    self.scalar = scalar
    self.range = range
    text = scalar.text.utf8Slice(range)
  }

  var span: Span { scalar.span(of: range) }

  /// Where a character that starts at an offset of `text` stands.
  func span(of character: Unicode.Scalar, at offset: Int) -> Span {
    let start = range.lowerBound + offset
    return scalar.span(of: start..<start + String(character).utf8.count)
  }
}

/// Reports the first fault of a name; gives the name mended where the mend is plain.
private func checkPart(
  _ part: NamePart, _ isSpoken: Bool, into diagnostics: inout Diagnostics
) -> String {
  guard let fault = NameFault(of: part.text, isSpoken: isSpoken) else { return part.text }
  diagnostics.report(.badName(part, fault))
  return fault.mended ?? part.text
}

extension ScalarText {
  /// The ranges of the text between separators, blanks around them left out.
  func parts(at separator: UInt8) -> [Range<Int>] {
    parts(at: separator, of: Array(text.utf8))
  }

  /// The same where the text's bytes are at hand.
  func parts(at separator: UInt8, of bytes: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for end in bytes.indices.filter({ bytes[$0] == separator }) + [bytes.count] {
      parts.append(trim(start..<end, of: bytes))
      start = end + 1
    }
    return parts
  }

  private func trim(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isBlankByte { start += 1 }
    while start < end, bytes[end - 1].isBlankByte { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  var isASCIILetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isBlankByte: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n")
      || self == UInt8(ascii: "\r")
  }
}
