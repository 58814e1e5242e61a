internal import Model
internal import SourceText

// Trying out what unknown facts may turn out to be. Where they have few values that tell anything,
// every combination is tried: then it is exact whether a decision is settled, and which questions
// matter.

/// How many rows and decisions are read at most in trying. Above that the weighing of rows stands.
private let effortLimit = 1 << 14

extension Evaluation {
  /// What a decision comes to if all combinations of values agree, or the facts on which it
  /// depends.
  ///
  /// - Parameters:
  ///   - missing: facts outside of which nothing matters, in the order of asking.
  ///   - decide: derives the decision where those facts are known.
  /// - Returns: `.open(missing)` where there are too many combinations.
  mutating func tryingCompletions(
    of decision: ID<Decision>, _ missing: Missing,
    _ decide: (inout Evaluation) throws(Fault) -> Decided
  ) throws(Fault) -> Decided {
    guard !isTryingCompletions else { return .open(missing) }
    var facts = missing
    var attempt = Evaluation(known)
    attempt.isTryingCompletions = true
    while let domains = domains(of: facts.facts, in: decision) {
      var completions = Completions(facts.facts, domains)
      switch tryAll(&completions, &attempt, decide) {
      case .done: return try completions.summary()
      case .tooMuch: return .open(missing)
      case .wants(let more):
        // What other decisions made of facts by trying is not tried within trying: those facts are
        // taken in, though they will turn out not to matter.
        let all = facts.union(more)
        if all == facts { return .open(missing) }
        facts = all
      }
    }
    return .open(missing)
  }

  private enum Trial {
    case done
    case wants(Missing)
    case tooMuch
  }

  /// Derives the decision for every combination; stops at one that wants still more facts.
  private func tryAll(
    _ completions: inout Completions, _ attempt: inout Evaluation,
    _ decide: (inout Evaluation) throws(Fault) -> Decided
  ) -> Trial {
    attempt.assumed = completions.facts
    repeat {
      if attempt.effort > effortLimit { return .tooMuch }
      for (fact, value) in zip(completions.facts, completions.values) {
        attempt.facts[fact.index] = value
      }
      attempt.derived = []
      do {
        switch try decide(&attempt) {
        case .open(let missing): return .wants(missing)
        case .decided(let outcome): completions.note(outcome)
        }
      } catch {
        completions.note(error, isExcluded: breaksPromise(error))
      }
    } while completions.advance()
    return .done
  }

  /// Whether a table met rows together of which it promises that they never are (`unique`).
  private func breaksPromise(_ fault: Fault) -> Bool {
    guard case .severalRows(let decision, _) = fault.reason,
      case .table(let table) = known.program.decisions[decision].logic
    else { return false }
    return table.policy == .unique
  }

  /// By fact: values among which all that can make a difference are; nil if there are too many
  /// combinations or a fact's values cannot be told apart so.
  private func domains(of facts: [ID<Fact>], in decision: ID<Decision>) -> [[Value]]? {
    var domains: [[Value]] = []
    var combinations = 1
    for fact in facts {
      guard
        let domain = TellingValues(known).of(fact, in: decision, limit: effortLimit / combinations)
      else { return nil }
      combinations *= domain.count
      domains.append(domain)
    }
    return domains
  }
}

/// All combinations of some facts' values, and what each makes of a decision.
private struct Completions {
  private enum Outcome: Equatable {
    case value(Value)
    case fault(Fault.Reason)
    /// The rulebook promises that this combination does not occur.
    case excluded
  }

  let facts: [ID<Fact>]
  private let domains: [[Value]]
  /// By fact: which of its values the present combination has.
  private var choice: [Int]
  private var outcomes: [Outcome] = []
  private var fault: Fault?
  private var brokenPromise: Fault?
  private var rowsInAll: [String]?
  private var rowsInAny: [String] = []

  init(_ facts: [ID<Fact>], _ domains: [[Value]]) {
    self.facts = facts
    self.domains = domains
    choice = Array(repeating: 0, count: facts.count)
  }

  /// The present combination, by fact.
  var values: some Sequence<Value> {
    zip(domains, choice).lazy.map { $0[$1] }
  }

  /// Goes on to the next combination, the last fact's value changing fastest; false after the last.
  mutating func advance() -> Bool {
    for place in choice.indices.reversed() {
      choice[place] += 1
      if choice[place] < domains[place].count { return true }
      choice[place] = 0
    }
    return false
  }

  /// Keeps what the present combination came to.
  mutating func note(_ outcome: DecisionOutcome) {
    outcomes.append(.value(outcome.value))
    rowsInAll = rowsInAll?.filter(outcome.rows.containsText) ?? outcome.rows
    rowsInAny += outcome.rows.filter { !rowsInAny.containsText($0) }
  }

  /// Keeps the fault that the present combination met.
  mutating func note(_ fault: Fault, isExcluded: Bool) {
    if isExcluded {
      brokenPromise = brokenPromise ?? fault
      outcomes.append(.excluded)
    } else {
      self.fault = self.fault ?? fault
      outcomes.append(.fault(fault.reason.withoutRows))
    }
  }

  /// The one outcome, or the facts that it depends on.
  func summary() throws(Fault) -> Decided {
    let mattering = facts.indices.filter(matters)
    if !mattering.isEmpty { return .open(Missing(mattering.map { facts[$0] })) }
    let allowed = outcomes.filter { $0 != .excluded }
    // Combinations that cannot occur may stand between ones that differ in several facts at once.
    guard allowed.allSatisfy({ $0 == allowed[0] }) else { return .open(Missing(facts)) }
    if case .value(let value) = allowed.first {
      return .decided(DecisionOutcome(value: value, rows: rows))
    }
    guard let fault = fault ?? brokenPromise else {
      preconditionFailure("a combination without a value has a fault")
    }
    throw fault
  }

  /// Rows that fire whatever the facts are; if none does, all that may.
  private var rows: [String] {
    if let rowsInAll, !rowsInAll.isEmpty { rowsInAll } else { rowsInAny }
  }

  /// Whether, with the others as in some combination, the fact's value changes the outcome.
  private func matters(_ place: Int) -> Bool {
    let stride = domains[(place + 1)...].reduce(1) { $0 * $1.count }
    let size = domains[place].count
    for start in outcomes.indices where start / stride % size == 0 {
      var seen: Outcome?
      for step in 0..<size {
        let outcome = outcomes[start + step * stride]
        if outcome == .excluded { continue }
        if let seen, seen != outcome { return true }
        seen = outcome
      }
    }
    return false
  }
}

// Comparing names that are not ASCII takes long: those of other lengths are others.
extension [String] {
  fileprivate func containsText(_ text: String) -> Bool {
    contains { $0.utf8.count == text.utf8.count && $0 == text }
  }
}

extension Fault.Reason {
  /// The same fault, whichever rows are in conflict.
  fileprivate var withoutRows: Fault.Reason {
    if case .severalRows(let decision, _) = self { .severalRows(decision, []) } else { self }
  }
}
