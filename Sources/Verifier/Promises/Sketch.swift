internal import Engine
internal import Model
internal import SourceText

/// A program that does all that another may do, and maybe more, over few facts: what a promise does
/// not speak of is reduced to questions that may be answered either way.
///
/// Facts that the promise reads keep their regions; conditions on other things become
/// *questions*, pseudo-facts that hold, fail or are unknown. Time is left out: what waits for a
/// moment may happen at any. So is whatever only tells people something. Whoever shows a promise
/// kept here has shown it kept there.
struct Sketch {
  /// The program to be stepped; its facts are those of the original, then the questions.
  var program: Program
  let invariant: Invariant
  /// The invariant's condition over the sketch's facts; constant where there is none.
  var condition: Expression?
  /// By fact: what it may be.
  var domains: [[Value?]]
  /// What each question asks, by fact from the first question on; nil for whether an action can be
  /// carried out at all.
  var questions: [Expression?] = []
  /// Variables that are kept, and the value above which an integer counts as that one.
  var kept: [ID<Variable>: Int?] = [:]

  let original: Program
  let calendar: WorkCalendar
  let constants: Constants
  let reads: FactReads
  let text: ProgramText
  var visible: Set<ID<Fact>> = []
  /// By visible fact: the stretches that each of its values stands for.
  var regions: [ID<Fact>: Regions] = [:]
  var decided: Set<ID<Decision>> = []
  var byKey: [String: ID<Fact>] = [:]
  /// The guard in hand is a `first` one. Its questions are its own: of these, unknown is as good as
  /// no, which keeps the choices few.
  var isInFirst = false
  /// The promise itself is in hand: each thing that it asks is a question of its own.
  var isInPromise = false
  /// What the guard of the transition in hand says, so that its actions need not ask again.
  var granted: Set<String> = []
  /// Questions of the promise itself: where a guard asks them, they are kept apart.
  var wanted: Set<String> = []
  /// Questions, by the variables and facts whose change opens them again.
  var dependants: [Dependants] = []

  /// Clocks of the case that are watched.
  var clocks: [TimedClock] = []
  /// Where one of these is active it is not noted whether they run.
  let forgetting: [ID<State>]
  /// What might go round for ever within one entry, where that matters; nil where nothing does.
  private(set) var endless: EndlessRounds?

  /// Raised events that change nothing that is asked: they are not raised in the sketch.
  var silent: Set<ID<Event>> = []
  /// States drawn as one, and what comes out of them instead of the transitions inside.
  var folds: [Fold] = []
  var images: [ID<Transition>: Image] = [:]
  /// Pseudo-facts that say which image is taken; each is read by the images of one event alone.
  var choices: Set<ID<Fact>> = []
  /// Facts that keep their value within a macrostep; nil for all. What is asked besides may come
  /// out otherwise at every microstep.
  var remembered: Set<ID<Fact>>?
  /// Events that are fired, each with all that it stands for.
  var twinEvents: [ID<Event>: [ID<Event>]] = [:]

  struct Dependants {
    var variables: Set<ID<Variable>> = []
    var facts: Set<ID<Fact>> = []
    var decisions: Set<ID<Decision>> = []
    /// It asks where the case is, or what came with an event: every transition opens it again.
    var isPassing = false
  }

