package import SourceText

/// A legal length of time as rulebooks write it: `3 workdays`, `1 month`, `72 hours`.
///
/// How it is counted from a start is the Civil Code's business: see `WorkCalendar.deadline`.
package struct Term: Hashable, Sendable {
  /// What a term is counted in.
  package enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
    case minutes
    case hours
    /// Days of the calendar (自然日): what “日” means where the text does not say 工作日.
    case days
    /// Working days (工作日).
    case workdays
    case months
    case years
  }

  /// Zero or more.
  package let amount: Int
  package let unit: Unit

  /// Nil when the amount is negative.
  package init?(_ amount: Int, _ unit: Unit) {
    guard amount >= 0 else { return nil }
    self.amount = amount
    self.unit = unit
  }
}

extension Term.Unit {
  /// Minutes and hours run from the exact moment; the other units count whole days.
  package var isExact: Bool { self == .minutes || self == .hours }

  /// `day` for `days`.
  var singular: String { String(rawValue.dropLast()) }

  /// What stands behind the amount in Chinese.
  var chinese: String {
    switch self {
    case .minutes: "分钟"
    case .hours: "小时"
    case .days: "日"
    case .workdays: "个工作日"
    case .months: "个月"
    case .years: "年"
    }
  }
}

extension Term: CanonicalText {
  /// Reads an amount in digits (no sign, no zero in front), one blank, and a unit in the singular
  /// or the plural; nothing else.
  package init?(literal: some StringProtocol) {
    var reader = LiteralReader(literal)
    let amount = reader.take("0") ? 0 : reader.takeWhole()
    guard let amount, reader.take(" ") else { return nil }
    let units = Unit.allCases
    guard let unit = units.first(where: { reader.take(word: $0.singular) }) else { return nil }
    _ = reader.take("s")
    guard reader.isAtEnd else { return nil }
    self.init(amount, unit)
  }

  /// The term that its canonical text stands for; nil where the text is none.
  package static func reading(canonical text: String) -> Term? {
    Term(literal: text)
  }

  /// As rulebooks write it: `1 day`, `3 workdays`.
  package var description: String {
    "\(amount) \(amount == 1 ? unit.singular : unit.rawValue)"
  }

  /// For people: `3 workdays`, `3个工作日`.
  package var text: Bilingual {
    Bilingual(en: description, zh: "\(amount)\(unit.chinese)")
  }
}
