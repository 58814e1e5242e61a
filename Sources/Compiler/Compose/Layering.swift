import SourceText
import Syntax

/// Puts a rulebook on the one that it extends: what it adds comes behind what the base has; what it
/// sets, adds to, replaces and removes is changed in the base, as far as the base lets it
/// (docs/layers.md). Whatever would weaken the base is refused with both places.
struct Layering {
  /// The rulebook that extends; what has been dealt with is taken out.
  var own: RulebookTree
  let base: RulebookTree
  let loader: SourceLoader
  /// The base with the changes made so far; at the end the whole.
  private(set) var tree: RulebookTree
  var diagnostics = Diagnostics()
  /// What of the base's decisions is not to be changed, and why.
  let seals: Meanwhile<SealedDecisions>
  /// What is refused of `own` before any of it is taken, which nothing else rests on.
  private(set) var refusals = Meanwhile<[Diagnostic]> { [] }

  init(_ own: RulebookTree, on base: RulebookTree, _ loader: SourceLoader) {
    self.own = own
    self.base = base
    self.loader = loader
    tree = base
    seals = Meanwhile { SealedDecisions(of: base, loader) }
  }

  mutating func run() {
    refuseSealedSections()
    var refusing = self
    refusing.diagnostics = Diagnostics()
    refusals = Meanwhile { [refusing] in refusing.refused }
    setSettings()
    addRows()
    replace()
    remove()
    own.changes = ChangesTree()
    // What a base leaves untried it leaves so for itself; a place says its own.
    change { $0.uncovered = [] }
    var joining = SectionJoining { kind, later, earlier in
      kind.mend(later.value) == nil
        ? .sealed(kind.noun.naming(later.value), at: later.span, by: earlier.span)
        : .declaredByBase(kind, later, earlier)
    }
    tree = joining.join(tree, own)
    diagnostics.report(contentsOf: joining.diagnostics.all)
    takeHeader()
  }

  /// All that is refused of what the place brings.
  private var refused: [Diagnostic] {
    var refusing = self
    let things = BaseThings(base, seals.value)
    refusing.refuseActs(on: things)
    refusing.refuseTakenClocks(of: things)
    refusing.refuseNamesOfStates()
    refusing.refuseLooserConsents()
    refusing.refuseDeclassified()
    return refusing.diagnostics.all
  }

  /// What stands at the head is said of the place's rulebook; how time is counted and what becomes
  /// of events is the base's.
  private mutating func takeHeader() {
    tree.span = own.span
    tree.name = own.name
    tree.language = own.language
    tree.version = own.version
    tree.title = own.title
    tree.effective = own.effective
    tree.extends = own.extends
    tree.includes = own.includes
  }

  /// Changes a part of the whole, in the files that hold the steps of `run`.
  mutating func change(_ body: (inout RulebookTree) -> Void) {
    body(&tree)
  }
}

// Sections that a place cannot have beside the base's.
extension Layering {
  private mutating func refuseSealedSections() {
    refuseHeader()
    own.workflow = unsealed(own.workflow, base.workflow, "workflow", \.span)
    let mediation = base.mediation
    own.mediation.screen = unsealed(own.mediation.screen, mediation.screen, "screen", \.span)
    refuseChecklist()
    own.mediation.parties = unsealed(own.mediation.parties, mediation.parties, "parties", \.span)
    if let workflow = base.workflow { refuseNewRights(workflow.span.opening) }
  }

  /// A section that the base does not have; nil, with a finding, where it does.
  private mutating func unsealed<Tree>(
    _ own: Tree?, _ base: Tree?, _ section: String, _ span: (Tree) -> Span
  ) -> Tree? {
    guard let tree = own, let earlier = base else { return own }
    diagnostics.report(
      .sealed(
        Bilingual(en: "the section `\(section)`", zh: "`\(section)` 部分"), at: span(tree).opening,
        by: span(earlier).opening, help: .leaveOut))
    return nil
  }

