/// The algorithm of the W3C SCXML recommendation, appendix D, procedure by procedure and in its
/// words, for machines without `<invoke>` and `<send>`. Sets are lists; nothing is clever.
struct ReferenceInterpreter {
  /// What happened, in order.
  enum Happening: Equatable, CustomStringConvertible {
    case took(Int)
    case exited(Int)
    case entered(Int)
    case assigned(Int, Int)
    case raised(String, Int?)

    var description: String {
      switch self {
      case .took(let arc): "took t\(arc)"
      case .exited(let state): "exited \(state)"
      case .entered(let state): "entered \(state)"
      case .assigned(let variable, let value): "x\(variable) = \(value)"
      case .raised(let event, let data): "raised \(event)(\(data.map(String.init) ?? ""))"
      }
    }
  }

  struct Event {
    var name: String
    var data: Int?
  }

  /// More microsteps than any machine of the tests needs if it ever comes to rest.
  static let microstepLimit = 200

  let doc: Machine
  /// What it does wrong on purpose; nil where it is to be right.
  let fault: PlantedFault?
  var configuration: [Int] = []
  var internalQueue: [Event] = []
  var historyValue: [Int: [Int]] = [:]
  var datamodel: [Int]
  var currentEvent: Event?
  var running = true
  /// Set when a macrostep does not come to rest.
  var isEndless = false
  var log: [Happening] = []
  /// Where the machine stood when it stopped.
  var finalConfiguration: [Int] = []

  init(_ doc: Machine, _ fault: PlantedFault? = nil) {
    self.doc = doc
    self.fault = fault
    datamodel = Array(repeating: 0, count: doc.variableCount)
  }

  // procedure interpret(doc)
  mutating func interpret() {
    // The <scxml> element is entered like a compound state: SCXML 3.2 gives its initial transition
    // no content, ours may have some, which then runs before anything inside is entered.
    execute(doc.nodes[0].initialContent)
    let initial = Transition(
      source: 0, arc: Machine.Arc(number: -1, target: doc.nodes[0].initial, isInternal: true))
    enterStates([initial])
    completeMacrostep()
  }

  /// What mainEventLoop does with one external event and after it.
  mutating func process(_ externalEvent: Event) {
    currentEvent = externalEvent
    let enabledTransitions = selectTransitions(externalEvent)
    if !enabledTransitions.isEmpty { microstep(enabledTransitions) }
    completeMacrostep()
  }

  private mutating func completeMacrostep() {
    var macrostepDone = false
    var count = 0
    while running, !macrostepDone {
      var enabledTransitions = selectEventlessTransitions()
      let isImpatient = fault == .takesQueuedEventsBeforeEventlessTransitions
      if enabledTransitions.isEmpty || (isImpatient && !internalQueue.isEmpty) {
        if internalQueue.isEmpty {
          macrostepDone = true
        } else {
          let internalEvent = internalQueue.removeFirst()
          currentEvent = internalEvent
          enabledTransitions = selectTransitions(internalEvent)
        }
      }
      if !enabledTransitions.isEmpty { microstep(enabledTransitions) }
      count += 1
      if count > Self.microstepLimit {
        isEndless = true
        return
      }
    }
    if !running { exitInterpreter() }
  }

  // procedure exitInterpreter()
  private mutating func exitInterpreter() {
    finalConfiguration = configuration.sorted()
    let statesToExit = configuration.sorted(by: >)
    for s in statesToExit {
      execute(doc.nodes[s].onexit)
      configuration.removeAll { $0 == s }
    }
  }

  struct Transition: Equatable {
    var source: Int
    var arc: Machine.Arc

    static func == (left: Transition, right: Transition) -> Bool {
      left.arc.number == right.arc.number
    }
  }

  // function selectEventlessTransitions()
  private func selectEventlessTransitions() -> [Transition] {
    select { $0.event.isEmpty }
  }

