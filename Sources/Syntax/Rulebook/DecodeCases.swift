package import SourceText

/// Reads the nodes of a case file: one case, or `cases: […]`.
///
/// Every fault is reported; the trees hold all that could be read.
package func decodeCases(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> [CaseTree] {
  if FileKind.isOther(than: .cases, node, into: &diagnostics) { return [] }
  let slot = Slot(root: node)
  guard node["cases"] != nil else {
    return Reading<CaseTree>.form(Forms.caseFile).read(slot, &diagnostics).map { [$0] } ?? []
  }
  let cases = Reading<[CaseTree]>.form(Forms.caseList).read(slot, &diagnostics) ?? []
  reportDuplicates(
    of: cases.compactMap(\.id), noun: Bilingual(en: "the case", zh: "案件"), into: &diagnostics)
  return cases
}
