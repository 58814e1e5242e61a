/// Some boxes, and where in a column they begin and end.
struct Cuts {
  private let boxes: [[Stretches?]]

  init(_ boxes: [[Stretches?]]) {
    self.boxes = boxes
  }

  /// Goes through some regions of a column, from one place where a box begins or ends to the next.
  ///
  /// - Parameter alive: the boxes that count, by number, ascending.
  func sweep(_ set: Stretches, _ column: Int, _ alive: [Int32]) -> Sweep {
    var always: [Int32] = []
    var edges: [Sweep.Edge] = []
    for number in alive {
      guard let runs = boxes[Int(number)][column]?.runs else {
        always.append(number)
        continue
      }
      for run in runs where run.overlaps(set.hull) {
        edges.append(.init(place: run.lowerBound, box: number, isStart: true))
        edges.append(.init(place: run.upperBound, box: number, isStart: false))
      }
    }
    edges.sort { ($0.place, $0.box, $0.isStart ? 1 : 0) < ($1.place, $1.box, $1.isStart ? 1 : 0) }
    return Sweep(runs: set.runs, edges: edges, alive: always)
  }
}

/// Stretches of a column, each with the boxes that hold it.
struct Sweep {
  /// Where a box begins or ends.
  struct Edge {
    let place: Int
    let box: Int32
    let isStart: Bool
  }

  private let runs: [Range<Int>]
  private let edges: [Edge]
  private var alive: [Int32]
  private var run = 0
  private var edge = 0
  private var place: Int

  fileprivate init(runs: [Range<Int>], edges: [Edge], alive: [Int32]) {
    self.runs = runs
    self.edges = edges
    self.alive = alive
    place = runs.first?.lowerBound ?? 0
  }

  /// The next stretch, and the boxes that hold all of it, ascending.
  mutating func next() -> (run: Range<Int>, alive: [Int32])? {
    guard run < runs.count else { return nil }
    while edge < edges.count, edges[edge].place <= place {
      pass(edges[edge])
      edge += 1
    }
    let end =
      edge < edges.count ? min(edges[edge].place, runs[run].upperBound) : runs[run].upperBound
    let found = (place..<end, alive)
    place = end
    if end == runs[run].upperBound {
      run += 1
      if run < runs.count { place = runs[run].lowerBound }
    }
    return found
  }

  private mutating func pass(_ edge: Edge) {
    var (low, high) = (0, alive.count)
    while low < high {
      let middle = (low + high) / 2
      if alive[middle] < edge.box { low = middle + 1 } else { high = middle }
    }
    if edge.isStart {
      alive.insert(edge.box, at: low)
    } else {
      alive.remove(at: low)
    }
  }
}
