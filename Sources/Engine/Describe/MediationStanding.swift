package import Model
internal import SourceText

/// What the forms of mediation come to in a case: which red lines hold, whose consent is missing.
package struct MediationStanding: Sendable {
  /// A red line and whether it holds.
  package struct Line: Sendable {
    package var line: RedLine
    /// Unknown for want of facts; nil where it meets a fault.
    package var verdict: Verdict?
    /// Whether those who must know were told.
    package var isTold: Bool
  }

  /// One person's answer to a consent.
  package struct Answer: Hashable, Sendable {
    package var name: String
    /// A word of `consent_answer`.
    package var answer: Value
    package var day: Value
  }

  /// A consent and what the answers come to.
  package struct Answers: Sendable {
    package var consent: Consent
    package var answers: [Answer]
    /// Nil while it is not known who the parties are.
    package var outcome: Outcome?
    /// What would have to be known.
    package var missing: Missing
  }

  /// What all answers to a consent come to.
  package struct Outcome: Hashable, Sendable {
    package var isGiven: Bool
    package var isRefused: Bool
    /// Names of those who have not answered.
    package var absent: [String]
  }

  /// In declared order.
  package let lines: [Line]
  /// In declared order.
  package let consents: [Answers]
}

extension MediationStanding {
  /// The answers that a consent's variable holds.
  package static func answers(in value: Value) -> [Answer] {
    guard case .list(let items) = value else { return [] }
    return items.compactMap { Answer($0) }
  }

  /// The lines that hold, in declared order.
  package var holding: [RedLine] { lines.filter { $0.verdict == .holds }.map(\.line) }

  /// Those of them that still ask for something: not a line that lets mediation go on and of which
  /// all were told who must know.
  package var binding: [RedLine] {
    lines.filter { $0.verdict == .holds && !($0.isTold && $0.line.act == "continue") }.map(\.line)
  }

  /// What would have to be known to say of every line whether it holds.
  package var missing: Missing {
    lines.reduce(Missing()) { missing, line in
      if case .unknown(let more)? = line.verdict { missing.union(more) } else { missing }
    }
  }
}

extension Interpreter {
  /// Where a case stands in the words of mediation.
  package func mediation(of state: CaseState) -> MediationStanding {
    let forms = program.mediation
    return MediationStanding(
      lines: forms.redLines.map { line in
        .init(
          line: line, verdict: verdict(of: line.decision, in: state),
          isTold: notes(forms.told, in: state).contains(.text(line.name)))
      },
      consents: forms.consents.map { answers(to: $0, in: state) })
  }

  private func notes(_ variable: ID<Variable>?, in state: CaseState) -> [Value] {
    guard let variable, case .list(let notes) = state.variables[variable.index] else { return [] }
    return notes
  }

  private func verdict(of decision: ID<Decision>, in state: CaseState) -> Verdict? {
    switch standing(of: decision, in: state) {
    case .decided(let outcome): outcome.value == .boolean(true) ? .holds : .fails
    case .open(let missing): .unknown(missing)
    case .faulted: nil
    }
  }

  private func answers(
    to consent: Consent, in state: CaseState
  ) -> MediationStanding.Answers {
    let given = MediationStanding.answers(in: state.variables[consent.answers.index])
    var standing = MediationStanding.Answers(
      consent: consent, answers: given, outcome: nil, missing: Missing())
    switch self.standing(of: consent.decision, in: state) {
    case .decided(let outcome): standing.outcome = MediationStanding.Outcome(outcome.value)
    case .open(let missing): standing.missing = missing
    case .faulted: break
    }
    return standing
  }
}

extension MediationStanding.Answer {
  /// An item of the variable that holds the answers: `{name, answer, on}`.
  fileprivate init?(_ value: Value) {
    guard case .record(let fields) = value, fields.count == 3, case .text(let name) = fields[0]
    else { return nil }
    self.init(name: name, answer: fields[1], day: fields[2])
  }
}

extension MediationStanding.Outcome {
  /// What the consent's decision came to: `{given, refused, missing}`.
  fileprivate init?(_ value: Value) {
    guard case .record(let fields) = value, fields.count == 3, case .list(let names) = fields[2]
    else { return nil }
    self.init(
      isGiven: fields[0] == .boolean(true), isRefused: fields[1] == .boolean(true),
      absent: names.compactMap { if case .text(let name) = $0 { name } else { nil } })
  }
}
