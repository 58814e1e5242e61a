import Model
import SourceText

extension Term {
  /// The term that was probably meant by a text that is none: `3天`, `3 个工作日`, `3 Days`, `2 weeks`,
  /// `P3D`, `3workdays`.
  static func meant(by text: String) -> Term? {
    let narrow = text.unicodeScalars.map { Character(SameLook.narrowTwin(of: $0) ?? $0) }
    let compact = String(narrow).filter { !$0.isWhitespace }.lowercased()
    if let term = isoTerm(compact) { return term }
    if compact == "半年" { return Term(6, .months) }
    let numeral = compact.prefix { ($0.isASCII && $0.isNumber) || chineseDigits[$0] != nil }
    guard let amount = Int(numeral) ?? chineseNumber(numeral), amount < 100_000 else {
      return nil
    }
    let unit = String(compact.dropFirst(numeral.count))
    if ["week", "weeks", "周", "星期", "个星期"].contains(unit) { return Term(amount * 7, .days) }
    return units.first { $0.words.contains(unit) }.flatMap { Term(amount, $0.unit) }
  }

  private static let units: [(unit: Unit, words: [String])] = [
    (.minutes, ["minute", "minutes", "min", "mins", "分", "分钟"]),
    (.hours, ["hour", "hours", "h", "hrs", "小时", "个小时", "时"]),
    (.days, ["day", "days", "d", "天", "日", "自然日", "个自然日"]),
    (
      .workdays,
      [
        "workday", "workdays", "workingday", "workingdays", "businessday", "businessdays", "工作日",
        "个工作日",
      ]
    ),
    (.months, ["month", "months", "月", "个月"]),
    (.years, ["year", "years", "年"]),
  ]

  private static let chineseDigits: [Character: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  /// `三`, `十`, `十五`, `三十`, `三十五`.
  private static func chineseNumber(_ numeral: Substring) -> Int? {
    let digits = numeral.compactMap { chineseDigits[$0] }
    guard digits.count == numeral.count, let first = digits.first else { return nil }
    guard let ten = digits.firstIndex(of: 10) else { return digits.count == 1 ? first : nil }
    let rest = digits[(ten + 1)...]
    guard ten <= 1, rest.count <= 1, rest.first != 10 else { return nil }
    return (ten == 0 ? 10 : first * 10) + (rest.first ?? 0)
  }

  /// `p3d`, `pt72h`, `p1m`, `p1y`.
  private static func isoTerm(_ text: String) -> Term? {
    guard text.hasPrefix("p"), let letter = text.last else { return nil }
    let isTime = text.hasPrefix("pt")
    guard let amount = Int(text.dropFirst(isTime ? 2 : 1).dropLast()) else { return nil }
    switch (isTime, letter) {
    case (true, "m"): return Term(amount, .minutes)
    case (true, "h"): return Term(amount, .hours)
    case (false, "d"): return Term(amount, .days)
    case (false, "w"): return Term(amount * 7, .days)
    case (false, "m"): return Term(amount, .months)
    case (false, "y"): return Term(amount, .years)
    default: return nil
    }
  }
}
