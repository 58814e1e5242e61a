internal import Model
internal import SourceText

/// Tells of the transitions that one state has for one event which can be taken at all.
///
/// Guards are cut into regions as a table's rows are. A transition is taken where its guard holds
/// and every guard before it fails; what is unknown stops the choice there. So one whose guard
/// holds only where a guard before it does is never taken: whatever is known, for what holds or
/// fails of some of the facts does so however the others come out.
struct GuardSearch {
  /// Why a transition is never taken.
  enum Verdict: Hashable {
    /// Nothing passes its guard.
    case holdsNowhere
    /// Wherever its guard holds, one of these does, too; by place.
    case forestalled(by: [Int])
  }

  private static let steps = 200_000

  /// Where they start.
  let state: ID<State>
  /// The transitions, in the order they are tried in.
  let transitions: [Transition]
  let columns: [Column]
  /// By transition: where its guard holds; nil where it says too much to be taken apart.
  let boxes: [[[Stretches?]]?]

  init(
    _ transitions: [Transition], in state: ID<State>, _ graph: StateGraph, _ program: Program,
    _ calendar: WorkCalendar
  ) {
    self.state = state
    self.transitions = transitions
    var shaping = Shaping(program, calendar, isThrough: true)
    let formulas = transitions.map { transition -> Formula in
      guard let condition = transition.condition else { return .constant(true) }
      return shaping.wholeCondition(condition.placed(in: state, graph))
    }
    let columns = shaping.columns()
    self.columns = columns
    boxes = formulas.map { $0.isManageable ? $0.boxes(columns, shaping.constants) : nil }
  }

  /// Why a transition is never taken; nil where it may be, or where that is not known.
  func verdict(of place: Int) -> Verdict? {
    guard let own = boxes[place] else { return nil }
    if own.isEmpty { return .holdsNowhere }
    let rivals = (0..<place).filter { boxes[$0] != nil }
    let covers = rivals.flatMap { boxes[$0] ?? [] }
    guard isWithin(own, covers) else { return nil }
    // One that does it by itself, if there is any.
    let alone = rivals.first { isWithin(own, boxes[$0] ?? []) }
    return .forestalled(by: alone.map { [$0] } ?? rivals)
  }

  /// All values of all columns.
  func whole(_ sets: [Stretches?]) -> [Stretches] {
    zip(sets, columns).map { $0 ?? Stretches(0..<$1.regions.all.count) }
  }

  /// Whether some boxes hold all that others hold; not where that takes too long to tell.
  func isWithin(_ boxes: [[Stretches?]], _ covers: [[Stretches?]]) -> Bool {
    !covers.isEmpty
      && boxes.allSatisfy { box in
        var coverage = Coverage(whole(box), covers, limit: 1, budget: Budget(Self.steps))
        return coverage.isWhole() == true
      }
  }
}

extension Expression {
  /// The same condition asked in a state: whether that state, and what is active or not along with
  /// it for sure, is active is known.
  func placed(in state: ID<State>, _ graph: StateGraph) -> Expression {
    // Most guards do not ask, and to make one anew takes longer than to look.
    guard contains(where: { if case .inState = $0.kind { true } else { false } }) else {
      return self
    }
    return rebuilt { part in
      guard case .inState(let asked) = part.kind,
        let isActive = graph.isActive(asked, whenIn: state)
      else { return part }
      return Expression(.constant(.boolean(isActive)), type: .boolean, span: part.span)
    }
  }
}

extension StateGraph {
  /// Whether a state is active when another is; nil where that depends.
  fileprivate func isActive(_ asked: ID<State>, whenIn state: ID<State>) -> Bool? {
    if asked == state || isInside(state, asked) { return true }
    if isInside(asked, state) { return nil }
    let around = Set(ancestors(of: state))
    let common = ancestors(of: asked).first { around.contains($0) }
    return common.map { chart.states[$0].kind } == .parallel ? nil : false
  }
}
