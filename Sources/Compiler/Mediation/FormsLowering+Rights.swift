import SourceText
import Syntax

// `rights`: what someone may do while the case is in some states (docs/mediation.md).
extension FormsLowering {
  mutating func lowerRights() {
    for right in tree.mediation.rights { lower(right) }
    guardInvited()
  }

  private mutating func lower(_ right: RightTree) {
    add(
      .made(
        right.name.value, title: right.title, by: roles(right.by),
        with: ["name": "text or null"], at: right.name.span),
      of: "rights")
    var transition = TransitionTree(span: right.name.span)
    transition.actions = right.actions
    transition.basis = right.basis
    let places = right.during.flatMap { paths($0) }
    guard var root = tree.workflow else { return }
    for path in places {
      checkHandlers(of: right, in: path)
      eventsOfRights.append((right.name.value, path))
      transition.targets = right.targets.map { target($0, from: path) }
      let handler = HandlerTree(patterns: [right.name], transitions: [transition])
      root.change { state, place in
        if place == path { state.handle([handler]) }
      }
    }
    tree.workflow = root
  }

  /// The states that a name means: a slot's, or the one of that name.
  mutating func paths(_ name: Located<String>) -> [[String]] {
    if tree.mediation.slots.contains(where: { $0.name.value == name.value }) {
      return statesOfSlots[name.value] ?? []
    }
    let found = tree.workflow?.paths(of: name.value) ?? []
    if found.count > 1 {
      let listed = found.map { $0.joined(separator: ".") }
      diagnostics.report(.ambiguousState(name, listed))
    } else if found.isEmpty {
      var known: [String] = []
      tree.workflow?.visit { _, path in known += path.suffix(1) }
      let slots = tree.mediation.slots.map(\.name.value)
      diagnostics.report(.undeclared(.state, name.value, among: known + slots, at: name.span))
    }
    return found.count == 1 ? found : []
  }

  /// A target as its path, so that it means the same further inside; as written where none answers,
  /// which is found later.
  private func target(_ name: Located<String>, from place: [String]) -> Located<String> {
    let found = tree.workflow?.paths(of: name.value) ?? []
    return found.count == 1 ? .made(found[0].joined(separator: "."), at: name.span) : name
  }

  private mutating func checkHandlers(of right: RightTree, in path: [String]) {
    var taken: [Located<String>] = []
    tree.workflow?.visit { state, place in
      guard place.starts(with: path) else { return }
      taken += state.on.compactMap { $0.pattern(naming: right.name.value) }
    }
    for pattern in taken where pattern.span != right.name.span {
      diagnostics.report(.rightHandled(right, pattern))
    }
  }
}

extension Diagnostic {
  fileprivate static func rightHandled(
    _ right: RightTree, _ pattern: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      .reservedEventHandled,
      Bilingual(
        en: "this takes `\(right.name.value)`, a right that leads where the right says",
        zh: "此处会截走 `\(right.name.value)`，而这项权利的去向由权利规定"),
      at: pattern.span, labels: [Label(right.name.span, Bilingual(en: "the right", zh: "权利在此"))],
      help: Bilingual(
        en: "take the handler out; what is to be done goes under the right's `do`",
        zh: "请去掉此处理；要做的事写在权利的 `do` 下"))
  }
}
