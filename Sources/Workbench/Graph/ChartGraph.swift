package import Engine
package import Model
package import SourceText

/// A chart as boxes and arrows, ready to be drawn in any notation: document order throughout, so
/// that the same chart gives the same drawing.
package struct ChartGraph: Sendable {
  /// An arrow; several transitions between the same two boxes share one, a line of text each.
  struct Arrow: Hashable, Sendable {
    var from: ID<State>
    /// Equal to `from` for a targetless transition.
    var to: ID<State>
    var lines: [String]
    var isTimed: Bool
    var wasTaken: Bool
  }

  /// How much is drawn.
  package enum Detail: Sendable {
    case full
    /// Scripts, and parts of the course without a slot, as one box each. Arrows between boxes say
    /// their events by their titles, and their conditions only where there is no event.
    case overview
  }

  /// How a case stands on the chart.
  package struct Marks: Sendable {
    package var active: [ID<State>] = []
    package var visited: Set<ID<State>> = []
    package var taken: Set<ID<Transition>> = []

    package init() {}

    /// From a played case.
    package init(_ replay: Replay) {
      active = replay.state.configuration
      for step in replay.steps where step.result.refusal == nil {
        for item in step.result.trace.items {
          switch item {
          case .stateEntered(let state): visited.insert(state)
          case .transitionTaken(let transition): taken.insert(transition)
          default: break
          }
        }
      }
    }
  }

  let program: Program
  let chart: Statechart
  let language: Language
  let marks: Marks
  let arrows: [Arrow]
  let slots: SlotView
  let folding: Folding

  /// Nil for a rulebook without a workflow.
  ///
  /// - Parameter placeFiles: the files of a place that builds on another rulebook; nil where one
  ///   rulebook alone is drawn.
  package init?(
    _ program: Program, language: Language, marks: Marks = Marks(),
    placeFiles: Set<SourceID>? = nil, detail: Detail = .full
  ) {
    guard let chart = program.chart else { return nil }
    self.program = program
    self.chart = chart
    self.language = language
    self.marks = marks
    slots = SlotView(program, chart, placeFiles: placeFiles)
    folding = Folding(chart, detail)
    arrows =
      ArrowGathering(
        program: program, chart: chart, language: language, marks: marks, slots: slots,
        folding: folding, detail: detail
      ).all
  }

  /// A state's name, with its title on a second line where that says more.
  func label(_ id: ID<State>) -> [String] {
    let state = chart.states[id]
    if state.kind.isHistory { return [state.kind == .deepHistory ? "H*" : "H"] }
    // A title in the other language alone tells a Chinese reader nothing new.
    let isForeign = language == .chinese && state.title.en == state.title.zh
    let title = state.title.text(in: language)
    let isName = title.isEmpty || title == state.name || isForeign
    // What a form made for itself is best told by its title.
    if !isName, state.part == .scaffold || state.part == .work { return [title] }
    let steps = folding.steps(in: id).joined(separator: " · ")
    return (isName ? [state.name] : [state.name, title]) + slots.notes(on: id, in: language)
      + (steps.isEmpty ? [] : [steps])
  }

  func isRegion(_ id: ID<State>) -> Bool {
    chart.states[id].parent.map { chart.states[$0].kind == .parallel } ?? false
  }
}

/// Puts a chart's transitions together into arrows.
private struct ArrowGathering {
  let program: Program
  let chart: Statechart
  let language: Language
  let marks: ChartGraph.Marks
  let slots: SlotView
  let folding: Folding
  let detail: ChartGraph.Detail

  var all: [ChartGraph.Arrow] {
    var arrows: [ChartGraph.Arrow] = []
    var places: [[ID<State>]: Int] = [:]
    for id in chart.transitions.ids {
      let transition = chart.transitions[id]
      if slots.isHidden(transition) { continue }
      let source = folding.box(of: slots.source(of: transition))
      let targets = transition.targets.isEmpty ? [transition.source] : transition.targets
      for target in targets where source != chart.root || !transition.targets.isEmpty {
        let target = folding.box(of: slots.target(target, of: transition))
        // What goes on inside of one box, or comes back to it, is not told.
        if source == target, detail == .overview || folding.isFolded(source) { continue }
        let key = [source, target]
        let line = line(of: id)
        if let place = places[key] {
          if !arrows[place].lines.contains(line) { arrows[place].lines.append(line) }
          arrows[place].wasTaken = arrows[place].wasTaken || marks.taken.contains(id)
          arrows[place].isTimed = arrows[place].isTimed && isTimed(transition)
        } else {
          places[key] = arrows.count
          arrows.append(
            ChartGraph.Arrow(
              from: source, to: target, lines: [line], isTimed: isTimed(transition),
              wasTaken: marks.taken.contains(id)))
        }
      }
    }
    return detail == .full ? arrows : arrows.map(\.shortened)
  }

  private func isTimed(_ transition: Transition) -> Bool {
    guard case .events(let events, _) = transition.trigger else { return false }
    return events.allSatisfy { event in
      switch program.events[event].origin {
      case .timer, .expired, .overdue: true
      case .external, .raised, .done: false
      }
    }
  }

  private func line(of id: ID<Transition>) -> String {
    let transition = chart.transitions[id]
    if let line = program.mediation.redLine(of: transition) {
      let title = line.title.text(in: language)
      if title == line.name || title.isEmpty { return line.name }
      return detail == .overview ? title : "\(line.name) \(title)"
    }
    let printer = ProgramText(program).within(transition)
    var parts: [String] = []
    switch transition.trigger {
    case .always: break
    case .events(let events, let pattern):
      if slots.showsTrigger(of: transition) { parts.append(trigger(events, pattern)) }
    }
    if let condition = slots.condition(of: transition), detail == .full || parts.isEmpty {
      parts.append("[\(printer.expression(condition))]")
    }
    if transition.targets.isEmpty { parts.append("↻") }
    return parts.joined(separator: " ")
  }

  /// One event by its title; nil for several, or one that has none in the reader's language.
  private func words(_ events: [ID<Event>]) -> String? {
    guard events.count == 1, let event = events.first.map({ program.events[$0] }) else {
      return nil
    }
    let isForeign = language == .chinese && event.title.en == event.title.zh
    let title = event.title.text(in: language)
    return title.isEmpty || isForeign ? nil : title
  }

  private var after: String { language == .chinese ? "满" : "after " }

  /// A timer shows its term, any other trigger the pattern as written.
  private func trigger(_ events: [ID<Event>], _ pattern: String) -> String {
    guard events.count == 1, let event = events.first,
      case .timer(let id) = program.events[event].origin
    else { return detail == .overview ? words(events) ?? pattern : pattern }
    switch chart.delayed[id].delay {
    case .term(let term): return after + term.text.text(in: language)
    case .expression(let expression): return after + ProgramText(program).expression(expression)
    }
  }
}

extension ChartGraph.Arrow {
  /// The same with no more than three lines of text, each of no more than thirty characters: in an
  /// overview an arrow says where to look, not all that is to be known.
  fileprivate var shortened: ChartGraph.Arrow {
    var arrow = self
    let shown = lines.prefix(lines.count > 3 ? 2 : 3).map { line in
      line.count > 30 ? line.prefix(29) + "…" : line
    }
    arrow.lines = shown + (lines.count > 3 ? ["… +\(lines.count - 2)"] : [])
    return arrow
  }
}
