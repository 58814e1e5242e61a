import Model
import SourceText
import Syntax

// Histories whose defaults lead to one another: none of them says which state to enter, and
// entering one would never come to an end (SCXML 3.10).
extension Lowering {
  /// Reports every such circle once, and opens it for whoever looks at the chart later.
  mutating func refuseHistoryCircles() {
    for id in states.ids where states[id].kind.isHistory {
      guard let circle = historyCircle(through: id) else { continue }
      if hasStateToBeIn(besides: id) {
        diagnostics.report(
          .historyCircle(circle.map { (states[$0], stateTrees[$0.index].historyDefault) }))
      }
      for member in circle { states[member].initial = [] }
    }
  }

  /// A state that holds histories alone is a finding of its own.
  private func hasStateToBeIn(besides history: ID<State>) -> Bool {
    let siblings = states[history].parent.map { states[$0].children } ?? []
    return siblings.contains { !states[$0].kind.isHistory }
  }

  /// The histories one comes through from one back to it; nil where it leads to a state, or into a
  /// circle that it is no part of. Only histories of one parent can form a circle, and such a one
  /// has no second target.
  private func historyCircle(through start: ID<State>) -> [ID<State>]? {
    var circle = [start]
    var last = start
    while let next = states[last].initial.first, states[next].kind.isHistory {
      if next == start { return circle }
      if circle.contains(next) { return nil }
      circle.append(next)
      last = next
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func historyCircle(
    _ circle: [(history: State, leads: TransitionTree?)]
  ) -> Diagnostic {
    let names = (circle + circle.prefix(1)).map { "`\($0.history.path)`" }
      .joined(separator: " → ")
    let places = circle.map { $0.leads?.targets.first?.span ?? $0.history.span }
    return Diagnostic(
      .historyCircle,
      Bilingual(
        en: "the default of a history leads back to it: \(names)",
        zh: "历史状态的默认去向又回到它自己：\(names)"),
      at: places[0], labels: places.dropFirst().map { Label($0) },
      help: Bilingual(
        en: "let `to` name a state that is entered where nothing is remembered yet",
        zh: "请让 `to` 写明尚无记忆时进入哪个状态"))
  }
}
