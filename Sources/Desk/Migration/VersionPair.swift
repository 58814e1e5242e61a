internal import Engine
internal import Model
internal import SourceText

/// Two versions of a rulebook and what people said of their differences: finds for a thing of the
/// old version what stands for it in the new one.
struct VersionPair: Sendable {
  let old: Program
  let new: Program
  let plan: MigrationPlan

  /// What stands for a thing of the old version.
  enum Counterpart<Thing> {
    case found(ID<Thing>)
    /// It was given up by name.
    case dropped
    case missing
  }

  /// By name, or by the name that the plan gives.
  func counterpart<Thing>(
    _ name: String, _ section: MigrationPlan.Section, in arena: Arena<Thing>,
    _ nameOf: (Thing) -> String
  ) -> Counterpart<Thing> {
    var wanted = name
    if let mapped = plan.names[section]?[name] {
      guard let mapped else { return .dropped }
      wanted = mapped
    }
    let place = arena.elements.firstIndex { nameOf($0) == wanted }
    return place.map { .found(ID($0)) } ?? .missing
  }

  /// Whether the plan names it, so that a change of its type is meant.
  func isNamed(_ name: String, _ section: MigrationPlan.Section) -> Bool {
    plan.names[section]?[name] != nil
  }

  func fact(_ id: ID<Fact>) -> Counterpart<Fact> {
    counterpart(old.facts[id].name, .facts, in: new.facts, \.name)
  }

  func period(_ id: ID<Period>) -> Counterpart<Period> {
    counterpart(old.periods[id].name, .periods, in: new.periods, \.name)
  }

  func decision(_ id: ID<Decision>) -> Counterpart<Decision> {
    counterpart(old.decisions[id].name, .decisions, in: new.decisions, \.name)
  }

  func document(_ id: ID<Document>) -> Counterpart<Document> {
    counterpart(old.documents[id].name, .documents, in: new.documents, \.name)
  }

  /// Events of a state, period or task follow these; the others go by their names.
  func event(_ id: ID<Event>) -> Counterpart<Event> {
    let event = old.events[id]
    let isOwn: (Event) -> Bool
    switch event.origin {
    case .done(let state):
      guard case .states(let states) = self.state(state), states.count == 1 else {
        return .missing
      }
      isOwn = { $0.origin == .done(states[0]) }
    case .expired(let period):
      guard case .found(let period) = self.period(period) else { return .missing }
      isOwn = { $0.origin == .expired(period) }
    case .timer(let delayed):
      guard let delayed = self.delayed(delayed) else { return .missing }
      isOwn = { $0.origin == .timer(delayed) }
    case .overdue, .external, .raised:
      return counterpart(event.name, .events, in: new.events, \.name)
    }
    return new.events.elements.firstIndex(where: isOwn).map { .found(ID($0)) } ?? .missing
  }
}

// States.
extension VersionPair {
  /// What stands for a state.
  enum Places: Hashable {
    /// At least one.
    case states([ID<State>])
    case dropped
    /// The plan names a state that the new version does not have.
    case unknown(String)
    case missing
  }

  /// By the plan, else below what stands for its parent, else by the name that it is known by.
  func state(_ id: ID<State>) -> Places {
    guard let chart = old.chart, let newChart = new.chart else { return .missing }
    if id == chart.root { return .states([newChart.root]) }
    let state = chart.states[id]
    if let names = plan.states[state.path] ?? plan.states[chart.fullPath(of: id)] {
      var found: [ID<State>] = []
      for name in names {
        guard let place = newChart.state(called: name) else { return .unknown(name) }
        found.append(place)
      }
      return found.isEmpty ? .dropped : .states(found)
    }
    if let parent = state.parent, case .states(let around) = self.state(parent),
      around.count == 1,
      let child = newChart.states[around[0]].children.first(where: {
        newChart.states[$0].name == state.name
      })
    {
      return .states([child])
    }
    return newChart.state(called: state.path).map { .states([$0]) } ?? .missing
  }

  /// The `after` that stands for one: at the state that stands for its state, the one in its place,
  /// or, where there are more or fewer there, the first of the same length.
  func delayed(_ id: ID<DelayedTransition>) -> ID<DelayedTransition>? {
    guard let chart = old.chart, let newChart = new.chart else { return nil }
    let own = chart.states[chart.delayed[id].state].delayed
    guard case .states(let states) = state(chart.delayed[id].state), states.count == 1,
      let place = own.firstIndex(of: id)
    else { return nil }
    let others = newChart.states[states[0]].delayed
    if others.count == own.count { return others[place] }
    guard case .term(let term) = chart.delayed[id].delay else { return nil }
    return others.first { newChart.delayed[$0].delay == .term(term) }
  }
}
