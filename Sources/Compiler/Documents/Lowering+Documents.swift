import Model
import SourceText
import Syntax

// Papers that actions draft.
extension Lowering {
  mutating func lowerDocuments() {
    scanTemplates(tree.documents.compactMap(\.template))
    var names = DeclaredNames()
    for tree in tree.documents {
      names.declare(tree.name, as: .document, into: &diagnostics)
      _ = documents.add(lower(tree))
    }
  }

  private mutating func lower(_ tree: DocumentTree) -> Document {
    var document = Document(
      name: tree.name.value, title: title(tree.title, tree.name),
      needs: tree.needs.compactMap { fact($0) }, basis: bases(tree.basis), span: tree.name.span)
    document.blanks = tree.blanks.compactMap { fact($0) }
    document.to = tree.to.map(\.value)
    document.signedBy = tree.signedBy.map(\.value)
    document.declassified = declassifications(tree.declassified)
    document.copies = tree.copies?.bilingual
    document.template = tree.template.flatMap { template($0) }
    return document
  }
}
