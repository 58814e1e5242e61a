package import SourceText

/// Something of a rulebook that a case can try: a row of a decision table, or a transition of the
/// workflow (docs/coverage.md).
package struct Coverable: Hashable, Sendable {
  /// What is looked for in the traces of cases.
  package enum Subject: Hashable, Sendable {
    /// A row by its id, or `otherwise`.
    case row(ID<Decision>, String)
    /// Tried when each of them has been taken: several only where one line of the rulebook became
    /// several transitions, as a red line does.
    case transitions([ID<Transition>])
    /// Tried when one of them has been taken: the ways back to the gate of a slot, of which there
    /// are as many as the content has states.
    case anyTransition([ID<Transition>])

    /// Nil for a row.
    package var transitions: [ID<Transition>]? {
      switch self {
      case .row: nil
      case .transitions(let all), .anyTransition(let all): all
      }
    }
  }

  package var subject: Subject
  /// How reports and `uncovered` name it: `分流.治安`, `首次 police_failed -> 再次`.
  package var name: String
  /// The same with states by their plain names: a longer path in one rulebook does not make it
  /// another thing than in the rulebook it builds on.
  package var plainName: String
  /// The form of mediation that made it, in the words of docs/mediation.md; nil for what was
  /// written in the core.
  package var form: Bilingual?
  /// Where its author wrote it.
  package var span: Span

  package var isRow: Bool {
    if case .row = subject { true } else { false }
  }
}

extension Program {
  /// All that cases can try: rows in declared order, then transitions in document order.
  package var coverables: [Coverable] { coverableRows + coverableTransitions }

  /// Tables that forms made of what their transitions show already are left out.
  private var coverableRows: [Coverable] {
    decisions.ids.flatMap { id -> [Coverable] in
      let decision = decisions[id]
      guard case .table(let table) = decision.logic, !isShownByTransitions(id) else { return [] }
      var rows = table.rows.map { row in
        Coverable(row: row.id, of: id, decision.name, at: row.span)
      }
      if let otherwise = table.otherwise?.first {
        rows.append(Coverable(row: "otherwise", of: id, decision.name, at: otherwise.span))
      }
      return rows
    }
  }

  /// Without a workflow the act of each red line is a row alone.
  private func isShownByTransitions(_ decision: ID<Decision>) -> Bool {
    mediation.decisions.contains(decision)
      && (chart != nil || decisions[decision].name != "screen_act")
  }

  private var coverableTransitions: [Coverable] {
    guard let chart else { return [] }
    var found: [Coverable] = []
    var known: [String: Int] = [:]
    for id in chart.transitions.ids {
      let transition = chart.transitions[id]
      let whole = mediation.redLine(of: transition)?.name ?? chart.gate(behind: transition)
      if let whole {
        if let index = known[whole] {
          found[index].add(id)
          continue
        }
        known[whole] = found.count
      }
      let path = TransitionNaming(program: self, chart: chart) { $0.path }.name(of: id)
      let plain = TransitionNaming(program: self, chart: chart) { $0.name }.name(of: id)
      let isGate = chart.gate(behind: transition) != nil
      found.append(
        Coverable(
          subject: isGate ? .anyTransition([id]) : .transitions([id]), name: path.words,
          plainName: plain.words, form: path.form,
          span: transition.span))
    }
    return found
  }
}

extension Coverable {
  fileprivate init(row: String, of decision: ID<Decision>, _ name: String, at span: Span) {
    self.init(
      subject: .row(decision, row), name: "\(name).\(row)", plainName: "\(name).\(row)", form: nil,
      span: span)
  }

  fileprivate mutating func add(_ transition: ID<Transition>) {
    switch subject {
    case .row: break
    case .transitions(let earlier): subject = .transitions(earlier + [transition])
    case .anyTransition(let earlier): subject = .anyTransition(earlier + [transition])
    }
  }
}

extension Statechart {
  /// The gate that a `first` transition leads back to, by a name that no red line has.
  fileprivate func gate(behind transition: Transition) -> String? {
    guard transition.isFirst, let target = transition.targets.first,
      states[target].part == .consent
    else { return nil }
    return "-> \(target.index)"
  }
}
