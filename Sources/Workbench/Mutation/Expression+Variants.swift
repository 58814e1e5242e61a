internal import Model
internal import SourceText

extension Expression {
  /// The expression with one change somewhere in it, outermost first.
  func variants(in program: Program) -> [Expression] {
    var found = changes(in: program)
    let parts = children
    for (place, part) in parts.enumerated() {
      for variant in part.variants(in: program) {
        var changed = parts
        changed[place] = variant
        found.append(replacingChildren(changed))
      }
    }
    return found
  }

  var negated: Expression { Expression(.not(self), type: .boolean, span: span) }

  /// Changes of the outermost part itself.
  private func changes(in program: Program) -> [Expression] {
    let kinds: [Kind]
    switch kind {
    case .constant(let value): kinds = value.neighbours(in: program).map(Kind.constant)
    case .not(let inner): return [inner]
    case .and(let left, let right): return [with(.or(left, right)), left, right]
    case .or(let left, let right): return [with(.and(left, right)), left, right]
    case .compare(let sign, let left, let right):
      kinds = sign.others.map { .compare($0, left, right) }
    case .arithmetic(let sign, let left, let right):
      // Texts are joined, and days told apart, by the same signs.
      let isOfNumbers = left.type.isNumeric && right.type.isNumeric
      switch sign {
      case .add where isOfNumbers: kinds = [.arithmetic(.subtract, left, right)]
      case .subtract where isOfNumbers: kinds = [.arithmetic(.add, left, right)]
      default: kinds = []
      }
    case .conditional(let condition, let then, let otherwise):
      kinds = [.conditional(condition, then: otherwise, else: then)]
    case .membership(let value, let slot, let tests):
      kinds = tests.variants(in: program).map { .membership(value, slot: slot, $0) }
    case .some(let slot, let list, let body):
      kinds = [.every(slot: slot, in: list, satisfies: body)]
    case .every(let slot, let list, let body):
      kinds = [.some(slot: slot, in: list, satisfies: body)]
    default: kinds = []
    }
    return kinds.map(with)
  }

  private func with(_ kind: Kind) -> Expression { Expression(kind, type: type, span: span) }
}

extension [UnaryTest] {
  /// The tests without one, or with one said otherwise.
  func variants(in program: Program) -> [[UnaryTest]] {
    var found: [[UnaryTest]] = []
    for (place, test) in enumerated() {
      if count > 1 {
        var fewer = self
        fewer.remove(at: place)
        found.append(fewer)
      }
      found += test.changes(in: program, isAlone: count == 1).map { change in
        var changed = self
        changed.replaceSubrange(place...place, with: change)
        return changed
      }
    }
    // A word twice in a list is one that was left out.
    return found.filter { tests in tests.count < 2 || Set(tests.map(\.words)).count == tests.count }
  }
}

extension UnaryTest {
  /// What may stand in its place, with its own sign changed or what it compares with.
  fileprivate func changes(in program: Program, isAlone: Bool) -> [[UnaryTest]] {
    switch self {
    case .any: return []
    case .compare(let sign, let expression):
      let others = sign == .equal && !isAlone ? [] : sign.others
      return others.map { [.compare($0, expression)] }
        + expression.variants(in: program).map { [.compare(sign, $0)] }
    case .within(let range): return range.variants(in: program).map { [.within($0)] }
    case .not(let tests): return [tests] + tests.variants(in: program).map { [.not($0)] }
    case .condition(let condition):
      return condition.variants(in: program).map { [.condition($0)] }
    }
  }
}

extension UnaryTest {
  /// What it compares with, wherever it stands; the test itself where that is no constant.
  fileprivate var words: UnaryTest {
    guard case .compare(let sign, let expression) = self, case .constant = expression.kind else {
      return self
    }
    let nowhere = Span(SourceID(0), 0, 0)
    return .compare(sign, Expression(expression.kind, type: expression.type, span: nowhere))
  }
}

extension ComparisonOperator {
  /// What it is easily confused with: with and without the bound, and turned round.
  fileprivate var others: [ComparisonOperator] {
    switch self {
    case .equal: [.notEqual]
    case .notEqual: [.equal]
    case .less: [.lessOrEqual, .greaterOrEqual]
    case .lessOrEqual: [.less, .greater]
    case .greater: [.greaterOrEqual, .lessOrEqual]
    case .greaterOrEqual: [.greater, .less]
    }
  }
}

extension Value {
  /// Another value of the same type, near to it; none for what has no near one.
  fileprivate func neighbours(in program: Program) -> [Value] {
    switch self {
    case .boolean(let value): return [.boolean(!value)]
    case .number(let number): return (try? number + 1).map { [.number($0)] } ?? []
    case .text(let text): return [.text(text == "…" ? "" : "…")]
    case .date(let date): return date.adding(days: 1).map { [.date($0)] } ?? []
    case .word(let type, let word):
      let count = program.enumerations[type].words.count
      return count > 1 ? [.word(type, (word + 1) % count)] : []
    case .range(let range):
      var low = range
      var high = range
      low.isLowIncluded.toggle()
      high.isHighIncluded.toggle()
      return (range.low == nil ? [] : [.range(low)]) + (range.high == nil ? [] : [.range(high)])
    case .list(let values):
      return values.isEmpty ? [] : [.list(Array(values.dropLast()))]
    case .null, .dateTime, .dayTimeDuration, .yearMonthDuration, .record: return []
    }
  }
}
