import Model
import SourceText
import Syntax

// Types, laws and roles: what other parts refer to by name.
extension Lowering {
  mutating func lowerTypes() {
    var names = DeclaredNames()
    for tree in tree.types {
      names.declare(tree.name, as: .type, into: &diagnostics)
      checkWords(tree)
      scope.add(
        Enumeration(
          name: tree.name.value, title: title(tree.title, tree.name), words: tree.words.map(\.word),
          isOrdered: tree.isOrdered, span: tree.name.span))
    }
  }

  private mutating func checkWords(_ tree: EnumerationTree) {
    var names = DeclaredNames()
    for word in tree.words { names.declare(word.name, as: .word, into: &diagnostics) }
    diagnostics.reportSpecialWords(among: tree.words)
  }

  mutating func lowerLaws() {
    var names = DeclaredNames()
    for tree in tree.laws {
      names.declare(tree.name, as: .law, into: &diagnostics)
      if ["reported", "local"].contains(tree.name.value) {
        diagnostics.report(.specialName(tree.name, .basis))
      }
      let law = Law(
        name: tree.name.value, title: title(tree.title, tree.name),
        certainty: tree.certainty.flatMap { Law.Certainty(rawValue: $0.value) },
        span: tree.name.span)
      scope.add(law: tree.name.value, laws.add(law))
    }
  }

  mutating func lowerRoles() {
    var names = DeclaredNames()
    for tree in tree.roles {
      names.declare(tree.name, as: .role, into: &diagnostics)
      _ = roles.add(
        Role(
          name: tree.name.value, title: title(tree.title, tree.name), span: tree.name.span))
    }
  }

  /// The words for people, or the name where none are given.
  func title(_ tree: TitleTree?, _ name: Located<String>) -> Bilingual {
    tree?.bilingual(of: name.value) ?? Bilingual(name.value)
  }
}

// Names that stand outside expressions.
extension Lowering {
  /// `because` and `law`.
  mutating func bases(_ names: [Located<String>]) -> [Basis] {
    scope.basis(names, into: &diagnostics)
  }

  /// A fact by its name; a finding where it is none.
  mutating func fact(_ name: Located<String>) -> ID<Fact>? {
    for entry in scope.entries[name.value] ?? [] {
      if case .fact(let id) = entry.meaning { return id }
    }
    diagnostics.report(
      .undeclared(.fact, name.value, among: facts.elements.map(\.name), at: name.span))
    return nil
  }

  /// A role by its name; a finding where it is none.
  mutating func role(_ name: Located<String>) -> ID<Role>? {
    let isNamed = { (role: Role) in role.name.hasBytes(of: name.value) }
    if let index = roles.elements.firstIndex(where: isNamed) { return ID(index) }
    diagnostics.report(
      .undeclared(.role, name.value, among: roles.elements.map(\.name), at: name.span))
    return nil
  }
}
