import SourceText

/// The first Greek or Cyrillic letter of a name that pretends to be a Latin one: it stands beside
/// Latin or Chinese characters, and no letter of its own script beside it is unmistakable.
func firstLookAlike(
  in name: String
) -> (letter: Unicode.Scalar, twin: Unicode.Scalar, offset: Int)? {
  let scalars = name.unicodeScalars
  guard scalars.contains(where: { SameLook.latinTwin(of: $0) != nil }),
    scalars.contains(where: \.isLatinOrChinese), !scalars.contains(where: \.isUnmistakable)
  else { return nil }
  var offset = 0
  for scalar in scalars {
    if let twin = SameLook.latinTwin(of: scalar) { return (scalar, twin, offset) }
    offset += UTF8.width(scalar)
  }
  return nil
}

extension String {
  /// The name with Latin letters for all that look like such.
  var withLatinTwins: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.lazy.map { SameLook.latinTwin(of: $0) ?? $0 })
    return String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isLatinOrChinese: Bool {
    properties.isIdeographic
      || (properties.isAlphabetic && (value < 0x250 || (0x1E00...0x1EFF).contains(value)))
  }

  /// A Greek or Cyrillic letter that nobody takes for a Latin one.
  fileprivate var isUnmistakable: Bool {
    properties.isAlphabetic && SameLook.latinTwin(of: self) == nil
      && ((0x370...0x52F).contains(value) || (0x1F00...0x1FFF).contains(value))
  }
}
