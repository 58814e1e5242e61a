internal import Engine
internal import Model
internal import SourceText

/// The situations in which a wait goes on, and the clocks that end it (docs/verification.md,
/// waits).
struct WaitingRegion {
  let graph: WholeGraph
  let cases: CaseClocks
  /// Where the wait begins.
  private(set) var starts: [Int] = []
  /// All that may follow until it ends, in order of finding.
  private(set) var places: [Int] = []
  /// By situation of the wait: the clocks that surely lead on from it, the outermost first.
  private(set) var clocks: [Int: [TimedClock]] = [:]
  private var isInside: [Bool]
  /// Marks of the clocks that begin wherever the wait does.
  private var begun: Set<ID<Variable>>?
  private let wait: Invariant.Wait

  init(_ graph: WholeGraph, _ wait: Invariant.Wait, _ cases: CaseClocks) {
    self.graph = graph
    self.wait = wait
    self.cases = cases
    isInside = graph.situations.map { _ in false }
    findStarts()
    var next = 0
    while next < places.count {
      for edge in graph.edges[places[next]] {
        if let target = goesOn(edge) { take(target) }
      }
      next += 1
    }
    findClocks()
  }

  /// Where an edge leads on within the wait; nil where it ends it.
  func goesOn(_ edge: WholeGraph.Edge) -> Int? {
    guard edge.holds, let target = edge.target, !isOver(target) else { return nil }
    return target
  }

  func isOver(_ place: Int) -> Bool {
    wait.to.contains(where: graph.situations[place].configuration.contains)
  }

  private mutating func take(_ place: Int) {
    guard !isInside[place] else { return }
    isInside[place] = true
    places.append(place)
  }

  private mutating func findStarts() {
    var found: [Int] = wait.event == nil ? graph.openings.filter(isBegun) : []
    if !found.isEmpty { begun = [] }
    for (place, edges) in graph.edges.enumerated() {
      for edge in edges {
        guard let target = edge.target, edge.holds, begins(edge, from: place, to: target) else {
          continue
        }
        found.append(target)
        begun = begun?.intersection(edge.begun) ?? edge.begun
      }
    }
    for place in found where !isOver(place) && !isInside[place] {
      starts.append(place)
      take(place)
    }
  }

  func begins(_ edge: WholeGraph.Edge, from place: Int, to target: Int) -> Bool {
    wait.event == nil ? !isBegun(place) && isBegun(target) : edge.isTaken
  }

  private func isBegun(_ place: Int) -> Bool {
    wait.entering.contains(where: graph.situations[place].configuration.contains)
  }

  /// Events of time that lead on from a situation, none of which is sure to come.
  func unsure(at place: Int) -> [UnsureClock] {
    events(at: place).map { cases.unsure($0, in: graph.situations[place], graph.timed) }
  }

  /// Events of time that lead on from a situation.
  func events(at place: Int) -> [ID<Event>] {
    var found: [ID<Event>] = []
    for edge in graph.edges[place] where edge.target != place {
      guard let event = edge.event, !found.contains(event), cases.isOfTime(event) else { continue }
      found.append(event)
    }
    return found
  }

  /// Whether a clock begins with the wait and never stands still in it.
  func isFresh(_ clock: CaseClock) -> Bool {
    guard let mark = graph.timed.first(where: { $0.clock == clock })?.mark else { return false }
    return begun?.contains(mark) == true
      && places.allSatisfy { place in
        !clock.halted.contains(where: graph.situations[place].configuration.contains)
      }
  }

  private mutating func findClocks() {
    // What is not watched might have run out before, where it is ever let pass.
    let told = graph.timed.filter { clock in
      clock.running != nil
        || !graph.edges.joined().contains { graph.letsPass($0, clock) }
    }.sorted { $0.clock.owner.isAround($1.clock.owner) }
    for place in places { clocks[place] = told.filter { leadsOn($0, from: place) } }
  }

  /// Whether a clock surely runs where the wait goes on, and then ends it or goes on to where it
  /// does not run any more.
  private func leadsOn(_ clock: TimedClock, from place: Int) -> Bool {
    let situation = graph.situations[place]
    guard clock.isRunning(in: situation), !situation.isFinished else { return false }
    let fired = graph.fired(clock, at: place)
    return !fired.isEmpty && !graph.mayCircle(place) { $0 == clock.event }
      && fired.allSatisfy { edge in
        edge.target != nil && (goesOn(edge) == nil || !graph.letsPass(edge, clock))
      }
  }
}

extension CaseClock.Owner {
  /// Whether it comes before another: periods live on the case, states in each other, and what is
  /// sent or given at one point is within.
  fileprivate func isAround(_ other: CaseClock.Owner) -> Bool {
    switch (self, other) {
    case (.period(let one, _), .period(let two, _)): one < two
    case (.state(let one), .state(let two)): one < two
    default: rank < other.rank
    }
  }

  private var rank: Int {
    switch self {
    case .period: 0
    case .state: 1
    case .task, .send: 2
    }
  }
}
