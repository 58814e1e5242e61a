internal import Engine
internal import Model
internal import SourceText

// Lines of the screen that lead to the same are one.
extension Sketch {
  /// `first` transitions of one state that do the same under guards that differ in a question of
  /// their own alone: the first of them stands for all.
  mutating func dropTwins() {
    guard var chart = program.chart else { return }
    let own = ownQuestions(chart)
    let printer = ProgramText(program)
    for id in chart.states.ids {
      var seen: Set<[String]> = []
      chart.states[id].transitions = chart.states[id].transitions.filter { transition in
        let drawn = chart.transitions[transition]
        guard drawn.isFirst, let condition = drawn.condition else { return true }
        let shape = condition.rebuilt { part in
          guard case .fact(let fact) = part.kind, own.contains(fact) else { return part }
          return Expression(.constant(.null), type: .null, span: part.span)
        }
        let actions = drawn.actions.map { key(of: $0, printer) }
        return seen.insert(
          [printer.expression(shape), "\(drawn.targets)"] + actions
        ).inserted
      }
    }
    program.chart = chart
  }

  private func key(of action: Action, _ printer: ProgramText) -> String {
    guard case .set(let assignments) = action.kind else { return "\(action)" }
    return assignments.map { "\($0.target) \(printer.expression($0.value))" }
      .joined(separator: "; ")
  }

  /// Questions that one place alone asks.
  private func ownQuestions(_ chart: Statechart) -> Set<ID<Fact>> {
    var counts: [ID<Fact>: Int] = [:]
    let note = { (expression: Expression) in
      expression.walk { if case .fact(let fact) = $0.kind { counts[fact, default: 0] += 1 } }
    }
    chart.reachedTransitions.compactMap(\.condition).forEach(note)
    chart.allActions.flatMap(\.expressionsWithin).forEach(note)
    condition.map(note)
    let first = original.facts.count
    return Set(counts.filter { $0.key.index >= first && $0.value == 1 }.keys)
  }
}
