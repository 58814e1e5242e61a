/// What a rulebook's forms of mediation say, for those who tell about a case in its own words. What
/// happens to the case follows from the core that the forms became, not from this.
package struct Mediation: Hashable, Sendable, Codable {
  /// What a base lets places set, with the values that hold, in declared order.
  package var settings: [Setting] = []

  package init() {}
}
