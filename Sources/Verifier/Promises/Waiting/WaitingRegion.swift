internal import Engine
internal import Model
internal import SourceText

/// The situations in which a wait goes on, and the clocks that end it (docs/verification.md,
/// waits).
struct WaitingRegion {
  /// How the wait may go on from a situation while one clock runs.
  struct Stay {
    var clock: WholeGraph.Timed
    /// Where the next stay may begin.
    var next: [Int]
  }

  let graph: WholeGraph
  /// Where the wait begins.
  private(set) var starts: [Int] = []
  /// All that may follow until it ends, in order of finding.
  private(set) var places: [Int] = []
  private var isInside: [Bool]
  private let wait: Invariant.Wait

  init(_ graph: WholeGraph, _ wait: Invariant.Wait) {
    self.graph = graph
    self.wait = wait
    isInside = graph.situations.map { _ in false }
    findStarts()
    var next = 0
    while next < places.count {
      for edge in graph.edges[places[next]] {
        if let target = goesOn(edge) { take(target) }
      }
      next += 1
    }
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
    for (place, edges) in graph.edges.enumerated() {
      for edge in edges {
        guard let target = edge.target, edge.holds, begins(edge, from: place, to: target) else {
          continue
        }
        found.append(target)
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
  func unsure(at place: Int) -> [ID<Event>] {
    let events = graph.sketch.original.events
    var found: [ID<Event>] = []
    for edge in graph.edges[place] where edge.target != place {
      guard let event = edge.event, !found.contains(event) else { continue }
      switch events[event].origin {
      case .timer, .expired, .overdue: found.append(event)
      case .external, .raised, .done: break
      }
    }
    return found
  }

  /// The clocks that surely lead on while the wait goes on.
  var clocks: [WholeGraph.Timed] {
    graph.timed.filter { clock in
      places.allSatisfy { place in
        let situation = graph.situations[place]
        guard situation.configuration.contains(clock.state), !situation.isFinished else {
          return true
        }
        let fired = graph.edges[place].filter { $0.event == clock.event }
        return !fired.isEmpty && !graph.mayCircle(place) { $0 == clock.event }
          && fired.allSatisfy { edge in
            guard let target = edge.target else { return false }
            return goesOn(edge) == nil || edge.entered.contains(clock.state)
              || !graph.situations[target].configuration.contains(clock.state)
          }
      }
    }
  }
}
