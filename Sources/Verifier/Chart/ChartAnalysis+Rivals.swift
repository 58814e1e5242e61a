internal import Engine
internal import Model
internal import SourceText

// Transitions of two regions of one parallel state that cannot both be taken, though one event and
// the same facts ask for both: one of them leaves the parallel state, and with it the other's
// region. SCXML takes the one that is written first (`removeConflictingTransitions`), and nothing
// is said of the other.
extension ChartAnalysis {
  /// How many microsteps are spent on showing that no case comes to where both could be taken.
  private static let effort = 20_000
  /// How many payloads of an event are tried.
  private static let payloadsAtMost = 32

  mutating func findRivals() {
    for parallel in chart.states.ids where chart.states[parallel].kind == .parallel {
      let regions = chart.states[parallel].children.filter { !chart.states[$0].kind.isHistory }
      let going = regions.map(moving)
      for (place, own) in going.enumerated() {
        for others in going[..<place] { compare(others, own, in: parallel) }
      }
    }
  }

  /// A transition that leads somewhere, and whether that is out of its region.
  private struct Way {
    var id: ID<Transition>
    var leaves: Bool
  }

  /// The transitions of a region that lead somewhere.
  private func moving(in region: ID<State>) -> [Way] {
    let inside = chart.states.ids.filter { $0 == region || graph.isInside($0, region) }
    return inside.flatMap { chart.states[$0].transitions }
      .filter { !chart.transitions[$0].targets.isEmpty && !dead.contains($0) }
      .map { Way(id: $0, leaves: leaves(region, chart.transitions[$0])) }
  }

  /// Whether taking a transition leaves the region it starts in, and so the parallel state around.
  private func leaves(_ region: ID<State>, _ transition: Transition) -> Bool {
    let source = transition.source
    if transition.isInternal, chart.states[source].kind == .compound,
      transition.targets.allSatisfy({ graph.isInside($0, source) })
    {
      return false
    }
    return source == region || !transition.targets.allSatisfy { graph.isInside($0, region) }
  }

  private mutating func compare(_ some: [Way], _ others: [Way], in parallel: ID<State>) {
    for one in some {
      guard case .events(let events, _) = chart.transitions[one.id].trigger else { continue }
      for other in others where one.leaves || other.leaves {
        let shared = events.filter { event in
          program.events[event].origin == .external && chart.transitions[other.id].takes(event)
        }
        guard !shared.isEmpty, !isMade(chart.transitions[one.id]),
          !isMade(chart.transitions[other.id])
        else { continue }
        for event in shared {
          guard let found = rivalry(one, other, on: event), !isSurelyApart(one.id, other.id)
          else { continue }
          diagnostics.report(.regionsDisagree(found, in: self, around: parallel))
          break
        }
      }
    }
  }

  /// What was tried: an event that asks for two transitions, of which one alone is taken.
  fileprivate struct Rivalry {
    var winner: ID<Transition>
    var loser: ID<Transition>
    var event: ID<Event>
    var facts: [StatedFact]
  }

  /// Facts with which the interpreter, put into the sources of both, takes one of them alone, and
  /// the other as soon as that one is closed; nil where none were found, or where nothing is lost.
  private func rivalry(_ one: Way, _ other: Way, on event: ID<Event>) -> Rivalry? {
    let ways = [one, other].map { chart.transitions[$0.id] }
    let placed = placed(in: ways.map(\.source))
    let interpreter = Interpreter(program: placed, calendar: calendar)
    let payloads = payloads(of: program.events[event])
    for facts in choices(ways.compactMap(\.condition)) {
      let opened = interpreter.open(facts, at: nil)
      guard opened.refusal == nil,
        ways.allSatisfy({ opened.state.configuration.contains($0.source) })
      else { continue }
      for payload in payloads {
        let entry = Entry(
          at: nil, event: event, payload: payload, by: program.events[event].roles.first,
          facts: [], expectation: nil, span: nil)
        let taken = interpreter.step(opened.state, entry).trace.items.transitionsTaken
        let isFirst = taken.contains(one.id)
        guard isFirst != taken.contains(other.id) else { continue }
        let (winner, loser) = isFirst ? (one, other) : (other, one)
        guard !losesNothing(loser, against: winner) else { return nil }
        let without = Interpreter(program: placed.closing(winner.id), calendar: calendar)
        let closed = without.step(opened.state, entry).trace.items.transitionsTaken
        if closed.contains(loser.id) {
          return Rivalry(winner: winner.id, loser: loser.id, event: event, facts: facts)
        }
      }
    }
    return nil
  }

