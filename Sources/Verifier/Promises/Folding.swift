internal import Engine
internal import Model
internal import SourceText

/// A composite state whose inside a promise does not speak of, drawn as one state: the first child
/// stands for all that is inside, its final children excepted.
///
/// Why that is sound is said in docs/verification.md (states drawn as one).
struct Fold {
  var whole: ID<State>
  var standIn: ID<State>
  /// The final children of the whole, which stay.
  var ends: [ID<State>]
  /// All inside of the whole but the stand-in and the ends.
  var hidden: Set<ID<State>>
}

/// Looks for the outermost states that may be drawn as one.
struct Folding {
  private let chart: Statechart
  private let reads: FactReads
  /// States that stay as they are, with all around them.
  private let spared: Set<ID<State>>
  private let touches: (Action) -> Bool
  /// Where the case is, as far as somebody asks: the state that asks and the state asked for.
  private var questions: [(by: ID<State>?, for: ID<State>)] = []

  /// - Parameters:
  ///   - spoken: states that the promise names.
  ///   - conditions: what the promise reads.
  ///   - touches: whether an action may change what is kept, or raise an event.
  init(
    _ chart: Statechart, _ reads: FactReads, spared: Set<ID<State>>, spoken: [ID<State>],
    _ conditions: [Expression], touches: @escaping (Action) -> Bool
  ) {
    self.chart = chart
    self.reads = reads
    self.spared = spared
    self.touches = touches
    questions = spoken.map { (nil, $0) }
    for condition in conditions { note(condition, nil) }
    for transition in chart.transitions.elements {
      if let condition = transition.condition { note(condition, transition.source) }
      for action in transition.actions { note(action, transition.source) }
    }
    for id in chart.states.ids {
      let state = chart.states[id]
      for action in state.entry + state.exit + state.initialActions { note(action, id) }
    }
  }

  private mutating func note(_ action: Action, _ asker: ID<State>) {
    for expression in action.expressionsWithin { note(expression, asker) }
  }

  private mutating func note(_ expression: Expression, _ asker: ID<State>?) {
    for part in reads.closure(of: expression) {
      part.walk { if case .inState(let state) = $0.kind { questions.append((asker, state)) } }
    }
  }

  /// The states to be drawn as one, outermost first; none lies in another.
  func folds() -> [Fold] {
    var found: [Fold] = []
    var open = [chart.root]
    while let next = open.popLast() {
      if next != chart.root, let fold = fold(of: next) {
        found.append(fold)
      } else {
        open += chart.states[next].children
      }
    }
    return found.sorted { $0.whole < $1.whole }
  }

  private func fold(of whole: ID<State>) -> Fold? {
    let state = chart.states[whole]
    guard state.kind == .compound || state.kind == .parallel, !spared.contains(whole) else {
      return nil
    }
    let inside = chart.states.ids.filter { $0 != whole && chart.isInside($0, whole) }
    let ends =
      state.kind == .compound
      ? state.children.filter { chart.states[$0].kind == .final } : []
    let steady = inside.filter { !chart.states[$0].kind.isHistory && !ends.contains($0) }
    guard steady.count > 1,
      let standIn = state.children.first(where: steady.contains),
      state.initial.allSatisfy({ !ends.contains($0) }),
      ends.isEmpty || !inside.contains(where: { chart.states[$0].kind.isHistory }),
      !mayBeDone(whole),
      inside.allSatisfy({ !spared.contains($0) })
    else { return nil }
    let hidden = Set(inside).subtracting(ends)
    guard isUnasked(hidden, within: whole), isQuiet(hidden, in: whole) else { return nil }
    return Fold(
      whole: whole, standIn: standIn, ends: ends, hidden: hidden.subtracting([standIn]))
  }

  /// A parallel state all of whose regions may end: that would raise an event.
  private func mayBeDone(_ whole: ID<State>) -> Bool {
    guard chart.states[whole].kind == .parallel else { return false }
    return chart.states[whole].children.allSatisfy { region in
      let state = chart.states[region]
      return state.kind.isHistory || state.kind == .parallel
        || state.children.contains { chart.states[$0].kind == .final }
    }
  }

  /// Whether nobody outside asks which of these states the case is in.
  private func isUnasked(_ hidden: Set<ID<State>>, within whole: ID<State>) -> Bool {
    questions.allSatisfy { question in
      !hidden.contains(question.for) || question.by.map(hidden.contains) ?? false
    }
  }

  /// Whether what happens inside changes nothing that is kept, as far as it cannot be told apart.
  private func isQuiet(_ hidden: Set<ID<State>>, in whole: ID<State>) -> Bool {
    let isPlain = hidden.allSatisfy { id in
      let state = chart.states[id]
      return !(state.entry + state.exit + state.initialActions).contains(where: touches)
    }
    guard isPlain else { return false }
    let isParallel =
      chart.states[whole].kind == .parallel
      || hidden.contains { chart.states[$0].kind == .parallel }
    guard isParallel else { return true }
    // Several transitions may be taken at once, of which only one is drawn.
    let inner = chart.transitions.ids.filter { hidden.contains(chart.transitions[$0].source) }
    let staying = inner.filter { id in
      chart.transitions[id].targets.allSatisfy { hidden.contains($0) }
    }
    guard !staying.contains(where: { chart.transitions[$0].actions.contains(where: touches) })
    else { return false }
    let triggers = Set(inner.flatMap { chart.transitions[$0].marks })
    return chart.transitions.elements.allSatisfy { around in
      guard around.targets.isEmpty, chart.isInside(whole, around.source) else { return true }
      return triggers.isDisjoint(with: around.marks) || !around.actions.contains(where: touches)
    }
  }
}

extension Transition {
  /// What triggers it; nil for nothing.
  var marks: [ID<Event>?] {
    switch trigger {
    case .always: [nil]
    case .events(let events, _): events.map(Optional.some)
    }
  }
}
