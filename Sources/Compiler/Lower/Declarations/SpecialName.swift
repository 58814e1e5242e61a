import SourceText
import Syntax

/// A name that an author may not declare in some place, because the language means something by it.
enum SpecialName {
  /// `event`, whose fields are the payload of the event in hand.
  case event
  /// `item`, the element under test in `list[condition]`.
  case item
  /// `unknown`, which takes a fact back in a case file.
  case unknown
  /// `reported` and `local`, which say what a rule rests on.
  case basis
  /// `done.`, `expired.`, `overdue.`, which the workflow makes itself.
  case internalEvent

  fileprivate var meaning: Bilingual {
    switch self {
    case .event: Bilingual(en: "the event in hand", zh: "正在处理的事件")
    case .item: Bilingual(en: "the element of a list that is being tested", zh: "列表中正在检验的元素")
    case .unknown: Bilingual(en: "that a fact is not known", zh: "事实未知")
    case .basis: Bilingual(en: "what a rule rests on", zh: "规则的依据")
    case .internalEvent: Bilingual(en: "an event that the workflow makes itself", zh: "流程自身产生的事件")
    }
  }
}

extension Diagnostic {
  static func specialName(_ name: Located<String>, _ special: SpecialName) -> Diagnostic {
    let meaning = special.meaning
    return Diagnostic(
      .specialName,
      Bilingual(
        en: "`\(name.value)` already means \(meaning.en)", zh: "`\(name.value)` 已表示\(meaning.zh)"),
      at: name.span,
      help: Bilingual(en: "choose another name", zh: "请另取名称"))
  }
}

extension Diagnostics {
  /// `unknown` among the words of a type: a case file takes a fact back by it, so that the word
  /// could never be stated.
  mutating func reportSpecialWords(among words: [NamedTree]) {
    for word in words where word.name.value == "unknown" {
      report(.specialName(word.name, .unknown))
    }
  }
}
