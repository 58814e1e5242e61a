package import SourceText

/// Reads a rulebook's nodes by the keys of the language (docs/language.md).
///
/// Every fault is reported; the tree holds all that could be read. Names are checked for their form
/// and given as they should have been written; expressions, tests, terms and dates are left as
/// text.
package func decodeRulebook(
  _ node: YAMLNode, into diagnostics: inout Diagnostics
) -> RulebookTree {
  if FileKind.isOther(than: .rulebook, node, into: &diagnostics) {
    return RulebookTree(span: node.span)
  }
  let reading = Reading<RulebookTree>.form(Forms.rulebook)
  return reading.read(Slot(root: node), &diagnostics) ?? RulebookTree(span: node.span)
}

/// Reads a further file of a rulebook (`include`): its sections. The keys of a header stand in the
/// rulebook's own file alone.
package func decodePart(
  _ node: YAMLNode, into diagnostics: inout Diagnostics
) -> RulebookTree {
  let header = node.mapping?.filter { Forms.ownKeys.contains($0.key.text) } ?? []
  if header.isEmpty, FileKind.isOther(than: .part, node, into: &diagnostics) {
    return RulebookTree(span: node.span)
  }
  for entry in header { diagnostics.report(.headerInPart(entry)) }
  let reading = Reading<RulebookTree>.form(Forms.part)
  let sections = node.without(header.map(\.key.text))
  return reading.read(Slot(root: sections), &diagnostics) ?? RulebookTree(span: node.span)
}

extension YAMLNode {
  /// A mapping without some of its entries.
  fileprivate func without(_ keys: [String]) -> YAMLNode {
    guard !keys.isEmpty, let entries = mapping else { return self }
    return YAMLNode(
      span: span, content: .mapping(entries.filter { !keys.contains($0.key.text) }),
      isFlow: isFlow, isFaulty: true)
  }
}
