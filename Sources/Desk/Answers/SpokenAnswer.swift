/// What a person says to a question of the conversation that no fact asks: in a number or a word.
package enum SpokenAnswer {
  /// Whether somebody consents; nil where the words say neither. Nothing that is not known here
  /// counts as consent.
  package static func consent(_ text: String) -> Bool? {
    let answer = text.asSpoken
    if ["1", "同意", "愿意", "好", "好的", "行", "可以", "是", "是的", "y", "yes", "agree", "agrees", "agreed"]
      .contains(answer)
    {
      return true
    }
    if [
      "2", "不同意", "不愿意", "不", "不行", "不可以", "不好", "否", "不是", "n", "no", "refuse", "refuses",
      "refused",
    ].contains(answer) {
      return false
    }
    return nil
  }

  /// Whether what was read back is right; nil where the words say neither.
  package static func confirmation(_ text: String) -> Bool? {
    let answer = text.asSpoken
    if ["1", "是", "是的", "对", "对的", "没错", "y", "yes"].contains(answer) { return true }
    if ["2", "否", "不", "不是", "不对", "错", "错了", "n", "no"].contains(answer) { return false }
    return nil
  }

  /// Whether it says that the answer is not known, so that the question stays open.
  package static func isNotKnown(_ text: String) -> Bool {
    ["不知道", "不清楚", "不晓得", "不了解", "以后再问", "以后再说", "unknown", "not known", "don't know"]
      .contains(text.asSpoken)
  }
}

/// What is said to a stretch of the checklist.
package enum ChecklistAnswer: Hashable, Sendable {
  /// None of it is there.
  case nothing
  /// These are there, by their numbers, each once.
  case numbers([Int])
  /// To be asked later.
  case open

  /// Nil where it is none of these: `是` and `否` among them, which mean one thing to one reader and
  /// the opposite to the next.
  package init?(_ text: String) {
    let answer = text.asSpoken
    if answer.isEmpty || SpokenAnswer.isNotKnown(answer) {
      self = .open
    } else if ["0", "没有", "都没有", "全没有", "全都没有", "一样都没有", "无", "none", "nothing"].contains(answer) {
      self = .nothing
    } else {
      var numbers: [Int] = []
      for part in answer.parts(blanks: true) {
        guard let number = Int(part), number > 0 else { return nil }
        if !numbers.contains(number) { numbers.append(number) }
      }
      guard !numbers.isEmpty else { return nil }
      self = .numbers(numbers)
    }
  }
}

extension String {
  /// As it is compared, without a stop at its end.
  fileprivate var asSpoken: String {
    var rest = asTyped
    while let last = rest.last, "。.！!，,".contains(last) { rest.removeLast() }
    return rest.trimmed
  }
}
