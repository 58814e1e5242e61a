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
    utf8.allSatisfy { $0 < 0x80 } || unicodeScalars.elementsEqual(composed.unicodeScalars)
  }
}