  /// One answer for what the base asks one by one would be an easier question.
  private mutating func refuseChecklist() {
    guard let checklist = own.checklist else { return }
    let asked = Set(checklist.of.map(\.value))
    let read = base.decisions.first { asked.contains($0.name.value) }
    let place = base.checklist?.span ?? base.mediation.screen?.span ?? read?.name.span
    guard let place else { return }
    own.checklist = nil
    diagnostics.report(
      .sealed(
        Bilingual(en: "what a checklist asks", zh: "核对清单所问的内容"), at: checklist.span.opening,
        by: place.opening, help: .leaveOut))
  }

  /// A right leads through the base's course: it would be a door of its own.
  private mutating func refuseNewRights(_ workflow: Span) {
    let known = base.mediation.rights.map(\.name.value)
    for right in own.mediation.rights where !known.contains(right.name.value) {
      let noun = SectionKind.right.noun.naming(right.name.value)
      diagnostics.report(.sealed(noun, at: right.name.span, by: workflow, help: .leaveOut))
    }
    own.mediation.rights.removeAll { !known.contains($0.name.value) }
  }

  private mutating func refuseHeader() {
    let keys = [
      ("utc_offset", own.utcOffset, base.utcOffset), ("calendar", own.calendar, base.calendar),
      ("unhandled", own.unhandled, base.unhandled),
    ]
    for (key, given, earlier) in keys {
      guard let given else { continue }
      let place = earlier?.span ?? base.name?.span ?? base.span.opening
      diagnostics.report(
        .sealed(Bilingual("`\(key)`"), at: given.span, by: place, help: .leaveOut))
    }
  }

  /// What a rulebook without a base would change of one.
  static func changesWithoutBase(_ tree: RulebookTree) -> [Diagnostic] {
    let (replacements, removals) = (tree.changes.replacements, tree.changes.removals)
    let added = tree.changes.additions.map(\.decision)
    let replaced =
      replacements.decisions.map(\.name) + replacements.documents.map(\.name)
      + replacements.scripts.map(\.name) + replacements.measures.map(\.name)
    let removed =
      removals.decisions + removals.documents + removals.scripts + removals.measures
    let ladder = replacements.ladder.map { Located("ladder", at: $0.span.opening) }
    return (added + replaced + removed + [ladder].compactMap(\.self)).map { .withoutBase($0) }
  }
}

extension Bilingual {
  /// What to do about a change of something sealed.
  static let leaveOut = Bilingual(en: "leave it out", zh: "请去掉")
}

extension Diagnostic {
  /// Something that is the base's alone.
  static func sealed(
    _ noun: Bilingual, at place: Span, by earlier: Span, help: Bilingual? = nil
  ) -> Diagnostic {
    Diagnostic(
      .sealedByBase,
      Bilingual(
        en: "\(noun.en) is the base's, and no rulebook that extends it can change it",
        zh: "\(noun.zh)由上层规定，依据它的规则书不能改动"),
      at: place, labels: [Label(earlier, Bilingual(en: "the base says it here", zh: "上层在此规定"))],
      help: help
        ?? Bilingual(
          en: "leave it out; what a place adds needs another name", zh: "请去掉；地方新增的内容请另取名称"))
  }

  /// Something open that was declared anew instead of changed.
  static func declaredByBase(
    _ kind: SectionKind, _ later: Located<String>, _ earlier: Located<String>
  ) -> Diagnostic {
    let noun = kind.noun.naming(later.value)
    return Diagnostic(
      .declaredByBase,
      Bilingual(
        en: "the base declares \(noun.en) already", zh: "上层已经声明了\(noun.zh)"),
      at: later.span,
      labels: [Label(earlier.span, Bilingual(en: "the base declares it here", zh: "上层在此声明"))],
      help: kind.mend(later.value))
  }

  fileprivate static func withoutBase(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .withoutBase,
      Bilingual(
        en: "`\(name.value)` is to change, and the rulebook has no base to change",
        zh: "要改动 `\(name.value)`，但规则书没有上层可以改动"),
      at: name.span,
      help: Bilingual(
        en: "name the base under `extends`, or write it in its own section",
        zh: "请在 `extends` 下写明上层规则书，或写在所属的部分里"))
  }
}
