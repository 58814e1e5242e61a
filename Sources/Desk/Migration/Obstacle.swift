package import SourceText

/// Something that stands in the way of a case going on under another version of its rulebook.
package struct Obstacle: Hashable, Sendable {
  /// What sort of thing has no place, or no answer.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case state
    case history
    case fact
    case variable
    case decision
    case event
    case document
    case period
    case timer
    case task
    /// Nobody said whether it is kept, begins again, or is given up.
    case unanswered
    /// The new rulebook cannot go on from there.
    case refused
    /// Another store is its only writer.
    case lent
  }

  package var kind: Kind
  /// Its name in the rulebook that the case is pinned to.
  package var name: String
  /// One sentence, without values of the case.
  package var message: Bilingual
  /// What would clear it out of the way; nil where nothing in a mapping does.
  package var help: Bilingual?
  /// For `unanswered`: what is to be answered for.
  package var matter: MigrationPlan.Matter?

  init(_ kind: Kind, _ name: String, _ en: String, _ zh: String) {
    self.kind = kind
    self.name = name
    message = Bilingual(en: en, zh: zh)
  }

  func helped(_ en: String, _ zh: String) -> Obstacle {
    var obstacle = self
    obstacle.help = Bilingual(en: en, zh: zh)
    return obstacle
  }

  /// With the line of a mapping that gives it up or another name.
  func mapped(_ section: String) -> Obstacle {
    helped(
      "write `\(section): {\(name): NEW}` in the mapping, or `\(name): drop`",
      "请在对应关系文件里写 `\(section): {\(name): 新名}`，不要了就写 `\(name): drop`")
  }
}
