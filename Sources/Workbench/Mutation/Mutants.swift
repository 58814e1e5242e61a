package import Model
package import SourceText

/// Makes all mutants of a program, in the order of its decisions, transitions and deadlines.
package struct Mutants {
  private let program: Program
  private let isOwn: (Span) -> Bool
  private let text: ProgramText
  private var found: [Mutant] = []

  /// - Parameter isOwn: whether what stands there is to be changed: what a base wrote is its own
  ///   cases' to notice.
  package static func all(of program: Program, where isOwn: (Span) -> Bool) -> [Mutant] {
    withoutActuallyEscaping(isOwn) { isOwn in
      var mutants = Mutants(program, isOwn)
      mutants.makeOfDecisions()
      mutants.makeOfTransitions()
      mutants.makeOfDeadlines()
      return mutants.found
    }
  }

  private init(_ program: Program, _ isOwn: @escaping (Span) -> Bool) {
    self.program = program
    self.isOwn = isOwn
    text = ProgramText(program)
  }

  private mutating func add(
    _ kind: Mutant.Kind, _ subject: Mutant.Subject, _ name: String, _ before: String,
    _ after: String, _ span: Span, change: @escaping @Sendable (inout Program) -> Void
  ) {
    guard before != after else { return }
    found.append(
      Mutant(kind, subject, name: name, before: before, after: after, at: span, change: change))
  }
}

// Decisions: what forms of mediation made is nobody's slip.
extension Mutants {
  private mutating func makeOfDecisions() {
    for id in program.decisions.ids where !program.mediation.decisions.contains(id) {
      switch program.decisions[id].logic {
      case .expression(let expression):
        guard isOwn(expression.span) else { continue }
        for variant in expression.variants(in: program) {
          add(
            .output, .decision(id), program.decisions[id].name, text.expression(expression),
            text.expression(variant), expression.span
          ) { $0.decisions[id].logic = .expression(variant) }
        }
      case .table(let table):
        for row in table.rows.indices where isOwn(table.rows[row].span) {
          makeOfCells(of: row, in: table, id)
          makeOfResults(of: row, in: table, id)
        }
        makeOfOtherwise(table, id)
      }
    }
  }

  private mutating func makeOfCells(of row: Int, in table: DecisionTable, _ id: ID<Decision>) {
    let whole = table.rows[row]
    let name = "\(program.decisions[id].name).\(whole.id)"
    for (column, cell) in whole.cells.enumerated() where cell.tests != [.any] {
      for tests in [[.any]] + cell.tests.variants(in: program) {
        add(
          .cell, .decision(id), name, text.tests(cell.tests), text.tests(tests), cell.span
        ) { $0.decisions[id].changeTable { $0.rows[row].cells[column].tests = tests } }
      }
    }
    guard let condition = whole.condition else { return }
    for variant in condition.variants(in: program) {
      add(
        .cell, .decision(id), name, text.expression(condition), text.expression(variant),
        condition.span
      ) { $0.decisions[id].changeTable { $0.rows[row].condition = variant } }
    }
  }

  private mutating func makeOfResults(of row: Int, in table: DecisionTable, _ id: ID<Decision>) {
    let name = "\(program.decisions[id].name).\(table.rows[row].id)"
    for (output, result) in table.rows[row].results.enumerated() {
      for variant in result.variants(in: program) {
        add(
          .output, .decision(id), name, text.expression(result), text.expression(variant),
          result.span
        ) { $0.decisions[id].changeTable { $0.rows[row].results[output] = variant } }
      }
    }
  }

  private mutating func makeOfOtherwise(_ table: DecisionTable, _ id: ID<Decision>) {
    for (output, result) in (table.otherwise ?? []).enumerated() where isOwn(result.span) {
      for variant in result.variants(in: program) {
        add(
          .output, .decision(id), "\(program.decisions[id].name).otherwise",
          text.expression(result), text.expression(variant), result.span
        ) { $0.decisions[id].changeTable { $0.otherwise?[output] = variant } }
      }
    }
  }
}

// Transitions that were written as such.
extension Mutants {
  private mutating func makeOfTransitions() {
    guard let chart = program.chart else { return }
    for coverable in program.coverables {
      guard coverable.form == nil, let ids = coverable.subject.transitions, ids.count == 1,
        isOwn(coverable.span), chart.states[chart.transitions[ids[0]].source].isWritten
      else { continue }
      makeOfGuard(ids[0], chart, coverable.name)
      makeOfTarget(ids[0], chart, coverable.name)
    }
  }

