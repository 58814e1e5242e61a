internal import SourceText

extension ProgramText {
  /// A delay as written: `3 workdays`, or its expression.
  package func delay(_ delay: Delay) -> String {
    switch delay {
    case .term(let term): "\(term)"
    case .expression(let expression): self.expression(expression)
    }
  }

  func dump(_ actions: [Action], to outline: inout Outline) {
    for action in actions {
      if case .choose(let branches) = action.kind {
        outline.line("choose" + bases(action.basis).because)
        outline.indented { outline in
          for branch in branches {
            outline.line(branch.condition.map { "when " + expression($0) } ?? "else")
            outline.indented { dump(branch.actions, to: &$0) }
          }
        }
      } else {
        outline.line(self.action(action.kind) + bases(action.basis).because)
      }
    }
  }

  /// One action on one line; what a `choose` holds is left out.
  package func action(_ kind: Action.Kind) -> String {
    switch kind {
    case .set(let assignments): "set " + assignments.map(assignment).joined(separator: ", ")
    case .decide(let decision): "decide \(program.decisions[decision].name)"
    case .raise(let event, let values): "raise " + self.event(event, with: values)
    case .send(let send):
      "send " + event(send.event, with: send.payload)
        + (send.delay.map { " after " + delay($0) } ?? "") + (send.id.map { " id \($0)" } ?? "")
    case .cancel(let id): "cancel \(id)"
    case .task(let order): task(order)
    case .notify(let notice):
      "notify " + notice.to.joined(separator: ", ")
        + (notice.within.map { " within \($0)" } ?? "") + message(notice.text)
    case .inform(let notice): "inform" + message(notice.text)
    case .draft(let document): "draft \(program.documents[document].name)"
    case .choose: "choose"
    }
  }

  private func assignment(_ assignment: Action.Assignment) -> String {
    let name =
      switch assignment.target {
      case .fact(let id): program.facts[id].name
      case .variable(let id): program.variables[id].name
      }
    return "\(name) = \(expression(assignment.value))"
  }

  private func event(_ id: ID<Event>, with values: [Expression]) -> String {
    let event = program.events[id]
    let fields = zip(event.payload, values).map { "\($0.name): \(expression($1))" }
    return event.name + (fields.isEmpty ? "" : " {" + fields.joined(separator: ", ") + "}")
  }

  private func task(_ order: Action.TaskOrder) -> String {
    "task \(order.id)"
      + (order.to.isEmpty ? "" : " to " + order.to.joined(separator: ", "))
      + (order.within.map { " within \($0)" } ?? "")
      + (order.doneBy.map { " done by \(program.events[$0].name)" } ?? "")
  }

  private func message(_ message: Action.Message) -> String {
    switch message {
    case .fixed(let words): words.zh.isEmpty ? "" : ": \(ProgramText.quoted(words.zh))"
    case .computed(let expression): ": \(self.expression(expression))"
    }
  }
}
