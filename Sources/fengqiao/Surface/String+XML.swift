internal import SourceText

extension String {
  /// The text as it stands in an attribute with double quotes, on one line.
  var asXMLAttribute: String { asXML(keepsLines: false) }

  /// The text as it stands between tags.
  var asXMLText: String { asXML(keepsLines: true) }

  /// XML 1.0 (2.2) has no way to write control characters: they are spelled out, `<U+0001>`.
  private func asXML(keepsLines: Bool) -> String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t":
        // As references, because a reader makes blanks of them in attributes (3.3.3).
        result += keepsLines ? String(scalar) : "&#\(scalar.value);"
      case _ where scalar.isInXML && !scalar.isUnsafeOnTerminal:
        result.unicodeScalars.append(scalar)
      default: result += "&lt;" + scalar.spelledOut.dropFirst().dropLast() + "&gt;"
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 has it at all (production 2, `Char`).
  fileprivate var isInXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
