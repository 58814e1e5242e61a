internal import Engine
internal import Model
internal import SourceText

// What can be done, and what stands in the way of the rest.
extension AgendaMaker {
  /// The innermost first; on one depth as the rulebook writes them.
  func moves() -> [Agenda.Move] {
    outlook.options.map(move).enumerated().sorted { left, right in
      let (first, second) = (rank(left.element), rank(right.element))
      if first != second { return first < second }
      let (one, other) = (left.element.transition, right.element.transition)
      if let one, let other, one != other { return one.index < other.index }
      return left.offset < right.offset
    }.map(\.element)
  }

  private func move(_ option: Outlook.Option) -> Agenda.Move {
    Agenda.Move(
      event: option.event, kind: kind(of: option), status: option.status,
      transition: option.transition, isAtHand: isAtHand(option.transition),
      roles: program.events[option.event].roles,
      obstacles: option.status == .blocked ? obstacles(option.transition) : [])
  }

  private func kind(of option: Outlook.Option) -> Agenda.Move.Kind {
    let name = program.events[option.event].name
    let forms = program.mediation
    let dot = name.firstIndex(of: ".")
    if let dot, forms.consents.contains(where: { $0.name == name[..<dot] }) { return .consent }
    if forms.rights.contains(where: { $0.event == option.event }) { return .right }
    if name == "join", !program.events[option.event].payload.isEmpty, isAtRoot(option) {
      return .join
    }
    return option.transition == nil ? .task : .step
  }

  private func isAtRoot(_ option: Outlook.Option) -> Bool {
    guard let chart = program.chart, let id = option.transition else { return false }
    return chart.transitions[id].source == chart.root
  }

  /// The deeper the state that takes it, the nearer to what goes on; consents, rights and joining,
  /// which are always there, come last.
  private func rank(_ move: Agenda.Move) -> Int {
    let far = 1000
    switch move.kind {
    case .step: return far - depth(move.transition)
    case .task: return far
    case .consent: return far + 1
    case .right: return far + 2
    case .join: return far + 3
    }
  }

  /// Whether a transition belongs to an innermost state, or to the innermost slot or what is in it.
  private func isAtHand(_ transition: ID<Transition>?) -> Bool {
    guard let chart = program.chart, let transition else { return true }
    let source = chart.transitions[transition].source
    if program.activeLeafStates(of: state.configuration).contains(source) { return true }
    guard let slot = Standing(of: state.configuration, in: program).slot else { return false }
    var around: ID<State>? = source
    while let outer = around {
      if outer == slot { return true }
      around = chart.states[outer].parent
    }
    return false
  }

  private func depth(_ transition: ID<Transition>?) -> Int {
    guard let chart = program.chart, let transition else { return 0 }
    var depth = 0
    var next = chart.states[chart.transitions[transition].source].parent
    while let outer = next {
      depth += 1
      next = chart.states[outer].parent
    }
    return depth
  }

  /// The parts of a guard that fail; red lines and consents in their own words.
  private func obstacles(_ transition: ID<Transition>?) -> [Agenda.Obstacle] {
    guard let chart = program.chart, let transition,
      let condition = chart.transitions[transition].condition
    else { return [] }
    let evaluator = interpreter.evaluator(for: state)
    var obstacles: [Agenda.Obstacle] = []
    for part in condition.conjuncts where (try? evaluator.verdict(part)) == .fails {
      for obstacle in told(part) where !obstacles.contains(obstacle) { obstacles.append(obstacle) }
    }
    return obstacles
  }

  private func told(_ part: Expression) -> [Agenda.Obstacle] {
    var read: Set<ID<Decision>> = []
    part.walk { if case .decision(let id) = $0.kind { read.insert(id) } }
    var told: [Agenda.Obstacle] = []
    if let screen = program.mediation.screen, read.contains(screen) {
      told += mediation.holding.filter { $0.act != "carve_out" && $0.act != "continue" }
        .map { .redLine($0.name) }
    }
    for answers in mediation.consents where read.contains(answers.consent.decision) {
      guard let outcome = answers.outcome, !outcome.isGiven else { continue }
      told.append(
        .consent(answers.consent.name, refused: outcome.isRefused, absent: outcome.absent))
    }
    return told.isEmpty ? [.condition(part, interpreter.reads(of: part, in: state))] : told
  }
}

extension Expression {
  /// The parts that must all hold.
  var conjuncts: [Expression] {
    if case .and(let left, let right) = kind { left.conjuncts + right.conjuncts } else { [self] }
  }
}
