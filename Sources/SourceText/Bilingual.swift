/// A text for people in the two languages the tool speaks.
///
/// Both are always there: where an author gave only one, it stands in for the other.
package struct Bilingual: Hashable, Sendable, Codable {
  package var en: String
  package var zh: String

  package init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// The same text for both languages: an identifier, a number, an author's only wording.
  package init(_ both: String) {
    self.init(en: both, zh: both)
  }

  /// The wording in one of the two languages.
  package func text(in language: Language) -> String {
    language == .chinese ? zh : en
  }
}

/// The language that messages are printed in; chosen by `--lang` or the locale.
package enum Language: String, Hashable, Sendable, Codable, CaseIterable {
  case english = "en"
  case chinese = "zh"
}
