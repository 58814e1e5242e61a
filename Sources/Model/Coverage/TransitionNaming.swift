internal import SourceText

/// Names transitions for people: `首次 police_failed -> 再次`; what a form of mediation made is named
/// by the form's own words (docs/coverage.md lists them).
struct TransitionNaming {
  let program: Program
  let chart: Statechart
  /// How a state is called: its path or its plain name.
  let label: (State) -> String

  /// A transition's name, and the form that made it.
  struct Name {
    var words: String
    var form: Bilingual?
  }

  func name(of id: ID<Transition>) -> Name {
    let transition = chart.transitions[id]
    let source = chart.states[transition.source]
    if let line = program.mediation.redLine(of: transition) {
      return Name(words: line.name, form: .redLine)
    }
    return nameOfGate(transition, source) ?? nameOfChoice(id, transition, source)
      ?? nameInLadder(transition, source) ?? nameOfInvitation(transition, source)
      ?? nameOfOutcome(transition, source) ?? nameOfMadeEvent(transition)
      ?? Name(words: words(transition))
  }

  /// `SOURCE TRIGGER -> TARGET`, without what there is not.
  private func words(
    _ transition: Transition, trigger: String? = nil, target: String? = nil
  ) -> String {
    let written =
      switch transition.trigger {
      case .always: "always"
      case .events(_, let pattern): pattern
      }
    let targets = transition.targets.map(nameOfTarget).joined(separator: ", ")
    let end = target ?? targets
    let start = [label(chart.states[transition.source]), trigger ?? written]
    return start.filter { !$0.isEmpty }.joined(separator: " ") + (end.isEmpty ? "" : " -> \(end)")
  }

  /// Under a ladder a script's way to the outcome of failure leads to the next run; its author
  /// wrote the outcome.
  private func nameOfTarget(_ id: ID<State>) -> String {
    let target = chart.states[id]
    guard target.name == "failed", target.part == .scaffold, let slot = slotState(around: id) else {
      return label(target)
    }
    let outcomes = chart.states[slot].children.map { chart.states[$0] }.filter {
      $0.part == .outcome
    }
    let failure = outcomes.first { $0.name == "not_agreed" } ?? outcomes.last
    return failure.map(label) ?? label(target)
  }

  /// The state of the slot that a state is in.
  private func slot(around state: ID<State>) -> String {
    slotState(around: state).map { label(chart.states[$0]) } ?? ""
  }

  private func slotState(around state: ID<State>) -> ID<State>? {
    var next: ID<State>? = state
    while let id = next {
      if case .slot = chart.states[id].part { return id }
      next = chart.states[id].parent
    }
    return nil
  }
}

// Slots and what stands before and behind their content.
extension TransitionNaming {
  private func nameOfGate(_ transition: Transition, _ source: State) -> Name? {
    let slot = slot(around: transition.source)
    let target = transition.targets.first.map { chart.states[$0] }
    if transition.isFirst, target?.part == .consent {
      return Name(words: "\(slot) consent missing", form: .consents)
    }
    guard source.part == .consent else { return nil }
    guard target?.part == .outcome else {
      return Name(words: "\(slot) consent given", form: .consents)
    }
    var asked: [String] = []
    transition.condition?.walk { part in
      if case .decision(let id) = part.kind { asked.append(program.decisions[id].name) }
    }
    return Name(words: "\(slot) \(asked.first ?? "consent") refused", form: .consents)
  }

  /// What an outcome of a slot leads to.
  private func nameOfOutcome(_ transition: Transition, _ source: State) -> Name? {
    guard case .slot = source.part, case .events(_, pattern: "done") = transition.trigger else {
      return nil
    }
    var outcome: String?
    transition.condition?.walk { part in
      if case .inState(let id) = part.kind, outcome == nil, chart.states[id].part == .outcome {
        outcome = chart.states[id].name
      }
    }
    return outcome.map { Name(words: words(transition, trigger: $0), form: .outcome) }
  }

