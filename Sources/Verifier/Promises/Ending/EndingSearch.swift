internal import Engine
internal import Model
internal import SourceText

/// Tells from which situations of a sketch a case surely can come to its end, and from which it
/// surely cannot (docs/verification.md, every case can end).
struct EndingSearch {
  /// What is known of the situations together.
  enum Outcome {
    /// From each there is a way that no case can be kept from.
    case allCanEnd
    /// From this one there is no way at all.
    case trapped(Int)
    /// It could not be told of this one.
    case open(Int)
  }

  private struct Deed: Hashable {
    var event: ID<Event>?
    var domains: [[Value?]]
  }

  /// How many microsteps one deed may come to; what comes to more does not count.
  private static let effortOfDeed = 4_000

  let graph: WholeGraph
  private let sure: SureFacts
  private let retelling: Retelling
  private let people: Set<ID<Event>>
  /// What may be due at once, in the step that set it.
  private let immediate: Set<ID<Event>>
  /// Of these, those by which a case might go round for ever.
  private let circling: Set<ID<Event>>
  private let clocks: [TimedClock]
  /// By situation: deeds that were looked into, and where they may lead; nil where they may be
  /// refused.
  private var known: [[Deed: Set<Int>?]]
  /// How many microsteps may still be looked at.
  private(set) var effortLeft: Int
  /// Whether a deed was given up because it may never come to rest.
  private(set) var hasCircled = false

  /// - Parameter effort: how many microsteps are looked at in all deeds together.
  init(_ graph: WholeGraph, _ chart: Statechart, _ calendar: WorkCalendar, effort: Int) {
    self.graph = graph
    effortLeft = effort
    sure = SureFacts(graph.sketch)
    retelling = Retelling(graph.sketch, chart, calendar)
    let original = graph.sketch.original
    people = Set(original.events.ids.filter { original.events[$0].origin == .external })
    immediate = original.immediateEvents
    circling = graph.sketch.endless?.immediateEvents ?? []
    clocks = graph.timed.filter(graph.isSure)
    known = graph.situations.map { _ in [:] }
  }

  /// States whose transitions might be taken again and again for ever.
  var circle: [ID<State>] { graph.sketch.endless?.sources.sorted() ?? [] }

  mutating func search() -> Outcome {
    let reach = mayEnd()
    if let trapped = reach.firstIndex(of: false) { return .trapped(trapped) }
    var can = graph.situations.map(\.isFinished)
    var hasMore = true
    while hasMore {
      hasMore = false
      // Those found last lead to the end soonest.
      for place in can.indices.reversed() where !can[place] {
        if surelyLeads(place, to: can) {
          can[place] = true
          hasMore = true
        }
      }
    }
    return can.firstIndex(of: false).map(Outcome.open) ?? .allCanEnd
  }

  /// By situation: whether any way of the sketch leads from it to the end.
  func mayEnd() -> [Bool] {
    var before = graph.situations.map { _ in [Int]() }
    for (place, edges) in graph.edges.enumerated() {
      for target in edges.compactMap(\.target) { before[target].append(place) }
    }
    var reach = graph.situations.map(\.isFinished)
    var open = reach.indices.filter { reach[$0] }
    while let next = open.popLast() {
      for place in before[next] where !reach[place] {
        reach[place] = true
        open.append(place)
      }
    }
    return reach
  }

  /// Whether there is something to do, or waiting, that leads to one of these, whatever the case
  /// is.
  private mutating func surelyLeads(_ place: Int, to can: [Bool]) -> Bool {
    if waitingLeads(place, to: can) { return true }
    for edge in graph.edges[place] {
      guard let target = edge.target, can[target], edge.event.map(people.contains) ?? true,
        !edge.choices.contains(where: { $0.value == nil })
      else { continue }
      for deed in deeds(of: edge, at: place) {
        if let targets = outcomes(of: deed, at: place), isSafe(targets, can) { return true }
      }
    }
    return false
  }

  /// Whether a clock is sure to run here and all that time may bring leads to one of these.
  private func waitingLeads(_ place: Int, to can: [Bool]) -> Bool {
    guard clocks.contains(where: { $0.isRunning(in: graph.situations[place]) }) else {
      return false
    }
    guard !graph.mayCircle(place, by: { !people.contains($0) }) else { return false }
    let fired = graph.edges[place].filter { $0.event.map { !people.contains($0) } ?? false }
    let targets = fired.compactMap(\.target)
    return targets.count == fired.count && isSafe(Set(targets), can)
  }

  /// Whether an end can be reached from each of these, and from all that what is due at once makes
  /// of them.
  private func isSafe(_ targets: Set<Int>, _ can: [Bool]) -> Bool {
    var seen = targets
    var open = Array(targets)
    while let next = open.popLast() {
      guard can[next] else { return false }
      for edge in graph.edges[next] where edge.event.map(immediate.contains) ?? false {
        if let event = edge.event, circling.contains(event) { return false }
        if let target = edge.target, seen.insert(target).inserted { open.append(target) }
      }
    }
    return true
  }

  /// Facts to state with an event so that it goes the way of an edge.
  private func deeds(of edge: WholeGraph.Edge, at place: Int) -> [Deed] {
    var state = graph.interpreter.blank(opened: nil)
    state.facts = Array(state.facts.prefix(graph.sketch.original.facts.count))
    state.configuration = graph.situations[place].configuration
    let step = SituationGraph.Step(event: edge.event, choices: edge.choices, configuration: [])
    return retelling.assignments(for: step, in: state, event: edge.event).compactMap { stated in
      sure.domains(stating: stated, event: edge.event).map {
        Deed(event: edge.event, domains: $0)
      }
    }
  }

  private mutating func outcomes(of deed: Deed, at place: Int) -> Set<Int>? {
    if let known = known[place][deed] { return known }
    let effort = min(effortLeft, Self.effortOfDeed)
    guard effort > 0 else { return nil }
    let steps = SketchSteps(graph.interpreter, domains: deed.domains, effort: effort)
    var targets: Set<Int> = []
    var isSure = true
    let mayCircle = steps.step(graph.situations[place], deed.event) { result in
      guard result.refusal == nil, let target = graph.place(of: result.state) else {
        isSure = false
        return
      }
      targets.insert(target)
    }
    effortLeft -= effort - max(0, steps.tape.effortLeft)
    // What might never come to rest is no way out, unless it is known to.
    if mayCircle, graph.sketch.endless != nil {
      isSure = false
      hasCircled = true
    }
    let outcomes = isSure && !steps.isSpent ? targets : nil
    known[place][deed] = .some(outcomes)
    return outcomes
  }
}

extension Program {
  /// Events that time makes and that may be due the moment they are set: periods, whose start may
  /// be stated late, and delays and terms that are computed, or nothing.
  var immediateEvents: Set<ID<Event>> {
    var sent: Set<ID<Event>> = []
    for action in (chart?.allActions ?? []).flatMap(\.allWithin) {
      switch action.kind {
      case .send(let send):
        if send.delay.map(\.mayBeNothing) ?? true { sent.insert(send.event) }
      case .task(let order):
        if let overdue = order.overdue, order.within?.amount == 0 { sent.insert(overdue) }
      default: break
      }
    }
    return sent.union(
      events.ids.filter { event in
        switch events[event].origin {
        case .expired: true
        case .timer(let timer): chart?.delayed[timer].delay.mayBeNothing ?? true
        default: false
        }
      })
  }
}

extension Delay {
  fileprivate var mayBeNothing: Bool {
    if case .term(let term) = self { term.amount == 0 } else { true }
  }
}
