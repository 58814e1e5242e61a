internal import Model
internal import SourceText

/// What of a chart is drawn as one box, its inside left out.
///
/// In an overview that is each script, and each part of the common course that holds no slot: what
/// remains is the course from end to end and what a place put into its slots.
struct Folding {
  private let chart: Statechart
  /// By state: the box that stands for it; itself where it is drawn.
  private let boxes: [ID<State>]

  init(_ chart: Statechart, _ detail: ChartGraph.Detail) {
    self.chart = chart
    var boxes = chart.states.ids
    var holdsSlot: Set<ID<State>> = []
    for id in chart.states.ids.reversed() {
      guard let parent = chart.states[id].parent else { continue }
      if chart.states[id].isSlot || holdsSlot.contains(id) { holdsSlot.insert(parent) }
    }
    for id in chart.states.ids where detail == .overview {
      guard let parent = chart.states[id].parent else { continue }
      let isFolded = Self.folds(chart.states[parent], holdsSlot.contains(parent))
      let isHidden = boxes[parent.index] != parent || parent != chart.root && isFolded
      if isHidden { boxes[id.index] = boxes[parent.index] }
    }
    self.boxes = boxes
  }

  private static func folds(_ state: State, _ holdsSlot: Bool) -> Bool {
    switch state.part {
    case .script: true
    case nil: !holdsSlot
    case .slot, .consent, .work, .scaffold, .level, .outcome: false
    }
  }

  /// The box that is drawn for a state.
  func box(of id: ID<State>) -> ID<State> { boxes[id.index] }

  func isHidden(_ id: ID<State>) -> Bool { box(of: id) != id }

  /// The children that are drawn.
  func children(of id: ID<State>) -> [ID<State>] {
    chart.states[id].children.filter { !isHidden($0) }
  }

  /// Whether its children are left out.
  func isFolded(_ id: ID<State>) -> Bool {
    !chart.states[id].children.isEmpty && children(of: id).isEmpty
  }

  /// The names of what a folded script goes through, in document order.
  func steps(in id: ID<State>) -> [String] {
    guard isFolded(id), case .script = chart.states[id].part else { return [] }
    return chart.states[id].children.map { chart.states[$0] }
      .filter { $0.part == nil && !$0.kind.isHistory }.map(\.name)
  }
}

extension State {
  fileprivate var isSlot: Bool {
    if case .slot = part { true } else { false }
  }
}
