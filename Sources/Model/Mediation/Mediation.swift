package import SourceText

/// What a rulebook's forms of mediation say, for those who tell about a case in its own words. What
/// happens to the case follows from the core that the forms became, not from this; the checklist
/// alone is read by the engine.
package struct Mediation: Hashable, Sendable, Codable {
  /// What a base lets places set, with the values that hold, in declared order.
  package var settings: [Setting] = []
  /// In declared order.
  package var redLines: [RedLine] = []
  /// The decision `screen`; nil without one.
  package var screen: ID<Decision>?
  /// The variable that notes which lines were told; nil without a screen or a workflow.
  package var told: ID<Variable>?
  /// Nil where the rulebook has none.
  package var checklist: Checklist?
  package var consents: [Consent] = []
  package var rights: [Right] = []
  /// Decisions that these forms made: told in their words rather than one by one.
  package var decisions: [ID<Decision>] = []
  /// Of the ladder, lowest first.
  package var levels: [Level] = []

  /// Numbers over many cases, in declared order.
  package var measures: [Measure] = []
  /// The words that measures have for the ends of cases; nil without measures.
  package var outcomes: Outcomes?

  package init() {}

  /// The red line that a transition came of; nil for all others.
  package func redLine(of transition: Transition) -> RedLine? {
    guard transition.isFirst else { return nil }
    return redLines.first { $0.span == transition.span }
  }
}
