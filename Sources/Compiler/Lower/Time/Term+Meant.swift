import Model

extension Term {
  /// The term that was probably meant by a text that is none: `3天`, `3 个工作日`, `3 Days`, `2 weeks`,
  /// `P3D`, `3workdays`.
  static func meant(by text: String) -> Term? {
    let compact = text.filter { !$0.isWhitespace }.lowercased()
    if let term = isoTerm(compact) { return term }
    let digits = compact.prefix { $0.isASCII && $0.isNumber }
    guard let amount = Int(digits), amount < 100_000 else { return nil }
    let unit = String(compact.dropFirst(digits.count))
    if let weeks = ["week", "weeks", "周", "星期", "个星期"].first(where: { $0 == unit }) {
      return weeks.isEmpty ? nil : Term(amount * 7, .days)
    }
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
