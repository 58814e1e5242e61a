internal import Engine
internal import Model
internal import SourceText

// The chart over the sketch's facts.
extension Sketch {
  mutating func draw(_ chart: Statechart) {
    var drawn = chart
    let idle = idleTellings(chart)
    for id in chart.attachedTransitions where images[id] == nil {
      let condition = chart.transitions[id].condition
      isInFirst = chart.transitions[id].isFirst
      drawn.transitions[id].condition = condition.map { abstract($0) }
      isInFirst = false
    }
    // Twice, since what one action asks another may change.
    drawActions(of: chart, into: &drawn)
    drawActions(of: chart, into: &drawn)
    for id in chart.states.ids {
      let state = chart.states[id]
      drawn.states[id].transitions = state.transitions.filter { !idle.contains($0) }
      drawn.states[id].delayed = []
      drawn.states[id].doneData = []
    }
    drawImages(into: &drawn)
    drawn.delayed = Arena()
    // A refusal would look for what could be done instead, which reads guards that do not matter.
    drawn.ignoresUnhandledEvents = true
    program.chart = drawn
    program.periods = Arena()
    for id in program.events.ids {
      program.events[id].payload = []
      program.events[id].roles = []
      if case .done = program.events[id].origin { continue }
      program.events[id].origin = .external
    }
  }

  private mutating func drawActions(of chart: Statechart, into drawn: inout Statechart) {
    for id in chart.attachedTransitions {
      let transition = chart.transitions[id]
      granted = granting(transition)
      drawn.transitions[id].actions = abstract(transition.actions)
      granted = []
      guard !transition.targets.isEmpty else { continue }
      drawn.transitions[id].actions += questions.indices.compactMap { place in
        guard dependants[place].isPassing else { return nil }
        let action = Action(.choose([]), basis: [], span: transition.span)
        return reopening(ID(original.facts.count + place), action)
      }
    }
    for id in chart.states.ids {
      let state = chart.states[id]
      drawn.states[id].entry = abstract(state.entry)
      drawn.states[id].exit = abstract(state.exit)
      drawn.states[id].initialActions = abstract(state.initialActions)
    }
  }

  /// What holds wherever a transition is taken.
  func granting(_ transition: Transition) -> Set<String> {
    Set((transition.condition?.operands(isAnd: true) ?? []).map { text.expression($0) })
  }

  /// `first` transitions that lead nowhere and only tell: what they set is read by such alone.
  private func idleTellings(_ chart: Statechart) -> Set<ID<Transition>> {
    let attached = chart.attachedTransitions
    var idle = Set(
      attached.filter { id in
        let transition = chart.transitions[id]
        return transition.isFirst && transition.targets.isEmpty
          && endless?.transitions.contains(id) != true
          && transition.actions.allSatisfy {
            onlyTells($0, under: transition) && !touchesClocks($0)
          }
      })
    while true {
      var read: Set<ID<Variable>> = []
      for id in attached where !idle.contains(id) {
        let transition = chart.transitions[id]
        for part in [transition.condition].compactMap(\.self)
          + transition.actions.flatMap(\.expressionsWithin)
        {
          read.formUnion(reads.variables(in: part))
        }
      }
      for condition in conditions { read.formUnion(reads.variables(in: condition)) }
      let before = idle.count
      idle = idle.filter { id in
        chart.transitions[id].actions.flatMap(\.assignmentsWithin).allSatisfy { assignment in
          if case .variable(let variable) = assignment.target {
            !read.contains(variable)
          } else {
            false
          }
        }
      }
      if idle.count == before { return idle }
    }
  }

  /// Whether an action tells something, whatever is known; what it asks, the guard has answered.
  private func onlyTells(_ action: Action, under transition: Transition) -> Bool {
    let branches: [Action.Branch]
    switch action.kind {
    case .set: return true
    case .notify(let notice), .inform(let notice):
      if case .computed(let words) = notice.text { return !reads.mayBeUnknown(words) }
      return true
    case .choose(let all): branches = all
    default: return false
    }
    let granted = (transition.condition?.operands(isAnd: true) ?? []).map { text.expression($0) }
    return branches.allSatisfy { branch in
      branch.condition.map { granted.contains(text.expression($0)) } ?? true
        && branch.actions.allSatisfy { onlyTells($0, under: transition) }
    }
  }

  mutating func abstract(
    _ actions: [Action], knowing known: Set<ID<Fact>> = []
  ) -> [Action] {
    actions.flatMap { abstract($0, knowing: known) }
  }

  private mutating func abstract(_ action: Action, knowing known: Set<ID<Fact>>) -> [Action] {
    drawn(action, knowing: known) + settings(by: action)
  }

