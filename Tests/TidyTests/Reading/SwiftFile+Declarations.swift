/// What a file declares, as far as the rules need it.
extension SwiftFile {
  /// A function, initialiser, subscript or computed property with a body.
  struct Body {
    var name: String
    /// Its first line, from 1.
    var line: Int
    /// How many lines from its first to its closing brace.
    var count: Int
  }

  /// Every body in the file, inner ones too.
  var bodies: [Body] {
    tokens.indices.compactMap { index in
      guard let name = nameOfBodyOwner(at: index), let open = openingBrace(after: index),
        let close = closingBrace(of: open)
      else { return nil }
      let first = tokens[index].line
      return Body(name: name, line: first, count: tokens[close].line - first + 1)
    }
  }

  private func nameOfBodyOwner(at index: Int) -> String? {
    let token = tokens[index]
    guard token.isWord, index == 0 || tokens[index - 1].text != "." else { return nil }
    switch token.text {
    case "func", "var": return index + 1 < tokens.count ? tokens[index + 1].text : nil
    case "init", "deinit", "subscript": return token.text
    default: return nil
    }
  }

  /// The brace that opens the body of what is declared at `index`; nil where it has none.
  private func openingBrace(after index: Int) -> Int? {
    let others: Set = [
      "func", "var", "let", "init", "deinit", "subscript", "case", "static", "mutating", "struct",
      "enum", "class", "extension", "protocol", "typealias", "associatedtype", "package", "private",
    ]
    var depth = 0
    for next in tokens.indices[(index + 1)...] {
      let token = tokens[next]
      switch token.text {
      case "(", "[": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth < 0 { return nil }
      case "{":
        if depth == 0 { return next }
        depth += 1
      // A stored property, or `let x = …` and the like.
      case "=" where depth == 0 && !isOperatorSign(at: next): return nil
      default: if depth == 0, token.isWord, others.contains(token.text) { return nil }
      }
    }
    return nil
  }

  /// Whether the sign at `index` is part of an operator's name: `func ==(…)`.
  private func isOperatorSign(at index: Int) -> Bool {
    let isSign = { (other: Int) in "=<>!+-*/".contains(tokens[other].text) }
    return tokens[index - 1].text == "func" || isSign(index - 1)
      || (index + 1 < tokens.count && isSign(index + 1))
  }

  private func closingBrace(of open: Int) -> Int? {
    var depth = 0
    for index in tokens.indices[open...] {
      if tokens[index].text == "{" { depth += 1 }
      if tokens[index].text == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Names of the types, functions and extended types in the file.
  var declaredNames: Set<String> {
    let kinds: Set = [
      "struct", "enum", "class", "actor", "protocol", "typealias", "extension", "func", "macro",
    ]
    var names: Set<String> = []
    for index in tokens.indices where tokens[index].isWord && kinds.contains(tokens[index].text) {
      var next = index + 1
      while next < tokens.count {
        names.insert(tokens[next].text)
        guard next + 2 < tokens.count, tokens[next + 1].text == "." else { break }
        next += 2
      }
    }
    return names
  }
}
