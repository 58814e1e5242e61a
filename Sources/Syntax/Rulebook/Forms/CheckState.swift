import SourceText

/// What a state is, told by its `type` and by the keys it has.
private enum StateKind {
  case atomic
  case compound
  case parallel
  case final
  case history
  case slot

  /// The keys that this kind does not take.
  var foreignKeys: [String] {
    switch self {
    case .atomic: ["initial", "states", "parallel", "done", "depth", "to", "data", "outcome"]
    case .compound: ["parallel", "depth", "to", "data", "outcome"]
    case .parallel: ["initial", "depth", "to", "data", "outcome"]
    case .final:
      [
        "initial", "states", "parallel", "on", "always", "after", "done", "depth", "to", "slot",
        "say", "ask",
      ]
    case .history:
      [
        "initial", "states", "parallel", "entry", "exit", "on", "always", "after", "done", "data",
        "slot", "say", "ask", "outcome",
      ]
    case .slot:
      ["initial", "states", "parallel", "done", "depth", "to", "data", "outcome", "type"]
    }
  }

  /// Keys of which this kind needs one.
  var neededKeys: [String] {
    switch self {
    case .atomic, .final, .slot: []
    case .compound: ["states"]
    case .parallel: ["parallel", "states"]
    case .history: ["to"]
    }
  }

  var noun: Bilingual {
    switch self {
    case .atomic: Bilingual(en: "a state without states in it", zh: "没有子状态的状态")
    case .compound: Bilingual(en: "a compound state", zh: "复合状态")
    case .parallel: Bilingual(en: "a parallel state", zh: "并行状态")
    case .final: Bilingual(en: "a final state", zh: "终态")
    case .history: Bilingual(en: "a history", zh: "历史状态")
    case .slot: Bilingual(en: "a state with a slot", zh: "接口状态")
    }
  }

  /// Where the keys that it does not take belong, if that is plain.
  var help: Bilingual? {
    guard self == .slot else { return nil }
    return Bilingual(
      en: "write what stands in the slot under `fill`, and under `on` where its outcomes lead",
      zh: "接口的内容请写在 `fill` 下，各结果的去向写在 `on` 下")
  }
}

/// What no single key of a state tells.
func checkState(
  _ written: WrittenKeys, _ state: inout StateTree, into diagnostics: inout Diagnostics
) {
  let kind = kind(of: state, written, into: &diagnostics)
  if kind == .parallel { state.isParallel = true }
  for key in kind.foreignKeys {
    if let entry = written[key] {
      diagnostics.report(.keyOfAnotherKind(entry, noun: kind.noun, help: kind.help))
    }
  }
  if let needed = kind.neededKeys.first, written.first(of: kind.neededKeys) == nil,
    let spec = Forms.state.outline.spec(of: needed)
  {
    diagnostics.report(.missingKey(spec, of: Forms.state.outline, in: written.slot))
  }
  reportEmptyStates(written, into: &diagnostics)
}

private func reportEmptyStates(_ written: WrittenKeys, into diagnostics: inout Diagnostics) {
  for key in ["states", "parallel"] {
    guard let entry = written[key], entry.value.mapping?.isEmpty == true,
      let spec = Forms.state.outline.spec(of: key)
    else { continue }
    diagnostics.report(.emptyValue(Slot(entry), needs: spec.shape))
  }
}

/// The root takes states or regions, and no history.
func checkWorkflow(
  _ written: WrittenKeys, _ root: StateTree, into diagnostics: inout Diagnostics
) {
  if let states = written["states"], let parallel = written["parallel"] {
    diagnostics.report(.stateOfTwoKinds(states, parallel))
  } else if written.first(of: ["states", "parallel"]) == nil, !written.slot.node.isFaulty,
    let states = Forms.workflow.outline.spec(of: "states")
  {
    diagnostics.report(.missingKey(states, of: Forms.workflow.outline, in: written.slot))
  }
  if root.isParallel, let initial = written["initial"] {
    diagnostics.report(.keyOfAnotherKind(initial, noun: StateKind.parallel.noun))
  }
  reportEmptyStates(written, into: &diagnostics)
  for state in root.states where state.type?.value == "history" {
    if let name = state.name { diagnostics.report(.misplacedHistory(name)) }
  }
}

private func kind(
  of state: StateTree, _ written: WrittenKeys, into diagnostics: inout Diagnostics
) -> StateKind {
  if state.slot != nil { return .slot }
  switch state.type?.value {
  case "final": return .final
  case "history": return .history
  case "atomic": return .atomic
  default: break
  }
  if let states = written["states"], let parallel = written["parallel"] {
    diagnostics.report(.stateOfTwoKinds(states, parallel))
    return .parallel
  }
  if state.isParallel, let type = written["type"], state.type?.value == "compound",
    let parallel = written["parallel"]
  {
    diagnostics.report(.stateOfTwoKinds(type, parallel))
  }
  if state.isParallel || state.type?.value == "parallel" { return .parallel }
  return written["states"] != nil || state.type?.value == "compound" ? .compound : .atomic
}
