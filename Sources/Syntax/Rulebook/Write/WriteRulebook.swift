package import SourceText

/// A rulebook's core sections as YAML that is a rulebook itself: what `fengqiao dump core` prints.
///
/// What the forms of mediation became stands there like what was written by hand, under a comment
/// that names the form. Titles, laws and questions are kept; comments of the author are not.
///
/// - Parameter path: gives the path by which the page names a file that the rulebook names.
package func writeRulebook(
  _ tree: RulebookTree, path: (Located<String>) -> String = { $0.value }
) -> String {
  let writing = RulebookWriting(origins: FormOrigins(tree.mediation))
  return YAMLPage(writing.sections(of: tree, path)).text
}

/// How trees are put as YAML, form by form; each extension takes one part of the language.
struct RulebookWriting {
  let origins: FormOrigins

  fileprivate func sections(
    of tree: RulebookTree, _ path: (Located<String>) -> String
  ) -> [YAMLText.Entry] {
    var page = Page()
    page.add("rulebook", tree.name)
    page.add("language", tree.language)
    page.add("version", tree.version.map { .scalar($0.value, isQuoted: true) })
    page.add("title", tree.title.map(text))
    page.add("effective", tree.effective.map(effective))
    page.add("utc_offset", tree.utcOffset)
    page.add("calendar", tree.calendar.map { .word(path($0)) })
    page.add("unhandled", tree.unhandled)
    page.add("types", declared(tree.types, \.name, type))
    page.add("laws", declared(tree.laws, \.name, law))
    page.add("roles", declared(tree.roles, \.name, role))
    page.add("facts", declared(tree.facts, \.name, fact))
    page.add("variables", declared(tree.variables, \.name, variable))
    page.add("events", tree.events.map { declared($0, \.name, event) ?? .map([]) })
    page.add("decisions", declared(tree.decisions, \.name) { decision($0, path) })
    page.add("checklist", tree.checklist.map(checklist))
    page.add("documents", declared(tree.documents, \.name, document))
    page.add("periods", declared(tree.periods, \.name, period))
    page.add("workflow", tree.workflow.map(state))
    page.add("measures", declared(tree.mediation.measures, \.name, measure))
    page.add("invariants", declared(tree.invariants, \.name, invariant))
    return page.entries
  }

  /// A section of things that have names; nil where there is none.
  private func declared<Tree>(
    _ trees: [Tree], _ name: KeyPath<Tree, Located<String>>, _ write: (Tree) -> YAMLText
  ) -> YAMLText? {
    guard !trees.isEmpty else { return nil }
    return .map(
      trees.map { tree in
        let name = tree[keyPath: name]
        return YAMLText.Entry(
          key: name.value, value: write(tree), comment: origins.form(at: name.span, within: nil))
      })
  }
}

/// Entries of a mapping while it is put together: what is not there is left out.
struct Page {
  private(set) var entries: [YAMLText.Entry] = []

  mutating func add(_ key: String, _ value: YAMLText?, comment: String? = nil) {
    if let value { entries.append(.init(key: key, value: value, comment: comment)) }
  }

  mutating func add(_ key: String, _ value: Located<String>?) {
    add(key, value.map { .word($0.value) })
  }

  mutating func add(_ key: String, _ value: ScalarText?) {
    add(key, value.map(YAMLText.written))
  }

  /// `true` where it holds, else nothing.
  mutating func add(_ key: String, if holds: Bool) {
    if holds { add(key, .word("true")) }
  }

  /// A name, or a list of them; nothing where there is none.
  mutating func add(_ key: String, oneOrMore names: [Located<String>]) {
    if names.isEmpty { return }
    add(key, .names(names))
  }

  var map: YAMLText { .map(entries) }
}

extension YAMLText {
  /// A name, or a list of several.
  static func names(_ names: [Located<String>]) -> YAMLText {
    names.count == 1 ? .word(names[0].value) : .list(names.map { .word($0.value) })
  }
}
