import Model
import SourceText
import Syntax

// Targets: states by name, and whether several can be active together (SCXML 3.11, legal state
// configurations).
extension Lowering {
  /// The states that names lead to from a place. With `inside`, each must lie in that state.
  mutating func targets(
    _ names: [Located<String>], from place: ID<State>, inside outer: ID<State>? = nil
  ) -> [ID<State>] {
    var found: [(id: ID<State>, name: Located<String>)] = []
    for name in names {
      guard let id = state(name, from: place) else { continue }
      if let outer, !isInside(id, outer) {
        diagnostics.report(.initialOutside(name, states[outer]))
      } else if let other = found.first(where: { !canStandTogether($0.id, id) }) {
        diagnostics.report(.targetsExcludeEachOther(other.name, name))
      } else {
        found.append((id, name))
      }
    }
    return found.map(\.id)
  }

  /// Whether a state lies within another, at any depth.
  func isInside(_ id: ID<State>, _ outer: ID<State>) -> Bool {
    ancestors(of: id).contains(outer)
  }

  /// From the parent up to the root.
  private func ancestors(of id: ID<State>) -> [ID<State>] {
    var result: [ID<State>] = []
    var next = states[id].parent
    while let ancestor = next {
      result.append(ancestor)
      next = states[ancestor].parent
    }
    return result
  }

  /// Two targets can be active together when they lie in two regions of one parallel state. A
  /// history stands for all that its parent holds.
  private func canStandTogether(_ one: ID<State>, _ other: ID<State>) -> Bool {
    let path = self.path(to: one)
    let otherPath = self.path(to: other)
    guard !path.starts(with: otherPath), !otherPath.starts(with: path) else { return false }
    let shared = zip(path, otherPath).prefix { $0 == $1 }.count
    guard shared > 0 else { return false }
    return states[path[shared - 1]].kind == .parallel
  }

  /// The states from the root down to where a target leads.
  private func path(to id: ID<State>) -> [ID<State>] {
    let around = Array(ancestors(of: id).reversed())
    return states[id].kind.isHistory ? around : around + [id]
  }
}

extension Diagnostic {
  fileprivate static func initialOutside(_ name: Located<String>, _ outer: State) -> Diagnostic {
    Diagnostic(
      .initialOutside,
      Bilingual(
        en: "`\(name.value)` does not lie inside `\(outer.name)`",
        zh: "`\(name.value)` 不在 `\(outer.name)` 之内"),
      at: name.span, labels: [Label(outer.span)],
      help: Bilingual(
        en: "name a state inside `\(outer.name)`", zh: "请写 `\(outer.name)` 之内的状态"))
  }

  fileprivate static func targetsExcludeEachOther(
    _ one: Located<String>, _ other: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      .targetsExcludeEachOther,
      Bilingual(
        en: "`\(one.value)` and `\(other.value)` cannot be active together",
        zh: "`\(one.value)` 与 `\(other.value)` 不能同时处于激活状态"),
      at: other.span, labels: [Label(one.span)],
      help: Bilingual(
        en: "keep one target, or several in different regions of one parallel state",
        zh: "请只留一个去向；多个去向须在同一并行状态的不同区域"))
  }
}