  private mutating func makeOfGuard(
    _ id: ID<Transition>, _ chart: Statechart, _ name: String
  ) {
    let transition = chart.transitions[id]
    guard let condition = transition.condition else { return }
    let text = text.within(transition)
    let before = text.expression(condition)
    let others: [Expression?] =
      [nil, condition.negated] + condition.variants(in: program).map(Optional.some)
    for other in others {
      add(
        .guard, .guard(id), name, before, other.map(text.expression) ?? "", condition.span
      ) { $0.chart?.transitions[id].condition = other }
    }
  }

  /// To the next of the target's neighbours, or nowhere.
  private mutating func makeOfTarget(
    _ id: ID<Transition>, _ chart: Statechart, _ name: String
  ) {
    let transition = chart.transitions[id]
    guard transition.targets.count == 1, let target = transition.targets.first else { return }
    let siblings = (chart.states[target].parent.map { chart.states[$0].children } ?? []).filter {
      !chart.states[$0].kind.isHistory && chart.states[$0].isWritten
    }
    let place = siblings.count > 1 ? siblings.firstIndex(of: target) : nil
    let targets = place.map { [siblings[($0 + 1) % siblings.count]] } ?? []
    let after = targets.first.map { chart.states[$0].path } ?? ""
    add(
      .target, .other, name, chart.states[target].path, after, transition.span
    ) { $0.chart?.transitions[id].targets = targets }
  }
}

// Deadlines: a day, an hour or a month more.
extension Mutants {
  private mutating func makeOfDeadlines() {
    for id in program.periods.ids where isOwn(program.periods[id].span) {
      let period = program.periods[id]
      guard let longer = period.length.longer else { continue }
      add(
        .deadline, .other, period.name, "\(period.length)", "\(longer)", period.span
      ) { $0.periods[id].length = longer }
    }
    guard let chart = program.chart else { return }
    for id in chart.delayed.ids where isOwn(chart.delayed[id].span) {
      let delayed = chart.delayed[id]
      guard case .term(let term) = delayed.delay, let longer = term.longer else { continue }
      add(
        .deadline, .other, chart.states[delayed.state].path, "\(term)", "\(longer)", delayed.span
      ) { $0.chart?.delayed[id].delay = .term(longer) }
    }
    for id in chart.states.ids {
      for place in [\State.entry, \State.exit, \State.initialActions] {
        makeOfTasks(chart.states[id][keyPath: place]) { program, actions in
          program.chart?.states[id][keyPath: place] = actions
        }
      }
    }
    for id in chart.transitions.ids {
      makeOfTasks(chart.transitions[id].actions) { program, actions in
        program.chart?.transitions[id].actions = actions
      }
    }
  }

  private mutating func makeOfTasks(
    _ actions: [Action], put: @escaping @Sendable (inout Program, [Action]) -> Void
  ) {
    for change in actions.longerTasks where isOwn(change.span) {
      add(.deadline, .other, change.name, "\(change.term.old)", "\(change.term.new)", change.span) {
        put(&$0, change.actions)
      }
    }
  }
}

extension Decision {
  fileprivate mutating func changeTable(_ change: (inout DecisionTable) -> Void) {
    guard case .table(var table) = logic else { return }
    change(&table)
    logic = .table(table)
  }
}

extension State {
  /// Whether it is a state that someone wrote, not what a form is made of.
  fileprivate var isWritten: Bool {
    switch part {
    case nil, .script: true
    default: false
    }
  }
}

extension Term {
  /// One more of its unit.
  fileprivate var longer: Term? { Term(amount + 1, unit) }
}

/// A list of actions in which one task has another term.
private struct LongerTask: Sendable {
  var name: String
  var term: (old: Term, new: Term)
  var span: Span
  var actions: [Action]
}

extension [Action] {
  fileprivate var longerTasks: [LongerTask] {
    indices.flatMap { place -> [LongerTask] in
      let action = self[place]
      switch action.kind {
      case .task(var order):
        guard let within = order.within, let longer = within.longer else { return [] }
        order.within = longer
        var changed = self
        changed[place].kind = .task(order)
        return [
          LongerTask(
            name: order.id, term: (within, longer), span: action.span, actions: changed)
        ]
      case .choose(let branches):
        return branches.indices.flatMap { branch in
          branches[branch].actions.longerTasks.map { inner in
            var branches = branches
            branches[branch].actions = inner.actions
            var outer = inner
            outer.actions = self
            outer.actions[place].kind = .choose(branches)
            return outer
          }
        }
      default: return []
      }
    }
  }
}