  // function selectTransitions(event)
  private func selectTransitions(_ event: Event) -> [Transition] {
    select { arc in
      !arc.event.isEmpty
        && arc.event.contains {
          fault == .matchesEventsByTheirFirstLetters
            ? event.name.hasPrefix($0) || $0 == "*" : Machine.matches($0, event.name)
        }
    }
  }

  private func select(_ isTriggered: (Machine.Arc) -> Bool) -> [Transition] {
    var enabledTransitions: [Transition] = []
    let atomicStates = configuration.filter(isAtomicState).sorted()
    for state in atomicStates {
      let places = [state] + getProperAncestors(state, nil)
      loop: for s in fault == .asksOuterStatesFirst ? places.reversed() : places {
        let arcs = doc.nodes[s].transitions
        for arc in fault == .triesCandidatesBackwards ? arcs.reversed() : arcs
        where isTriggered(arc) && conditionMatch(arc) {
          let t = Transition(source: s, arc: arc)
          if !enabledTransitions.contains(t) { enabledTransitions.append(t) }
          break loop
        }
      }
    }
    return removeConflictingTransitions(enabledTransitions)
  }

  // function removeConflictingTransitions(enabledTransitions)
  private func removeConflictingTransitions(_ enabledTransitions: [Transition]) -> [Transition] {
    if fault == .takesConflictingTransitionsTogether { return enabledTransitions }
    var filteredTransitions: [Transition] = []
    for t1 in enabledTransitions {
      var t1Preempted = false
      var transitionsToRemove: [Transition] = []
      for t2 in filteredTransitions {
        let common = computeExitSet([t1]).filter { computeExitSet([t2]).contains($0) }
        if !common.isEmpty {
          let isFirstTheWinner = fault == .letsTheFirstOfConflictingTransitionsWin
          if isDescendant(t1.source, t2.source), !isFirstTheWinner {
            transitionsToRemove.append(t2)
          } else {
            t1Preempted = true
            break
          }
        }
      }
      if !t1Preempted {
        filteredTransitions.removeAll { transitionsToRemove.contains($0) }
        filteredTransitions.append(t1)
      }
    }
    return filteredTransitions
  }

  // procedure microstep(enabledTransitions)
  private mutating func microstep(_ enabledTransitions: [Transition]) {
    for t in enabledTransitions { log.append(.took(t.arc.number)) }
    let isHasty = fault == .actsBeforeLeaving
    if isHasty { for t in enabledTransitions { execute(t.arc.content) } }
    exitStates(enabledTransitions)
    if !isHasty { for t in enabledTransitions { execute(t.arc.content) } }
    enterStates(enabledTransitions)
  }

  // procedure exitStates(enabledTransitions)
  private mutating func exitStates(_ enabledTransitions: [Transition]) {
    let statesToExit = computeExitSet(enabledTransitions)
      .sorted { fault == .exitsOuterStatesFirst ? $0 < $1 : $0 > $1 }
    if fault != .remembersAfterLeaving { remember(statesToExit) }
    for s in statesToExit {
      execute(doc.nodes[s].onexit)
      configuration.removeAll { $0 == s }
      log.append(.exited(s))
    }
    if fault == .remembersAfterLeaving { remember(statesToExit) }
  }

  private mutating func remember(_ statesToExit: [Int]) {
    if fault == .forgetsHistories { return }
    for s in statesToExit {
      for h in doc.nodes[s].children {
        switch doc.nodes[h].tag {
        case .deepHistory where fault != .takesDeepHistoriesForShallow:
          historyValue[h] = configuration.filter { isAtomicState($0) && isDescendant($0, s) }
        case .history, .deepHistory:
          historyValue[h] = configuration.filter { doc.nodes[$0].parent == s }
        default: break
        }
      }
    }
  }

  // function computeExitSet(transitions)
  private func computeExitSet(_ transitions: [Transition]) -> [Int] {
    var statesToExit: [Int] = []
    for t in transitions where !t.arc.target.isEmpty {
      guard let domain = getTransitionDomain(t) else { continue }
      for s in configuration where isDescendant(s, domain) && !statesToExit.contains(s) {
        statesToExit.append(s)
      }
    }
    return statesToExit
  }
}
