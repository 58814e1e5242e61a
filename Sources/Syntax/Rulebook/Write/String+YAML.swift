extension String {
  /// The text as a scalar of one line: plain where that reads back as the same, else quoted.
  var asYAML: String {
    if isPlainYAML { return self }
    return unicodeScalars.contains(where: \.needsEscape) ? doubleQuoted : singleQuoted
  }

  /// The text in single quotes, which know one escape: a quote is doubled.
  var singleQuoted: String { "'" + replacing("'", with: "''") + "'" }

  /// Letters and digits with a few marks between them: safe also inside brackets.
  var isFlowWord: Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.isWordScalar, last.isWordScalar
    else { return false }
    return unicodeScalars.allSatisfy { $0.isWordScalar || " .-".unicodeScalars.contains($0) }
  }

  /// Whether YAML reads the text as itself without quotes, in block style, whatever stands before
  /// it.
  private var isPlainYAML: Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
    let isSoundOutside =
      (first.isWordScalar || first == "(") && last != " "
    return isSoundOutside && !contains(" #")
      && unicodeScalars.allSatisfy { $0.isWordScalar || $0.isPlainMark || $0.isFullWidthMark }
  }

  private var doubleQuoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.needsEscape:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Unicode.Scalar {
  /// Control characters, line breaks of any kind, blanks that do not look like one, and what YAML
  /// takes for no character.
  var needsEscape: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    case .spaceSeparator: self != " "
    default: false
    }
  }

  /// A letter, mark or digit of any script, or `_`.
  fileprivate var isWordScalar: Bool { self == "_" || properties.isXIDContinue }

  /// Signs of expressions and sentences that YAML reads as themselves inside a plain scalar; a
  /// colon, which could make a key of what stands before it, is none of them.
  fileprivate var isPlainMark: Bool {
    " .,-+*/<>=!?()'\"[]@$%;|".unicodeScalars.contains(self)
  }

  /// Marks of Chinese sentences that are no twin of one of YAML's.
  fileprivate var isFullWidthMark: Bool { "，、。？！；《》“”‘’…—·".unicodeScalars.contains(self) }
}
