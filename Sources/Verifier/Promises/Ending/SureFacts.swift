internal import Engine
internal import Model
internal import SourceText

/// What follows from stating all facts at once: which questions of a sketch are then answered,
/// whatever else a case is.
///
/// What an action may set, what stays once stated, and all that depends on variables, clocks, on
/// what comes with an event or on where the case is counts as open either way.
struct SureFacts {
  private let sketch: Sketch
  private let program: Program
  private let reads: FactReads
  private let evaluator: (_ facts: [Value?]) -> Evaluator
  /// By fact: something to state of it where nothing asks for more.
  private let plain: [Value?]
  /// Facts that are as they are stated until the next entry.
  private let firm: Set<ID<Fact>>

  init(_ sketch: Sketch) {
    self.sketch = sketch
    let program = sketch.original
    self.program = program
    reads = FactReads(program)
    let calendar = sketch.calendar
    evaluator = { Evaluator(program: program, calendar: calendar, facts: $0) }
    let values = FactValues(
      program, calendar,
      program.decisions.elements.flatMap(\.expressions) + sketch.questions.compactMap(\.self))
    plain = program.facts.ids.map { fact in
      let values = values.values(of: fact)
      return values.contains(.boolean(false)) ? .boolean(false) : values.first
    }
    let set = (program.chart?.allActions ?? []).flatMap(\.assignmentsWithin).map(\.target)
    firm = Set(
      program.facts.ids.filter { !program.facts[$0].isFixed && !set.contains(.fact($0)) })
  }

  /// What each fact of the sketch may be where these facts are stated, and all others too; nil
  /// where it cannot be said what to state.
  func domains(stating stated: [StatedFact], event: ID<Event>?) -> [[Value?]]? {
    var facts = plain
    for one in stated { facts[one.fact.index] = one.value ?? facts[one.fact.index] }
    guard !facts.contains(nil), mayBeFired(event, facts) else { return nil }
    var domains = sketch.domains
    for (place, question) in sketch.questions.enumerated() {
      let index = program.facts.count + place
      // All is known, so nothing waits.
      domains[index].removeAll { $0 == nil }
      guard let question, question.type == .boolean else { continue }
      do {
        switch try evaluator(facts).verdict(opened(question)) {
        case .holds: domains[index] = [.boolean(true)]
        case .fails: domains[index] = [.boolean(false)]
        case .unknown: break
        }
      } catch {
        return nil
      }
    }
    return domains
  }

  /// Whether there is a role that may fire it then, or anyone may.
  private func mayBeFired(_ event: ID<Event>?, _ facts: [Value?]) -> Bool {
    guard let event else { return true }
    let roles = program.events[event].roles
    return roles.isEmpty
      || roles.contains { role in
        guard let condition = program.roles[role].condition else { return true }
        return (try? evaluator(facts).verdict(opened(condition))) == .holds
      }
  }

  /// An expression in which all that is not told by the facts stated is unknown.
  private func opened(_ expression: Expression) -> Expression {
    expression.rebuilt { part in
      switch part.kind {
      case .fact(let fact): return firm.contains(fact) ? part : unknown(part)
      case .variable, .payload, .inState, .clock: return unknown(part)
      case .decision(let decision): return isFirm(decision, part) ? part : unknown(part)
      case .call(.isKnown, _):
        // Whatever it asks for has been stated, or follows from what has.
        return Expression(.constant(.boolean(true)), type: .boolean, span: part.span)
      default: return part
      }
    }
  }

  /// What came with the event, where there is none.
  private func unknown(_ part: Expression) -> Expression {
    Expression(.payload(0), type: part.type, span: part.span)
  }

  private func isFirm(_ decision: ID<Decision>, _ asked: Expression) -> Bool {
    guard !sketch.decided.contains(decision) else { return false }
    var isFirm = true
    for part in reads.closure(of: asked) {
      part.walk {
        switch $0.kind {
        case .fact(let fact): if !firm.contains(fact) { isFirm = false }
        case .variable, .payload, .inState, .clock: isFirm = false
        case .decision(let inner): if sketch.decided.contains(inner) { isFirm = false }
        default: break
        }
      }
    }
    return isFirm
  }
}
