internal import Model
package import SourceText

/// What surely holds of every move up a ladder, whatever the facts are: it leads to a higher level,
/// changes no fact and takes no paper away, so that the file goes up whole.
///
/// Nothing of a case is lost where nothing is set but where the case is, how often it failed and
/// moved up, and the answers to consents that are asked for anew.
package struct LadderLook: Sendable {
  /// A move that does not.
  package struct Fault: Hashable, Sendable {
    /// What of it does not hold.
    package enum Kind: Hashable, Sendable {
      /// It leads to no higher level.
      case down
      /// It does more than say where the case is.
      case loses
    }

    package var from: String
    package var to: String
    package var kind: Kind
    package var span: Span
  }

  package let levels: Int
  package let moves: Int
  package let faults: [Fault]

  package init(_ ladder: Ladder) {
    levels = ladder.levels.count
    moves = ladder.moves.count
    faults = ladder.moves.flatMap { move in
      ladder.faults(of: move).map { kind in
        Fault(
          from: ladder.chart.states[move.from].name, to: ladder.chart.states[move.to].name,
          kind: kind, span: ladder.chart.transitions[move.transition].span)
      }
    }
  }
}

extension Ladder {
  fileprivate func faults(of move: Move) -> [LadderLook.Fault.Kind] {
    let order = { (level: ID<State>) in levels.firstIndex(of: level) ?? 0 }
    return (order(move.to) > order(move.from) ? [] : [.down])
      + (chart.transitions[move.transition].actions.allSatisfy(keepsFile) ? [] : [.loses])
  }

  /// Whether an action changes nothing of what a case holds.
  private func keepsFile(_ action: Action) -> Bool {
    guard case .set(let assignments) = action.kind else { return false }
    return assignments.allSatisfy { assignment in
      guard case .variable(let variable) = assignment.target else { return false }
      return place.contains(variable) || asksAnew(assignment)
    }
  }

  /// Whether it takes back the answers to a consent.
  func asksAnew(_ assignment: Action.Assignment) -> Bool {
    program.mediation.consents.contains { .variable($0.answers) == assignment.target }
  }
}
