internal import Engine
internal import Model
internal import SourceText

/// A wait cut into stays: in each, one clock runs from its beginning to its end at the latest.
struct WaitingStays {
  /// Which of the clocks that run at once is looked at.
  enum Choice: CaseIterable {
    case outermost
    case innermost
  }

  /// Why there is no longest wait.
  enum Endless: Error {
    /// Nothing bounds the stay in this situation.
    case unbounded(Int)
    /// These situations lead to each other again and again, each time with a new stay.
    case circle([Int])
  }

  let region: WaitingRegion
  /// By situation: the clock that bounds the stay in it.
  private var governors: [Int: WholeGraph.Timed] = [:]
  /// By situation in which a stay begins: where the next may begin.
  private(set) var next: [Int: [Int]] = [:]

  init(_ region: WaitingRegion, _ choice: Choice) throws(Endless) {
    self.region = region
    let clocks = region.clocks
    for place in region.places {
      let active = region.graph.situations[place].configuration
      let running = clocks.filter { active.contains($0.state) }.sorted { $0.state < $1.state }
      guard let one = choice == .outermost ? running.first : running.last else {
        throw .unbounded(place)
      }
      governors[place] = one
    }
    for start in region.starts { follow(from: start) }
    if let circle = circle() { throw .circle(circle) }
  }

  func clock(at place: Int) -> WholeGraph.Timed? { governors[place] }

  /// Finds the stays that may follow one that begins here.
  private mutating func follow(from start: Int) {
    var open = [start]
    while let begin = open.popLast() {
      guard next[begin] == nil else { continue }
      let found = exits(from: begin)
      next[begin] = found
      open += found
    }
  }

  /// Where the stay may end by another one's beginning.
  private func exits(from begin: Int) -> [Int] {
    var within: Set<Int> = [begin]
    var open = [begin]
    var exits: [Int] = []
    while let place = open.popLast() {
      for edge in region.graph.edges[place] {
        guard let target = region.goesOn(edge) else { continue }
        if isNewStay(edge, from: place, to: target) {
          if !exits.contains(target) { exits.append(target) }
        } else if within.insert(target).inserted {
          open.append(target)
        }
      }
    }
    return exits.sorted()
  }

  private func isNewStay(_ edge: WholeGraph.Edge, from place: Int, to target: Int) -> Bool {
    guard let clock = governors[place] else { return true }
    return edge.entered.contains(clock.state) || governors[target]?.delayed != clock.delayed
  }

  /// Stays that follow one another in a circle.
  private func circle() -> [Int]? {
    var done: Set<Int> = []
    for start in region.starts {
      // Depth first; what lies on the way in hand is a circle if it is met again.
      var way: [(place: Int, rest: ArraySlice<Int>)] = [(start, (next[start] ?? [])[...])]
      while let last = way.last {
        guard let target = last.rest.first else {
          done.insert(last.place)
          way.removeLast()
          continue
        }
        way[way.count - 1].rest = last.rest.dropFirst()
        if let met = way.firstIndex(where: { $0.place == target }) {
          return way[met...].map(\.place)
        }
        if !done.contains(target) { way.append((target, (next[target] ?? [])[...])) }
      }
    }
    return nil
  }
}