  /// - Parameters:
  ///   - keepsVariables: whether variables that only guards read are counted along, too.
  ///   - remembers: whether a question keeps its answer from one microstep to the next.
  ///   - spared: states that are not drawn as one with others; nil for all states.
  ///   - seesFacts: whether the facts that the promise reads are kept, and not only what it asks.
  ///   - watched: clocks of the case of which it is told where they run.
  ///   - forgetting: states in which it does not matter.
  ///   - endless: what might go round for ever, where it matters that a case comes to rest.
  init(
    of original: Program, _ calendar: WorkCalendar, for invariant: Invariant,
    keepsVariables: Bool, remembers: Bool = true, sparing spared: Set<ID<State>>?,
    seesFacts: Bool = true, watching watched: [CaseClock] = [],
    forgetting: [ID<State>] = [], endless: EndlessRounds? = nil
  ) {
    self.original = original
    self.calendar = calendar
    self.invariant = invariant
    self.forgetting = forgetting
    program = original
    constants = Constants(original, calendar)
    reads = FactReads(original)
    text = ProgramText(original)
    domains = original.facts.elements.map { _ in [nil] }
    guard let chart = original.chart else { return }
    decided = Set(chart.allActions.flatMap(\.decidedWithin))
    findKept(chart, besidesOwn: keepsVariables)
    addClocks(watched)
    look(at: invariant, seesFacts: seesFacts)
    silent = silentEvents(chart)
    self.endless = endless.flatMap { $0.transitions.isEmpty ? nil : $0 }
    if let spared { folds = folding(chart, sparing: spared.union(self.endless?.sources ?? [])) }
    draw(folds.isEmpty ? chart : fold(chart))
    if !remembers { remembered = visible.union(wanted.compactMap { byKey[$0] }) }
    narrowDomains()
    mergeImages()
    // Lines of the screen that lead to the same are told apart where facts are chosen for them.
    if invariant.kind != .canEnd { dropTwins() }
    twinEvents = findTwinEvents()
  }

  /// A `first` guard that is unknown is passed over as one that fails is: where only such guards
  /// ask a question, it need not be unknown, too.
  private mutating func narrowDomains() {
    guard let chart = program.chart else { return }
    var read: Set<ID<Fact>> = []
    let note = { (expression: Expression) in
      expression.walk { if case .fact(let fact) = $0.kind { read.insert(fact) } }
    }
    for transition in chart.reachedTransitions where !transition.isFirst {
      transition.condition.map(note)
    }
    chart.allActions.flatMap(\.expressionsWithin).forEach(note)
    condition.map(note)
    for place in questions.indices {
      let id = ID<Fact>(original.facts.count + place)
      if !read.contains(id) { domains[id.index].removeAll { $0 == nil } }
    }
    for transition in chart.reachedTransitions where transition.isFirst {
      transition.condition.map(note)
    }
    forgetUnread(read.intersection(reopened(chart)))
  }

  /// Facts that have to be opened again where an action may have changed what they ask: those that
  /// keep their value beyond the microstep, and those that a later action of it reads.
  private func reopened(_ chart: Statechart) -> Set<ID<Fact>> {
    guard var reopened = remembered else { return Set(program.facts.ids) }
    for expression in chart.allActions.flatMap(\.readingsWithin) {
      expression.walk { if case .fact(let fact) = $0.kind { reopened.insert(fact) } }
    }
    // Asked twice in one microstep, whether it has to wait is the same as asked once.
    if let halt = byKey[Self.haltKey] { reopened.remove(halt) }
    return reopened
  }

  /// What nobody reads need not be opened again.
  private mutating func forgetUnread(_ read: Set<ID<Fact>>) {
    guard var chart = program.chart else { return }
    let keep = { (actions: [Action]) in actions.compactMap { $0.opening(only: read) } }
    for id in chart.transitions.ids {
      chart.transitions[id].actions = keep(chart.transitions[id].actions)
    }
    for id in chart.states.ids {
      chart.states[id].entry = keep(chart.states[id].entry)
      chart.states[id].exit = keep(chart.states[id].exit)
      chart.states[id].initialActions = keep(chart.states[id].initialActions)
    }
    program.chart = chart
  }

