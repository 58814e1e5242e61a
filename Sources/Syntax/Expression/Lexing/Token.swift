import SourceText

/// A piece of an expression, and where in the decoded text it stands (UTF-8 byte offsets).
struct Token: Hashable, Sendable {
  var kind: TokenKind
  var start: Int
  var end: Int

  var range: Range<Int> { start..<end }
}

enum TokenKind: Hashable, Sendable {
  /// Digits as written, full-width ones turned into ASCII.
  case number(String)
  /// A text literal, escapes resolved.
  case text(String)
  /// `@"…"`, by its content.
  case at(String)
  case name(String)
  /// `a-b` without blanks: neither surely a name nor surely a subtraction.
  case hyphenated(String)
  case keyword(Keyword)
  case sign(Sign)
  /// What could not be read; reported already.
  case unreadable
  case end
}

/// The words that no name can be.
enum Keyword: String, Hashable, Sendable, CaseIterable {
  case and
  case or
  case not
  case `if`
  case then
  case `else`
  case `for`
  case `in`
  case `return`
  case some
  case every
  case satisfies
  case between
  case `true`
  case `false`
  case null

  /// Nil for words that are no keyword, which most are.
  init?(word: String) {
    guard let bytes = Self.packed(word), let place = Self.words.firstIndex(of: bytes) else {
      return nil
    }
    self = Self.all[place]
  }

  private static let all = allCases
  private static let words = all.map { packed($0.rawValue) }

  /// The bytes of a word as one number; nil where there are more than any keyword has.
  private static func packed(_ word: String) -> UInt128? {
    let bytes = word.utf8
    guard bytes.count <= 9 else { return nil }
    return bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }
}

/// Brackets, separators and operators, by their canonical spelling.
enum Sign: String, Hashable, Sendable, CaseIterable {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case colon = ":"
  case dot = "."
  case dots = ".."
  case question = "?"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case power = "**"

  /// The comparison that this sign writes, if it is one.
  var comparison: BinaryOperator? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  var isCloser: Bool {
    self == .closeParenthesis || self == .closeBracket || self == .closeBrace
  }
}

extension TokenKind {
  /// Whether an expression can begin with this; `]` of an open range is left out.
  var startsExpression: Bool {
    switch self {
    case .number, .text, .at, .name, .hyphenated, .unreadable: true
    case .keyword(let word): word.startsExpression
    case .sign(let sign):
      sign == .openParenthesis || sign == .openBracket || sign == .openBrace || sign == .question
        || sign == .minus
    case .end: false
    }
  }
}

extension Keyword {
  fileprivate var startsExpression: Bool {
    switch self {
    case .not, .if, .for, .some, .every, .true, .false, .null: true
    case .and, .or, .then, .else, .in, .return, .satisfies, .between: false
    }
  }
}

/// Whether an expression can say this word as a name: Unicode letters, digits and `_`, first a
/// letter or `_`, and no word of FEEL's own.
package func isExpressionName(_ word: String) -> Bool {
  let scalars = word.unicodeScalars
  guard let first = scalars.first, CharacterClass.startsName(first) else { return false }
  return scalars.dropFirst().allSatisfy(CharacterClass.continuesName)
    && Keyword(word: word) == nil
}
