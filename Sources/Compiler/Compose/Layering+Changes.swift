import Model
import SourceText
import Syntax

// `add`, `replace`, `remove`: what a place changes of the base, as far as that is open.
extension Layering {
  /// Rows come behind the base's, never before.
  mutating func addRows() {
    for addition in own.changes.additions {
      guard let rows = addition.rows,
        let index = index(of: addition.decision, among: tree.decisions.map(\.name), .decision)
      else { continue }
      let decision = tree.decisions[index]
      guard decision.rows != nil else {
        diagnostics.report(.noRowsToAddTo(addition.decision, decision))
        continue
      }
      if let fault = reasonAgainstRows(addition.decision, decision) {
        diagnostics.report(fault)
      } else {
        change { $0.decisions[index].further.append(rows) }
      }
    }
  }

  private func reasonAgainstRows(
    _ name: Located<String>, _ decision: DecisionTree
  ) -> Diagnostic? {
    if let reason = seals.value.reason(against: decision), !reason.isOpenToRows(decision) {
      return .sealedDecision(name, decision, because: reason)
    }
    let keepsOrder = decision.hit.map { HitPolicy($0)?.keepsEarlierRows ?? true } ?? false
    guard !keepsOrder, decision.local?.value != "any" else { return nil }
    return .rowsOverruleBase(name, decision)
  }

  /// What stands in place of the base's thing of the same name.
  mutating func replace() {
    let replacements = own.changes.replacements
    for one in replacements.decisions {
      guard let index = index(of: one.name, among: tree.decisions.map(\.name), .decision),
        isOpen(one.name, tree.decisions[index])
      else { continue }
      var decision = one
      // What replaces a thing stays as open as that was, unless it says otherwise.
      decision.local = one.local ?? tree.decisions[index].local
      change { $0.decisions[index] = decision }
    }
    for one in replacements.documents {
      guard let index = index(of: one.name, among: tree.documents.map(\.name), .document),
        isOpen(one.name, tree.documents[index])
      else { continue }
      refuseDropping(tree.documents[index], for: one)
      var document = one
      document.local = one.local ?? tree.documents[index].local
      change { $0.documents[index] = document }
    }
    for one in replacements.scripts {
      guard let index = index(of: one.name, among: tree.mediation.scripts.map(\.name), .script)
      else { continue }
      change { $0.mediation.scripts[index] = one }
    }
    for one in replacements.measures {
      guard let index = index(of: one.name, among: tree.mediation.measures.map(\.name), .measure)
      else { continue }
      change { $0.mediation.measures[index] = one }
    }
    if let ladder = replacements.ladder { replace(ladder) }
  }

  private mutating func replace(_ ladder: LadderTree) {
    guard tree.mediation.ladder != nil else {
      diagnostics.report(
        .nothingToChange(Located("ladder", at: ladder.span.opening), .ladder, among: []))
      return
    }
    change { $0.mediation.ladder = ladder }
  }

  /// What is to be no more.
  mutating func remove() {
    let removals = own.changes.removals
    for name in removals.decisions {
      guard let index = index(of: name, among: tree.decisions.map(\.name), .decision),
        isOpen(name, tree.decisions[index])
      else { continue }
      change { $0.decisions.remove(at: index) }
    }
    for name in removals.documents {
      guard let index = index(of: name, among: tree.documents.map(\.name), .document),
        isOpen(name, tree.documents[index]), !isUsed(name, .document, at: base.drafts)
      else { continue }
      change { $0.documents.remove(at: index) }
    }
    for name in removals.scripts {
      let standards = base.mediation.slots.compactMap(\.standard)
      guard let index = index(of: name, among: tree.mediation.scripts.map(\.name), .script),
        !isUsed(name, .script, at: standards)
      else { continue }
      change { $0.mediation.scripts.remove(at: index) }
    }
    for name in removals.measures {
      guard let index = index(of: name, among: tree.mediation.measures.map(\.name), .measure)
      else { continue }
      change { $0.mediation.measures.remove(at: index) }
    }
  }

  /// Where the base has what is to be changed; a finding where it does not.
  private mutating func index(
    of name: Located<String>, among known: [Located<String>], _ kind: SectionKind
  ) -> Int? {
    if let index = known.firstIndex(where: { $0.value == name.value }) { return index }
    diagnostics.report(.nothingToChange(name, kind, among: known.map(\.value)))
    return nil
  }

  private mutating func isOpen(_ name: Located<String>, _ decision: DecisionTree) -> Bool {
    let said = decision.local.flatMap { local in
      local.value == "rows" ? SealedDecisions.Reason.said(local.span) : nil
    }
    guard let reason = said ?? seals.value.reason(against: decision) else { return true }
    diagnostics.report(.sealedDecision(name, decision, because: reason))
    return false
  }

  private mutating func isOpen(_ name: Located<String>, _ document: DocumentTree) -> Bool {
    guard let local = document.local, local.value == "sealed" else { return true }
    diagnostics.report(
      .sealed(
        SectionKind.document.noun.naming(name.value), at: name.span, by: local.span,
        help: .leaveOut))
    return false
  }

  /// Whether the base's course names what is to be no more.
  private mutating func isUsed(
    _ name: Located<String>, _ kind: SectionKind, at uses: [Located<String>]
  ) -> Bool {
    guard let use = uses.first(where: { $0.value == name.value }) else { return false }
    diagnostics.report(
      .sealed(kind.noun.naming(name.value), at: name.span, by: use.span, help: .leaveOut))
    return true
  }

  /// A document that stands in place of the base's needs at least what that one needs, goes to all
  /// that it goes to and bears all its signatures.
  private mutating func refuseDropping(_ document: DocumentTree, for other: DocumentTree) {
    let parts: [(String, [Located<String>], [Located<String>])] = [
      ("needs", document.needs, other.needs), ("to", document.to, other.to),
      ("signed_by", document.signedBy, other.signedBy), ("law", document.basis, other.basis),
    ]
    let dropped = parts.flatMap { key, required, given in
      required.filter { name in !given.contains { $0.value == name.value } }
        .map { (key: key, name: $0) }
    }
    if !dropped.isEmpty { diagnostics.report(.dropped(dropped, other.name)) }
  }
}

extension RulebookTree {
  /// The documents that the workflow, the rights and the screen draft.
  fileprivate var drafts: [Located<String>] {
    let states = workflow?.withDescendants ?? []
    let doors = mediation.screen?.acts.flatMap(\.transition.actions) ?? []
    let others = (mediation.rights.flatMap(\.actions) + doors).flatMap(\.withBranches)
    return (states.flatMap(\.allActions) + others).compactMap { action in
      if case .draft(let name) = action.kind { name } else { nil }
    }
  }
}

extension SealedDecisions.Reason {
  /// Rows that are added come before `otherwise`, so they, too, move what the course reads: only
  /// where the base says so.
  fileprivate func isOpenToRows(_ decision: DecisionTree) -> Bool {
    if case .course = self { decision.local?.value == "rows" } else { false }
  }
}

extension HitPolicy {
  /// Whether rows that come behind others leave what those give as it is.
  fileprivate var keepsEarlierRows: Bool {
    switch self {
    case .first, .ruleOrder, .collect: true
    case .unique, .any, .priority, .outputOrder, .sum, .min, .max, .count: false
    }
  }
}