  private mutating func look(at invariant: Invariant, seesFacts: Bool) {
    let written: Expression? =
      switch invariant.kind {
      case .never(let condition), .requires(_, let condition): condition
      case .within(let wait): wait.condition
      case .leadsTo, .canEnd: nil
      }
    guard let written else { return }
    let values = FactValues(
      original, calendar,
      [written] + original.decisions.elements.flatMap(\.expressions)
        + (original.chart?.transitions.elements.compactMap(\.condition) ?? [])
        // What an action's branches ask cuts as what guards ask does.
        + (original.chart?.allActions.flatMap(\.expressionsWithin) ?? []))
    for fact in reads.facts(in: written) where seesFacts {
      guard original.facts[fact].type.isTold else { continue }
      var cut = values.regions(of: fact)
      // A number that is compared with no constant is known or not: that is all there is to tell.
      let type = original.facts[fact].type
      if type.unwrapped.isNumeric, !values.isCompared(fact), let first = cut.all.first {
        cut = Regions(type, [], original)
        cut.all[0].witness = first.witness
      }
      guard cut.all.count <= 24 else { continue }
      visible.insert(fact)
      // Null is what opens it again; a fact that may not be null would refuse that as a fault.
      program.facts[fact].type = .optional(type.unwrapped)
      regions[fact] = cut
      domains[fact.index] = cut.all.map(\.witness).map(Optional.some) + [nil]
    }
    isInPromise = true
    condition = abstract(written)
    isInPromise = false
    wanted = Set(byKey.keys)
  }
}

// Variables that are counted along.
extension Sketch {
  /// Variables of few values that are only set to constants or counted up, and that a guard reads.
  private mutating func findKept(_ chart: Statechart, besidesOwn isWide: Bool) {
    let own = Set(conditions.flatMap { reads.variables(in: $0) })
    let assignments = chart.allActions.flatMap(\.assignmentsWithin)
    for id in original.variables.ids {
      guard own.contains(id) || isWide && isRead(id, chart) else { continue }
      let isPlain = assignments.filter { $0.target == .variable(id) }.allSatisfy {
        constants.value(of: $0.value) != nil || counts($0.value, id)
      }
      guard isPlain else { continue }
      switch original.variables[id].type.unwrapped {
      case .boolean, .enumeration: kept[id] = .some(nil)
      case .integer:
        if let ceiling = ceiling(of: id, chart) { kept[id] = .some(ceiling) }
      default: break
      }
    }
  }

  private func counts(_ value: Expression, _ id: ID<Variable>) -> Bool {
    guard case .arithmetic(.add, let left, let right) = value.kind, left.kind == .variable(id),
      case .number(let step)? = constants.value(of: right)
    else { return false }
    return step == .one
  }

  var conditions: [Expression] {
    switch invariant.kind {
    case .never(let condition), .requires(_, let condition): [condition]
    case .within(let wait): [wait.condition].compactMap(\.self)
    case .leadsTo, .canEnd: []
    }
  }

  private func isRead(_ id: ID<Variable>, _ chart: Statechart) -> Bool {
    (chart.transitions.elements.compactMap(\.condition) + conditions).contains { condition in
      var isRead = false
      condition.walk { if $0.kind == .variable(id) { isRead = true } }
      return isRead
    }
  }

  /// One more than the greatest constant that a counter is compared with; nil where that is too
  /// much to count to.
  private func ceiling(of id: ID<Variable>, _ chart: Statechart) -> Int? {
    let asked =
      chart.transitions.elements.compactMap(\.condition) + conditions
      + chart.allActions.flatMap(\.expressionsWithin)
    var compared: [Value] = []
    for expression in asked.flatMap({ reads.closure(of: $0) }) {
      expression.walk { part in
        switch part.kind {
        case .compare(_, let left, let right):
          let other = left.kind == .variable(id) ? right : right.kind == .variable(id) ? left : nil
          if let value = other.flatMap({ constants.value(of: $0) }) { compared.append(value) }
        case .membership(let value, _, let tests) where value.kind == .variable(id):
          compared += constants.constants(in: tests) ?? []
        default: break
        }
      }
    }
    var greatest = 0
    for case .number(let number) in compared {
      guard let value = Int(number.description) else { return nil }
      greatest = max(greatest, value)
    }
    return greatest <= 40 ? greatest + 1 : nil
  }
}