  /// The program with its workflow beginning in some states at once.
  private func placed(in sources: [ID<State>]) -> Program {
    var placed = program
    for source in sources {
      var inner = source
      while let outer = chart.states[inner].parent {
        if chart.states[outer].kind == .compound {
          placed.chart?.states[outer].initial = [inner]
          placed.chart?.states[outer].initialActions = []
        }
        inner = outer
      }
    }
    return placed
  }

  private func payloads(of event: Event) -> [[Value]] {
    var payloads: [[Value]] = [[]]
    for field in event.payload {
      let values = Regions(field.type, [], program).all.map(\.witness)
      payloads = payloads.flatMap { payload in values.map { payload + [$0] } }
      payloads = Array(payloads.prefix(Self.payloadsAtMost))
    }
    return payloads
  }

  /// Whether it makes no difference that a transition is not taken: the other leads to the same,
  /// or leaves what this one would have gone to, and nothing would have been done on the way.
  private func losesNothing(_ loser: Way, against winner: Way) -> Bool {
    let lost = chart.transitions[loser.id]
    guard lost.actions.isEmpty else { return false }
    if loser.leaves { return lost.targets == chart.transitions[winner.id].targets }
    return winner.leaves
      && graph.entered[loser.id.index].allSatisfy { id in
        graph.isInside(lost.source, id) || chart.states[id].entry.isEmpty
      }
  }

  /// Whether it is proved that no case stands where both transitions start.
  private func isSurelyApart(_ one: ID<Transition>, _ other: ID<Transition>) -> Bool {
    let ways = [chart.transitions[one], chart.transitions[other]]
    let places = ways.map {
      Expression(.inState($0.source), type: .boolean, span: $0.span)
    }
    guard let both = Expression.all(of: places, at: ways[0].span) else { return false }
    let apart = Invariant(
      name: "apart", title: Bilingual(en: "apart", zh: "不同时"), kind: .never(both), isSealed: false,
      basis: [], span: ways[0].span)
    if case .proved = prove(apart, of: program, calendar, effort: Self.effort) { return true }
    return false
  }
}

extension Program {
  /// The same with a transition that is never taken.
  fileprivate func closing(_ transition: ID<Transition>) -> Program {
    var closed = self
    let span = chart?.transitions[transition].span
    closed.chart?.transitions[transition].condition = span.map {
      Expression(.constant(.boolean(false)), type: .boolean, span: $0)
    }
    return closed
  }
}

extension Diagnostic {
  fileprivate static func regionsDisagree(
    _ rivalry: ChartAnalysis.Rivalry, in analysis: ChartAnalysis, around parallel: ID<State>
  ) -> Diagnostic {
    let winner = analysis.chart.transitions[rivalry.winner]
    let loser = analysis.chart.transitions[rivalry.loser]
    let event = analysis.program.events[rivalry.event].name
    let whole = analysis.chart.states[parallel].path
    let example = ProgramText(analysis.program).stated(rivalry.facts, of: analysis.program)
    let facts = Bilingual(
      en: example.isEmpty ? "" : "; for example `{\(example)}`",
      zh: example.isEmpty ? "" : "；例如 `{\(example)}`")
    return Diagnostic(
      .regionsDisagree,
      Bilingual(
        en: "`\(event)` asks for this transition and for one of another region of `\(whole)`, "
          + "and only that one is taken",
        zh: "`\(event)` 同时要求此转移和 `\(whole)` 另一区域的转移，而只有那一个会发生"),
      at: loser.span,
      labels: [Label(winner.span, Bilingual(en: "taken alone", zh: "只有它发生"))],
      help: Bilingual(
        en: "let one transition of `\(whole)` say what is to happen, or let their `when` exclude "
          + "each other" + facts.en,
        zh: "请在 `\(whole)` 上用一个转移写明该怎样办，或让两者的 `when` 互相排斥" + facts.zh))
  }
}