  private func nameOfInvitation(_ transition: Transition, _ source: State) -> Name? {
    guard case .script = source.part, transition.isFirst, transition.targets.isEmpty else {
      return nil
    }
    return Name(words: "\(label(source)) invite", form: .scripts)
  }
}

// Ladder and scripts.
extension TransitionNaming {
  /// Where work begins: at which level, by which script.
  private func nameOfChoice(
    _ id: ID<Transition>, _ transition: Transition, _ source: State
  ) -> Name? {
    guard source.part == .scaffold, let target = transition.targets.first else { return nil }
    let slot = slot(around: transition.source)
    let end = chart.states[target].name
    switch source.name {
    case "choosing_level":
      // First come the ways back to the level where a case stands, one for each level.
      let order = source.transitions.firstIndex(of: id) ?? 0
      let verb = order < program.mediation.levels.count ? "goes on at" : "starts at"
      return Name(words: "\(slot) \(verb) \(end)", form: .ladder)
    case "choosing_next":
      let level = levelReached(by: transition) ?? end
      return Name(words: "\(slot) choose_level -> \(level)", form: .ladder)
    case "choosing_script": return Name(words: "\(slot) script \(end)", form: .scripts)
    case "failed": return Name(words: "\(slot) another run", form: .scripts)
    default: return nil
    }
  }

  private func nameInLadder(_ transition: Transition, _ source: State) -> Name? {
    guard case .level = source.part else { return nil }
    var trigger: String?
    if case .events(let events, _) = transition.trigger, let event = events.first,
      case .timer = program.events[event].origin
    {
      trigger = "overdue"
    }
    return Name(
      words: words(transition, trigger: trigger, target: levelReached(by: transition)),
      form: .ladder)
  }

  /// The level that a move up sets.
  private func levelReached(by transition: Transition) -> String? {
    for action in transition.actions {
      guard case .set(let assignments) = action.kind else { continue }
      for assignment in assignments {
        guard case .variable(let variable) = assignment.target,
          program.variables[variable].name == "current_level",
          case .constant(.word(let type, let word)) = assignment.value.kind
        else { continue }
        return program.enumerations[type].words[word].name
      }
    }
    return nil
  }
}

// Events that forms made.
extension TransitionNaming {
  private func nameOfMadeEvent(_ transition: Transition) -> Name? {
    guard case .events(let events, _) = transition.trigger, let event = events.first else {
      return nil
    }
    let name = program.events[event].name
    if program.mediation.rights.contains(where: { $0.event == event }) {
      return Name(words: words(transition), form: .right)
    }
    guard transition.source == chart.root else { return nil }
    if name == "join", let side = sideJoined(by: transition) {
      return Name(words: "join \(side)", form: .parties)
    }
    let answers = ["agreed", "refused", "withdrawn"]
    let isAnswer = program.mediation.consents.contains { consent in
      answers.contains { name == "\(consent.name).\($0)" }
    }
    return isAnswer ? Name(words: words(transition), form: .consents) : nil
  }

  private func sideJoined(by transition: Transition) -> String? {
    guard case .set(let assignments)? = transition.actions.first?.kind,
      case .fact(let side)? = assignments.first?.target
    else { return nil }
    return program.facts[side].name
  }
}

extension Bilingual {
  fileprivate static let redLine = Bilingual(en: "red line", zh: "红线")
  fileprivate static let right = Bilingual(en: "right", zh: "权利")
  fileprivate static let consents = Bilingual(en: "consent", zh: "同意")
  fileprivate static let parties = Bilingual(en: "parties", zh: "当事人")
  fileprivate static let ladder = Bilingual(en: "ladder", zh: "层级")
  fileprivate static let scripts = Bilingual(en: "script", zh: "脚本")
  fileprivate static let outcome = Bilingual(en: "outcome", zh: "结果")
}
