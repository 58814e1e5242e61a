internal import Engine
internal import Model
internal import SourceText

// Conditions over the sketch's facts.
extension Sketch {
  /// A condition as far as it speaks of what is kept; the rest of it a question.
  mutating func abstract(_ condition: Expression) -> Expression {
    if constants.value(of: condition) != nil { return condition }
    switch condition.kind {
    case .inState: return condition
    case .not(let inner): return rebuilt(.not(abstract(inner)), condition)
    case .and: return joined(condition.operands(isAnd: true), condition) { .and($0, $1) }
    case .or: return joined(condition.operands(isAnd: false), condition) { .or($0, $1) }
    default: break
    }
    if isPlain(condition) { return condition }
    if let body = body(of: condition), matters(body, isDirect: isInFirst) { return abstract(body) }
    if case .call(.isKnown, let arguments) = condition.kind, asksApart(arguments[0]) {
      return rebuilt(.call(.isKnown, [question(arguments[0])]), condition)
    }
    return question(condition)
  }

  private func rebuilt(_ kind: Expression.Kind, _ like: Expression) -> Expression {
    Expression(kind, type: .boolean, span: like.span)
  }

  private mutating func joined(
    _ operands: [Expression], _ like: Expression,
    _ join: (Expression, Expression) -> Expression.Kind
  ) -> Expression {
    let parts = operands.filter { isInPromise || matters($0) }
    let rest = operands.filter { !isInPromise && !matters($0) }
    var all = parts.map { abstract($0) }
    if let first = rest.first {
      all.append(question(rest.dropFirst().reduce(first) { rebuilt(join($0, $1), like) }))
    }
    return all.dropFirst().reduce(all[0]) { rebuilt(join($0, $1), like) }
  }

  /// Whether the promise asks it, so that whether it is known is told by the same question.
  private func asksApart(_ expression: Expression) -> Bool {
    isInPromise || wanted.contains(text.expression(expression))
  }

  /// Whether it speaks of anything that is kept; of where the case is, only if it says so itself.
  func matters(_ expression: Expression, isDirect: Bool = true) -> Bool {
    if reads.facts(in: expression).contains(where: visible.contains) { return true }
    var isMet = false
    expression.walk { part in
      switch part.kind {
      case .inState where isDirect: isMet = true
      case .variable(let id) where kept[id] != nil: isMet = true
      case .decision, .field, .call, .compare, .membership, .fact, .some, .every:
        if !wanted.isEmpty, wanted.contains(text.expression(part)) { isMet = true }
      default: break
      }
    }
    if isMet { return true }
    return body(of: expression).map { matters($0, isDirect: isInFirst) } ?? false
  }

  /// Whether it compares what is kept with constants, and does nothing else.
  private func isPlain(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .fact(let fact): return visible.contains(fact)
    case .variable(let id): return kept[id] != nil
    case .compare(_, let left, let right):
      return isPlain(left) && constants.value(of: right) != nil
        || isPlain(right) && constants.value(of: left) != nil
    case .membership(let value, _, let tests):
      return isPlain(value) && constants.constants(in: tests) != nil
    case .call(.isKnown, let arguments):
      guard case .fact(let fact) = arguments[0].kind else { return false }
      return visible.contains(fact)
    default: return false
    }
  }

  /// What stands behind a decision's name, or one of its outputs, that is never frozen.
  private func body(of expression: Expression) -> Expression? {
    switch expression.kind {
    case .decision(let id):
      guard !decided.contains(id), case .expression(let body) = original.decisions[id].logic else {
        return nil
      }
      return body
    case .field(let record, let place):
      guard let body = body(of: record), case .record(let fields) = body.kind else { return nil }
      return fields[place]
    case .call(.isKnown, let arguments):
      guard let body = body(of: arguments[0]) else { return nil }
      return Expression(.call(.isKnown, [body]), type: .boolean, span: expression.span)
    default: return nil
    }
  }

  /// The pseudo-fact that stands for a condition not looked into.
  mutating func question(_ condition: Expression) -> Expression {
    let words = text.expression(condition)
    let key = isInFirst && !wanted.contains(words) ? "\u{1}first " + words : words
    let id = byKey[key] ?? addQuestion(condition)
    byKey[key] = id
    return Expression(.fact(id), type: .boolean, span: condition.span)
  }

  /// - Parameter condition: nil for whether an action can be carried out.
  mutating func addQuestion(_ condition: Expression?) -> ID<Fact> {
    let nowhere = Span(SourceID(0), 0, 0)
    let id = program.facts.add(
      Fact(
        name: "?\(questions.count)", title: Bilingual(""), type: .optional(.boolean),
        minimum: nil, maximum: nil, question: nil, isFixed: false, span: nowhere))
    questions.append(condition)
    let variables = condition.map { reads.variables(in: $0) } ?? []
    let facts = condition.map { reads.facts(in: $0) } ?? []
    dependants.append(
      Dependants(
        variables: variables, facts: Set(facts),
        decisions: condition.map { reads.decisions(in: $0) } ?? [],
        isPassing: condition.map { reads.isPassing($0) } ?? true))
    let isOpen = condition.map { reads.mayBeUnknown($0) } ?? true
    domains.append(
      condition == nil
        ? [.boolean(true), nil] : [.boolean(true), .boolean(false)] + (isOpen ? [nil] : []))
    return id
  }
}
