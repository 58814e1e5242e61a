internal import Engine
internal import Model
internal import SourceText

/// Makes a case of a way through a sketch: facts that answer its questions as it did, moments at
/// which its timers fire. The interpreter plays each entry of it, and has the last word.
struct Retelling {
  let sketch: Sketch
  let program: Program
  let interpreter: Interpreter
  let values: FactValues
  private let reads: FactReads
  /// Says of where an entry came to whether the promise is broken there, where its kind alone does
  /// not.
  private var isMet: (@Sendable (CaseState) -> Bool)?
  /// How many entries may still be tried; to look for what may be stated in one counts for some.
  private var patience = 3_000
  /// Whom to ask for facts that are found by arithmetic alone.
  private let desk: SolverDesk?

  /// - Parameter isMet: for `ends: can`, whether a case stands where no end can be reached.
  init(
    _ sketch: Sketch, _ chart: Statechart, _ calendar: WorkCalendar,
    isMet: (@Sendable (CaseState) -> Bool)? = nil, asking desk: SolverDesk? = nil
  ) {
    self.sketch = sketch
    self.isMet = isMet
    self.desk = desk
    program = sketch.original
    interpreter = Interpreter(program: program, calendar: calendar)
    values = FactValues(
      program, calendar,
      program.decisions.elements.flatMap(\.expressions)
        + chart.transitions.elements.compactMap(\.condition)
        + sketch.questions.compactMap(\.self))
    reads = FactReads(program)
  }

  /// When the case is opened.
  var opening = Self.firstDay

  /// When a case is opened where nothing asks for another day.
  static var firstDay: DateTime? {
    CalendarDate(year: 2026, month: 1, day: 5).flatMap { DateTime(startOf: $0, offset: .china) }
  }

  /// A case that goes the way to where it leads; nil where none was found.
  mutating func told(along way: [SituationGraph.Step]) -> CaseFile? {
    guard let last = way.last else { return nil }
    let folds = sketch.folds
    isMet = { folds.configuration($0.configuration) == last.configuration }
    return caseFile(along: way)
  }

  /// A case that goes the way and breaks the promise at its end; nil where none was found.
  mutating func caseFile(along way: [SituationGraph.Step]) -> CaseFile? {
    guard let first = way.first else { return nil }
    let blank = interpreter.blank(opened: opening)
    for facts in assignments(for: first, in: blank, event: nil) {
      let opened = interpreter.open(facts, at: opening)
      guard opened.refusal == nil else { continue }
      if way.count == 1 {
        if isBroken(opened, by: entry(nil, [], facts), before: blank) { return file(facts, []) }
        continue
      }
      guard drawn(opened.state) == first.configuration else { continue }
      if let journal = journal(way.dropFirst(), from: opened.state) { return file(facts, journal) }
    }
    return nil
  }

  private func drawn(_ state: CaseState) -> [ID<State>] {
    sketch.folds.configuration(state.configuration)
  }

  private func file(_ facts: [StatedFact], _ journal: [Entry]) -> CaseFile {
    CaseFile(
      id: sketch.invariant.name, opened: opening, facts: facts, journal: journal,
      expectation: nil, span: sketch.invariant.span)
  }

  private mutating func journal(
    _ way: ArraySlice<SituationGraph.Step>, from state: CaseState
  ) -> [Entry]? {
    guard let step = way.first else { return [] }
    if let journal = journal(by: step, way, from: state) { return journal }
    guard patience > 0, let prepared = preparations(for: step, in: state) else { return nil }
    return journal(by: step, way, from: prepared.state).map { prepared.entries + $0 }
  }

