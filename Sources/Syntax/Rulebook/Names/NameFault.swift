import SourceText

/// What is wrong with a name, with the name as it should be where that is plain.
enum NameFault: Hashable {
  case empty
  case reserved
  /// A blank inside; joined by `_`.
  case blank(at: Int, mended: String)
  /// A full-width letter, digit or sign.
  case fullWidth(Unicode.Scalar, at: Int, mended: String)
  /// A letter of another script that looks like a Latin one beside it.
  case lookAlike(Unicode.Scalar, twin: Unicode.Scalar, at: Int, mended: String)
  case notComposed(mended: String)
  /// A hyphen, which an expression would read as minus, in a name that expressions say.
  case hyphen(at: Int, mended: String)
  /// A name in quotes that YAML does not know, and so takes for part of it.
  case quoted(mended: String)
  /// A mark of punctuation that ends a sentence and no name.
  case mark(Unicode.Scalar, at: Int, mended: String)
  /// A character that no name can hold, here or at all.
  case character(Unicode.Scalar, at: Int)

  /// The first fault of a name; nil if there is none. A name that is said in expressions has no
  /// hyphen either.
  init?(of text: String, isSpoken: Bool) {
    guard !text.isEmpty else {
      self = .empty
      return
    }
    if isReserved(text) {
      self = .reserved
      return
    }
    if let bare = text.insideQuotes, NameFault(of: bare, isSpoken: isSpoken) == nil {
      self = .quoted(mended: bare)
      return
    }
    if let fault = Self.endMark(in: text) ?? Self.badCharacter(in: text) ?? Self.disguise(in: text)
    {
      self = fault
      return
    }
    guard isSpoken, let hyphen = text.utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let offset = text.utf8.distance(from: text.utf8.startIndex, to: hyphen)
    self = .hyphen(at: offset, mended: text.replacing("-", with: "_"))
  }

  /// The name that was meant; nil where nobody can tell.
  var mended: String? {
    switch self {
    case .blank(_, let mended), .fullWidth(_, _, let mended), .notComposed(let mended): mended
    case .lookAlike(_, _, _, let mended), .hyphen(_, let mended): mended
    case .quoted(let mended), .mark(_, _, let mended): mended
    case .empty, .reserved, .character: nil
    }
  }

  /// `受理。`
  private static func endMark(in text: String) -> NameFault? {
    guard let last = text.unicodeScalars.last, "。，、；：！？;!?".unicodeScalars.contains(last) else {
      return nil
    }
    let bare = String(text.unicodeScalars.dropLast())
    guard !bare.isEmpty, !isReserved(bare), badCharacter(in: bare) == nil else { return nil }
    return .mark(last, at: bare.utf8.count, mended: bare)
  }

  private static func badCharacter(in text: String) -> NameFault? {
    var offset = 0
    var blank: NameFault?
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { before = scalar }
      defer { offset += UTF8.width(scalar) }
      if let narrow = SameLook.narrowTwin(of: scalar), narrow.isNameCharacter {
        return .fullWidth(scalar, at: offset, mended: text.narrowed)
      }
      let isHyphen = scalar == "-" && offset + 1 < text.utf8.count && before != "-"
      let isFitting = before == nil ? scalar.startsName : isHyphen || scalar.continuesName
      if isFitting { continue }
      guard scalar.properties.isWhitespace else { return .character(scalar, at: offset) }
      blank = blank ?? .blank(at: offset, mended: text.joiningBlanks)
    }
    return blank
  }

  private static func disguise(in text: String) -> NameFault? {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    if !text.isComposed { return .notComposed(mended: text.composed) }
    return firstLookAlike(in: text).map {
      .lookAlike($0.letter, twin: $0.twin, at: $0.offset, mended: text.withLatinTwins)
    }
  }
}

extension Unicode.Scalar {
  var startsName: Bool { CharacterClass.startsName(self) }
  var continuesName: Bool { CharacterClass.continuesName(self) }
  fileprivate var isNameCharacter: Bool { self == "-" || continuesName }
}

extension String {
  /// Full-width forms as their ASCII twins.
  var narrowed: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.lazy.map { SameLook.narrowTwin(of: $0) ?? $0 })
    return String(scalars)
  }

  fileprivate var joiningBlanks: String {
    split(whereSeparator: \.isWhitespace).joined(separator: "_")
  }
}
