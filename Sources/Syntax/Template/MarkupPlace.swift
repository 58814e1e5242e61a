/// Where in a page of HTML the text of a template has come to: among the words, where an escaped
/// value can do no harm, or inside of markup, where it could.
///
/// Stricter than HTML: every `<` begins markup, so that no value can finish what the text began.
struct MarkupPlace {
  private enum Place: Equatable {
    case words
    /// Behind `<`, while the tag's name is read.
    case name
    /// Behind the name, until `>`.
    case tag
    /// Inside an attribute's quotes, until the same quote comes.
    case quoted(by: UInt8)
    case comment
    /// Inside an element whose text is not escaped text: `style`, `script`, `title`, `textarea`.
    case raw
  }

  private static let rawElements = ["script", "style", "textarea", "title"].map { Array($0.utf8) }

  private var place = Place.words
  /// Of the latest tag, as far as it was read, in small letters.
  private var name: [UInt8] = []
  /// The latest bytes of a comment or a raw element, to see where it ends.
  private var latest: [UInt8] = []
  /// Where the markup began that has not ended; an offset in the file.
  private(set) var start = 0

  /// Whether what stands here is read as words.
  var isAmongWords: Bool { place == .words }

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
      (place, name) = (.name, [])
      start = offset
    case .name, .tag: advanceInTag(over: byte)
    case .quoted(let quote): if byte == quote { place = .tag }
    case .comment:
      latest.append(byte)
      if latest.suffix(3) == Array("-->".utf8)[...] { place = .words }
    case .raw:
      latest.append(byte.smallLetter)
      guard byte.smallLetter == name.last else { return }
      let end = Array("</".utf8) + name
      if latest.suffix(end.count) == end[...] {
        (place, name) = (.name, [UInt8(ascii: "/")] + name)
      }
    }
  }

  private mutating func advanceInTag(over byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"):
      latest = []
      place = Self.rawElements.contains(name) ? .raw : .words
    case UInt8(ascii: "\""), UInt8(ascii: "'"): place = .quoted(by: byte)
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: place = .tag
    case UInt8(ascii: "/") where !name.isEmpty: place = .tag
    case _ where place == .tag: return
    default:
      name.append(byte.smallLetter)
      latest = []
      if name == Array("!--".utf8) { place = .comment }
    }
  }
}

extension UInt8 {
  /// An ASCII letter made small; all else as it is.
  fileprivate var smallLetter: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 0x20 : self
  }
}
