import SourceText
import Syntax

// Slots become compound states: what fills them, and a final state for each outcome.
extension FormsLowering {
  mutating func lowerSlots() {
    checkSlotNames()
    guard var workflow = tree.workflow else { return }
    var used: Set<String> = []
    fillSlots(in: &workflow, isRegion: false, &used)
    tree.workflow = workflow
    for slot in tree.mediation.slots where !used.contains(slot.name.value) {
      diagnostics.report(.unusedSlot(slot))
    }
  }

  private mutating func fillSlots(
    in state: inout StateTree, isRegion: Bool, _ used: inout Set<String>
  ) {
    for index in state.states.indices {
      fillSlots(in: &state.states[index], isRegion: state.isParallel, &used)
    }
    guard let name = state.slot else { return }
    guard let slot = slot(name) else { return }
    used.insert(slot.name.value)
    fill(&state, slot, isRegion: isRegion)
  }

  /// A slot by its name; a finding where there is none.
  private mutating func slot(_ name: Located<String>) -> SlotTree? {
    let slots = tree.mediation.slots
    if let slot = slots.first(where: { $0.name.value == name.value }) { return slot }
    diagnostics.report(
      .undeclared(.slot, name.value, among: slots.map(\.name.value), at: name.span))
    return nil
  }

  /// Names of slots, scripts and consents that other sections use.
  private mutating func checkSlotNames() {
    for fill in tree.mediation.fills { _ = slot(fill.slot) }
    let scripts = tree.mediation.scripts.map(\.name.value)
    for slot in tree.mediation.slots {
      if let standard = slot.standard, !scripts.contains(standard.value) {
        diagnostics.report(
          .undeclared(.script, standard.value, among: scripts, at: standard.span))
      }
      for need in slot.needs where !isConsent(need) {
        diagnostics.report(
          .undeclared(
            .consent, need.value, among: tree.mediation.consents.map(\.name.value), at: need.span))
      }
      for event in slot.reserved where !isKnown(event) {
        diagnostics.report(
          .undeclared(
            .event, event.value, among: (tree.events ?? []).map(\.name.value), at: event.span))
      }
    }
  }

  /// A consent, or a decision that an author wrote in its place.
  private func isConsent(_ name: Located<String>) -> Bool {
    tree.mediation.consents.contains { $0.name.value == name.value }
      || tree.decisions.contains { $0.name.value == name.value }
  }

  /// Whether an event is declared or made by a form; without an `events` section any may be.
  private func isKnown(_ event: Located<String>) -> Bool {
    guard let events = tree.events else { return true }
    let name = event.value
    let parts = name.split(separator: ".")
    if ["done", "overdue"].contains(parts.first) { return true }
    if parts.first == "expired" {
      return tree.periods.contains { "expired.\($0.name.value)" == name }
    }
    return events.contains { $0.name.value == name || $0.name.value.hasPrefix(name + ".") }
      || tree.mediation.rights.contains { $0.name.value == name }
      || tree.mediation.consents.contains { $0.name.value == parts.first.map(String.init) }
      || ["join", "choose_level"].contains(name)
  }
}

// One state.
extension FormsLowering {
  private mutating func fill(_ state: inout StateTree, _ slot: SlotTree, isRegion: Bool) {
    state.part = .slot(slot.name.value)
    state.slot = nil
    splitOutcomes(&state, slot)
    if !isRegion { reportUnanswered(state, slot) }
    var content = content(of: slot, at: state)
    if let needs = ConsentGate(slot, needs: slot.needs.filter(isConsent), tree.mediation) {
      state.states.append(needs.state(leadingTo: content.initial))
      needs.guardContent(&content.states)
      state.initial = .made(to: [ConsentGate.name], at: needs.span)
    } else {
      state.initial = content.initial
    }
    state.states += content.states
    for outcome in slot.gives {
      var final = StateTree.final(
        outcome.name.value, title: outcome.title, at: outcome.name.span)
      final.part = .outcome
      state.states.append(final)
    }
  }

  /// Outcomes in `on` become guards of `done`; the rest of `on` stays.
  private mutating func splitOutcomes(_ state: inout StateTree, _ slot: SlotTree) {
    var rest: [HandlerTree] = []
    for handler in state.on {
      var events: [Located<String>] = []
      for pattern in handler.patterns {
        guard let outcome = outcome(meantBy: pattern, slot) else {
          events.append(pattern)
          continue
        }
        let door = "in(\(outcome))"
        state.done += handler.transitions.map { transition in
          var transition = transition
          transition.condition =
            transition.condition?.wrapped("\(door) and (", ")") ?? .made(door, at: pattern.span)
          return transition
        }
      }
      if !events.isEmpty {
        rest.append(HandlerTree(patterns: events, transitions: handler.transitions))
      }
    }
    state.on = rest
  }

  /// The outcome that a word under `on` is; one that is no event and nearly an outcome is reported
  /// and taken for that.
  private mutating func outcome(meantBy word: Located<String>, _ slot: SlotTree) -> String? {
    let gives = slot.gives.map(\.name.value)
    if gives.contains(word.value) { return word.value }
    let isEvent = word.value == "otherwise" || word.value.hasSuffix("*") || isKnown(word)
    guard !isEvent, let meant = Suggestion.nearest(to: word.value, among: gives) else { return nil }
    diagnostics.report(.undeclared(.outcome, word.value, among: gives, at: word.span))
    return meant
  }

  private mutating func reportUnanswered(_ state: StateTree, _ slot: SlotTree) {
    for outcome in slot.gives {
      let door = "in(\(outcome.name.value))"
      if !state.done.contains(where: { $0.condition?.text.hasPrefix(door) == true }) {
        diagnostics.report(.outcomeUnanswered(outcome.name, state, slot))
      }
    }
  }

  /// What fills a slot; nothing, with a finding, where that is not said.
  private mutating func content(of slot: SlotTree, at state: StateTree) -> SlotContent {
    let mediation = tree.mediation
    if let fill = mediation.fills.first(where: { $0.slot.value == slot.name.value }) {
      return content(of: fill, slot)
    }
    if let standard = slot.standard {
      return scriptContent(.made(standard.value, at: standard.span), slot)
    }
    diagnostics.report(.unfilledSlot(slot, at: state.name?.span ?? state.span))
    return SlotContent(
      states: [], initial: .made(to: slot.gives.prefix(1).map(\.name.value), at: slot.span))
  }

  private mutating func content(of fill: FillTree, _ slot: SlotTree) -> SlotContent {
    guard let script = fill.script else {
      checkContent(fill.states, of: slot)
      let first = fill.states.first { $0.type?.value != "history" }?.name
      var start = TransitionTree(span: fill.span)
      start.targets = [first].compactMap(\.self)
      return SlotContent(states: fill.states, initial: fill.initial ?? start)
    }
    guard fill.hasLadder else { return scriptContent(script, slot) }
    return ladderContent(fill, script, slot)
  }
}

/// The states that fill a slot, and where they begin.
struct SlotContent {
  var states: [StateTree]
  var initial: TransitionTree
}
