internal import Engine
internal import Model
internal import SourceText

/// Finds facts of which a table's columns come to lie in a box.
struct WitnessSearch {
  let program: Program
  let calendar: WorkCalendar
  let columns: [Column]
  /// By column: the facts that its value depends on.
  private let readings: [[ID<Fact>]]
  private let values: FactValues

  init(_ program: Program, _ calendar: WorkCalendar, _ columns: [Column]) {
    self.program = program
    self.calendar = calendar
    self.columns = columns
    let reads = FactReads(program)
    readings = columns.map { reads.facts(in: $0.expression) }
    values = FactValues(program, calendar, columns.map(\.expression))
  }

  /// Facts of which some assignment puts every column into its regions, and for which something
  /// holds of the interpreter; nil where none was found.
  func facts(in box: Box, where holds: ([Value?]) -> Bool) -> [Value?]? {
    let involved = order(of: readings.flatMap(\.self))
    var attempt = Attempt(
      facts: Array(repeating: nil, count: program.facts.count), effort: 4000)
    let choices = involved.map { candidates(for: $0, in: box) }
    return search(0, involved, choices, box, &attempt, holds) ? attempt.facts : nil
  }

  private struct Attempt {
    var facts: [Value?]
    var effort: Int
  }

  /// Each fact once, those that stand in a column of their own first.
  private func order(of facts: [ID<Fact>]) -> [ID<Fact>] {
    let direct = columns.compactMap(\.fact)
    var order: [ID<Fact>] = []
    for fact in direct + facts where !order.contains(fact) { order.append(fact) }
    return order
  }

  private func candidates(for fact: ID<Fact>, in box: Box) -> [Value] {
    let all = values.values(of: fact)
    guard let column = columns.firstIndex(where: { $0.fact == fact }) else { return all }
    let regions = columns[column].regions
    let inside = box[column].members.map { regions.all[$0].witness }
    let isAlone = readings.indices.allSatisfy { $0 == column || !readings[$0].contains(fact) }
    if isAlone { return Array(inside.prefix(1)) }
    return Regions.distinct(
      inside + all.filter { regions.index(of: $0).map(box[column].contains) ?? false })
      + (inside.contains(.null) ? [.null] : [])
  }

  private func search(
    _ place: Int, _ facts: [ID<Fact>], _ candidates: [[Value]], _ box: Box,
    _ attempt: inout Attempt, _ holds: ([Value?]) -> Bool
  ) -> Bool {
    attempt.effort -= 1
    guard attempt.effort > 0 else { return false }
    guard place < facts.count else {
      return complete(attempt.facts, box, upTo: facts) && holds(attempt.facts)
    }
    for value in candidates[place] {
      attempt.facts[facts[place].index] = value
      if complete(attempt.facts, box, upTo: Array(facts[...place])),
        search(place + 1, facts, candidates, box, &attempt, holds)
      {
        return true
      }
      if attempt.effort <= 0 { return false }
    }
    attempt.facts[facts[place].index] = nil
    return false
  }

  /// Whether the columns all of whose facts are stated lie in the box; the last fact must be among
  /// them.
  private func complete(_ facts: [Value?], _ box: Box, upTo stated: [ID<Fact>]) -> Bool {
    let evaluator = Evaluator(
      program: program, calendar: calendar, facts: facts,
      variables: program.variables.elements.map(\.start))
    for column in columns.indices {
      guard stated.last.map(readings[column].contains) ?? true,
        readings[column].allSatisfy(stated.contains),
        box[column].count < columns[column].regions.all.count
      else { continue }
      guard case .known(let value)? = try? evaluator.evaluate(columns[column].expression),
        let region = columns[column].regions.index(of: value), box[column].contains(region)
      else { return false }
    }
    return true
  }
}

/// Which facts an expression depends on, by way of decisions too.
struct FactReads {
  let program: Program

  init(_ program: Program) {
    self.program = program
  }

  func facts(in expression: Expression) -> [ID<Fact>] {
    var found: [ID<Fact>] = []
    var decisions: [ID<Decision>] = []
    visit(expression, &found, &decisions)
    return found
  }

  /// The facts that a decision depends on.
  func facts(in decision: ID<Decision>) -> [ID<Fact>] {
    var found: [ID<Fact>] = []
    var decisions = [decision]
    for expression in program.decisions[decision].expressions {
      visit(expression, &found, &decisions)
    }
    return found
  }

  /// The expression and all that the decisions it uses read.
  func closure(of expression: Expression) -> [Expression] {
    var all = [expression]
    var seen: Set<ID<Decision>> = []
    var next = 0
    while next < all.count {
      var inner: [ID<Decision>] = []
      all[next].walk { if case .decision(let decision) = $0.kind { inner.append(decision) } }
      for decision in inner where seen.insert(decision).inserted {
        all += program.decisions[decision].expressions
      }
      next += 1
    }
    return all
  }

  private func visit(
    _ expression: Expression, _ found: inout [ID<Fact>], _ decisions: inout [ID<Decision>]
  ) {
    var inner: [ID<Decision>] = []
    var facts: [ID<Fact>] = []
    expression.walk {
      if case .fact(let fact) = $0.kind { facts.append(fact) }
      if case .decision(let decision) = $0.kind { inner.append(decision) }
    }
    for fact in facts where !found.contains(fact) { found.append(fact) }
    for decision in inner where !decisions.contains(decision) {
      decisions.append(decision)
      for part in program.decisions[decision].expressions { visit(part, &found, &decisions) }
    }
  }
}
