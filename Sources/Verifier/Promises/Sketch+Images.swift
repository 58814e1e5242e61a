internal import Engine
internal import Model
internal import SourceText

// What a stand-in may do is one choice for each event: which of the images, or none.
extension Sketch {
  /// What may be done inside of a fold, where it is not known what is.
  private struct Stirring {
    /// Done on entering.
    var entering: [Action]
    /// Done by what leads from inside to inside.
    var moving: [Action]
    /// Whether leaving or entering something inside may have to wait for facts.
    var mayHalt: Bool

    var all: [Action] { entering + moving }
  }

  /// Gives the images their guards, one for all that do the same, and the stand-ins the actions
  /// that anything inside may carry out.
  mutating func drawImages(into drawn: inout Statechart) {
    guard let chart = original.chart else { return }
    let before = questions.count
    for fold in folds {
      let inside = fold.hidden.union([fold.standIn]).sorted()
      let exits = inside.flatMap { chart.states[$0].exit }
      let moves = chart.transitions.elements.filter { transition in
        inside.contains(transition.source) && transition.targets.allSatisfy(inside.contains)
      }
      let entering = smoothed(
        inside.flatMap { chart.states[$0].entry + chart.states[$0].initialActions })
      let moving = merged(
        moves.flatMap { move in
          granted = granting(move)
          defer { granted = [] }
          return smoothed(move.actions)
        })
      let leaving = smoothed(exits)
      let mayHalt = (entering + leaving).contains(where: isHalting)
      let stirring = Stirring(entering: entering, moving: moving, mayHalt: mayHalt)
      drawn.states[fold.standIn].entry = entering
      // What else is done inside at the same time changes something, too.
      drawn.states[fold.standIn].exit = leaving + moving.filter { !isHalting($0) }
      drawImages(of: fold, stirring, into: &drawn)
    }
    // Whatever happens may change what is possible inside.
    let choices = (before..<questions.count).map { ID<Fact>(original.facts.count + $0) }
    for id in drawn.attachedTransitions {
      let action = Action(.choose([]), basis: [], span: drawn.transitions[id].span)
      drawn.transitions[id].actions += choices.map { reopening($0, action) }
    }
  }

  private struct Mark: Hashable {
    var event: ID<Event>?
    var isFirst: Bool
  }

  private mutating func drawImages(
    of fold: Fold, _ stirring: Stirring, into drawn: inout Statechart
  ) {
    var groups: [(mark: Mark, images: [ID<Transition>])] = []
    for id in drawn.states[fold.standIn].transitions {
      guard let image = images[id] else { continue }
      let mark = Mark(event: image.event, isFirst: image.isFirst)
      if let place = groups.firstIndex(where: { $0.mark == mark }) {
        groups[place].images.append(id)
      } else {
        groups.append((mark, [id]))
      }
    }
    drawn.states[fold.standIn].transitions = []
    let elsewhere = heard(outside: fold, drawn)
    for (mark, ids) in groups {
      let mayHalt = ids.contains { id in
        let image = drawn.transitions[id]
        return image.actions.contains(where: isHalting)
          || stirring.mayHalt && !image.targets.isEmpty
      }
      let drops = !elsewhere.contains(mark.event) && !(mayHalt && mayHoldUp(mark.event))
      draw(
        ids, of: fold.standIn, stirring, drops: drops, mayHalt, mark.isFirst, into: &drawn)
    }
  }

  /// What triggers something outside of a fold that a transition inside might come before; nil for
  /// what leads elsewhere by itself.
  private func heard(outside fold: Fold, _ drawn: Statechart) -> Set<ID<Event>?> {
    var heard: Set<ID<Event>?> = []
    for transition in drawn.reachedTransitions where transition.source != fold.standIn {
      for mark in transition.marks {
        if let mark {
          heard.insert(mark)
        } else if !transition.isFirst, !transition.targets.isEmpty,
          drawn.mayBeActive(transition.source, with: fold.whole)
        {
          heard.insert(nil)
        }
      }
    }
    if let event = invariant.promisedEvent { heard.insert(event) }
    return heard
  }

  /// Whether other things have to wait where this cannot be done for want of facts.
  private func mayHoldUp(_ event: ID<Event>?) -> Bool {
    guard let event else { return true }
    switch original.events[event].origin {
    case .raised, .done: return true
    case .external, .timer, .expired, .overdue: return false
    }
  }

