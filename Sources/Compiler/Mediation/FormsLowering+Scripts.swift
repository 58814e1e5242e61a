import SourceText
import Syntax

// Scripts become states side by side, one of which is chosen.
extension FormsLowering {
  /// The type `script`.
  mutating func lowerScripts() {
    let scripts = tree.mediation.scripts
    guard let first = scripts.first else { return }
    add(
      EnumerationTree(
        name: .made("script", at: first.name.span),
        title: .made(en: "script", zh: "脚本", at: first.name.span), isOrdered: false,
        words: scripts.map { NamedTree(name: $0.name, title: $0.title) }),
      of: "scripts")
  }

  /// A slot that runs scripts alone.
  mutating func scriptContent(_ choice: ScalarText, _ slot: SlotTree) -> SlotContent {
    let region = scriptRegion(choice, slot, underLadder: false)
    return SlotContent(
      states: [region], initial: .made(to: ["script"], at: choice.span))
  }

  /// The state or region `script`: choosing, and the scripts that can be chosen.
  mutating func scriptRegion(
    _ choice: ScalarText, _ slot: SlotTree, underLadder: Bool
  ) -> StateTree {
    let scripts = tree.mediation.scripts
    let named = scripts.first { $0.name.value == choice.text }
    let chosen = named.map { [$0] } ?? scripts.filter { !isKept($0, from: slot) }
    if chosen.isEmpty, let first = choice.text.split(separator: ".").first {
      diagnostics.report(.undeclared(.script, String(first), among: [], at: choice.span))
    }
    var region = StateTree.made(
      "script", title: .made(en: "script", zh: "脚本", at: choice.span), at: choice.span)
    region.part = .scaffold
    if named == nil { region.states.append(choosing(choice, among: chosen, underLadder)) }
    for script in chosen {
      checkContent(script.steps, of: slot, underLadder: underLadder)
      let failure = underLadder ? slot.outcomeOfFailure?.value : nil
      region.states.append(state(of: script, failingBy: failure))
    }
    if underLadder {
      region.states.append(failed(leadingTo: named?.name.value ?? Self.choosingScript, choice.span))
    }
    reserveNames(
      of: chosen.map(\.name), against: [Self.choosingScript, Self.failed], at: choice.span,
      maker: Bilingual(en: "the choice of scripts", zh: "选定脚本的过程"))
    return region
  }

  /// Whether a script is another slot's own: its default, or the one it is filled with by name.
  /// Such a script is none of those that can be chosen here.
  private func isKept(_ script: ScriptTree, from slot: SlotTree) -> Bool {
    let name = script.name.value
    let keepers =
      tree.mediation.slots.filter { $0.standard?.value == name }.map(\.name.value)
      + tree.mediation.fills.filter { $0.script?.text == name }.map(\.slot.value)
    return !keepers.isEmpty && !keepers.contains(slot.name.value)
  }

  static let choosingScript = "choosing_script"
  static let failed = "failed"

  /// Waits until the script is decided. Under a ladder the level comes first, so that the choice
  /// may go by it.
  private mutating func choosing(
    _ choice: ScalarText, among scripts: [ScriptTree], _ underLadder: Bool
  ) -> StateTree {
    var state = StateTree.made(
      Self.choosingScript, title: .made(en: "choosing the script", zh: "选定调解法", at: choice.span),
      at: choice.span)
    state.part = .scaffold
    let level = underLadder ? "current_level != null and " : ""
    state.always = scripts.map { script in
      var way = TransitionTree(span: choice.span)
      way.condition = choice.compared(to: word(script.name.value, of: "script"), behind: level)
      way.targets = [script.name]
      return way
    }
    return state
  }

  /// A script as a state; under a ladder what leads to the outcome of failure is a failed run.
  private func state(of script: ScriptTree, failingBy failure: String?) -> StateTree {
    var state = StateTree(name: script.name, span: script.span)
    state.title = script.title
    state.part = .script(script.name.value)
    state.initial = script.initial
    state.states = script.steps
    if let failure {
      state.redirect { $0.value == failure ? Located(Self.failed, at: $0.span) : $0 }
    }
    Invitation(script, tree.mediation).send(from: &state)
    return state
  }

  /// A failed run counts, and the next begins.
  private func failed(leadingTo next: String, _ span: Span) -> StateTree {
    var state = StateTree.made(
      Self.failed, title: .made(en: "failed run", zh: "这一轮未成", at: span), at: span)
    state.part = .scaffold
    state.entry = [.set(["attempts": "attempts + 1"], at: span)]
    state.always = [.made(to: [next], at: span)]
    return state
  }

  /// A word of a type that a form made; with the type's name where the word alone means something
  /// else, too.
  func word(_ word: String, of type: String) -> String {
    let isTaken =
      tree.facts.contains { $0.name.value.hasBytes(of: word) }
      || tree.variables.contains { $0.name.value.hasBytes(of: word) }
      || tree.decisions.contains { $0.name.value.hasBytes(of: word) }
    return isTaken ? "\(type).\(word)" : word
  }
}

extension ScalarText {
  /// `EXPR = word`.
  func compared(to word: String, behind prefix: String = "") -> ScalarText {
    let isPath = text.unicodeScalars.allSatisfy {
      $0 == "." || $0 == "_" || $0.properties.isXIDContinue
    }
    return isPath
      ? wrapped(prefix, " = \(word)")
      : wrapped(prefix + "(", text.contains("//") ? "\n) = \(word)" : ") = \(word)")
  }
}

extension StateTree {
  /// Puts other targets in the place of those that transitions name, at any depth.
  mutating func redirect(_ turn: (Located<String>) -> Located<String>) {
    let turned = { (transition: TransitionTree) in
      var transition = transition
      transition.targets = transition.targets.map(turn)
      return transition
    }
    initial = initial.map(turned)
    historyDefault = historyDefault.map(turned)
    always = always.map(turned)
    done = done.map(turned)
    for index in on.indices { on[index].transitions = on[index].transitions.map(turned) }
    for index in after.indices { after[index].transitions = after[index].transitions.map(turned) }
    for index in states.indices { states[index].redirect(turn) }
  }
}
