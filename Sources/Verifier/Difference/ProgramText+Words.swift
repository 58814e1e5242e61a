internal import Model
internal import SourceText

extension ProgramText {
  /// Actions in one line, those of `choose` too, with the words in both languages.
  func words(of actions: [Action]) -> String {
    actions.map(words).joined(separator: "; ")
  }

  private func words(of action: Action) -> String {
    switch action.kind {
    case .choose(let branches):
      let ways = branches.map { branch in
        (branch.condition.map { "when \(expression($0)): " } ?? "else: ")
          + words(of: branch.actions)
      }
      return "choose {" + ways.joined(separator: " / ") + "}"
    case .notify(let notice), .inform(let notice):
      guard case .fixed(let words) = notice.text, words.en != words.zh else { break }
      return self.action(action.kind) + " (\(words.en))"
    case .task(let order):
      return self.action(action.kind) + " \(order.title.zh)"
    default: break
    }
    return self.action(action.kind)
  }

  /// A template with its tags as expressions.
  func words(of template: Template) -> String { words(of: template.parts) }

  private func words(of parts: [Template.Part]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): return text
      case .comment: return ""
      case .value(.caseID): return "{{case()}}"
      case .value(.expression(let expression)): return "{{\(self.expression(expression))}}"
      case .section(let section):
        let sign = section.isInverted ? "^" : "#"
        return "{{\(sign)\(expression(section.subject))}}" + words(of: section.parts) + "{{/}}"
      }
    }.joined()
  }

  /// A decision in one line, word for word.
  func words(of logic: Decision.Logic) -> String {
    switch logic {
    case .expression(let expression): return self.expression(expression)
    case .table(let table):
      let inputs = table.inputs.map { expression($0.expression) }
      let outputs = table.outputs.map { output in
        "\(output.name) \(output.priorities.map { value($0, of: output.type) })"
      }
      let rows = table.rows.map { row in
        let asked = row.cells.map { tests($0.tests) } + [row.condition.map(expression) ?? ""]
        return (asked + row.results.map(expression)).joined(separator: " | ")
      }
      let otherwise = table.otherwise?.map(expression) ?? []
      return ([table.policy.rawValue] + inputs + outputs + rows + ["otherwise"] + otherwise)
        .joined(separator: "\n")
    }
  }
}

extension ProgramText {
  /// A promise as it is written.
  func words(of kind: Invariant.Kind) -> String {
    if case .never(let condition) = kind { return "never \(expression(condition))" }
    if case .requires(let states, let condition) = kind {
      return "in [\(paths(states))] requires \(expression(condition))"
    }
    if case .leadsTo(let states, let event, let targets) = kind {
      let name = program.events[event].name
      return "in [\(paths(states))] on \(name) leads_to [\(paths(targets))]"
    }
    if case .canEnd = kind { return "ends can" }
    if case .within(let wait) = kind {
      let begin =
        wait.event.map { "after \(program.events[$0].name)" } ?? "from [\(paths(wait.entering))]"
      let condition = wait.condition.map { " when \(expression($0))" } ?? ""
      return "\(begin) to [\(paths(wait.to))] within \(wait.limit)\(condition)"
    }
    return ""
  }

  private func paths(_ states: [ID<State>]) -> String {
    states.map { program.chart?.states[$0].path ?? "" }.joined(separator: ", ")
  }
}

extension ProgramText {
  /// The triggers of a state that share an event and are written otherwise, in their order: which
  /// of them is tried first matters.
  func overlaps(of state: State, in chart: Statechart) -> String {
    var triggers: [(pattern: String, events: Set<ID<Event>>)] = []
    for id in state.transitions {
      guard case .events(let events, let pattern) = chart.transitions[id].trigger else { continue }
      triggers.append((pattern, Set(events)))
    }
    let shared = triggers.filter { one in
      triggers.contains { $0.pattern != one.pattern && !$0.events.isDisjoint(with: one.events) }
    }
    return shared.map(\.pattern).joined(separator: ", ")
  }
}
