internal import Engine
internal import Model
internal import SourceText

/// Looks at a workflow with its guards: what can never happen in it, whatever is known of a case.
///
/// Whatever is said here never to happen does not: transitions that no facts let pass are taken out
/// of the graph, and what the rest of it does not reach is not reached. What the compiler says of
/// the graph alone (FQ06..) is not said again.
struct ChartAnalysis {
  let program: Program
  let calendar: WorkCalendar
  let chart: Statechart
  let graph: StateGraph
  /// Whether something stands in the rulebook that is looked at, not in one it builds on.
  let isOwn: (Span) -> Bool
  /// Tells of guards that compute with facts; nil to leave these open.
  let desk: SolverDesk?
  var dead: Set<ID<Transition>> = []
  var diagnostics = Diagnostics()

  /// Nil for a rulebook without a workflow.
  init?(
    _ program: Program, _ calendar: WorkCalendar, isOwn: @escaping (Span) -> Bool,
    asking desk: SolverDesk? = nil
  ) {
    guard let chart = program.chart else { return nil }
    self.program = program
    self.calendar = calendar
    self.chart = chart
    self.isOwn = isOwn
    self.desk = desk
    graph = StateGraph(chart)
  }

  /// All that is found, but for what is declared and not used.
  mutating func run() -> [Diagnostic] {
    findDeadTransitions()
    findUnreachable()
    findEndless()
    findLoops()
    findRivals()
    findLateTimers()
    return diagnostics.all
  }
}

// Transitions that are never taken.
extension ChartAnalysis {
  private mutating func findDeadTransitions() {
    for state in chart.states.ids {
      let own = chart.states[state].transitions
      // What is unknown does not stop the choice of a `first` one: each is looked at by itself.
      for id in own where chart.transitions[id].isFirst { look(at: [id], state) }
      let others = own.filter { !chart.transitions[$0].isFirst }
      look(at: others.filter { chart.transitions[$0].trigger == .always }, state)
      lookAtEvents(others, state)
    }
  }

  private mutating func look(at group: [ID<Transition>], _ state: ID<State>) {
    guard group.contains(where: { chart.transitions[$0].condition != nil }) else { return }
    let search = GuardSearch(
      group.map { chart.transitions[$0] }, in: state, graph, program, calendar)
    for (place, id) in group.enumerated() {
      guard let verdict = verdict(of: place, search) else { continue }
      dead.insert(id)
      tell(verdict, id, group)
    }
  }

  private func verdict(of place: Int, _ search: GuardSearch) -> GuardSearch.Verdict? {
    search.verdict(of: place)
      ?? desk.flatMap { search.verdict(of: place, asking: $0, program, calendar) }
  }

  /// One that is tried for several events is never taken if it is so for each of them.
  private mutating func lookAtEvents(_ own: [ID<Transition>], _ state: ID<State>) {
    var byTransition: [ID<Transition>: [(GuardSearch.Verdict?, [ID<Transition>])]] = [:]
    var lookedAt: [[ID<Transition>]: GuardSearch] = [:]
    for id in own {
      guard case .events(let events, _) = chart.transitions[id].trigger else { continue }
      for event in events {
        let group = own.filter { chart.transitions[$0].takes(event) }
        guard let place = group.firstIndex(of: id),
          group[...place].contains(where: { chart.transitions[$0].condition != nil })
        else {
          byTransition[id, default: []].append((nil, group))
          continue
        }
        let search =
          lookedAt[group]
          ?? GuardSearch(group.map { chart.transitions[$0] }, in: state, graph, program, calendar)
        lookedAt[group] = search
        byTransition[id, default: []].append((verdict(of: place, search), group))
      }
    }
    for id in own {
      guard let found = byTransition[id], let first = found.first, let verdict = first.0,
        found.allSatisfy({ $0.0 != nil })
      else { continue }
      dead.insert(id)
      tell(verdict, id, first.1)
    }
  }

  private mutating func tell(
    _ verdict: GuardSearch.Verdict, _ id: ID<Transition>, _ group: [ID<Transition>]
  ) {
    let transition = chart.transitions[id]
    guard !isMade(transition) else { return }
    switch verdict {
    case .holdsNowhere: diagnostics.report(.guardHoldsNowhere(transition))
    case .forestalled(let places):
      let rivals = places.map { chart.transitions[group[$0]] }
      // The compiler tells those behind one without a guard.
      guard !rivals.contains(where: \.isUnguarded) else { return }
      diagnostics.report(.alwaysForestalled(transition, rivals))
    }
  }

  /// Whether a form of mediation made it, so that nobody wrote its guard.
  func isMade(_ transition: Transition) -> Bool {
    program.mediation.redLine(of: transition) != nil
      || chart.states[transition.source].part != nil
  }
}

extension Transition {
  /// Whether it is tried for an event.
  func takes(_ event: ID<Event>) -> Bool {
    if case .events(let events, _) = trigger { events.contains(event) } else { false }
  }
}

extension Diagnostic {
  fileprivate static func guardHoldsNowhere(_ transition: Transition) -> Diagnostic {
    Diagnostic(
      .guardHoldsNowhere,
      Bilingual(
        en: "no case at all passes this transition's `when`", zh: "没有任何情形满足此转移的 `when`"),
      at: transition.condition?.span ?? transition.span,
      help: Bilingual(
        en: "mend the parts that exclude each other, or take the transition out",
        zh: "请改正互相排斥的条件，或删去此转移"))
  }

  fileprivate static func alwaysForestalled(
    _ transition: Transition, _ rivals: [Transition]
  ) -> Diagnostic {
    Diagnostic(
      .transitionForestalled,
      Bilingual(
        en: rivals.count == 1
          ? "this transition is never taken: where its `when` holds, so does that of an earlier one"
          : "this transition is never taken: where its `when` holds, so does that of one before it",
        zh: "此转移不会发生：凡满足其 `when` 的情形，前面的转移都会先走"),
      at: transition.span,
      labels: rivals.map { Label($0.span, Bilingual(en: "taken first", zh: "先走")) },
      help: Bilingual(
        en: "put it before them, or narrow what stands before it", zh: "请把它移到前面，或收窄前面的条件"))
  }
}
