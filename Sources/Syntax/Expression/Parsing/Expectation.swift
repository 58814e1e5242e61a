import SourceText

/// What the grammar needs at a place, in words.
enum Expectation: Hashable, Sendable {
  case value
  case bound
  case fieldName
  case stateName
  case variableName
  case entryName
  case sign(Sign)
  case keyword(Keyword)

  var words: Bilingual {
    switch self {
    case .value: Bilingual(en: "a value", zh: "一个值")
    case .bound: Bilingual(en: "a bound of the range", zh: "区间的端点")
    case .fieldName: Bilingual(en: "a field's name", zh: "字段名")
    case .stateName: Bilingual(en: "a state's name", zh: "状态名")
    case .variableName: Bilingual(en: "a variable's name", zh: "变量名")
    case .entryName: Bilingual(en: "an entry's name", zh: "条目名")
    case .sign(let sign): Bilingual("`\(sign.rawValue)`")
    case .keyword(let word): Bilingual("`\(word.rawValue)`")
    }
  }
}

/// Words that people write between values where FEEL has a sign, a word of its own or a function.
enum ForeignWord {
  /// Whether the word joins conditions, so that another one follows.
  static func joins(_ word: String?) -> Bool {
    let instead = word.flatMap { operators[$0] }
    return instead == "and" || instead == "or"
  }

  /// Whether the word goes on behind a number, even without a blank between them.
  static func follows(_ word: String) -> Bool {
    !word.isEmpty && (Keyword(word: word) != nil || operators[word] != nil)
  }

  /// What to write, where one of two neighbours tells what was meant.
  static func help(between left: String, and right: String) -> Bilingual? {
    if left.utf8.allSatisfy(CharacterClass.isDigit), let help = NumberTail.helpApart(left, right) {
      return help
    }
    if right == "?" {
      return Bilingual(
        en: "write `if … then … else …` for a choice", zh: "二选一请写 `if … then … else …`")
    }
    if left == "is", right == "known" {
      return Bilingual(en: "write `is known(…)`", zh: "改写为 `is known(…)`")
    }
    if let instead = operators[right] ?? prefixes[left] {
      return Bilingual(en: "write `\(instead)`", zh: "改写为 `\(instead)`")
    }
    return nil
  }

  private static let prefixes: [String: String] = [
    "NOT": "not", "Not": "not", "非": "not", "不": "not", "IF": "if", "If": "if", "如果": "if",
    "若": "if",
  ]

  private static let operators: [String: String] = [
    "AND": "and", "And": "and", "且": "and", "并且": "and", "而且": "and", "和": "and", "与": "and",
    "OR": "or", "Or": "or", "或": "or", "或者": "or", "is": "=", "equals": "=", "是": "=",
    "等于": "=", "不是": "!=", "不等于": "!=", "大于": ">", "小于": "<", "大于等于": ">=", "不小于": ">=",
    "小于等于": "<=", "不大于": "<=", "不超过": "<=", "IN": "in", "In": "in", "属于": "in",
    "THEN": "then", "那么": "then", "则": "then", "ELSE": "else", "否则": "else",
    "contains": "contains(a, b)", "包含": "contains(a, b)", "mod": "modulo(a, b)",
    "to": "..", "至": "..", "到": "..",
  ]
}
