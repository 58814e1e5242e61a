/// Text from files made safe for a terminal: what a file says can be read, never obeyed.
extension String {
  /// Without escape sequences and control characters; line breaks and tabs stay. Characters that
  /// turn the direction of writing or hide are spelled out as `<U+202E>`.
  package var strippingTerminalControls: String {
    guard unicodeScalars.contains(where: \.isUnsafeOnTerminal) else { return self }
    var result = String.UnicodeScalarView()
    var rest = Substring(self).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": rest.dropEscapeSequence()
      case "\u{9B}": rest.dropControlSequence()
      case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}": rest.dropControlString()
      case _ where scalar.isHiding: result.append(contentsOf: scalar.spelledOut.unicodeScalars)
      case _ where scalar.isUnsafeOnTerminal: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The same on one line: each run of line breaks and blanks around them is a space.
  package var onOneSafeLine: String {
    let safe = strippingTerminalControls
    guard safe.contains(where: \.isNewline) else { return safe }
    return safe.split(whereSeparator: \.isNewline)
      .map { $0.drop { $0 == " " || $0 == "\t" } }
      .filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// Whether a terminal or a reader could be led astray by it.
  package var isUnsafeOnTerminal: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0: true
    default: isHiding
    }
  }

  /// Marks of writing direction, invisible separators and the byte-order mark.
  package var isHiding: Bool {
    switch value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// `<U+202E>`.
  package var spelledOut: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}

extension Substring.UnicodeScalarView {
  /// Drops what follows ESC: a control sequence, a control string, or one character with those that
  /// lead to it.
  fileprivate mutating func dropEscapeSequence() {
    guard let next = first else { return }
    switch next {
    case "[":
      removeFirst()
      dropControlSequence()
    case "]", "P", "X", "^", "_":
      removeFirst()
      dropControlString()
    default:
      while let scalar = first, (0x20...0x2F).contains(scalar.value) { removeFirst() }
      if let scalar = first, (0x30...0x7E).contains(scalar.value) { removeFirst() }
    }
  }

  /// Drops parameters and the final byte of a control sequence (ECMA-48, 5.4).
  fileprivate mutating func dropControlSequence() {
    while let scalar = first, (0x20...0x3F).contains(scalar.value) { removeFirst() }
    if let scalar = first, (0x40...0x7E).contains(scalar.value) { removeFirst() }
  }

  /// Drops a control string with its terminator; one that is never ended costs its line alone.
  fileprivate mutating func dropControlString() {
    while let scalar = first, scalar != "\n" {
      removeFirst()
      if scalar == "\u{07}" || scalar == "\u{9C}" { return }
      if scalar == "\u{1B}" {
        if first == "\\" { removeFirst() }
        return
      }
    }
  }
}
