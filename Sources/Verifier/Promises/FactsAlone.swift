internal import Engine
internal import Model
internal import SourceText

/// Rules out conditions by their facts alone, whatever the workflow does: all that facts may be is
/// tried, so that what two decisions say of the same facts is seen together.
struct FactsAlone {
  private static let budget = 200_000

  private let program: Program
  private let calendar: WorkCalendar
  private let reads: FactReads
  private let constants: Constants
  private let frozen: Set<ID<Decision>>

  init(_ program: Program, _ calendar: WorkCalendar) {
    self.program = program
    self.calendar = calendar
    reads = FactReads(program)
    constants = Constants(program, calendar)
    frozen = Set((program.chart?.allActions ?? []).flatMap(\.decidedWithin))
  }

  /// How many cases there are of the facts, if what a condition says of facts alone fails in each;
  /// nil where it may hold, where it may be unknown, or where that could not be told.
  func ruleOut(_ condition: Expression) -> Int? {
    guard let asked = part(of: condition) else { return nil }
    let facts = reads.facts(in: asked)
    let all = reads.closure(of: asked)
    guard facts.allSatisfy({ isTold($0, in: all) }) else { return nil }
    let values = FactValues(program, calendar, all)
    let domains = facts.map { values.values(of: $0).map(Optional.some) + [nil] }
    let size = domains.reduce(1) { min(Self.budget + 1, $0 * $1.count) }
    guard size <= Self.budget else { return nil }
    var state: [Value?] = program.facts.elements.map { _ in nil }
    return fails(asked, facts[...], domains[...], &state) ? size : nil
  }

  /// What a condition says of facts alone, of all it says together; nil if nothing.
  func part(of condition: Expression) -> Expression? {
    Expression.all(
      of: condition.operands(isAnd: true).filter(asksFactsAlone), at: condition.span)
  }

  /// Whether conditions on facts alone never hold together; false where that could not be told.
  ///
  /// What fails while something is unknown fails however it turns out, so facts are gone through
  /// only as far as that takes.
  func excludeEachOther(_ parts: [Expression], budget: Int = 2_000) -> Bool {
    guard let first = parts.first, parts.allSatisfy(asksFactsAlone),
      let asked = Expression.all(of: parts, at: first.span)
    else { return false }
    let all = reads.closure(of: asked)
    guard !all.contains(where: \.asksWhatIsKnown) else { return false }
    let values = FactValues(program, calendar, all)
    var state: [Value?] = program.facts.elements.map { _ in nil }
    var left = budget
    return neverHolds(asked, reads.facts(in: asked)[...], values, all, &state, &left)
  }

  private func neverHolds(
    _ asked: Expression, _ facts: ArraySlice<ID<Fact>>, _ values: FactValues, _ all: [Expression],
    _ state: inout [Value?], _ left: inout Int
  ) -> Bool {
    left -= 1
    let evaluator = Evaluator(program: program, calendar: calendar, facts: state)
    guard left > 0, let verdict = try? evaluator.verdict(asked) else { return false }
    if verdict == .fails { return true }
    guard verdict != .holds, let fact = facts.first, isTold(fact, in: all) else { return false }
    defer { state[fact.index] = nil }
    for value in values.values(of: fact) {
      state[fact.index] = value
      guard neverHolds(asked, facts.dropFirst(), values, all, &state, &left) else { return false }
    }
    return true
  }

  /// How many rows there are, if in each of them a condition fails that asks nothing but what one
  /// decision of constant rows comes to, one row at a time; nil where that could not be told.
  ///
  /// A decision comes to what one of its rows says, or `otherwise`, or to null where none matches,
  /// whatever its inputs are, and keeps that where it is frozen.
  func ruleOutByRows(_ condition: Expression) -> Int? {
    let parts = condition.operands(isAnd: true)
    for part in parts {
      guard case .call(.isKnown, let asked) = part.kind, case .decision(let id) = asked[0].kind,
        let results = constants.wholeResults(of: program.decisions[id])
      else { continue }
      let own = parts.filter { $0 != part && $0.readsNothing(but: id) }
      guard let joined = Expression.all(of: own, at: condition.span) else { continue }
      let fail = results.allSatisfy { result in
        let placed = joined.rebuilt {
          $0.kind == .decision(id)
            ? Expression(.constant(result), type: $0.type, span: $0.span) : $0
        }
        return constants.value(of: placed) == .boolean(false)
      }
      if fail { return results.count }
    }
    return nil
  }

