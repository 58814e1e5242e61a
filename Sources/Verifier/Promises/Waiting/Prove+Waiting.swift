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
  // What a promise is for is first told from what is asked of facts, not from the facts.
  var seesFacts = wait.condition == nil
  var effort = effort
  let cases = CaseClocks(program, chart, wait)
  // Clocks of the case are watched where the wait hangs on them.
  var watched = cases.beginning(with: wait)
  // At first only those that begin in the wait, or run on from one that is not over.
  var forgets = true
  let endless = EndlessRounds(program, chart, calendar)
  while true {
    let sketch = Sketch(
      of: program, calendar, for: invariant, keepsVariables: keepsVariables, sparing: spared,
      seesFacts: seesFacts, watching: watched, forgetting: forgets ? wait.to : [],
      endless: endless)
    guard var graph = WholeGraph(sketch, calendar, effort: effort), graph.explore() else {
      return undecided ?? .notDecided(.tooMany)
    }
    effort = graph.effortLeft
    let search = WaitingSearch(WaitingRegion(graph, wait, cases), wait, chart, calendar)
    let finer = search.finer(than: spared)
    let unwatched = search.unwatched(besides: watched)
    // Where clocks are out of sight, a case is not looked for yet.
    let proof = search.proof(refutes: finer?.hasClocks != true && unwatched.isEmpty)
    if case .notDecided = proof {} else { return proof }
    undecided = proof
    if !unwatched.isEmpty {
      watched += unwatched
    } else if forgets, !watched.isEmpty {
      forgets = false
    } else if let finer = finer?.spared {
      spared = finer
    } else if !keepsVariables {
      keepsVariables = true
    } else if !seesFacts {
      seesFacts = true
    } else {
      return proof
    }
  }
}

/// What one drawing tells of a wait.
private struct WaitingSearch {
  let region: WaitingRegion
  let wait: Invariant.Wait
  let chart: Statechart
  let calendar: WorkCalendar

  /// How many clocks are looked at before all others.
  private static let choicesAtMost = 8

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
    var proofs: [Proof] = []
    for choice in choices {
      let proof = look(choice)
      if case .proved = proof { return proof }
      proofs.append(proof)
    }
    return (refutes ? refuted(proofs) : nil) ?? proofs[0]
  }

  /// Ways of choosing which of the clocks that run at once is looked at.
  private var choices: [WaitingStays.Choice] {
    var distinct: [CaseClock] = []
    for place in region.places {
      for one in region.clocks[place] ?? [] where !distinct.contains(one.clock) {
        distinct.append(one.clock)
      }
    }
    let plain = [false, true].map { WaitingStays.Choice(preferred: nil, isInnermost: $0) }
    // Two are told apart by the plain ways.
    guard distinct.count > 2 else { return plain }
    return plain
      + distinct.prefix(Self.choicesAtMost).flatMap { clock in
        [false, true].map { WaitingStays.Choice(preferred: clock, isInnermost: $0) }
      }
  }

  /// Clocks that make events of time where nothing is sure, and are not watched yet.
  func unwatched(besides watched: [CaseClock]) -> [CaseClock] {
    guard !region.starts.isEmpty else { return [] }
    var events: [ID<Event>] = []
    let places =
      switch look(.init(preferred: nil, isInnermost: false)) {
      case .notDecided(.mayWait):
        region.places.filter { region.clocks[$0]?.isEmpty ?? true }
      default: region.places
      }
    for place in places { events += region.events(at: place) }
    var found: [CaseClock] = []
    for clock in events.flatMap(region.cases.clocks)
    where !watched.contains(clock) && !found.contains(clock) && needsWatching(clock) {
      found.append(clock)
    }
    return found
  }

  /// A state's clock tells by itself whether it runs, unless it was let pass.
  private func needsWatching(_ clock: CaseClock) -> Bool {
    guard case .state = clock.owner else { return true }
    return region.graph.timed.contains { one in
      one.clock == clock && region.graph.edges.joined().contains { region.graph.letsPass($0, one) }
    }
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
