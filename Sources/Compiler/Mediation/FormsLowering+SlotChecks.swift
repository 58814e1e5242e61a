import SourceText
import Syntax

// What may not stand in a slot.
extension FormsLowering {
  /// Checks states that fill a slot, at any depth. Where they lead is checked when names are
  /// resolved.
  mutating func checkContent(
    _ states: [StateTree], of slot: SlotTree, underLadder: Bool = false, isOutermost: Bool = true
  ) {
    let maker = Bilingual(
      en: "the slot `\(slot.name.value)`", zh: "接口 `\(slot.name.value)` ")
    for state in states {
      if let inner = state.slot { diagnostics.report(.slotInSlot(inner, slot)) }
      if let name = state.name {
        for outcome in slot.gives {
          reserveNames(
            of: [name], against: [outcome.name.value], at: outcome.name.span, maker: maker)
        }
        if let need = slot.needs.first {
          reserveNames(of: [name], against: [ConsentGate.name], at: need.span, maker: maker)
        }
        if underLadder {
          reserveNames(of: [name], against: [Self.failed], at: slot.name.span, maker: maker)
        }
        if isOutermost, state.type?.value == "final" {
          diagnostics.report(.finalInSlot(name, slot))
        }
      }
      for handler in state.on { reportReserved(handler.patterns, slot) }
      checkContent(state.states, of: slot, underLadder: underLadder, isOutermost: false)
    }
  }

  /// Reports patterns that would catch a reserved event. One that names a right's own event is
  /// reported with the right.
  mutating func reportReserved(_ patterns: [Located<String>], _ slot: SlotTree) {
    let rights = tree.mediation.rights.map(\.name.value)
    for pattern in patterns where !rights.contains(pattern.value) {
      if let event = slot.reserved.first(where: { pattern.value.catches($0.value) }) {
        diagnostics.report(.reservedEvent(pattern, event, slot))
      }
    }
  }
}

extension String {
  /// Whether an event pattern takes an event, or some of those that begin with its name.
  fileprivate func catches(_ event: String) -> Bool {
    if self == "*" || self == "otherwise" {
      return !["done", "expired", "overdue"].contains(event.split(separator: ".").first)
    }
    let stem = hasSuffix(".*") ? String(dropLast(2)) : self
    return stem == event || event.hasPrefix(stem + ".") || stem.hasPrefix(event + ".")
  }
}
