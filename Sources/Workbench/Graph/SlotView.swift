internal import Model
internal import SourceText

/// What a drawing tells apart: the base's course, and what a place put into its slots.
struct SlotView {
  let program: Program
  let chart: Statechart
  /// The place's own files; nil where one rulebook alone is drawn.
  private let placeFiles: Set<SourceID>?

  init(_ program: Program, _ chart: Statechart, placeFiles: Set<SourceID>?) {
    self.program = program
    self.chart = chart
    self.placeFiles = placeFiles
  }

  /// Whether anything is told apart at all.
  var hasSlots: Bool { chart.states.elements.contains { $0.part != nil } }

  /// Whether a state is a place's own: written in one of its files, or, where there is one rulebook
  /// alone, standing in a slot.
  func isPlace(_ id: ID<State>) -> Bool {
    let state = chart.states[id]
    if let placeFiles { return placeFiles.contains(state.span.source) }
    switch state.part {
    case .slot, .consent, .outcome: return false
    case .work, .scaffold, .level, .script: return true
    case nil: return isInSlot(id)
    }
  }

  private func isInSlot(_ id: ID<State>) -> Bool {
    var around = chart.states[id].parent
    while let outer = around {
      if case .slot = chart.states[outer].part { return true }
      around = chart.states[outer].parent
    }
    return false
  }

  /// What stands under a state's name: the slot, or who sits at the level.
  func notes(on id: ID<State>, in language: Language) -> [String] {
    let isChinese = language == .chinese
    switch chart.states[id].part {
    case .slot(let name): return [isChinese ? "接口 \(name)" : "slot \(name)"]
    case .level(let name):
      let level = program.mediation.levels.first { $0.name == name }
      let seats = (level?.seats ?? []).map { seat in
        // A title in the other language alone tells a Chinese reader nothing new.
        let title = program.roles.elements.first { $0.name == seat }?.title
        guard let title, !isChinese || title.en != title.zh else { return seat }
        return title.text(in: language)
      }
      return seats.isEmpty ? [] : [seats.joined(separator: isChinese ? "、" : ", ")]
    case .consent, .work, .scaffold, .script, .outcome, nil: return []
    }
  }
}

// Ways that a form writes in a roundabout manner are drawn as what they mean.
extension SlotView {
  /// Whether a way is the machinery's alone: to the level where the case stands already, or an
  /// invitation that leads nowhere.
  func isHidden(_ transition: Transition) -> Bool {
    if case .script = chart.states[transition.source].part, transition.isFirst,
      transition.targets.isEmpty
    {
      return true
    }
    guard chart.states[transition.source].part == .scaffold, transition.trigger == .always,
      case .compare(.equal, let left, _) = transition.condition?.kind
    else { return false }
    return isVariable("current_level", left)
  }

  /// The box that an arrow starts from: the outcome that a door of a slot waits for.
  func source(of transition: Transition) -> ID<State> {
    outcome(awaitedBy: transition)?.state ?? transition.source
  }

  /// The box that it leads to: from a level upwards, the level that comes next.
  func target(_ target: ID<State>, of transition: Transition) -> ID<State> {
    guard chart.states[target].part == .work else { return target }
    return nextLevel(of: transition) ?? target
  }

  /// What is left of a condition beside what the arrow shows by itself; nil for nothing.
  func condition(of transition: Transition) -> Expression? {
    if let door = outcome(awaitedBy: transition) { return door.rest }
    if case .and(let left, let right) = transition.condition?.kind,
      chart.states[transition.source].part == .scaffold,
      case .compare(.notEqual, let variable, _) = left.kind, isVariable("current_level", variable)
    {
      return right
    }
    return transition.condition
  }

  /// Whether what triggers it is plain from where it starts.
  func showsTrigger(of transition: Transition) -> Bool { outcome(awaitedBy: transition) == nil }

  private func outcome(
    awaitedBy transition: Transition
  ) -> (state: ID<State>, rest: Expression?)? {
    guard case .slot = chart.states[transition.source].part else { return nil }
    switch transition.condition?.kind {
    case .inState(let id) where chart.states[id].part == .outcome: return (id, nil)
    case .and(let left, let right):
      guard case .inState(let id) = left.kind, chart.states[id].part == .outcome else {
        return nil
      }
      return (id, right)
    default: return nil
    }
  }

  private func nextLevel(of transition: Transition) -> ID<State>? {
    for action in transition.actions {
      guard case .set(let values) = action.kind else { continue }
      for value in values {
        guard case .variable(let id) = value.target, program.variables[id].name == "current_level",
          case .constant(.word(let type, let index)) = value.value.kind
        else { continue }
        let name = program.enumerations[type].words[index].name
        return chart.states.ids.first { chart.states[$0].part == .level(name) }
      }
    }
    return nil
  }

  private func isVariable(_ name: String, _ expression: Expression) -> Bool {
    guard case .variable(let id) = expression.kind else { return false }
    return program.variables[id].name == name
  }
}
