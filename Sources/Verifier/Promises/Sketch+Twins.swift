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
          [printer.expression(shape), "\(drawn.targets.map(\.index))"] + actions
        ).inserted
      }
    }
    program.chart = chart
  }

  /// Images that do the same, now that some of what is done is left out, are one.
  mutating func mergeImages() {
    guard var chart = program.chart else { return }
    let printer = ProgramText(program)
    for fold in folds {
      var seen: Set<[String]> = []
      chart.states[fold.standIn].transitions.removeAll { id in
        let image = chart.transitions[id]
        guard let (choice, number) = chosen(by: image) else { return false }
        let deed = ["\(choice.index)", "\(image.targets.map(\.index))"]
        if seen.insert(deed + image.actions.map { key(of: $0, printer) }).inserted { return false }
        domains[choice.index].removeAll { $0 == number }
        return true
      }
    }
    program.chart = chart
  }

  /// What an image is chosen by, and the number that it has there.
  private func chosen(by image: Transition) -> (choice: ID<Fact>, number: Value)? {
    guard case .compare(.equal, let asked, let number)? = image.condition?.kind,
      case .fact(let choice) = asked.kind, choices.contains(choice),
      case .constant(let value) = number.kind
    else { return nil }
    return (choice, value)
  }

  /// A transition's condition in words; which choice an image is chosen by does not count.
  private func words(of transition: Transition, _ printer: ProgramText) -> String {
    if let (choice, number) = chosen(by: transition) {
      return "\u{1}\(number) of \(domains[choice.index])"
    }
    return transition.condition.map(printer.expression) ?? ""
  }

  /// Events that do the same wherever they come, each with those that it stands for. The promised
  /// event stands for itself alone, as do all where it is asked who may fire them.
  func findTwinEvents() -> [ID<Event>: [ID<Event>]] {
    guard let chart = program.chart else { return [:] }
    let printer = ProgramText(program)
    var deeds = program.events.elements.map { _ in [String]() }
    for id in chart.attachedTransitions {
      let transition = chart.transitions[id]
      let words =
        ["\(transition.source.index) \(transition.targets.map(\.index))"]
        + ["\(transition.isInternal) \(transition.isFirst)"]
        + [words(of: transition, printer)]
        + transition.actions.map { key(of: $0, printer) }
      for event in transition.marks.compactMap(\.self) {
        deeds[event.index].append(words.joined(separator: "\n"))
      }
    }
    let asksWhoFires =
      switch invariant.kind {
      case .canEnd, .within: true
      case .never, .requires, .leadsTo: false
      }
    var standing: [[String]: ID<Event>] = [:]
    var twins: [ID<Event>: [ID<Event>]] = [:]
    for id in program.events.ids where program.events[id].origin == .external {
      let isApart = id == invariant.promisedEvent || asksWhoFires
      let own = isApart ? ["\u{1} \(id.index)"] : deeds[id.index]
      let first = standing[own] ?? id
      standing[own] = first
      twins[first, default: []].append(id)
    }
    return twins
  }

  /// What an action does, in words that are alike where it does the same.
  func key(of action: Action, _ printer: ProgramText) -> String {
    switch action.kind {
    case .set(let assignments):
      return assignments.map { assignment in
        let value = printer.expression(assignment.value)
        return switch assignment.target {
        case .fact(let id): "fact \(id.index) \(value)"
        case .variable(let id): "variable \(id.index) \(value)"
        }
      }.joined(separator: "; ")
    case .raise(let event, _): return "raise \(event.index)"
    case .choose(let branches):
      return branches.map { branch in
        let inner = branch.actions.map { key(of: $0, printer) }
        return "(\(branch.condition.map(printer.expression) ?? "")) \(inner)"
      }.joined(separator: "; ")
    default: return "\(action.kind)"
    }
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
