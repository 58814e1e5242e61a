import Model
import SourceText
import Syntax

// What fills a slot leads out of it by its outcomes alone. Checked where names are resolved, so
// that it is said of where a transition really leads. A right leads out of wherever it holds.
extension Lowering {
  mutating func checkSlotDoors() {
    let rights = Set(tree.mediation.rights.map(\.name.span))
    for slot in states.ids {
      guard case .slot(let name) = states[slot].part else { continue }
      for inner in states.ids where isInside(inner, slot) {
        for id in states[inner].transitions where !rights.contains(transitions[id].span) {
          check(transitions[id], in: slot, name)
        }
      }
    }
  }

  private mutating func check(_ transition: Transition, in slot: ID<State>, _ name: String) {
    let outside = transition.targets.first { !isInside($0, slot) }
    guard let outside else { return }
    diagnostics.report(
      .contentLeadsOut(transition, to: states[outside], name, slot: states[slot]))
  }
}

extension Lowering {
  /// The script and the level to begin with are chosen by values that are there: a null would leave
  /// the case waiting for good. Asked only where all else is in order, so that one mistake is told
  /// once.
  mutating func checkChoices() {
    takeRefusals()
    guard !diagnostics.hasErrors else { return }
    let scripts = tree.mediation.scripts.map(\.name.value)
    for fill in tree.mediation.fills {
      if let script = fill.script, !scripts.contains(script.text) { check(script, of: "script") }
    }
    guard let ladder = tree.mediation.ladder, let start = ladder.start else { return }
    if !ladder.levels.contains(where: { $0.id.value == start.text }) { check(start, of: "level") }
  }

  private mutating func check(_ choice: ScalarText, of type: String) {
    if let type = scope.types[type] { _ = expression(choice, expecting: .enumeration(type)) }
  }
}

extension Diagnostic {
  fileprivate static func contentLeadsOut(
    _ transition: Transition, to outside: State, _ name: String, slot: State
  ) -> Diagnostic {
    Diagnostic(
      .contentLeadsOut,
      Bilingual(
        en: "what fills the slot `\(name)` leads to `\(outside.path)`, which lies outside",
        zh: "填入接口 `\(name)` 的内容通向了外面的 `\(outside.path)`"),
      at: transition.span,
      labels: [
        Label(slot.span, Bilingual(en: "the slot stands here", zh: "接口在此"))
      ],
      help: Bilingual(
        en: "lead to an outcome of the slot, and let the state it stands at say what follows",
        zh: "请通向接口的某个结果，由接口所在的状态决定之后的去向"))
  }
}
