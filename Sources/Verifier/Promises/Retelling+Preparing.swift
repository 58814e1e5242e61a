internal import Engine
internal import Model
internal import SourceText

// What a sketch leaves out because it may come out either way, and a case has to do: people answer
// before it goes on.
extension Retelling {
  /// Entries before a step after which more of what it asks of variables is answered as it took
  /// it, and where the case then is; nil where there are none.
  ///
  /// Events that lead nowhere are fired, each with all that may come with it, while that helps.
  func preparations(
    for step: SituationGraph.Step, in state: CaseState
  ) -> (entries: [Entry], state: CaseState)? {
    let questions = Wanted(step, sketch)
    guard !questions.asked.isEmpty else { return nil }
    var best = (entries: [Entry](), state: state)
    var score = questions.score(in: state, interpreter, program)
    var hasMore = true
    while hasMore {
      hasMore = false
      for event in setters(of: questions.variables, in: state) {
        let next = answering(event, from: best.state)
        let reached = questions.score(in: next.state, interpreter, program)
        guard reached > score else { continue }
        score = reached
        best = (best.entries + next.entries, next.state)
        hasMore = true
      }
    }
    return best.entries.isEmpty ? nil : best
  }

  /// The case after an event was fired with all that may come with it, as far as that is taken and
  /// the case stays where it is.
  private func answering(
    _ event: ID<Event>, from state: CaseState
  ) -> (entries: [Entry], state: CaseState) {
    var reached = (entries: [Entry](), state: state)
    for payload in payloads(program.events[event], state, []) {
      let entry = entry(event, payload, [])
      let result = interpreter.step(reached.state, entry)
      guard result.refusal == nil, result.state != reached.state,
        result.state.configuration == state.configuration
      else { continue }
      reached = (reached.entries + [entry], result.state)
    }
    return reached
  }

  /// Events of people that lead nowhere and set one of these.
  private func setters(of variables: Set<ID<Variable>>, in state: CaseState) -> [ID<Event>] {
    guard let chart = program.chart else { return [] }
    var events: Set<ID<Event>> = []
    for transition in chart.transitions.elements where transition.targets.isEmpty {
      guard transition.source == chart.root || state.configuration.contains(transition.source),
        transition.actions.flatMap(\.assignmentsWithin).contains(where: {
          $0.variable.map(variables.contains) ?? false
        })
      else { continue }
      events.formUnion(transition.marks.compactMap(\.self))
    }
    return events.filter { program.events[$0].origin == .external }.sorted()
  }

  /// An entry that states, too, what was found wanting when it was played; nil if that is nothing.
  func completed(_ entry: Entry, after result: StepResult) -> Entry? {
    var missing: [ID<Fact>] = []
    switch result.refusal {
    case .unknownGuard(_, let facts)?, .unknownValue(_, let facts)?: missing = facts.facts
    case nil:
      for case .waiting(let waiting) in result.trace.items { missing += waiting.missing.facts }
    default: return nil
    }
    var completed = entry
    for fact in missing where !completed.facts.contains(where: { $0.fact == fact }) {
      guard let value = candidates(for: fact).first else { continue }
      completed.facts.append(StatedFact(fact: fact, value: value, span: nil))
    }
    return completed.facts.count > entry.facts.count ? completed : nil
  }

  /// Values of a fact to try; of a list of people one with somebody in it first.
  func candidates(for fact: ID<Fact>) -> [Value] {
    let declared = program.facts[fact]
    guard case .list(.record(let record)) = declared.type.unwrapped else {
      return values.values(of: fact)
    }
    let fields = record.fields.map { field -> Value in
      if case .optional = field.type { return .null }
      if case .text = field.type { return .text("\(declared.name)1") }
      return Regions(field.type, [], program).all.first?.witness ?? .null
    }
    return [.list([.record(fields)])] + values.values(of: fact)
  }
}

/// What a step asks of variables, and how it was answered.
private struct Wanted {
  var asked: [(question: Expression, answer: Value?)] = []
  var variables: Set<ID<Variable>> = []

  init(_ step: SituationGraph.Step, _ sketch: Sketch) {
    var seen: Set<ID<Fact>> = []
    for choice in step.choices where choice.fact.index >= sketch.original.facts.count {
      let place = choice.fact.index - sketch.original.facts.count
      guard let question = sketch.questions[place],
        !sketch.dependants[place].variables.isEmpty, seen.insert(choice.fact).inserted
      else { continue }
      asked.append((question, choice.value))
      variables.formUnion(sketch.dependants[place].variables)
    }
  }

  /// How many are answered so; of what holds only if all of its parts do, how many parts hold.
  func score(in state: CaseState, _ interpreter: Interpreter, _ program: Program) -> Int {
    let evaluator = Evaluator(program: program, calendar: interpreter.calendar, state: state)
    var score = 0
    for (question, answer) in asked {
      if answer == .boolean(true) {
        let parts = question.operands(isAnd: true)
        score += parts.count { (try? evaluator.verdict($0)) == .holds }
      } else if answer == .boolean(false), (try? evaluator.verdict(question)) == .fails {
        score += 1
      }
    }
    return score
  }
}
