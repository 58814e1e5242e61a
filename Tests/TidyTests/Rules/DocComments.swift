/// Every type and every function that another target may use says what it is.
///
/// Initialisers and properties may lean on their type's words, and witnesses of the standard
/// library's protocols on the protocol's. A constant outside of any type has words of its own.
enum DocComments {
  private static let described: Set = [
    "func", "struct", "enum", "class", "actor", "protocol", "typealias", "macro", "associatedtype",
  ]
  private static let modifiers: Set = [
    "static", "mutating", "nonmutating", "final", "indirect", "consuming", "borrowing", "prefix",
    "postfix", "infix", "override", "nonisolated", "let", "var", "subscript", "init",
  ]
  private static let witnesses: Set = [
    "==", "<", "hash", "encode", "next", "makeIterator", "index", "formIndex",
  ]

  static func offences(in tree: SourceTree) -> [Offence] {
    tree.swift.filter { !$0.isGenerated }.flatMap { file in
      file.tokens.indices.compactMap { offence(at: $0, in: file) }
    }
  }

  private static func offence(at index: Int, in file: SwiftFile) -> Offence? {
    let token = file.tokens[index]
    guard token.isWord, token.text == "package" || token.text == "public" else { return nil }
    var next = index + 1
    while next < file.tokens.count, modifiers.contains(file.tokens[next].text) { next += 1 }
    guard next < file.tokens.count, file.tokens[next].line <= token.line + 1 else { return nil }
    let kind = file.tokens[next].text
    let isConstant = next > index + 1 && isOutermostConstant(at: index, in: file)
    guard described.contains(kind) || isConstant else { return nil }
    let name = isConstant ? kind : self.name(after: next, in: file)
    if witnesses.contains(name) || hasDocComment(above: index, in: file) { return nil }
    return Offence(file.path, token.line, "`\(name)` has no doc comment")
  }

  private static func isOutermostConstant(at index: Int, in file: SwiftFile) -> Bool {
    ["let", "var"].contains(file.tokens[index + 1].text)
      && file.lines[file.tokens[index].line - 1].hasPrefix(file.tokens[index].text)
  }

  /// The name after `func` or `struct`; an operator's signs together.
  private static func name(after index: Int, in file: SwiftFile) -> String {
    let rest = file.tokens[(index + 1)...]
    let signs = rest.prefix { "=<>!+-*/%&|^~".contains($0.text) }
    return signs.isEmpty ? rest.first?.text ?? "" : signs.map(\.text).joined()
  }

  /// Whether the line above the declaration and its attributes is a doc comment.
  private static func hasDocComment(above index: Int, in file: SwiftFile) -> Bool {
    var line = file.tokens[index].line - 1
    while line > 0 {
      let text = file.lines[line - 1].drop { $0 == " " }
      if text.hasPrefix("///") || text.hasSuffix("*/") { return true }
      guard text.hasPrefix("@") || text.hasPrefix("#if") else { return false }
      line -= 1
    }
    return false
  }
}
