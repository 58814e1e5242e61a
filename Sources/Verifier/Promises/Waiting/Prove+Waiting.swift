internal import Engine
internal import Model
internal import SourceText

/// Decides a promise about time: whether from its beginning on a wait is over within its limit.
func proveWait(
  _ wait: Invariant.Wait, _ invariant: Invariant, of program: Program, _ calendar: WorkCalendar,
  effort: Int
) -> Proof {
  guard let chart = program.chart else { return .notDecided(.noWorkflow) }
  var undecided: Proof?
  var spared: Set<ID<State>> = []
  var keepsVariables = false
  var effort = effort
  let endless = EndlessRounds(program, chart, calendar)
  while true {
    let sketch = Sketch(
      of: program, calendar, for: invariant, keepsVariables: keepsVariables, sparing: spared,
      endless: endless)
    guard var graph = WholeGraph(sketch, calendar, effort: effort), graph.explore() else {
      return undecided ?? .notDecided(.tooMany)
    }
    effort = graph.effortLeft
    let search = WaitingSearch(WaitingRegion(graph, wait), wait, chart, calendar)
    let finer = search.finer(than: spared)
    // Where clocks are out of sight, a case is not looked for yet.
    let proof = search.proof(refutes: finer?.hasClocks != true)
    if case .notDecided = proof {} else { return proof }
    undecided = proof
    if let finer = finer?.spared {
      spared = finer
    } else if keepsVariables {
      return proof
    } else {
      keepsVariables = true
    }
  }
}

/// What one drawing tells of a wait.
private struct WaitingSearch {
  let region: WaitingRegion
  let wait: Invariant.Wait
  let chart: Statechart
  let calendar: WorkCalendar

  init(
    _ region: WaitingRegion, _ wait: Invariant.Wait, _ chart: Statechart, _ calendar: WorkCalendar
  ) {
    self.region = region
    self.wait = wait
    self.chart = chart
    self.calendar = calendar
  }

  private var sketch: Sketch { region.graph.sketch }

  /// The first way of looking at it that proves it; else what the first that fails says.
  func proof(refutes: Bool) -> Proof {
    guard !region.starts.isEmpty else {
      return .proved(situations: region.graph.situations.count)
    }
    let proofs = WaitingStays.Choice.allCases.map(look)
    let kept = proofs.first { if case .proved = $0 { true } else { false } }
    return kept ?? (refutes ? refuted(proofs) : nil) ?? proofs[0]
  }

  private func look(_ choice: WaitingStays.Choice) -> Proof {
    let stays: WaitingStays
    do throws(WaitingStays.Endless) {
      stays = try WaitingStays(region, choice)
    } catch {
      switch error {
      case .unbounded(let place):
        return .notDecided(
          .mayWait(region.graph.situations[place].configuration, unsure: region.unsure(at: place)))
      case .circle(let places):
        return .notDecided(.mayCircle(places.map { region.graph.situations[$0].configuration }))
      }
    }
    var times = WaitingTimes(stays, wait.limit, calendar, sketch.original.offset)
    guard let worst = times.worst() else { return .notDecided(.beyondCalendar) }
    guard worst.end <= worst.limit else { return .notDecided(.mayTakeLonger(worst)) }
    return .proved(situations: region.graph.situations.count, longest: worst)
  }

  private func refuted(_ proofs: [Proof]) -> Proof? {
    var worst: LongestWait?
    for case .notDecided(.mayTakeLonger(let wait)) in proofs where worst == nil { worst = wait }
    var retelling = WaitingRetelling(region, wait, chart, calendar, opening: worst?.start)
    return retelling.caseFile().map(Proof.refuted)
  }

  /// More states that are to be seen in detail: of those drawn as one while the wait goes on, the
  /// outermost with clocks inside, else they themselves; nil where all are.
  func finer(than spared: Set<ID<State>>) -> (spared: Set<ID<State>>, hasClocks: Bool)? {
    let active = Set(region.places.flatMap { region.graph.situations[$0].configuration })
    let met = sketch.folds.filter { active.contains($0.standIn) }
    guard !met.isEmpty else { return nil }
    let timed = met.flatMap { fold -> [ID<State>] in
      let inside = fold.hidden.union([fold.standIn]).filter { !chart.states[$0].delayed.isEmpty }
      let depths = inside.map { (state: $0, depth: depth(of: $0)) }
      let least = depths.map(\.depth).min()
      return depths.filter { $0.depth == least }.map(\.state)
    }
    return (spared.union(timed.isEmpty ? met.map(\.whole) : timed), !timed.isEmpty)
  }

  private func depth(of state: ID<State>) -> Int {
    var depth = 0
    var next = chart.states[state].parent
    while let here = next {
      depth += 1
      next = chart.states[here].parent
    }
    return depth
  }
}
