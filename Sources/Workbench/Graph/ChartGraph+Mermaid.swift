internal import Engine
internal import Model
internal import SourceText

/// A chart in Mermaid's `stateDiagram-v2`, which GitHub and GitLab show in Markdown.
extension ChartGraph {
  package var mermaid: String {
    var lines = ["stateDiagram-v2"]
    lines += initialLines(of: chart.root, depth: 1)
    for child in folding.children(of: chart.root) { lines += stateLines(child, depth: 1) }
    lines += anywhereLines()
    for arrow in arrows { lines += arrowLines(arrow) }
    lines += originLines() + markLines()
    return lines.joined(separator: "\n") + "\n"
  }

  private func stateLines(_ id: ID<State>, depth: Int) -> [String] {
    let pad = String(repeating: "  ", count: depth)
    let state = chart.states[id]
    let label = label(id).map(Self.escapedForMermaid).joined(separator: "<br/>")
    let declaration = "\(pad)state \"\(label)\" as \(name(id))"
    if folding.isFolded(id) { return [declaration] }
    switch state.kind {
    case .atomic, .shallowHistory, .deepHistory: return [declaration]
    // An outcome of a slot leads on by an arrow of its own.
    case .final where state.part == .outcome: return [declaration]
    case .final: return [declaration, "\(pad)\(name(id)) --> [*]"]
    case .compound:
      let inner = initialLines(of: id, depth: depth + 1)
      return [declaration + " {"] + inner + childLines(of: id, depth) + [pad + "}"]
    case .parallel:
      let regions = folding.children(of: id).map { stateLines($0, depth: depth + 1) }
      return [declaration + " {"] + Array(regions.joined(separator: [pad + "  --"])) + [pad + "}"]
    }
  }

  private func childLines(of id: ID<State>, _ depth: Int) -> [String] {
    folding.children(of: id).flatMap { stateLines($0, depth: depth + 1) }
  }

  private func initialLines(of id: ID<State>, depth: Int) -> [String] {
    let pad = String(repeating: "  ", count: depth)
    return chart.states[id].initial.map { "\(pad)[*] --> \(name(folding.box(of: $0)))" }
  }

  private func arrowLines(_ arrow: Arrow) -> [String] {
    let label = arrow.lines.filter { !$0.isEmpty }.map(Self.escapedForMermaid)
      .joined(separator: "<br/>")
    let source = arrow.from == chart.root ? "any" : name(arrow.from)
    return ["  \(source) --> \(name(arrow.to))" + (label.isEmpty ? "" : " : \(label)")]
  }

  /// Transitions of the root itself start from a box of their own, drawn once.
  private func anywhereLines() -> [String] {
    guard arrows.contains(where: { $0.from == chart.root }) else { return [] }
    let label = language == .chinese ? "任何状态" : "anywhere"
    return ["  state \"\(label)\" as any"]
  }

  /// The place's own states in their colour, and what a form made for itself in grey.
  private func originLines() -> [String] {
    guard slots.hasSlots else { return [] }
    let leaves = chart.states.ids.filter { id in
      id != chart.root && !folding.isHidden(id) && folding.children(of: id).isEmpty
        && slots.isPlace(id)
    }
    let made = leaves.filter { chart.states[$0].part == .scaffold }
    let own = leaves.filter { chart.states[$0].part != .scaffold }
    return [
      "  classDef place fill:#d8e8fb,stroke:#4a5a68",
      "  classDef made fill:#f4f4f4,stroke:#9aa5b0,color:#6b7680",
    ] + own.map { "  class \(name($0)) place" } + made.map { "  class \(name($0)) made" }
  }

  private func markLines() -> [String] {
    guard !marks.active.isEmpty else { return [] }
    var lines = ["  classDef active fill:#ffe08a,stroke:#b36b00,stroke-width:3px"]
    lines.append("  classDef visited fill:#eef4e8,stroke:#5a7d3a")
    var leaves: [ID<State>] = []
    for leaf in program.activeLeafStates(of: marks.active).map(folding.box)
    where !leaves.contains(leaf) {
      leaves.append(leaf)
    }
    lines += leaves.map { "  class \(name($0)) active" }
    let others = chart.states.ids.filter {
      marks.visited.contains($0) && !leaves.contains($0) && !folding.isHidden($0)
        && folding.children(of: $0).isEmpty
    }
    return lines + others.map { "  class \(name($0)) visited" }
  }

  /// States are numbered in document order: names in any script would not be safe as Mermaid ids.
  private func name(_ id: ID<State>) -> String { "s\(id.index)" }

  /// Characters that Mermaid takes for syntax become its entity codes.
  private static func escapedForMermaid(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "#", ";", ":", "\"", "<", ">", "{", "}", "`", "\\", "&", "%":
        result += "#\(scalar.value);"
      case "\n", "\r", "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
