import SourceText
import Syntax

/// Puts the sections of two files or layers together: what the later one declares comes behind what
/// the earlier one does, and no name is declared by both.
struct SectionJoining {
  private(set) var diagnostics = Diagnostics()
  /// What to say of a name that is declared anew: its kind, the later and the earlier place.
  private let clash: (SectionKind, Located<String>, Located<String>) -> Diagnostic

  init(clash: @escaping (SectionKind, Located<String>, Located<String>) -> Diagnostic) {
    self.clash = clash
  }

  mutating func join(_ earlier: RulebookTree, _ later: RulebookTree) -> RulebookTree {
    var tree = earlier
    tree.types = join(.type, earlier.types, later.types, \.name)
    tree.laws = join(.law, earlier.laws, later.laws, \.name)
    tree.roles = join(.role, earlier.roles, later.roles, \.name)
    tree.facts = join(.fact, earlier.facts, later.facts, \.name)
    tree.variables = join(.variable, earlier.variables, later.variables, \.name)
    tree.events = join(.event, earlier.events, later.events, \.name)
    tree.decisions = join(.decision, earlier.decisions, later.decisions, \.name)
    tree.checklist = one(.checklist, earlier.checklist, later.checklist, \.span)
    tree.documents = join(.document, earlier.documents, later.documents, \.name)
    tree.periods = join(.period, earlier.periods, later.periods, \.name)
    tree.workflow = one(.workflow, earlier.workflow, later.workflow, \.span)
    tree.mediation = join(earlier.mediation, later.mediation)
    tree.changes = join(earlier.changes, later.changes)
    tree.invariants = join(.invariant, earlier.invariants, later.invariants, \.name)
    tree.uncovered = join(.uncovered, earlier.uncovered, later.uncovered, \.name)
    return tree
  }

  private mutating func join(
    _ earlier: MediationTree, _ later: MediationTree
  ) -> MediationTree {
    var tree = earlier
    tree.settings = join(.setting, earlier.settings, later.settings, \.name)
    tree.parties = one(.parties, earlier.parties, later.parties, \.span)
    tree.organs = join(.organ, earlier.organs, later.organs, \.name)
    tree.screen = one(.screen, earlier.screen, later.screen, \.span)
    tree.consents = join(.consent, earlier.consents, later.consents, \.name)
    tree.rights = join(.right, earlier.rights, later.rights, \.name)
    tree.slots = join(.slot, earlier.slots, later.slots, \.name)
    tree.fills = join(.fill, earlier.fills, later.fills, \.slot)
    tree.ladder = one(.ladder, earlier.ladder, later.ladder, \.span)
    tree.scripts = join(.script, earlier.scripts, later.scripts, \.name)
    tree.scales = join(.scale, earlier.scales, later.scales, \.name)
    tree.measures = join(.measure, earlier.measures, later.measures, \.name)
    return tree
  }

  private mutating func join(_ earlier: ChangesTree, _ later: ChangesTree) -> ChangesTree {
    var tree = earlier
    tree.additions += later.additions
    let (one, other) = (earlier.replacements, later.replacements)
    tree.replacements.decisions = join(.decision, one.decisions, other.decisions, \.name)
    tree.replacements.documents = join(.document, one.documents, other.documents, \.name)
    tree.replacements.scripts = join(.script, one.scripts, other.scripts, \.name)
    tree.replacements.measures = join(.measure, one.measures, other.measures, \.name)
    tree.replacements.ladder = self.one(.ladder, one.ladder, other.ladder, \.span)
    tree.removals.decisions += later.removals.decisions
    tree.removals.documents += later.removals.documents
    tree.removals.scripts += later.removals.scripts
    tree.removals.measures += later.removals.measures
    return tree
  }

  /// A section that is not there at all declares nothing, which is not the same as an empty one.
  private mutating func join<Tree>(
    _ kind: SectionKind, _ earlier: [Tree]?, _ later: [Tree]?, _ name: (Tree) -> Located<String>
  ) -> [Tree]? {
    guard let earlier, let later else { return earlier ?? later }
    return join(kind, earlier, later, name)
  }

  private mutating func join<Tree>(
    _ kind: SectionKind, _ earlier: [Tree], _ later: [Tree], _ name: (Tree) -> Located<String>
  ) -> [Tree] {
    guard !earlier.isEmpty, !later.isEmpty else { return earlier + later }
    let places = Dictionary(earlier.map { (name($0).value, name($0)) }) { first, _ in first }
    var joined = earlier
    for tree in later {
      if let place = places[name(tree).value] {
        diagnostics.report(clash(kind, name(tree), place))
      } else {
        joined.append(tree)
      }
    }
    return joined
  }

  /// A section that stands once.
  private mutating func one<Tree>(
    _ kind: SectionKind, _ earlier: Tree?, _ later: Tree?, _ span: (Tree) -> Span
  ) -> Tree? {
    guard let earlier, let later else { return earlier ?? later }
    diagnostics.report(
      clash(kind, Located("", at: span(later).opening), Located("", at: span(earlier).opening)))
    return earlier
  }
}

extension Span {
  /// The place where it starts, for a section whose whole would be too much to show.
  var opening: Span { Span(source, Int(self.start), Int(self.start)) }
}

extension Diagnostic {
  /// Two files of one rulebook that hold the same.
  static func declaredTwice(
    _ kind: SectionKind, _ later: Located<String>, _ earlier: Located<String>
  ) -> Diagnostic {
    let noun = kind.noun.naming(later.value)
    return Diagnostic(
      .declaredTwice,
      Bilingual(
        en: "\(noun.en) stands in two files of the rulebook", zh: "规则书的两个文件都写了\(noun.zh)"),
      at: later.span,
      labels: [Label(earlier.span, Bilingual(en: "first given here", zh: "第一次在这里"))],
      help: Bilingual(
        en: later.value.isEmpty
          ? "keep it in one of the files" : "keep it in one of the files, or give one another name",
        zh: later.value.isEmpty ? "请只留在一个文件里" : "请只留在一个文件里，或给其中一个另取名称"))
  }
}

extension Bilingual {
  /// `the fact` with its name behind it.
  func naming(_ name: String) -> Bilingual {
    name.isEmpty ? self : Bilingual(en: "\(en) `\(name)`", zh: "\(zh) `\(name)`")
  }
}
