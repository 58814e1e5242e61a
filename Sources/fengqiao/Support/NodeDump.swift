internal import SourceText
internal import Syntax

/// YAML's tokens, one a line, and its nodes as an outline, with the place of each, for those who
/// work on the reader.
struct NodeDump {
  let sources: SourceMap

  func text(of node: YAMLNode) -> String { lines(of: node, 0).joined(separator: "\n") + "\n" }

  func text(of tokens: [YAMLToken]) -> String {
    tokens.map { token in
      place(token.span) + "  " + (token.anchor.map { "&\($0) " } ?? "") + token.words + "\n"
    }.joined()
  }

  private func lines(of node: YAMLNode, _ depth: Int) -> [String] {
    let head = pad(depth) + place(node.span) + "  "
    switch node.content {
    case .scalar(let scalar): return [head + "\(scalar.style) \(scalar.text.debugDescription)"]
    case .sequence(let items):
      return [head + "list"] + items.flatMap { lines(of: $0, depth + 1) }
    case .mapping(let entries):
      return [head + "mapping"]
        + entries.flatMap { entry in
          [pad(depth + 1) + place(entry.key.span) + "  key \(entry.key.text.debugDescription)"]
            + lines(of: entry.value, depth + 2)
        }
    }
  }

  private func pad(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  private func place(_ span: Span) -> String {
    let file = sources[span.source]
    let start = file.lines.position(at: Int(span.start), in: file.bytes)
    let end = file.lines.position(at: Int(span.end), in: file.bytes)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }
}
