internal import Model
internal import SourceText

extension Stepper {
  /// Carries out actions in written order.
  mutating func perform(_ actions: [Action]) throws(Stop) {
    for action in actions { try perform(action) }
  }

  private mutating func perform(_ action: Action) throws(Stop) {
    switch action.kind {
    case .set(let assignments): try set(assignments)
    case .decide(let decision): try decide(decision)
    case .raise(let event, let expressions):
      raise(QueuedEvent(event: event, payload: try payload(of: event, expressions)))
    case .send(let send): try self.send(send, action)
    case .cancel(let id):
      cancelTimers { owner in
        if case .send(let own) = owner { own == id } else { false }
      }
    case .task(let order): try give(order, action)
    case .notify(let notice):
      let text = try words(of: notice.text)
      let end = try noticeEnd(notice, at: action.span)
      emit(
        .notify(
          to: notice.to, text: text.en, textZh: text.zh, within: notice.within,
          due: end?.deadline.instant, lastDay: end?.deadline.lastDay),
        basis: action.basis)
    case .inform(let notice):
      let text = try words(of: notice.text)
      emit(.inform(text: text.en, textZh: text.zh), basis: action.basis)
    case .draft(let document): try draft(document, action)
    case .choose(let branches): try choose(branches, action)
    }
  }

  /// Until when a notice must have reached those it goes to; nil where nothing says so or the case
  /// has no time: a notice does not wait for a clock.
  private func noticeEnd(_ notice: Action.Notice, at span: Span) throws(Stop) -> Appointment? {
    guard let term = notice.within, now != nil else { return nil }
    return try deadline(after: term, at: span)
  }

  private func values(of expressions: [Expression]) throws(Stop) -> [Value] {
    var values: [Value] = []
    for expression in expressions { values.append(try value(of: expression)) }
    return values
  }

  /// What an event is made with. A text that breaks the format of its field is refused, as it is
  /// where people state it.
  func payload(
    of event: ID<Event>, _ expressions: [Expression]
  ) throws(Stop) -> [Value] {
    let values = try values(of: expressions)
    for (field, made) in zip(program.events[event].payload, zip(values, expressions)) {
      guard let broken = made.0.formatFault(in: field.type) else { continue }
      let problem = broken.format.problem(broken.fault)
      let place = Bilingual(
        en: "`\(field.name)`: \(problem.en)", zh: "`\(field.name)`：\(problem.zh)")
      throw .fault(Fault(.outOfBounds(place), at: made.1.span))
    }
    return values
  }

  private mutating func set(_ assignments: [Action.Assignment]) throws(Stop) {
    let values = try values(of: assignments.map(\.value))
    for (assignment, value) in zip(assignments, values) {
      switch assignment.target {
      case .variable(let variable):
        let old = state.variables[variable.index]
        state.variables[variable.index] = value
        trace.items.append(.variableSet(variable, old: old, new: value))
      case .fact(let fact):
        if let problem = FactBounds.problem(with: value, for: program.facts[fact], in: program) {
          throw .fault(Fault(.outOfBounds(problem), at: assignment.value.span))
        }
        record(fact, value)
      }
    }
  }

  /// States a fact, or takes it back.
  mutating func record(_ fact: ID<Fact>, _ value: Value?) {
    let old = state.facts[fact.index]
    oracle?.note(fact, is: value)
    guard old != value else { return }
    state.facts[fact.index] = value
    trace.items.append(.factStated(fact, old: old, new: value))
  }

  private mutating func decide(_ decision: ID<Decision>) throws(Stop) {
    var unfrozen = state
    unfrozen.frozen[decision.index] = nil
    let decided: Decided
    do {
      decided = try Evaluator(
        program: program, calendar: calendar, state: unfrozen, payload: [], today: businessDate
      ).decide(decision)
    } catch {
      throw .fault(error)
    }
    state.frozen[decision.index] = nil
    switch decided {
    case .decided(let outcome): freeze(decision, outcome)
    case .open(let missing):
      if !state.pending.contains(decision) { state.pending.append(decision) }
      trace.items.append(.decisionPending(decision, missing))
    }
  }

  private mutating func choose(_ branches: [Action.Branch], _ action: Action) throws(Stop) {
    for branch in branches {
      guard let condition = branch.condition else { return try perform(branch.actions) }
      switch try verdict(of: condition) {
      case .holds: return try perform(branch.actions)
      case .fails: continue
      case .unknown(let missing): throw .unknown(condition.span, missing)
      }
    }
  }

  private mutating func draft(_ document: ID<Document>, _ action: Action) throws(Stop) {
    let paper = program.documents[document]
    var missing = Missing(paper.needs.filter { state.facts[$0.index] == nil })
    var filling = TemplateFilling(evaluator(payload: []), blanks: paper.blanks)
    let filled: [Filled]?
    do {
      filled = try paper.template.map { (words) throws(Fault) in try filling.fill(words.parts) }
    } catch {
      throw .fault(error)
    }
    if let more = filling.missing { missing.add(more.facts) }
    guard missing.facts.isEmpty, filling.missing == nil else {
      throw .unknown(action.span, missing)
    }
    if !state.drafted.contains(document) { state.drafted.append(document) }
    let basis = action.basis + paper.basis.filter { !action.basis.contains($0) }
    emit(.draft(document, filled), basis: basis)
  }

  private func words(of message: Action.Message) throws(Stop) -> Bilingual {
    switch message {
    case .fixed(let text): return text
    case .computed(let expression):
      guard case .text(let text) = try value(of: expression) else {
        throw .fault(
          Fault(
            .outOfBounds(Bilingual(en: "a message is null", zh: "通知的文字是 null")), at: expression.span
          ))
      }
      return Bilingual(text)
    }
  }

  mutating func emit(_ kind: Effect.Kind, basis: [Basis]) {
    let effect = Effect(kind: kind, ordinal: nextSerial(), basis: basis)
    effects.append(effect)
    trace.items.append(.effect(effect))
  }
}
