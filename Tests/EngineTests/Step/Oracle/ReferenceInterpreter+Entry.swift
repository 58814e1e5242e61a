// Entering states, and the helpers of appendix D.
extension ReferenceInterpreter {
  /// The three collections that computeEntrySet fills.
  private struct Entry {
    var statesToEnter: [Int] = []
    var statesForDefaultEntry: [Int] = []
    /// By parent of the history.
    var defaultHistoryContent: [Int: [Machine.Content]] = [:]

    mutating func enter(_ state: Int) {
      if !statesToEnter.contains(state) { statesToEnter.append(state) }
    }
  }

  // procedure enterStates(enabledTransitions)
  mutating func enterStates(_ enabledTransitions: [Transition]) {
    var entry = Entry()
    computeEntrySet(enabledTransitions, &entry)
    let isUpsideDown = fault == .entersInnerStatesFirst
    // To its letter appendix D enters what lies around a remembered state again, even where that
    // was not left. Section 3.13 enters only what is not active, or was left just now.
    for s in entry.statesToEnter.sorted(by: { isUpsideDown ? $0 > $1 : $0 < $1 })
    where !configuration.contains(s) {
      configuration.append(s)
      log.append(.entered(s))
      execute(doc.nodes[s].onentry)
      if entry.statesForDefaultEntry.contains(s), fault != .forgetsActionsOfInitialStates {
        execute(doc.nodes[s].initialContent)
      }
      if let content = entry.defaultHistoryContent[s], fault != .forgetsActionsOfHistories {
        execute(content)
      }
      if doc.nodes[s].tag == .final { enteredFinal(s) }
    }
  }

  private mutating func enteredFinal(_ s: Int) {
    guard let parent = doc.nodes[s].parent, doc.nodes[parent].tag != .scxml else {
      running = false
      return
    }
    enqueue(Event(name: "done.state.\(parent)", data: value(doc.nodes[s].doneData)))
    guard var grandparent = doc.nodes[parent].parent else { return }
    while doc.nodes[grandparent].tag == .parallel {
      let isRash = fault == .holdsParallelStatesDoneWithOneRegion
      guard isRash || getChildStates(grandparent).allSatisfy(isInFinalState) else { return }
      enqueue(Event(name: "done.state.\(grandparent)", data: nil))
      // Appendix D stops here. Section 3.4 has a parallel state done when all its children are, so
      // one that stands directly in another goes on to it.
      guard let next = doc.nodes[grandparent].parent else { return }
      grandparent = next
    }
  }

  // procedure computeEntrySet(transitions, …)
  private func computeEntrySet(_ transitions: [Transition], _ entry: inout Entry) {
    for t in transitions {
      for s in t.arc.target { addDescendantStatesToEnter(s, &entry) }
      guard let ancestor = getTransitionDomain(t) else { continue }
      for s in getEffectiveTargetStates(t.arc.target) {
        addAncestorStatesToEnter(s, ancestor, &entry)
      }
    }
  }

  // procedure addDescendantStatesToEnter(state, …)
  private func addDescendantStatesToEnter(_ state: Int, _ entry: inout Entry) {
    let node = doc.nodes[state]
    if isHistoryState(state) {
      guard let parent = node.parent else { return }
      let remembered = historyValue[state]
      if remembered == nil { entry.defaultHistoryContent[parent] = node.initialContent }
      for s in remembered ?? node.initial { addDescendantStatesToEnter(s, &entry) }
      for s in remembered ?? node.initial { addAncestorStatesToEnter(s, parent, &entry) }
      return
    }
    entry.enter(state)
    if isCompoundState(state) {
      entry.statesForDefaultEntry.append(state)
      for s in node.initial { addDescendantStatesToEnter(s, &entry) }
      for s in node.initial { addAncestorStatesToEnter(s, state, &entry) }
    } else if node.tag == .parallel {
      addRegions(of: state, &entry)
    }
  }

  // procedure addAncestorStatesToEnter(state, ancestor, …)
  private func addAncestorStatesToEnter(_ state: Int, _ ancestor: Int, _ entry: inout Entry) {
    for anc in getProperAncestors(state, ancestor) {
      entry.enter(anc)
      if doc.nodes[anc].tag == .parallel { addRegions(of: anc, &entry) }
    }
  }

  private func addRegions(of parallel: Int, _ entry: inout Entry) {
    for child in getChildStates(parallel)
    where !entry.statesToEnter.contains(where: { isDescendant($0, child) }) {
      addDescendantStatesToEnter(child, &entry)
    }
  }

