internal import Model
internal import SourceText

/// What of a program anything reads, drafts or lets act.
struct ProgramUses {
  private(set) var facts: Set<ID<Fact>> = []
  private(set) var drafted: Set<ID<Document>> = []
  /// Roles by name: who is told, gets or signs something, sits at a level, is given a task.
  private(set) var named: Set<String> = []
  /// Roles that may do something that not everyone may.
  private(set) var acting: Set<ID<Role>> = []

  init(_ program: Program) {
    for decision in program.decisions.elements { visit(decision.expressions) }
    for role in program.roles.elements { visit([role.condition].compactMap(\.self)) }
    for period in program.periods.elements {
      visit(period.starts)
      visit([period.extension?.condition, period.extension?.until].compactMap(\.self))
    }
    for event in program.events.elements { acting.formUnion(event.roles) }
    for document in program.documents.elements { visit(document) }
    for fact in program.facts.elements { visit(fact.secrecy) }
    visit(program.mediation)
    if let chart = program.chart { visit(chart, program.actions) }
    visit(program.invariants, program)
  }

  private mutating func visit(_ chart: Statechart, _ actions: [Action]) {
    for action in actions { visit(action) }
    for transition in chart.transitions.elements {
      visit([transition.condition].compactMap(\.self))
    }
    for state in chart.states.elements {
      visit(state.doneData.map(\.value))
      facts.formUnion(state.asks)
      visit(state.prompt?.template?.parts ?? [])
    }
    for delayed in chart.delayed.elements { visit(delayed.delay) }
  }

  private mutating func visit(_ expressions: [Expression]) {
    for expression in expressions {
      expression.walk { if case .fact(let fact) = $0.kind { facts.insert(fact) } }
    }
  }

  private mutating func visit(_ document: Document) {
    facts.formUnion(document.needs + document.blanks)
    named.formUnion(document.to + document.signedBy)
    visit(document.template?.parts ?? [])
  }

  private mutating func visit(_ secrecy: Secrecy?) {
    acting.formUnion(secrecy?.keptFrom ?? [])
    if let side = secrecy?.heardFrom { acting.insert(side) }
  }

  private mutating func visit(_ parts: [Template.Part]) {
    for part in parts {
      switch part {
      case .text, .comment, .value(.caseID): break
      case .value(.expression(let expression)): visit([expression])
      case .section(let section):
        visit([section.subject])
        visit(section.parts)
      }
    }
  }

  private mutating func visit(_ mediation: Mediation) {
    facts.formUnion(mediation.checklist?.facts ?? [])
    for line in mediation.redLines { named.formUnion(line.tell) }
    for level in mediation.levels { named.formUnion(level.seats) }
    for consent in mediation.consents { acting.formUnion(consent.before) }
    for measure in mediation.measures {
      switch measure.kind {
      case .count(let expression), .sum(let expression): visit([expression])
      }
      visit([measure.base].compactMap(\.self))
    }
  }

  /// By their words, whatever they promise: a name in them counts as read. Last of all, because
  /// few facts are left by then.
  private mutating func visit(_ invariants: [Invariant], _ program: Program) {
    let left = program.facts.ids.filter { !facts.contains($0) }
    guard !left.isEmpty else { return }
    let text = ProgramText(program)
    let words = invariants.map { text.words(of: $0.kind) }
    for id in left where words.contains(where: { $0.contains(program.facts[id].name) }) {
      facts.insert(id)
    }
  }

  private mutating func visit(_ delay: Delay?) {
    if case .expression(let expression)? = delay { visit([expression]) }
  }

  private mutating func visit(_ action: Action) {
    facts.formUnion(action.declassified.map(\.fact))
    switch action.kind {
    case .set(let assignments): visit(assignments.map(\.value))
    case .raise(_, let values): visit(values)
    case .send(let send):
      visit(send.payload)
      visit(send.delay)
    case .task(let order): named.formUnion(order.to)
    case .notify(let notice), .inform(let notice):
      named.formUnion(notice.to)
      if case .computed(let words) = notice.text { visit([words]) }
    case .draft(let document): drafted.insert(document)
    case .choose(let branches): visit(branches.compactMap(\.condition))
    case .decide, .cancel: break
    }
  }
}
