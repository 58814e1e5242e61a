@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode normalisation form C (UAX 15), the form that names are compared in.
  ///
  /// The standard library compares by canonical equivalence but offers no other door to the form
  /// itself without the whole of Foundation and its tables.
  package var composed: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }

  /// Whether the text is in form C already.
  package var isComposed: Bool {
    unicodeScalars.allSatisfy(\.isAlwaysComposed)
      || unicodeScalars.elementsEqual(composed.unicodeScalars)
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to the bulk of Latin and Chinese letters, which form C leaves alone beside
  /// one another (`NFC_Quick_Check=Yes`, combining class 0).
  fileprivate var isAlwaysComposed: Bool {
    value < 0x300 || (0x4E00...0x9FFF).contains(value)
  }
}