  private mutating func journal(
    by step: SituationGraph.Step, _ way: ArraySlice<SituationGraph.Step>, from state: CaseState
  ) -> [Entry]? {
    patience -= 25
    guard patience > 0 else { return nil }
    for first in entries(for: step, in: state) {
      var next: Entry? = first
      while let entry = next {
        patience -= 1
        guard patience > 0 else { return nil }
        let result = interpreter.step(state, entry)
        if way.count == 1 {
          if isBroken(result, by: entry, before: state) { return [entry] }
        } else if result.refusal == nil, drawn(result.state) == step.configuration {
          if let rest = journal(way.dropFirst(), from: result.state) { return [entry] + rest }
          break
        }
        next = completed(entry, after: result)
      }
    }
    return nil
  }

  private func isBroken(
    _ result: StepResult, by entry: Entry, before: CaseState
  ) -> Bool {
    switch sketch.invariant.kind {
    case .canEnd, .within: result.refusal == nil && isMet?(result.state) == true
    case .never, .requires, .leadsTo:
      Promise.isBroken(sketch.invariant.kind, by: entry, result, before, interpreter)
    }
  }
}

// Entries that may do what a step did.
extension Retelling {
  func entries(
    for step: SituationGraph.Step, in state: CaseState
  ) -> [Entry] {
    var entries: [Entry] = []
    for facts in assignments(for: step, in: state, event: step.event) {
      guard let event = step.event else {
        entries.append(entry(nil, [], facts))
        continue
      }
      for event in sketch.twinEvents[event] ?? [event] {
        entries += self.entries(firing: event, facts, in: state)
      }
    }
    return entries
  }

  private func entries(
    firing event: ID<Event>, _ facts: [StatedFact], in state: CaseState
  ) -> [Entry] {
    let declared = program.events[event]
    guard declared.origin == .external else {
      // A clock of the case: time passes until it is due.
      let timer = state.timers.first { $0.queued.event == event }
      return timer.map { [entry(nil, [], facts, at: $0.due)] } ?? []
    }
    return payloads(declared, state, facts).map { entry(event, $0, facts) }
  }

  func entry(
    _ event: ID<Event>?, _ payload: [Value], _ facts: [StatedFact], at moment: DateTime? = nil
  ) -> Entry {
    Entry(
      at: moment, event: event, payload: payload,
      by: event.flatMap { program.events[$0].roles.first }, facts: facts, expectation: nil,
      span: nil)
  }

  /// What may come with an event: for texts the names that people in the case have.
  func payloads(
    _ event: Event, _ state: CaseState, _ facts: [StatedFact]
  ) -> [[Value]] {
    var names: [Value] = []
    for value in state.facts.compactMap(\.self) + facts.compactMap(\.value) {
      guard case .list(let elements) = value else { continue }
      for case .record(let fields) in elements {
        names += fields.filter { if case .text = $0 { true } else { false } }
      }
    }
    var payloads: [[Value]] = [[]]
    for field in event.payload {
      var choices = Regions(field.type, [], program).all.map(\.witness)
      if case .text = field.type.unwrapped { choices = Regions.distinct(names) + choices }
      payloads = payloads.flatMap { payload in choices.map { payload + [$0] } }
    }
    return Array(payloads.prefix(32))
  }

  /// Facts to state so that the questions of a step are answered as it took them, likeliest first.
  func assignments(
    for step: SituationGraph.Step, in state: CaseState, event: ID<Event>?
  ) -> [[StatedFact]] {
    var wanted: [ID<Fact>: Value?] = [:]
    var questions: [(asked: Expression, answer: Value?)] = []
    var answered: Set<ID<Fact>> = []
    for choice in step.choices {
      if choice.fact.index < program.facts.count {
        if wanted[choice.fact] == nil { wanted[choice.fact] = .some(choice.value) }
      } else if let asked = sketch.questions[choice.fact.index - program.facts.count],
        answered.insert(choice.fact).inserted
      {
        // Asked again, it is answered after something has happened.
        questions.append((asked, choice.value))
      }
    }
    var facts = state.facts
    for (fact, value) in wanted { facts[fact.index] = value }
    let free = Set(questions.flatMap { reads.facts(in: $0.asked) }).filter { wanted[$0] == nil }
    var search = Search(questions: questions, all: free, found: [], effort: 3000)
    answer(free, &facts, state, &search)
    if search.found.isEmpty { search.found = [solved(step, facts), facts].compactMap(\.self) }
    return search.found.map { stated($0, besides: state) }
  }

