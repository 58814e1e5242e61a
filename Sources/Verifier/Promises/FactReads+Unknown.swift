internal import Model
internal import SourceText

extension FactReads {
  /// Whether an expression may be unknown where these facts are known: `is known(x) and x > 5` may
  /// not. Where it cannot tell, it says yes.
  func mayBeUnknown(_ expression: Expression, knowing known: Set<ID<Fact>> = []) -> Bool {
    switch expression.kind {
    case .fact(let fact): return !known.contains(fact)
    case .call(.isKnown, _), .constant, .variable, .local, .payload, .inState, .clock: return false
    case .and:
      let operands = expression.operands(isAnd: true)
      let all = known.union(operands.flatMap(known(by:)))
      return operands.contains { mayBeUnknown($0, knowing: all) }
    case .conditional(let condition, let then, let otherwise):
      return mayBeUnknown(condition, knowing: known)
        || mayBeUnknown(then, knowing: known.union(self.known(by: condition)))
        || mayBeUnknown(otherwise, knowing: known)
    case .decision(let id): return mayBeUnknown(id, knowing: known)
    default: return expression.children.contains { mayBeUnknown($0, knowing: known) }
    }
  }

  private func mayBeUnknown(_ id: ID<Decision>, knowing known: Set<ID<Fact>>) -> Bool {
    guard case .expression(let body) = program.decisions[id].logic else {
      return facts(in: id).contains { !known.contains($0) }
    }
    return mayBeUnknown(body, knowing: known)
  }

  /// Facts that are known wherever a condition holds.
  func known(by condition: Expression) -> [ID<Fact>] {
    switch condition.kind {
    case .and:
      return condition.operands(isAnd: true).flatMap(known(by:))
    case .call(.isKnown, let arguments):
      if case .fact(let fact) = arguments[0].kind { return [fact] }
      return []
    default: return []
    }
  }

  /// Whether a template may leave something open, other than the blanks.
  func mayStayOpen(_ parts: [Template.Part], knowing known: Set<ID<Fact>>) -> Bool {
    parts.contains { part in
      switch part {
      case .text, .comment, .value(.caseID): return false
      case .value(.expression(let expression)): return mayBeUnknown(expression, knowing: known)
      case .section(let section):
        let inside = section.isInverted ? known : known.union(self.known(by: section.subject))
        return mayBeUnknown(section.subject, knowing: known)
          || mayStayOpen(section.parts, knowing: inside)
      }
    }
  }
}