  // procedure isInFinalState(s)
  private func isInFinalState(_ s: Int) -> Bool {
    if isCompoundState(s) {
      return getChildStates(s).contains {
        doc.nodes[$0].tag == .final && configuration.contains($0)
      }
    }
    if doc.nodes[s].tag == .parallel { return getChildStates(s).allSatisfy(isInFinalState) }
    return false
  }

  // function getTransitionDomain(t)
  func getTransitionDomain(_ t: Transition) -> Int? {
    let tstates = getEffectiveTargetStates(t.arc.target)
    if tstates.isEmpty { return nil }
    // The initial transition of <scxml> is taken as one inside of it.
    let isCompound = isCompoundState(t.source) || doc.nodes[t.source].tag == .scxml
    let isInternal = t.arc.isInternal && fault != .takesInternalTransitionsForExternal
    if isInternal, isCompound, tstates.allSatisfy({ isDescendant($0, t.source) }) {
      return t.source
    }
    return findLCCA([t.source] + tstates)
  }

  // function findLCCA(stateList)
  private func findLCCA(_ stateList: [Int]) -> Int? {
    getProperAncestors(stateList[0], nil)
      .filter { isCompoundState($0) || doc.nodes[$0].tag == .scxml }
      .first { anc in stateList.dropFirst().allSatisfy { isDescendant($0, anc) } }
  }

  // function getEffectiveTargetStates(transition)
  private func getEffectiveTargetStates(_ target: [Int]) -> [Int] {
    var targets: [Int] = []
    for s in target {
      let found =
        isHistoryState(s)
        ? historyValue[s] ?? getEffectiveTargetStates(doc.nodes[s].initial) : [s]
      for one in found where !targets.contains(one) { targets.append(one) }
    }
    return targets
  }

  // function getProperAncestors(state1, state2)
  func getProperAncestors(_ state1: Int, _ state2: Int?) -> [Int] {
    if let state2, state1 == state2 || isDescendant(state2, state1) { return [] }
    var ancestors: [Int] = []
    var next = doc.nodes[state1].parent
    while let ancestor = next, ancestor != state2 {
      ancestors.append(ancestor)
      next = doc.nodes[ancestor].parent
    }
    return ancestors
  }

  // function isDescendant(state1, state2)
  func isDescendant(_ state1: Int, _ state2: Int) -> Bool {
    var next = doc.nodes[state1].parent
    while let ancestor = next {
      if ancestor == state2 { return true }
      next = doc.nodes[ancestor].parent
    }
    return false
  }

  // function getChildStates(state1)
  private func getChildStates(_ state: Int) -> [Int] {
    doc.nodes[state].children.filter { !isHistoryState($0) }
  }

  private func isHistoryState(_ s: Int) -> Bool {
    doc.nodes[s].tag == .history || doc.nodes[s].tag == .deepHistory
  }

  func isAtomicState(_ s: Int) -> Bool {
    doc.nodes[s].tag == .final || (doc.nodes[s].tag == .state && doc.nodes[s].children.isEmpty)
  }

  private func isCompoundState(_ s: Int) -> Bool {
    doc.nodes[s].tag == .state && !doc.nodes[s].children.isEmpty
  }
}

// Executable content and conditions.
extension ReferenceInterpreter {
  mutating func execute(_ content: [Machine.Content]) {
    for one in content {
      switch one {
      case .assign(let variable, let operand):
        datamodel[variable] = value(operand)
        log.append(.assigned(variable, datamodel[variable]))
      case .raise(let event, let operand): enqueue(Event(name: event, data: value(operand)))
      case .choose(let cond, let first, let second): execute(holds(cond) ? first : second)
      }
    }
  }

  private mutating func enqueue(_ event: Event) {
    internalQueue.append(event)
    log.append(.raised(event.name, event.data))
  }

  func conditionMatch(_ arc: Machine.Arc) -> Bool { arc.cond.map(holds) ?? true }

  private func holds(_ cond: Machine.Cond) -> Bool {
    switch cond {
    case .isIn(let state): configuration.contains(state)
    case .equals(let operand, let wanted): value(operand) == wanted
    case .not(let cond): !holds(cond)
    }
  }

  private func value(_ operand: Machine.Operand) -> Int {
    switch operand {
    case .constant(let value): value
    case .variable(let variable): datamodel[variable]
    case .data: currentEvent?.data ?? -1
    }
  }
}