  /// - Parameter drops: whether moves that change nothing told outside need not be drawn.
  private mutating func draw(
    _ ids: [ID<Transition>], of standIn: ID<State>, _ stirring: Stirring, drops: Bool,
    _ mayHalt: Bool, _ isFirst: Bool, into drawn: inout Statechart
  ) {
    let isIdle = stirring.all.allSatisfy(opensNoMore)
    let told = ids.filter { id in
      let isQuiet = drawn.transitions[id].actions.allSatisfy(opensNoMore)
      return !(drops && isIdle && isQuiet && images[id]?.stays == true)
    }
    guard !told.isEmpty else { return }
    var seen: Set<String> = []
    let printer = ProgramText(program)
    let choice = addChoice()
    for id in told {
      let transition = drawn.transitions[id]
      let deeds = transition.actions.map { key(of: $0, printer) }
      guard seen.insert("\(transition.targets.map(\.index)) \(deeds)").inserted else { continue }
      let asked = Expression(.fact(choice), type: .integer, span: transition.span)
      let number = Expression(
        .constant(.number(Number(seen.count))), type: .integer, span: transition.span)
      drawn.transitions[id].condition = Expression(
        .compare(.equal, asked, number), type: .boolean, span: transition.span)
      // With targets the stand-in is left and entered anew, and does it then.
      if transition.targets.isEmpty { drawn.transitions[id].actions += stirring.all }
      drawn.states[standIn].transitions.append(id)
    }
    let mayWait = mayHalt || ids.contains { images[$0]?.mayWait == true }
    domains[choice.index] = (0...seen.count).map { .number(Number($0)) }
    if mayWait, !isFirst { domains[choice.index].append(nil) }
  }

  /// Whether an action does no more than what every move from state to state does.
  private func opensNoMore(_ action: Action) -> Bool {
    guard case .set(let assignments) = action.kind else { return isHalting(action) }
    return assignments.allSatisfy { assignment in
      guard case .fact(let fact) = assignment.target, fact.index >= original.facts.count else {
        return false
      }
      return dependants[fact.index - original.facts.count].isPassing
    }
  }

  /// A pseudo-fact that says which image is taken.
  private mutating func addChoice() -> ID<Fact> {
    let id = addQuestion(nil)
    program.facts[id].type = .optional(.integer)
    choices.insert(id)
    return id
  }

  /// What is left of actions where it is not known which of them are carried out.
  private mutating func smoothed(_ actions: [Action]) -> [Action] {
    merged(abstract(actions).flatMap { smoothed($0) })
  }

  private mutating func smoothed(_ action: Action) -> [Action] {
    switch action.kind {
    case .set(let assignments):
      return assignments.compactMap { assignment in
        if case .fact(let fact) = assignment.target { reopening(fact, action) } else { nil }
      }
    case .choose(let branches):
      if isHalting(action) { return [action] }
      let inner = branches.flatMap(\.actions).flatMap { smoothed($0) }
      return branches.contains { $0.condition.map(mayBeOpen) ?? false }
        ? [halting(action)] + inner : inner
    default: return []
    }
  }

  /// Each once, what may have to wait before all else.
  private func merged(_ actions: [Action]) -> [Action] {
    var opened: [ID<Fact>: Action] = [:]
    for action in actions {
      guard case .set(let assignments) = action.kind else { continue }
      for assignment in assignments {
        if case .fact(let fact) = assignment.target { opened[fact] = action }
      }
    }
    return Array(actions.filter(isHalting).prefix(1))
      + opened.keys.sorted().compactMap { opened[$0] }
  }

  /// Whether a condition of the sketch may be unknown.
  private func mayBeOpen(_ condition: Expression) -> Bool {
    var isOpen = false
    condition.walk { part in
      if case .fact(let fact) = part.kind, domains[fact.index].contains(nil) { isOpen = true }
    }
    return isOpen
  }
}

extension Statechart {
  /// Whether a state outside of another may be active while that is, so that what leads from
  /// either may rule out the other: it lies around it, or in another region.
  func mayBeActive(_ state: ID<State>, with whole: ID<State>) -> Bool {
    var around = whole
    while !isInside(state, around) {
      guard let parent = states[around].parent else { return true }
      around = parent
    }
    return around == state || states[around].kind == .parallel
  }
}
