internal import Engine
internal import Model
internal import SourceText

// Eventless transitions that lead in a circle for some facts. Those without any guard are told by
// the compiler (FQ0613).
extension ChartAnalysis {
  /// How many choices of facts are tried in one state, and for how many facts.
  private static let triesAtMost = 300
  private static let factsAtMost = 4

  mutating func findLoops() {
    guard chart.states[chart.root].kind == .compound else { return }
    let ways = eventlessWays
    var told: Set<ID<State>> = []
    for state in chart.states.ids where chart.states[state].kind == .atomic {
      guard isOnCircle(state, ways), !told.contains(state) else { continue }
      guard let (facts, circle) = loop(from: state, ways) else { continue }
      told.formUnion(circle)
      told.insert(state)
      diagnostics.report(endless(circle, facts))
    }
  }

  /// By innermost state: where its eventless transitions lead, and those of the states around it;
  /// `first` ones aside, whose guards the screen makes.
  private var eventlessWays: [ID<State>: [(taking: ID<Transition>, to: Set<ID<State>>)]] {
    var ways: [ID<State>: [(taking: ID<Transition>, to: Set<ID<State>>)]] = [:]
    let reads = FactReads(program)
    let counted = chart.transitions.ids.map { id in
      chart.transitions[id].trigger == .always && !chart.transitions[id].isFirst
        && !dead.contains(id) && chart.transitions[id].condition.map(reads.asksFactsAlone) ?? true
    }
    for state in chart.states.ids where chart.states[state].kind == .atomic {
      for place in [state] + graph.ancestors(of: state) {
        for id in chart.states[place].transitions where counted[id.index] {
          let targets = chart.transitions[id].targets
          ways[state, default: []].append((id, targets.isEmpty ? [state] : graph.entered[id.index]))
        }
      }
    }
    return ways
  }

  private func isOnCircle(
    _ start: ID<State>, _ ways: [ID<State>: [(taking: ID<Transition>, to: Set<ID<State>>)]]
  ) -> Bool {
    var seen: Set<ID<State>> = []
    var open = (ways[start] ?? []).flatMap { $0.to }
    while let state = open.popLast() {
      if state == start { return true }
      guard seen.insert(state).inserted else { continue }
      open += (ways[state] ?? []).flatMap { $0.to }
    }
    return false
  }

  /// Facts with which the interpreter, put into a state, never comes to rest, and the states that
  /// it goes through.
  private func loop(
    from state: ID<State>, _ ways: [ID<State>: [(taking: ID<Transition>, to: Set<ID<State>>)]]
  ) -> (facts: [StatedFact], circle: [ID<State>])? {
    var placed = program
    placed.chart?.states[chart.root].initial = [state]
    placed.chart?.states[chart.root].initialActions = []
    let interpreter = Interpreter(program: placed, calendar: calendar)
    for facts in choices(guards(from: state, ways)) {
      guard mayGoRound(from: state, facts, ways),
        case .fault(let fault)? = interpreter.open(facts, at: nil).refusal,
        case .endlessLoop(let circle) = fault.reason, !circle.isEmpty, isOfFacts(circle)
      else { continue }
      return (facts, circle)
    }
    return nil
  }

  /// Whether the guards on the circle ask facts alone: what variables hold when a case comes there
  /// is not known.
  private func isOfFacts(_ circle: [ID<State>]) -> Bool {
    let guards = circle.flatMap { chart.states[$0].transitions }.map { chart.transitions[$0] }
      .filter { $0.trigger == .always }.compactMap(\.condition)
    let reads = FactReads(program)
    return guards.allSatisfy(reads.asksFactsAlone)
      && guards.contains { !reads.facts(in: $0).isEmpty }
  }

  /// Whether the first guards that hold for some facts lead back to a state, at a glance.
  private func mayGoRound(
    from start: ID<State>, _ facts: [StatedFact],
    _ ways: [ID<State>: [(taking: ID<Transition>, to: Set<ID<State>>)]]
  ) -> Bool {
    var known: [Value?] = Array(repeating: nil, count: program.facts.count)
    for stated in facts { known[stated.fact.index] = stated.value }
    let evaluator = Evaluator(
      program: program, calendar: calendar, facts: known,
      variables: program.variables.elements.map(\.start))
    var seen: Set<ID<State>> = []
    var state = start
    while seen.insert(state).inserted {
      let way = ways[state]?.first { way in
        guard let condition = chart.transitions[way.taking].condition else { return true }
        return (try? evaluator.verdict(condition.placed(in: state, graph))) == .holds
      }
      guard let way, let next = way.to.sorted().last(where: { chart.states[$0].kind == .atomic })
      else { return false }
      state = next
    }
    return true
  }

  /// The guards of eventless transitions that may be met on the way.
  private func guards(
    from start: ID<State>, _ ways: [ID<State>: [(taking: ID<Transition>, to: Set<ID<State>>)]]
  ) -> [Expression] {
    var seen: Set<ID<State>> = []
    var taking: Set<ID<Transition>> = []
    var open = [start]
    while let state = open.popLast() {
      guard seen.insert(state).inserted else { continue }
      for way in ways[state] ?? [] {
        taking.insert(way.taking)
        open += way.to
      }
    }
    return taking.sorted().compactMap { chart.transitions[$0].condition }
  }

  /// Choices of facts that tell the guards apart, not all if they are many.
  func choices(_ guards: [Expression]) -> [[StatedFact]] {
    let reads = FactReads(program)
    var facts: [ID<Fact>] = []
    for fact in guards.flatMap(reads.facts) where !facts.contains(fact) { facts.append(fact) }
    guard facts.count <= Self.factsAtMost else { return [] }
    let values = FactValues(program, calendar, guards)
    var choices: [[StatedFact]] = [[]]
    for fact in facts {
      let domain = values.values(of: fact)
      choices = choices.flatMap { choice in
        domain.map { choice + [StatedFact(fact: fact, value: $0, span: nil)] }
      }
      if choices.count > Self.triesAtMost { choices.removeSubrange(Self.triesAtMost...) }
    }
    return choices
  }

  private func endless(_ circle: [ID<State>], _ facts: [StatedFact]) -> Diagnostic {
    let names = (circle + circle.prefix(1)).map { "`\(chart.states[$0].path)`" }
    let example = ProgramText(program).stated(facts, of: program)
    return Diagnostic(
      .endlessWhere,
      Bilingual(
        en: "eventless transitions never stop for some facts: \(names.joined(separator: " → "))",
        zh: "在某些情形下自动转移永不停止：\(names.joined(separator: " → "))"),
      at: chart.states[circle[0]].span,
      labels: circle.dropFirst().map { Label(chart.states[$0].span) },
      help: Bilingual(
        en: "let their `when` exclude each other; for example `{\(example)}`",
        zh: "请让它们的 `when` 互相排斥；例如 `{\(example)}`"))
  }
}

extension FactReads {
  /// Whether a condition asks nothing but facts: neither variables, nor where the case is.
  fileprivate func asksFactsAlone(_ condition: Expression) -> Bool {
    !isPassing(condition) && variables(in: condition).isEmpty
  }
}

extension ProgramText {
  /// `金额: 5000, 类型: 邻里`.
  func stated(_ facts: [StatedFact], of program: Program) -> String {
    facts.map { stated in
      let fact = program.facts[stated.fact]
      return "\(fact.name): \(stated.value.map { value($0, of: fact.type) } ?? "unknown")"
    }.joined(separator: ", ")
  }
}