  private mutating func drawn(_ action: Action, knowing known: Set<ID<Fact>>) -> [Action] {
    switch action.kind {
    case .set(let assignments): return set(assignments, action, knowing: known)
    case .raise(let event, let values):
      let raised = silent.contains(event) ? [] : [made(.raise(event, []), action)]
      return values.contains { reads.mayBeUnknown($0, knowing: known) }
        ? [halting(action)] + raised : raised
    case .decide(let decision): return reopening(action) { $0.decisions.contains(decision) }
    case .choose(let branches):
      var parts: [Action.Branch] = []
      for branch in branches {
        parts.append(
          Action.Branch(
            condition: branch.condition.map { abstract($0) },
            actions: abstract(
              branch.actions,
              knowing: known.union(branch.condition.map { reads.known(by: $0) } ?? []))))
      }
      guard parts.allSatisfy({ $0.actions.allSatisfy(isHalting) }) else {
        return [made(.choose(parts), action)]
      }
      let isSure =
        parts.allSatisfy(\.actions.isEmpty)
        && branches.compactMap(\.condition).allSatisfy {
          granted.contains(text.expression($0)) || !reads.mayBeUnknown($0, knowing: known)
        }
      return isSure ? [] : [halting(action)]
    case .notify(let notice), .inform(let notice):
      guard case .computed(let words) = notice.text, reads.mayBeUnknown(words, knowing: known)
      else { return [] }
      return [halting(action)]
    case .draft(let document):
      return mayBeHeldUp(original.documents[document], knowing: known) ? [halting(action)] : []
    case .send:
      return action.readingsWithin.contains { reads.mayBeUnknown($0, knowing: known) }
        ? [halting(action)] : []
    case .cancel, .task: return []
    }
  }

  private func made(_ kind: Action.Kind, _ action: Action) -> Action {
    Action(kind, basis: [], span: action.span)
  }

  /// What may have to wait for facts; then nothing of the microstep happens.
  mutating func halting(_ action: Action) -> Action {
    let id = byKey[Self.haltKey] ?? addQuestion(nil)
    byKey[Self.haltKey] = id
    let condition = Expression(.fact(id), type: .boolean, span: action.span)
    return made(.choose([.init(condition: condition, actions: [])]), action)
  }

  static let haltKey = "\u{1}halt"

  func isHalting(_ action: Action) -> Bool {
    guard case .choose(let branches) = action.kind, branches.count == 1,
      let halt = byKey[Self.haltKey]
    else { return false }
    return branches[0].condition?.kind == .fact(halt) && branches[0].actions.isEmpty
  }

  private func mayBeHeldUp(_ document: Document, knowing known: Set<ID<Fact>>) -> Bool {
    guard document.needs.allSatisfy(known.contains) else { return true }
    guard let template = document.template else { return false }
    return reads.mayStayOpen(template.parts, knowing: known.union(document.blanks))
  }

  private mutating func set(
    _ assignments: [Action.Assignment], _ action: Action, knowing known: Set<ID<Fact>>
  ) -> [Action] {
    let own = assignments.filter { assignment in
      switch assignment.target {
      case .variable(let id): kept[id] != nil
      case .fact(let id): visible.contains(id) && constants.value(of: assignment.value) != nil
      }
    }
    var variables: Set<ID<Variable>> = []
    var facts: Set<ID<Fact>> = []
    for assignment in assignments {
      switch assignment.target {
      case .variable(let id): variables.insert(id)
      case .fact(let id): facts.insert(id)
      }
    }
    var actions = own.isEmpty ? [] : [made(.set(own), action)]
    let isHeldUp = assignments.contains { reads.mayBeUnknown($0.value, knowing: known) }
    if isHeldUp { actions.insert(halting(action), at: 0) }
    for fact in facts where visible.contains(fact) {
      let isKept = own.contains { $0.target == .fact(fact) }
      if !isKept { actions.append(reopening(fact, action)) }
    }
    return actions
      + reopening(action) { asked in
        !asked.variables.isDisjoint(with: variables) || !asked.facts.isDisjoint(with: facts)
      }
  }

  /// Opens again all questions that an action may have changed.
  private func reopening(_ action: Action, where isMeant: (Dependants) -> Bool) -> [Action] {
    questions.indices.compactMap { place in
      guard questions[place] != nil, isMeant(dependants[place]) else { return nil }
      return reopening(ID(original.facts.count + place), action)
    }
  }

  func reopening(_ fact: ID<Fact>, _ action: Action) -> Action {
    let null = Expression(.constant(.null), type: .null, span: action.span)
    return made(.set([.init(target: .fact(fact), value: null)]), action)
  }
}
