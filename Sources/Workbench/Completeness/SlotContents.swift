internal import Model
internal import SourceText

/// What a slot is filled with, as the chart shows it: the choice of level and script, levels,
/// scripts. Nil for a slot filled with states of its own.
struct SlotContents {
  let chart: Statechart
  let slot: ID<State>
  let choosingLevel: ID<State>?
  let choosingScript: ID<State>?
  /// In document order.
  let scripts: [ID<State>]
  let levels: [ID<State>]

  init?(_ slot: ID<State>, in chart: Statechart) {
    guard case .slot = chart.states[slot].part else { return nil }
    self.slot = slot
    self.chart = chart
    let inside = chart.descendants(of: slot)
    scripts = inside.filter { if case .script = chart.states[$0].part { true } else { false } }
    levels = inside.filter { if case .level = chart.states[$0].part { true } else { false } }
    let scaffold = inside.filter { chart.states[$0].part == .scaffold }
    choosingLevel = scaffold.first { chart.states[$0].name == "choosing_level" }
    choosingScript = scaffold.first { chart.states[$0].name == "choosing_script" }
    if scripts.isEmpty { return nil }
  }

  /// Where its author says what fills it.
  var span: Span {
    let script = choosingScript ?? chart.states[scripts[0]].parent ?? scripts[0]
    return chart.states[script].span
  }

  /// The guards that choose, outermost choice first.
  var guards: [Expression] {
    [choosingLevel, choosingScript].compactMap(\.self).flatMap { chart.states[$0].transitions }
      .compactMap { chart.transitions[$0].condition }
  }

  var outcomes: [ID<State>] {
    chart.states[slot].children.filter { chart.states[$0].part == .outcome }
  }
}

extension Statechart {
  /// A state and those around it, innermost first, the root left out.
  func withAncestors(_ state: ID<State>) -> [ID<State>] {
    guard let parent = states[state].parent else { return [] }
    return [state] + withAncestors(parent)
  }
}
