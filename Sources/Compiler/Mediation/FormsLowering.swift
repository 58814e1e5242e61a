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
  /// Events that forms make; they join the section `events` at the end.
  var madeEvents: [EventTree] = []
  /// Events that the root of the workflow takes for a form.
  var eventsAnywhere: [String] = []
  /// Events of rights, and the states that take them, as paths from the root.
  var eventsOfRights: [(event: String, path: [String])] = []
  /// By slot: the states that had it, as paths from the root.
  let statesOfSlots: [String: [[String]]]

  init(_ tree: RulebookTree) {
    self.tree = tree
    statesOfSlots = tree.workflow?.statesBySlot ?? [:]
  }

  /// Settings come first, since any term may name one; consents when all that brings people in is
  /// there; the screen last, since its transitions go before all others.
  mutating func run() {
    lowerSecrets()
    checkWorkflow()
    lowerSettings()
    lowerScales()
    lowerParties()
    lowerScripts()
    lowerLadder()
    lowerSlots()
    lowerConsents()
    checkJoining()
    lowerRights()
    lowerMeasures()
    lowerInvariants()
    lowerPapers()
    lowerScreen()
    checkRecipients()
    finishEvents()
  }
}

extension FormsLowering {
  /// What is answered or done by events needs a workflow that takes them.
  private mutating func checkWorkflow() {
    guard tree.workflow == nil else { return }
    let forms = tree.mediation
    if let name = forms.consents.first?.name { diagnostics.report(.formWithoutWorkflow(name)) }
    if let name = forms.rights.first?.name { diagnostics.report(.formWithoutWorkflow(name)) }
    tree.mediation.consents = []
    tree.mediation.rights = []
  }
}

extension Diagnostic {
  fileprivate static func formWithoutWorkflow(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .formWithoutWorkflow,
      Bilingual(
        en: "`\(name.value)` makes events, and the rulebook has no workflow to take them",
        zh: "`\(name.value)` 会生成事件，规则书却没有流程来接收"),
      at: name.span, help: Bilingual(en: "write a `workflow`", zh: "请写出 `workflow`"))
  }
}
