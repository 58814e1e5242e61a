import Model
import SourceText
import Syntax

/// What a setting holds, told by its `type`, else by its value.
enum SettingKind {
  case term
  case number
  case flag
  case date
  /// A word of an ordered type, whose words these are, lowest first.
  case words([String])
  /// A literal of a type without an order.
  case other

  /// Nil where neither type nor value tells it.
  init?(_ setting: SettingTree, in tree: RulebookTree) {
    guard let type = setting.type else {
      guard let text = setting.declaredValue?.text ?? setting.value?.text else { return nil }
      if Term(literal: text) != nil {
        self = .term
      } else if Number(literal: text) != nil {
        self = .number
      } else if ["true", "false"].contains(text) {
        self = .flag
      } else {
        return nil
      }
      return
    }
    guard case .named(let name) = type else {
      self = .other
      return
    }
    self = SettingKind(typeNamed: name.text, in: tree)
  }

  private init(typeNamed name: String, in tree: RulebookTree) {
    switch name {
    case "number", "integer", "money": self = .number
    case "boolean": self = .flag
    case "date": self = .date
    default:
      let type = tree.types.first { $0.name.value == name && $0.isOrdered }
      let scale = tree.mediation.scales.first { $0.name.value == name && $0.of == nil }
      let words = type?.words.map(\.name.value) ?? scale?.words.map(\.name.value)
      self = words.map { .words($0) } ?? .other
    }
  }

  /// Whether one value can be less than another.
  var isOrdered: Bool {
    switch self {
    case .term, .number, .date, .words: true
    case .flag, .other: false
    }
  }

  /// What is needed, for a message.
  var noun: Bilingual {
    switch self {
    case .term: Bilingual(en: "a length of time", zh: "时长")
    case .number: Bilingual(en: "a number", zh: "数字")
    case .flag: Bilingual(en: "`true` or `false`", zh: "`true` 或 `false`")
    case .date: Bilingual(en: "a date", zh: "日期")
    case .words(let words):
      Bilingual(
        en: "one of " + words.map { "`\($0)`" }.joined(separator: ", "),
        zh: words.map { "`\($0)`" }.joined(separator: "、") + " 之一")
    case .other: Bilingual(en: "a value of its type", zh: "该类型的值")
    }
  }

  /// What a scalar says; nil where it is not of the kind.
  func value(_ scalar: ScalarText) -> SettingValue? {
    switch self {
    case .term: Term(literal: scalar.text).map(SettingValue.term)
    case .number: Number(literal: scalar.text).map(SettingValue.number)
    case .flag: ["true", "false"].contains(scalar.text) ? .other : nil
    case .date: CalendarDate(literal: scalar.text).map(SettingValue.date)
    case .words(let words): words.firstIndex(of: scalar.text).map(SettingValue.rank)
    case .other: .other
    }
  }
}

/// The value of a setting, as far as values are compared.
enum SettingValue {
  case term(Term)
  case number(Number)
  case date(CalendarDate)
  /// A word's place in its order, the lowest 0.
  case rank(Int)
  case other

  /// Whether it is no more than another, whatever the calendar; nil where the two have no order.
  func isSurelyAtMost(_ other: SettingValue) -> Bool? {
    switch (self, other) {
    case (.term(let one), .term(let other)): one.isSurelyAtMost(other)
    case (.number(let one), .number(let other)): one <= other
    case (.date(let one), .date(let other)): one <= other
    case (.rank(let one), .rank(let other)): one <= other
    default: nil
    }
  }
}
