package import Model
import SourceText

/// What was looked at to tell that nothing said in confidence reaches a side that it is kept from
/// (FQ1309, docs/mediation.md: confidentiality).
///
/// A program that was compiled has passed the check: what a place of it tells all the same, it
/// tells by consent of the side that said it, or with a reason.
package struct SecrecyLook: Hashable, Sendable {
  /// Facts that are kept from a side.
  package var secrets: Int
  /// Papers that are filled in from the case.
  package var papers: Int
  /// Notices, and what all parties are told; those whose words are written out included, which say
  /// nothing of any fact.
  package var notices: Int
  /// How often a secret is told with a reason (`declassify`).
  package var declassified: Int

  /// Counts what the check has gone through.
  package init(_ program: Program) {
    secrets = program.facts.elements.count { $0.secrecy != nil }
    papers = program.documents.elements.count { $0.template != nil }
    notices = program.actions.count { action in
      switch action.kind {
      case .notify, .inform: true
      default: false
      }
    }
    declassified =
      (program.documents.elements.flatMap(\.declassified) + program.actions.flatMap(\.declassified))
      .count
  }
}
