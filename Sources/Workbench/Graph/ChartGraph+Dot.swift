internal import Engine
internal import Model
internal import SourceText

/// A chart in Graphviz's DOT: compound states as clusters, so that a reader sees what is in what.
extension ChartGraph {
  package var dot: String {
    var lines = [
      "digraph \(Self.quoted(program.name)) {",
      "  compound=true; newrank=true; rankdir=TB; nodesep=0.45; ranksep=0.55;",
      "  fontname=\"Noto Sans CJK SC, sans-serif\"; fontsize=12;",
      "  node [shape=box, style=\"rounded,filled\", fillcolor=white, color=\"#4a5a68\","
        + " fontname=\"Noto Sans CJK SC, sans-serif\", fontsize=12];",
      "  edge [color=\"#4a5a68\", fontname=\"Noto Sans CJK SC, sans-serif\", fontsize=10];",
    ]
    for child in folding.children(of: chart.root) { lines += nodeLines(child, depth: 1) }
    lines += initialLines(of: chart.root, depth: 1)
    if arrows.contains(where: { $0.from == chart.root }) {
      let anywhere = language == .chinese ? "任何状态" : "anywhere"
      lines.append("  any [label=\(Self.quoted(anywhere)), shape=plaintext, style=\"\"];")
    }
    for arrow in arrows { lines += arrowLines(arrow) }
    lines += legend
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private func nodeLines(_ id: ID<State>, depth: Int) -> [String] {
    let pad = String(repeating: "  ", count: depth)
    let state = chart.states[id]
    guard !folding.children(of: id).isEmpty else {
      let attributes = ["label=\(labelText(id))"] + shape(id) + fill(id)
      return ["\(pad)s\(id.index) [\(attributes.joined(separator: ", "))];"]
    }
    let edge = state.kind == .parallel ? "dashed" : isRegion(id) ? "dotted" : nil
    let paper = clusterPaper(id)
    let style = ["rounded", edge, paper.map { _ in "filled" }].compactMap(\.self)
    let shown = style.count == 1 ? style[0] : "\"\(style.joined(separator: ","))\""
    let border = "style=\(shown)" + (paper.map { "; fillcolor=\"\($0)\"" } ?? "")
    var lines = ["\(pad)subgraph cluster_s\(id.index) {"]
    lines.append(
      "\(pad)  label=\(labelText(id)); \(border); color=\"\(clusterColor(id))\"; labeljust=l;")
    lines += folding.children(of: id).flatMap { nodeLines($0, depth: depth + 1) }
    if state.kind == .compound { lines += initialLines(of: id, depth: depth + 1) }
    return lines + ["\(pad)}"]
  }

  private func initialLines(of id: ID<State>, depth: Int) -> [String] {
    let pad = String(repeating: "  ", count: depth)
    let dot = "i\(id.index)"
    return ["\(pad)\(dot) [shape=point, width=0.12, label=\"\", fillcolor=\"#4a5a68\"];"]
      + chart.states[id].initial.map(folding.box).map { target in
        "\(pad)\(dot) -> \(anchor(target))\(Self.attributes(heads(nil, target)));"
      }
  }

  private func arrowLines(_ arrow: Arrow) -> [String] {
    var attributes: [String] = []
    let label = arrow.lines.filter { !$0.isEmpty }
    if !label.isEmpty { attributes.append("label=\(Self.quotedLines(label))") }
    if arrow.isTimed { attributes.append("style=dashed") }
    if arrow.wasTaken { attributes += ["color=\"#b36b00\"", "penwidth=2.2"] }
    // A transition of the root itself starts from a box of its own, drawn once.
    if arrow.from == chart.root {
      return ["  any -> \(anchor(arrow.to))\(Self.attributes(attributes + heads(nil, arrow.to)));"]
    }
    attributes += heads(arrow.from, arrow.to)
    return ["  \(anchor(arrow.from)) -> \(anchor(arrow.to))\(Self.attributes(attributes));"]
  }

  /// A cluster cannot be an arrow's end: its first leaf is, and the arrow is cut at the border.
  private func anchor(_ id: ID<State>) -> String {
    var leaf = id
    while let first = folding.children(of: leaf).first { leaf = first }
    return "s\(leaf.index)"
  }

  private func heads(_ from: ID<State>?, _ to: ID<State>) -> [String] {
    var result: [String] = []
    if let from, from != to, !folding.children(of: from).isEmpty {
      result.append("ltail=cluster_s\(from.index)")
    }
    if !folding.children(of: to).isEmpty, from != to, from.map({ !isInside($0, to) }) ?? true {
      result.append("lhead=cluster_s\(to.index)")
    }
    return result
  }

  private func isInside(_ state: ID<State>, _ outer: ID<State>) -> Bool {
    var next: ID<State>? = chart.states[state].parent
    while let parent = next {
      if parent == outer { return true }
      next = chart.states[parent].parent
    }
    return false
  }

  private func shape(_ id: ID<State>) -> [String] {
    switch chart.states[id].kind {
    case .final: ["peripheries=2"]
    case .shallowHistory, .deepHistory: ["shape=circle", "width=0.3", "fixedsize=true"]
    case .atomic, .compound, .parallel: []
    }
  }

  private func fill(_ id: ID<State>) -> [String] {
    if marks.active.contains(id) {
      return ["fillcolor=\"#ffe08a\"", "color=\"#b36b00\"", "penwidth=2.5"]
    }
    if marks.visited.contains(id) { return ["fillcolor=\"#eef4e8\""] }
    if chart.states[id].part == .scaffold {
      return ["fillcolor=\"#f4f4f4\"", "color=\"#9aa5b0\"", "fontcolor=\"#6b7680\"", "fontsize=10"]
    }
    return slots.hasSlots && slots.isPlace(id) ? ["fillcolor=\"\(Self.placeInk)\""] : []
  }

  /// What stands in a slot lies on paper of its own.
  private func clusterPaper(_ id: ID<State>) -> String? {
    switch chart.states[id].part {
    case .slot: "#fbf6ea"
    case .work, .level, .script: slots.isPlace(id) ? "#f3f8fe" : nil
    case .consent, .scaffold, .outcome, nil: nil
    }
  }

  private static let placeInk = "#d8e8fb"

  /// Says what the two colours mean, where there are slots.
  private var legend: [String] {
    guard slots.hasSlots else { return [] }
    let isChinese = language == .chinese
    return [
      "  subgraph cluster_legend {",
      "    label=\(Self.quoted(isChinese ? "图例" : "legend")); style=rounded; "
        + "color=\"#8a99a8\"; labeljust=l;",
      "    legend_base [label=\(Self.quoted(isChinese ? "共同流程" : "common course"))];",
      "    legend_place [label=\(Self.quoted(isChinese ? "本地内容" : "the place's content")), "
        + "fillcolor=\"\(Self.placeInk)\"];",
      "  }",
    ]
  }

  private func clusterColor(_ id: ID<State>) -> String {
    marks.active.contains(id) ? "#b36b00" : "#8a99a8"
  }

  private func labelText(_ id: ID<State>) -> String { Self.quotedLines(label(id)) }

  private static func attributes(_ attributes: [String]) -> String {
    attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
  }

  private static func quoted(_ text: String) -> String { quotedLines([text]) }

  private static func quotedLines(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      line.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : $0.isNewline ? " " : String($0) }.joined()
    }
    return "\"\(escaped.joined(separator: "\\n"))\""
  }
}
