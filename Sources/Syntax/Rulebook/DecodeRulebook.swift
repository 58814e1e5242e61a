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
