internal import Engine
internal import Model
internal import SourceText

// States drawn as one.
extension Sketch {
  /// A transition out of a stand-in: it does what some transition inside of the fold may do.
  struct Image {
    var fold: Int
    /// Nil for nothing.
    var event: ID<Event>?
    var isFirst: Bool
    /// Whether it is held up where what it asks is unknown.
    var mayWait: Bool
    /// Whether it stays in the fold.
    var stays: Bool
  }

  /// Which states are drawn as one.
  ///
  /// - Parameter spared: states that are to stay as they are.
  func folding(_ chart: Statechart, sparing spared: Set<ID<State>>) -> [Fold] {
    let spoken: [ID<State>] =
      switch invariant.kind {
      case .never, .canEnd: []
      case .requires(let states, _): states
      case .leadsTo(let states, _, let targets): states + targets
      case .within(let wait): wait.entering + wait.to
      }
    return Folding(
      chart, reads, spared: spared,
      spoken: spoken + clocks.flatMap { $0.clock.needed + $0.clock.halted }, conditions,
      touches: { action in
        action.assignmentsWithin.contains { assignment in
          switch assignment.target {
          case .variable(let id): kept[id] != nil
          case .fact(let id): visible.contains(id)
          }
        } || action.raisedWithin.contains { !silent.contains($0) } || touchesClocks(action)
      }
    ).folds()
  }

  /// The chart with these states drawn as one. What is inside loses its transitions; the stand-in
  /// gets an image of each.
  mutating func fold(_ chart: Statechart) -> Statechart {
    var folded = chart
    for (index, fold) in folds.enumerated() {
      for id in fold.hidden.union([fold.standIn]) {
        folded.states[id].transitions = []
        folded.states[id].entry = []
        folded.states[id].exit = []
        folded.states[id].initialActions = []
      }
      folded.states[fold.whole].kind = .compound
      folded.states[fold.whole].children = [fold.standIn] + fold.ends
      folded.states[fold.whole].initial = [fold.standIn]
      folded.states[fold.standIn].kind = .atomic
      folded.states[fold.standIn].children = []
      folded.states[fold.standIn].initial = []
      addImages(fold, index, of: chart, to: &folded)
    }
    for id in folded.transitions.ids {
      folded.transitions[id].targets = folds.targets(folded.transitions[id].targets)
    }
    for id in folded.states.ids {
      folded.states[id].initial = folds.targets(folded.states[id].initial)
    }
    return folded
  }

  private mutating func addImages(
    _ fold: Fold, _ index: Int, of chart: Statechart, to folded: inout Statechart
  ) {
    let inside = fold.hidden.union([fold.standIn])
    let like = alike(in: inside, chart)
    // Ids are in document order, as are a state's transitions; order among images does not matter.
    for id in chart.transitions.ids where inside.contains(chart.transitions[id].source) {
      let original = chart.transitions[id]
      var seen: Set<ID<Event>?> = []
      for mark in original.marks {
        let event = mark.flatMap { isMadeInside($0, inside) ? nil : like[$0] ?? $0 }
        guard seen.insert(event).inserted else { continue }
        var image = original
        image.source = fold.standIn
        image.isInternal = false
        image.trigger = event.map { .events([$0], pattern: "") } ?? .always
        let drawn = folded.transitions.add(image)
        folded.states[fold.standIn].transitions.append(drawn)
        images[drawn] = Image(
          fold: index, event: event, isFirst: original.isFirst,
          mayWait: original.condition.map { reads.mayBeUnknown($0) } ?? false,
          stays: original.targets.allSatisfy(inside.contains))
      }
    }
  }

  /// Whether an event says that a state inside is done: nobody else raises it.
  private func isMadeInside(_ event: ID<Event>, _ inside: Set<ID<State>>) -> Bool {
    if case .done(let state) = original.events[event].origin {
      inside.contains(state)
    } else {
      false
    }
  }

  /// Events that are taken only inside of a fold, each with the one that stands for them all.
  private func alike(
    in inside: Set<ID<State>>, _ chart: Statechart
  ) -> [ID<Event>: ID<Event>] {
    var taken: Set<ID<Event>> = []
    var elsewhere: Set<ID<Event>> = []
    if let event = invariant.promisedEvent { elsewhere.insert(event) }
    elsewhere.formUnion(clocks.flatMap(\.stoppedBy))
    for transition in chart.transitions.elements {
      for event in transition.marks.compactMap(\.self) {
        if inside.contains(transition.source) {
          taken.insert(event)
        } else {
          elsewhere.insert(event)
        }
      }
    }
    let own = taken.subtracting(elsewhere).filter { event in
      if case .done = original.events[event].origin { false } else { true }
    }.sorted()
    return Dictionary(uniqueKeysWithValues: own.map { ($0, own[0]) })
  }
}

extension [Fold] {
  /// Where targets lie in what is drawn as one, the stand-in is their target.
  func targets(_ targets: [ID<State>]) -> [ID<State>] {
    var result: [ID<State>] = []
    for target in targets {
      let drawn = first { $0.hidden.contains(target) }?.standIn ?? target
      if !result.contains(drawn) { result.append(drawn) }
    }
    return result
  }

  /// What a configuration is in the drawing.
  func configuration(_ states: [ID<State>]) -> [ID<State>] {
    isEmpty ? states : targets(states).sorted()
  }
}
