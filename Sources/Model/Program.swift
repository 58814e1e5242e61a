package import SourceText

/// A checked rulebook: everything the interpreter and the analyses need, as plain values. Ids are
/// dense and in declared order; nothing here refers to YAML.
package struct Program: Hashable, Sendable, Codable {
  /// The meaning of programs this build gives; a case pinned to a program keeps it.
  package static let semanticsVersion = 1

  package var name: String
  package var title: Bilingual
  package var version: String
  /// Days on which a newly opened case takes this version; nil bounds are open.
  package var effectiveFrom: CalendarDate?
  package var effectiveTo: CalendarDate?
  /// How moments are shown and dates are cut; `+08:00` unless the rulebook says otherwise.
  package var offset: UTCOffset
  package var enumerations: Arena<Enumeration>
  package var laws: Arena<Law>
  package var roles: Arena<Role>
  package var facts: Arena<Fact>
  package var variables: Arena<Variable>
  package var events: Arena<Event>
  package var decisions: Arena<Decision>
  package var documents: Arena<Document>
  package var periods: Arena<Period>
  /// Nil for a rulebook of decisions alone.
  package var chart: Statechart?
  /// What its forms of mediation say.
  package var mediation = Mediation()
  /// What it promises of every case, the base's first.
  package var invariants: [Invariant] = []

  package init(
    name: String, title: Bilingual, version: String, effectiveFrom: CalendarDate?,
    effectiveTo: CalendarDate?, offset: UTCOffset, enumerations: Arena<Enumeration>,
    laws: Arena<Law>, roles: Arena<Role>, facts: Arena<Fact>, variables: Arena<Variable>,
    events: Arena<Event>, decisions: Arena<Decision>, documents: Arena<Document>,
    periods: Arena<Period>, chart: Statechart?
  ) {
    self.name = name
    self.title = title
    self.version = version
    self.effectiveFrom = effectiveFrom
    self.effectiveTo = effectiveTo
    self.offset = offset
    self.enumerations = enumerations
    self.laws = laws
    self.roles = roles
    self.facts = facts
    self.variables = variables
    self.events = events
    self.decisions = decisions
    self.documents = documents
    self.periods = periods
    self.chart = chart
  }
}