  private func fails(
    _ asked: Expression, _ facts: ArraySlice<ID<Fact>>, _ domains: ArraySlice<[Value?]>,
    _ state: inout [Value?]
  ) -> Bool {
    guard let fact = facts.first, let domain = domains.first else {
      let evaluator = Evaluator(program: program, calendar: calendar, facts: state)
      return (try? evaluator.verdict(asked)) == .fails
    }
    for value in domain {
      state[fact.index] = value
      guard fails(asked, facts.dropFirst(), domains.dropFirst(), &state) else { return false }
    }
    return true
  }

  private func asksFactsAlone(_ expression: Expression) -> Bool {
    var isAlone = true
    for part in reads.closure(of: expression) {
      part.walk {
        switch $0.kind {
        case .variable, .payload, .inState, .clock: isAlone = false
        case .decision(let decision): if frozen.contains(decision) { isAlone = false }
        default: break
        }
      }
    }
    return isAlone
  }

  /// Whether one value for each stretch between constants stands for all of a fact: it is one of a
  /// few words, or is compared with constants and not used otherwise.
  private func isTold(_ fact: ID<Fact>, in parts: [Expression]) -> Bool {
    switch program.facts[fact].type.unwrapped {
    case .boolean, .enumeration: return true
    case .list, .record, .range: return false
    default: break
    }
    var uses = 0
    var plain = 0
    for part in parts {
      part.walk {
        if $0.kind == .fact(fact) { uses += 1 }
        if comparesPlainly($0, fact) { plain += 1 }
      }
    }
    for decision in Set(parts.flatMap(reads.decisions)) {
      guard case .table(let table) = program.decisions[decision].logic else { continue }
      for (column, input) in table.inputs.enumerated() where input.expression.kind == .fact(fact) {
        let isPlain = table.rows.allSatisfy {
          constants.constants(in: $0.cells[column].tests) != nil
        }
        if isPlain { plain += 1 }
      }
    }
    return uses == plain
  }

  private func comparesPlainly(_ part: Expression, _ fact: ID<Fact>) -> Bool {
    switch part.kind {
    case .compare(_, let left, let right):
      return left.kind == .fact(fact) && constants.value(of: right) != nil
        || right.kind == .fact(fact) && constants.value(of: left) != nil
    case .membership(let value, _, let tests):
      return value.kind == .fact(fact) && constants.constants(in: tests) != nil
    case .call(.isKnown, let arguments): return arguments[0].kind == .fact(fact)
    default: return false
    }
  }
}

extension Constants {
  /// All that a decision can come to of which one row gives the result and each row gives
  /// constants; nil for others.
  fileprivate func wholeResults(of decision: Decision) -> [Value]? {
    guard case .table(let table) = decision.logic else { return nil }
    switch table.policy {
    case .unique, .any, .first, .priority: break
    default: return nil
    }
    var results: [Value] = table.otherwise == nil ? [.null] : []
    for row in table.rows.map(\.results) + [table.otherwise].compactMap(\.self) {
      let values = row.compactMap { value(of: $0) }
      guard values.count == row.count else { return nil }
      results.append(values.count == 1 ? values[0] : .record(values))
    }
    return results
  }
}

extension Expression {
  /// Whether it asks anywhere whether something is known.
  var asksWhatIsKnown: Bool {
    var asks = false
    walk { if case .call(.isKnown, _) = $0.kind { asks = true } }
    return asks
  }

  /// Whether it depends on nothing but a decision.
  fileprivate func readsNothing(but decision: ID<Decision>) -> Bool {
    var isAlone = true
    walk {
      switch $0.kind {
      case .fact, .variable, .payload, .inState, .clock: isAlone = false
      case .decision(let other): if other != decision { isAlone = false }
      default: break
      }
    }
    return isAlone
  }
}
