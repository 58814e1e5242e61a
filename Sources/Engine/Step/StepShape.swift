package import Model
package import SourceText

/// What a transition leaves and enters where no history has a say: the same in every configuration,
/// but for what is not active and what is active already.
package struct StepShape: Hashable, Sendable {
  /// All that it may leave.
  package var exits: [ID<State>]
  /// All that it enters, in document order.
  package var entries: [ID<State>]
  /// Of these, compound states whose initial actions run.
  package var byDefault: [ID<State>]
}

extension Interpreter {
  /// The shape of a transition of a chart without history states.
  package func shape(of transition: ID<Transition>) -> StepShape {
    let stepper = Stepper(self, state: blank(opened: nil))
    guard let domain = stepper.domain(of: transition) else {
      return StepShape(exits: [], entries: [], byDefault: [])
    }
    let targets = chart.transitions[transition].targets
    var entries = EntrySet(queries: queries, history: stepper.state.history)
    entries.add(
      targets: targets, effective: stepper.effectiveTargets(targets), below: domain)
    return shape(exits: chart.states.ids.filter { queries.isDescendant($0, of: domain) }, entries)
  }

  /// What entering the workflow enters.
  package var openingShape: StepShape {
    var entries = EntrySet(queries: queries, history: blank(opened: nil).history)
    entries.addDescendants(chart.root)
    return shape(exits: [], entries)
  }

  private func shape(exits: [ID<State>], _ entries: EntrySet) -> StepShape {
    StepShape(
      exits: exits, entries: entries.states.sorted(), byDefault: entries.byDefault.sorted())
  }

  /// The transitions that an event, or none, may take from an atomic state, from it outwards and in
  /// document order: the first whose guard holds is taken.
  package func candidates(from atomic: ID<State>, for event: ID<Event>?) -> [ID<Transition>] {
    var found: [ID<Transition>] = []
    var next: ID<State>? = atomic
    while let source = next {
      let own = candidates[source.index]
      found += event.map { own.forEvent($0) } ?? own.eventless
      next = queries.parent(of: source)
    }
    return found
  }
}
