package import SourceText

/// A mapping of the language as data: what it is called and the keys it takes.
package struct FormOutline: Sendable {
  /// Its stable name among the forms: `fact`.
  package let name: String
  /// What it is, for a message: `a fact`.
  package let noun: Bilingual
  /// The right form on one line, for help.
  package let example: String
  /// What may stand in place of the whole mapping: `金额: money`.
  package let short: Shape?
  package let keys: [KeySpec]
  package let conflicts: [KeyConflict]

  /// What the form says of a key; nil where it knows none of that name.
  /// The key that an author most likely meant by a word that is none.
  package func keyMeant(by word: String) -> String? {
    keys.first { $0.mistakenFor.contains(word) }?.name
      ?? Suggestion.nearest(to: word, among: keys.map(\.name))
  }

  /// What is known of a key; nil if the form does not take it.
  package func spec(of key: String) -> KeySpec? {
    keys.first { $0.name.hasBytes(of: key) }
  }
}

/// One key of a mapping as data. One object, because it is handed about for each key that is read.
package final class KeySpec: Sendable {
  package let name: String
  package let shape: Shape
  package let isRequired: Bool
  /// What it says, in one line.
  package let summary: Bilingual
  /// Words that other tools use for it; they are not taken, but the message leads to the key.
  package let mistakenFor: [String]

  init(
    name: String, shape: Shape, isRequired: Bool, summary: Bilingual, mistakenFor: [String]
  ) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.summary = summary
    self.mistakenFor = mistakenFor
  }
}

/// Keys that cannot stand together.
package struct KeyConflict: Sendable {
  package let key: String
  package let others: [String]
  package let why: Bilingual

  package init(_ key: String, _ others: [String], en: String, zh: String) {
    self.key = key
    self.others = others
    why = Bilingual(en: en, zh: zh)
  }
}

/// Leads to a form's outline; forms hold each other (a state holds states), so it is looked up
/// late.
package struct FormReference: Sendable {
  private let resolve: @Sendable () -> FormOutline

  package init(_ resolve: @escaping @Sendable () -> FormOutline) {
    self.resolve = resolve
  }

  package var outline: FormOutline { resolve() }
}
