internal import Model
internal import SourceText

extension Statechart {
  /// Every action that anything in the chart may carry out, outermost ones.
  var allActions: [Action] {
    states.elements.flatMap { $0.entry + $0.exit + $0.initialActions }
      + transitions.elements.flatMap(\.actions)
  }
}

extension Statechart {
  /// The transitions that some state has, in the order of their ids.
  var attachedTransitions: [ID<Transition>] {
    states.elements.flatMap(\.transitions).sorted()
  }

  /// The transitions that some state has.
  var reachedTransitions: [Transition] {
    states.elements.flatMap(\.transitions).map { transitions[$0] }
  }
}

extension Transition {
  /// Whether taking it changes nothing but what may change with every entry anyway: it leads
  /// nowhere and only opens questions again.
  var isIdle: Bool {
    targets.isEmpty
      && actions.allSatisfy { action in
        switch action.kind {
        case .set(let assignments): assignments.allSatisfy { $0.value.kind == .constant(.null) }
        case .choose(let branches): branches.allSatisfy(\.actions.isEmpty)
        default: false
        }
      }
  }
}

extension Action {
  /// Itself and those in its branches.
  var allWithin: [Action] {
    guard case .choose(let branches) = kind else { return [self] }
    return [self] + branches.flatMap { $0.actions.flatMap { $0.allWithin } }
  }

  var assignmentsWithin: [Assignment] {
    allWithin.flatMap { action -> [Assignment] in
      if case .set(let assignments) = action.kind { assignments } else { [] }
    }
  }

  /// Itself without opening again what nobody reads; nil where nothing is left.
  func opening(only read: Set<ID<Fact>>) -> Action? {
    var left = self
    switch kind {
    case .set(let assignments):
      let kept = assignments.filter { assignment in
        guard case .fact(let fact) = assignment.target else { return true }
        return assignment.value.kind != .constant(.null) || read.contains(fact)
      }
      left.kind = .set(kept)
      return kept.isEmpty ? nil : left
    case .choose(let branches):
      left.kind = .choose(
        branches.map { branch in
          Branch(
            condition: branch.condition,
            actions: branch.actions.compactMap { $0.opening(only: read) })
        })
      return left
    default: return left
    }
  }

  /// The events that it, or a branch of it, raises.
  var raisedWithin: [ID<Event>] {
    allWithin.compactMap { action in
      if case .raise(let event, _) = action.kind { event } else { nil }
    }
  }

  var decidedWithin: [ID<Decision>] {
    allWithin.compactMap { action in
      if case .decide(let decision) = action.kind { decision } else { nil }
    }
  }

  /// All expressions that it reads.
  var expressionsWithin: [Expression] {
    assignmentsWithin.map(\.value) + readingsWithin
  }

  /// All expressions that it reads for something else than to set what they come to.
  var readingsWithin: [Expression] {
    allWithin.flatMap { action -> [Expression] in
      switch action.kind {
      case .raise(_, let values): return values
      case .send(let send):
        if case .expression(let delay)? = send.delay { return send.payload + [delay] }
        return send.payload
      case .notify(let notice), .inform(let notice):
        if case .computed(let words) = notice.text { return [words] }
        return []
      case .choose(let branches): return branches.compactMap(\.condition)
      case .set, .decide, .cancel, .task, .draft: return []
      }
    }
  }
}

extension Action.Assignment {
  /// The variable that is set, if it is one.
  var variable: ID<Variable>? {
    if case .variable(let id) = target { id } else { nil }
  }
}

extension Template.Part {
  /// All expressions that filling it may read.
  var expressionsWithin: [Expression] {
    switch self {
    case .value(.expression(let expression)): [expression]
    case .section(let section):
      [section.subject] + section.parts.flatMap(\.expressionsWithin)
    case .text, .comment, .value(.caseID): []
    }
  }
}

extension Expression {
  /// The operands of a chain of `and`, or of `or`.
  func operands(isAnd: Bool) -> [Expression] {
    switch kind {
    case .and(let left, let right) where isAnd:
      left.operands(isAnd: true) + right.operands(isAnd: true)
    case .or(let left, let right) where !isAnd:
      left.operands(isAnd: false) + right.operands(isAnd: false)
    default: [self]
    }
  }

  /// That all of these hold; nil of none.
  static func all(of conditions: [Expression], at span: Span) -> Expression? {
    conditions.first.map { first in
      conditions.dropFirst().reduce(first) {
        Expression(.and($0, $1), type: .boolean, span: span)
      }
    }
  }
}

extension ValueType {
  /// Whether its values can be told apart by constants.
  var isTold: Bool {
    switch unwrapped {
    case .list, .record, .range: false
    default: true
    }
  }
}

extension FactReads {
  /// The variables that an expression depends on, by way of decisions too.
  func variables(in expression: Expression) -> Set<ID<Variable>> {
    var found: Set<ID<Variable>> = []
    for part in closure(of: expression) {
      part.walk { if case .variable(let id) = $0.kind { found.insert(id) } }
    }
    return found
  }

  /// Whether it depends on the states that are active or on what came with an event.
  func isPassing(_ expression: Expression) -> Bool {
    var isPassing = false
    for part in closure(of: expression) {
      part.walk {
        switch $0.kind {
        case .inState, .payload: isPassing = true
        default: break
        }
      }
    }
    return isPassing
  }

  func decisions(in expression: Expression) -> Set<ID<Decision>> {
    var found: Set<ID<Decision>> = []
    for part in closure(of: expression) {
      part.walk { if case .decision(let id) = $0.kind { found.insert(id) } }
    }
    return found
  }
}
