import SourceText
import Syntax

/// Turns the forms of mediation into core (docs/mediation.md): a rulebook as written goes in, the
/// same rulebook in core sections alone comes out. Names are not resolved yet; what a form becomes
/// is led back to the form's own place.
///
/// Each form has a file of its own that extends this type. The sections of `mediation` stay in the
/// tree, for those who later tell about the rulebook in its own words.
struct FormsLowering {
  var tree: RulebookTree
  var diagnostics = Diagnostics()

  init(_ tree: RulebookTree) {
    self.tree = tree
  }

  /// Settings come first, since any term may name one; the screen last, since its transitions go
  /// before all others.
  mutating func run() {
    lowerSettings()
    lowerScales()
    lowerParties()
    lowerScripts()
    lowerSlots()
    lowerConsents()
    lowerRights()
    lowerMeasures()
    lowerScreen()
  }
}