  /// Facts that a solver names for what a step took them to be; nil where arithmetic has no part
  /// in it.
  private func solved(_ step: SituationGraph.Step, _ facts: [Value?]) -> [Value?]? {
    guard let desk, step.choices.contains(where: { sketch.isArithmetic($0.fact) }) else {
      return nil
    }
    var script = ClaimScript(sketch, isExact: true)
    var seen: Set<ID<Fact>> = []
    let formulas = step.choices.compactMap { claim in
      sketch.facts(of: claim.fact) != nil && seen.insert(claim.fact).inserted
        ? script.formula(claim) : nil
    }
    guard let model = desk.example(script.script, formulas)?.facts(of: script.script) else {
      return nil
    }
    var facts = facts
    for (fact, value) in model { facts[fact.index] = value }
    return facts
  }

  private struct Search {
    let questions: [(asked: Expression, answer: Value?)]
    /// The facts that may be chosen.
    let all: Set<ID<Fact>>
    var found: [[Value?]]
    var effort: Int
  }

  /// Goes through the values of facts that are still free, one after the other that keeps a
  /// question from its answer.
  private func answer(
    _ free: Set<ID<Fact>>, _ facts: inout [Value?], _ state: CaseState, _ search: inout Search
  ) {
    search.effort -= 1
    guard search.effort > 0, search.found.count < 3 else { return }
    guard let culprits = culprits(free, facts, state, search) else {
      search.found.append(facts)
      return
    }
    guard let fact = culprits.facts.first else { return }
    let present = facts[fact.index]
    let others = candidates(for: fact).map(Optional.some) + (culprits.areMissing ? [] : [nil])
    for value in others where value != present {
      facts[fact.index] = value
      answer(free.subtracting([fact]), &facts, state, &search)
    }
    facts[fact.index] = present
  }

  /// The free facts that keep the first question that is not answered as it should be from its
  /// answer, and whether that is because they are unknown; nil where all are answered so.
  private func culprits(
    _ free: Set<ID<Fact>>, _ facts: [Value?], _ state: CaseState, _ search: Search
  ) -> (facts: [ID<Fact>], areMissing: Bool)? {
    var here = state
    here.facts = facts
    let evaluator = Evaluator(program: program, calendar: interpreter.calendar, state: here)
    for (asked, answer) in search.questions {
      let own = reads.facts(in: asked)
      if asked.type != .boolean {
        // Whether it is known is all that is asked of it.
        guard answer != nil, case .unknown(let missing)? = try? evaluator.evaluate(asked) else {
          continue
        }
        return (missing.facts.filter(free.contains), true)
      }
      guard !own.isEmpty, let verdict = try? evaluator.verdict(asked) else { continue }
      switch (verdict, answer) {
      case (.holds, .boolean(true)?), (.fails, .boolean(false)?), (.unknown, nil): continue
      case (.unknown(let missing), _): return (missing.facts.filter(free.contains), true)
      default:
        // What was chosen on the way here is to be chosen otherwise.
        let isChosen = own.contains { search.all.contains($0) && !free.contains($0) }
        return (isChosen ? [] : own.filter(free.contains), false)
      }
    }
    return nil
  }

  /// What has to be said so that the facts are these.
  private func stated(_ facts: [Value?], besides state: CaseState) -> [StatedFact] {
    program.facts.ids.compactMap { id in
      facts[id.index] == state.facts[id.index]
        ? nil : StatedFact(fact: id, value: facts[id.index], span: nil)
    }
  }
}
