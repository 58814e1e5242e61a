import SourceText
import Syntax

// What documents say of the parties, in names of roles.
extension FormsLowering {
  /// `every party` becomes the sides.
  mutating func lowerPapers() {
    for index in tree.documents.indices {
      tree.documents[index].to = roles(tree.documents[index].to)
      tree.documents[index].signedBy = roles(tree.documents[index].signedBy)
    }
  }
}
