internal import Model

extension String {
  /// Without blanks at both ends, the ideographic space among them.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// As it is compared: trimmed, full-width letters, digits and signs narrow, letters small.
  var asTyped: String {
    let narrow = unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0x3000: " "
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(narrow)).trimmed.lowercased()
  }

  /// Whether it says, of what may be absent, that there is none.
  func saysNothing(of type: ValueType) -> Bool {
    if ["null", "none", "-"].contains(self) { return true }
    return type != .boolean && ["无", "没有"].contains(self)
  }

  /// Its parts between `、`, `,`, `;` or, where `blanks` says so, blanks; none is empty.
  func parts(blanks: Bool) -> [String] {
    split { character in
      "、,，;；\n".contains(character) || blanks && character.isWhitespace
    }
    .map { String($0).trimmed }
    .filter { !$0.isEmpty }
  }
}
