internal import Engine
internal import Model
internal import SourceText

/// What a case was given on its way, whether it stands there still or has ended: of each ladder the
/// levels, of each choice of scripts the script.
struct CaseWay {
  /// The first state of each ladder or choice of scripts that the case came to, in the chart's
  /// order.
  let first: [ID<State>]
  /// The last one.
  let last: [ID<State>]

  init(_ replay: Replay, _ program: Program) {
    guard let chart = program.chart else {
      (first, last) = ([], [])
      return
    }
    // By the state that holds the levels of a ladder, or the scripts of a choice.
    var first: [ID<State>: ID<State>] = [:]
    var last = first
    for step in replay.steps {
      for case .stateEntered(let id) in step.result.trace.items {
        guard chart.states[id].isGiven, let holder = chart.states[id].parent else { continue }
        first[holder] = first[holder] ?? id
        last[holder] = id
      }
    }
    self.first = first.values.sorted { $0.index < $1.index }
    self.last = last.values.sorted { $0.index < $1.index }
  }
}

extension State {
  /// Whether it is a level or a script.
  var isGiven: Bool {
    switch part {
    case .level, .script: true
    default: false
    }
  }
}
