internal import Model

// Numbers and amounts.
extension AnswerReader {
  /// `12`, `1,200`, `40000元`, `1.5万`, `三万二千`, `1万2千`, `1万2`.
  func number(_ answer: String) throws(AnswerFault) -> Number {
    var text = answer
    for sign in ["¥", "￥", "rmb", "元", "块钱", "块", "yuan", "人", "个", "岁"] {
      if text.hasPrefix(sign) { text.removeFirst(sign.count) }
      if text.hasSuffix(sign) { text.removeLast(sign.count) }
    }
    text = text.trimmed
    if let number = plain(text) ?? scaled(text)
      ?? ChineseNumeral.value(of: text).map({ Number($0) })
    {
      return number
    }
    throw AnswerFault(
      en: "`\(answer)` is not a number; write it as `4000` or `1.5万`",
      zh: "“\(answer)”不是数字；请写成 4000 或者 1.5万")
  }

  func whole(_ answer: String) throws(AnswerFault) -> Number {
    let number = try self.number(answer)
    guard number.isInteger else {
      throw AnswerFault(en: "`\(answer)` is not a whole number", zh: "“\(answer)”不是整数")
    }
    return number
  }

  /// Digits, with thousands set apart or not.
  private func plain(_ text: String) -> Number? {
    if let number = Number(literal: text) { return number }
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.prefix { $0.isASCII && $0.isNumber }.count >= 3 }),
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }),
      let last = groups.last, last.split(separator: ".")[0].count == 3
    else { return nil }
    return Number(literal: groups.joined())
  }

  /// `1.5万`, `2千`, `3百`, `1亿`.
  private func scaled(_ text: String) -> Number? {
    let scales: [Character: Int] = ["百": 2, "千": 3, "万": 4, "亿": 8]
    guard let last = text.last, let power = scales[last],
      let number = plain(String(text.dropLast()).trimmed),
      let factor = Number(1, exponent: power)
    else { return nil }
    return try? number * factor
  }
}
