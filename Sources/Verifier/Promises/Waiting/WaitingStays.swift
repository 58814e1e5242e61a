internal import Engine
internal import Model
internal import SourceText

/// A wait cut into stays: in each, one clock runs from its beginning to its end at the latest.
struct WaitingStays {
  /// Which of the clocks that run at once is looked at.
  struct Choice: Hashable {
    /// Is looked at wherever it runs.
    var preferred: CaseClock?
    /// Else the innermost of them is, or the outermost.
    var isInnermost: Bool
  }

  /// How a stay may end by another one's beginning.
  struct Exit: Hashable {
    var place: Int
    /// Whether it surely happens before the day ends on which the stay does.
    var endsDay: Bool
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
  private var governors: [Int: TimedClock] = [:]
  /// By situation in which a stay begins: where the next may begin.
  private(set) var next: [Int: [Exit]] = [:]

  init(_ region: WaitingRegion, _ choice: Choice) throws(Endless) {
    self.region = region
    for place in region.places {
      let running = region.clocks[place] ?? []
      let preferred = running.first { $0.clock == choice.preferred }
      guard let one = preferred ?? (choice.isInnermost ? running.last : running.first) else {
        throw .unbounded(place)
      }
      governors[place] = one
    }
    for start in region.starts { follow(from: start) }
    if let circle = circle() { throw .circle(circle) }
  }

  func clock(at place: Int) -> TimedClock? { governors[place] }

  /// Finds the stays that may follow one that begins here.
  private mutating func follow(from start: Int) {
    var open = [start]
    while let begin = open.popLast() {
      guard next[begin] == nil else { continue }
      let found = exits(from: begin)
      next[begin] = found
      open += found.map(\.place)
    }
  }

  /// Where the stay may end by another one's beginning.
  private func exits(from begin: Int) -> [Exit] {
    var within: Set<Int> = [begin]
    var open = [begin]
    var exits: [Exit] = []
    while let place = open.popLast() {
      for edge in region.graph.edges[place] {
        guard let target = region.goesOn(edge) else { continue }
        if isNewStay(edge, from: place, to: target) {
          let exit = Exit(place: target, endsDay: edge.event.map(region.cases.endsDays) ?? true)
          if !exits.contains(exit) { exits.append(exit) }
        } else if within.insert(target).inserted {
          open.append(target)
        }
      }
    }
    return exits.sorted { ($0.place, $0.endsDay ? 1 : 0) < ($1.place, $1.endsDay ? 1 : 0) }
  }

  private func isNewStay(_ edge: WholeGraph.Edge, from place: Int, to target: Int) -> Bool {
    guard let clock = governors[place] else { return true }
    return edge.begun.contains(clock.mark) || governors[target]?.clock != clock.clock
  }

  /// Stays that follow one another in a circle.
  private func circle() -> [Int]? {
    var done: Set<Int> = []
    for start in region.starts {
      // Depth first; what lies on the way in hand is a circle if it is met again.
      var way: [(place: Int, rest: ArraySlice<Exit>)] = [(start, (next[start] ?? [])[...])]
      while let last = way.last {
        guard let target = last.rest.first?.place else {
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
