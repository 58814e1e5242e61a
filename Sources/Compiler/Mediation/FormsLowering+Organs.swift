import SourceText
import Syntax

// `organs`: where the section is there, notices and papers go to organs and roles alone.
extension FormsLowering {
  mutating func checkRecipients() {
    guard let organs = tree.mediation.organs else { return }
    var names: [Located<String>] = tree.mediation.screen?.lines.flatMap(\.tell) ?? []
    names += tree.documents.flatMap { $0.to + $0.signedBy }
    tree.workflow?.visit { state, _ in
      var state = state
      state.changeActions { actions in
        names += actions.flatMap(\.notified)
        return actions
      }
    }
    let known = organs.map(\.name.value) + tree.roles.map(\.name.value)
    let isKnown = Set(known.map(ExactText.init))
    for name in names where !isKnown.contains(ExactText(name.value)) {
      diagnostics.report(.undeclared(.recipient, name.value, among: known, at: name.span))
    }
  }
}

extension ActionTree {
  /// Whom it notifies, by itself or in its branches.
  fileprivate var notified: [Located<String>] {
    switch kind {
    case .notify(let to, _, _): to
    case .choose(let branches): branches.flatMap(\.actions).flatMap(\.notified)
    default: []
    }
  }
}
