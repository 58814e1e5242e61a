/// Where in a page of HTML the text of a template has come to: among the words, where an escaped
/// value can do no harm, or inside of markup, where it could.
///
/// Stricter than HTML: every `<` begins markup, so that no value can finish what the text began.
struct MarkupPlace {
  private enum Place {
    case words
    /// Between `<` and `>`; the tag's name as far as it was read, in small letters.
    case tag(name: [UInt8], isNamed: Bool)
    /// Inside an attribute's quotes, until the same quote comes.
    case quoted(by: UInt8, in: [UInt8])
    case comment
    /// Inside an element whose text is not escaped text: `style`, `script`, `title`, `textarea`.
    case raw([UInt8])
  }

  private static let rawElements = ["script", "style", "textarea", "title"].map { Array($0.utf8) }

  private var place = Place.words
  /// The latest bytes of a comment or a raw element, to see where it ends.
  private var latest: [UInt8] = []
  /// Where the markup began that has not ended; an offset in the file.
  private(set) var start = 0

  /// Whether what stands here is read as words.
  var isAmongWords: Bool {
    if case .words = place { true } else { false }
  }

  /// Goes on over the bytes of a stretch of text.
  mutating func advance(over bytes: [UInt8], _ range: Range<Int>) {
    for offset in range where !isAmongWords || bytes[offset] == UInt8(ascii: "<") {
      advance(over: bytes[offset], at: offset)
    }
  }

  private mutating func advance(over byte: UInt8, at offset: Int) {
    switch place {
    case .words:
      guard byte == UInt8(ascii: "<") else { return }
      place = .tag(name: [], isNamed: false)
      start = offset
    case .tag(let name, let isNamed): advance(over: byte, name, isNamed)
    case .quoted(let quote, let name):
      if byte == quote { place = .tag(name: name, isNamed: true) }
    case .comment:
      latest.append(byte)
      if latest.suffix(3) == Array("-->".utf8)[...] { place = .words }
    case .raw(let name):
      latest.append(byte.smallLetter)
      guard byte.smallLetter == name.last else { return }
      let end = Array("</".utf8) + name
      if latest.suffix(end.count) == end[...] {
        place = .tag(name: [UInt8(ascii: "/")] + name, isNamed: false)
      }
    }
  }

  private mutating func advance(over byte: UInt8, _ name: [UInt8], _ isNamed: Bool) {
    switch byte {
    case UInt8(ascii: ">"):
      latest = []
      place = Self.rawElements.contains(name) ? .raw(name) : .words
    case UInt8(ascii: "\""), UInt8(ascii: "'"): place = .quoted(by: byte, in: name)
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: place = .tag(name: name, isNamed: true)
    case UInt8(ascii: "/") where !name.isEmpty: place = .tag(name: name, isNamed: true)
    case _ where isNamed: return
    default:
      let more = name + [byte.smallLetter]
      latest = []
      place = more == Array("!--".utf8) ? .comment : .tag(name: more, isNamed: false)
    }
  }
}

extension UInt8 {
  /// An ASCII letter made small; all else as it is.
  fileprivate var smallLetter: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 0x20 : self
  }
}
