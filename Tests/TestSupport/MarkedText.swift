package import SourceText

/// A text with places marked in it by keycap digits (`1️⃣`), so that no test counts columns.
///
/// The marks are taken out; each is the byte offset where it stood. A digit may stand twice: then
/// the two places are the start and the end of a range.
package struct MarkedText: Sendable {
  package let text: String
  private let places: [Int: [Int]]

  package init(_ marked: String) {
    var bytes: [UInt8] = []
    var places: [Int: [Int]] = [:]
    for character in marked {
      if let digit = Self.digit(of: character) {
        places[digit, default: []].append(bytes.count)
      } else {
        bytes.append(contentsOf: String(character).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.places = places
  }

  private static func digit(of character: Character) -> Int? {
    let scalars = Array(character.unicodeScalars)
    guard scalars.count >= 2, scalars.last == "\u{20E3}" else { return nil }
    return scalars.first.flatMap { Int(String(Character($0))) }
  }

  package var bytes: [UInt8] { Array(text.utf8) }
  package var marks: [Int] { places.keys.sorted() }

  /// The byte offset of a mark that stands once, or the first of two.
  package subscript(mark: Int) -> Int {
    guard let place = places[mark]?.first else {
      preconditionFailure("no mark \(mark) in the text")
    }
    return place
  }

  /// From a mark's first place to its second; empty for a mark that stands once.
  package func span(_ mark: Int, in source: SourceID = SourceID(0)) -> Span {
    Span(source, self[mark], places[mark]?.last ?? self[mark])
  }
}
