import Model
import SourceText
import Syntax

// Papers that actions draft.
extension Lowering {
  /// Lets the papers be lowered while the workflow is. They need facts, decisions and laws; of them
  /// the workflow needs no more than their names, which the tree has.
  mutating func beginDocuments() {
    guard !tree.documents.isEmpty else { return }
    var blank = self
    blank.diagnostics = Diagnostics()
    let drafting = Meanwhile { [blank] in
      var drafting = blank
      drafting.lowerDocuments()
      return drafting
    }
    drafting.offer()
    self.drafting = drafting
  }

  /// Takes over the papers and all that was read for them. Whatever reads a file or a template
  /// calls this before.
  mutating func takeDocuments() {
    guard let drafted = drafting?.value else { return }
    drafting = nil
    loader = drafted.loader
    documents = drafted.documents
    templates = drafted.templates
    templateFiles = drafted.templateFiles
    templateFolders = drafted.templateFolders
    templateScans = drafted.templateScans
    diagnostics.report(contentsOf: drafted.diagnostics.all)
  }

  private mutating func lowerDocuments() {
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
