import SourceText
import Syntax

/// A tree on one line: what was read, without places, and without what was not said.
func showTree(_ tree: Any) -> String {
  switch tree {
  case let scalar as ScalarText: return scalar.text
  case let name as Located<String>: return name.value
  case let flag as Located<Bool>: return "\(flag.value)"
  case let text as String: return text
  case let flag as Bool: return "\(flag)"
  case let title as TitleTree: return show(title)
  default: break
  }
  let mirror = Mirror(reflecting: tree)
  switch mirror.displayStyle {
  case .optional: return mirror.children.first.map { showTree($0.value) } ?? "nil"
  case .collection:
    return "[" + mirror.children.map { showTree($0.value) }.joined(separator: ", ") + "]"
  case .enum: return showCase(mirror, tree)
  default: return "(" + showFields(mirror) + ")"
  }
}

private func show(_ title: TitleTree) -> String {
  guard title.zh?.span != title.en?.span else { return title.zh?.value ?? "" }
  return "zh \(title.zh?.value ?? "-") en \(title.en?.value ?? "-")"
}

private func showCase(_ mirror: Mirror, _ tree: Any) -> String {
  guard let payload = mirror.children.first else { return "\(tree)" }
  let content = Mirror(reflecting: payload.value)
  let isTuple = content.displayStyle == .tuple
  let shown = isTuple ? "(" + showFields(content) + ")" : showTree(payload.value)
  return "\(payload.label ?? "") \(shown)"
}

/// The fields that say something, behind their names.
private func showFields(_ mirror: Mirror) -> String {
  mirror.children.compactMap { field in
    if field.value is Span { return nil }
    let shown = showTree(field.value)
    guard !["nil", "[]", "false", "()"].contains(shown) else { return nil }
    guard let label = field.label, !label.hasPrefix(".") else { return shown }
    return "\(label): \(shown)"
  }.joined(separator: ", ")
}
