package import SourceText

/// A case as written in a file, its names resolved against a program: what is known when it opens,
/// what happens then, and what is expected of it.
package struct CaseFile: Hashable, Sendable {
  package var id: String
  package var opened: DateTime?
  package var facts: [StatedFact]
  /// Whether the checklist was answered when it was opened (docs/mediation.md, screen).
  package var answersChecklist = false
  package var journal: [Entry]
  /// Expected after the last entry.
  package var expectation: Expectation?
  package var span: Span

  package init(
    id: String, opened: DateTime?, facts: [StatedFact], journal: [Entry],
    expectation: Expectation?, span: Span
  ) {
    self.id = id
    self.opened = opened
    self.facts = facts
    self.journal = journal
    self.expectation = expectation
    self.span = span
  }
}

/// A fact and what was stated of it: a value, or (`unknown`) that it is not known after all.
package struct StatedFact: Hashable, Sendable, Codable {
  package var fact: ID<Fact>
  /// Nil takes an earlier statement back.
  package var value: Value?
  package var span: Span?

  package init(fact: ID<Fact>, value: Value?, span: Span?) {
    self.fact = fact
    self.value = value
    self.span = span
  }
}

/// One thing that happens to a case: facts stated, an event fired, or time passing.
package struct Entry: Hashable, Sendable {
  /// Nil: the same moment as before.
  package var at: DateTime?
  package var event: ID<Event>?
  /// One per payload field of the event.
  package var payload: [Value]
  package var by: ID<Role>?
  package var facts: [StatedFact]
  /// Whether the checklist is answered: all it asks and nobody stated is false.
  package var answersChecklist = false
  package var expectation: Expectation?
  package var span: Span?

  package init(
    at: DateTime?, event: ID<Event>?, payload: [Value], by: ID<Role>?, facts: [StatedFact],
    expectation: Expectation?, span: Span?
  ) {
    self.at = at
    self.event = event
    self.payload = payload
    self.by = by
    self.facts = facts
    self.expectation = expectation
    self.span = span
  }
}

/// What a case file says must hold after an entry. Nil and empty mean nothing is said.
package struct Expectation: Hashable, Sendable {
  /// A decision's expected outputs; one unnamed output has the name "".
  package struct DecisionResult: Hashable, Sendable {
    package var decision: ID<Decision>
    package var outputs: [(name: String, value: Value)]
    package var span: Span

    package init(decision: ID<Decision>, outputs: [(name: String, value: Value)], span: Span) {
      self.decision = decision
      self.outputs = outputs
      self.span = span
    }

    package static func == (left: DecisionResult, right: DecisionResult) -> Bool {
      left.decision == right.decision && left.span == right.span
        && left.outputs.elementsEqual(right.outputs) { $0.name == $1.name && $0.value == $1.value }
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(decision)
      hasher.combine(span)
    }
  }

  /// Why an entry is expected to be refused.
  package enum Refusal: String, Hashable, Sendable, CaseIterable {
    case any = "true"
    case unknown
    case unhandled
    case role
    case fault
    case finished
  }

  /// Each must be active (a leaf or a state around it).
  package var states: [Located<ID<State>>] = []
  /// None may have been active at any time so far.
  package var never: [Located<ID<State>>] = []
  package var decisions: [DecisionResult] = []
  /// Rows that must have fired so far, as decision and row id.
  package var rows: [Located<RowReference>] = []
  /// Name of a timer's state, a period, a task or a send's id; and its last day or moment.
  package var due: [Located<DueExpectation>] = []
  /// Documents that must have been drafted by now.
  package var documents: [Located<ID<Document>>] = []
  /// Texts of notices or who they went to; each must be among what was sent by now.
  package var notices: [Located<String>] = []
  package var tasks: [Located<String>] = []
  /// Facts the case must be waiting for, exactly these, in order.
  package var questions: [Located<ID<Fact>>]?
  package var refused: Located<Refusal>?
  /// Whether a `first` transition came before the entry's event, which was set aside.
  package var overtaken: Located<Bool>?
  package var facts: [StatedFact] = []
  package var variables: [Located<VariableExpectation>] = []
  package var finished: Located<Bool>?
  /// The whole `expect`.
  package var span: Span

  package init(span: Span) {
    self.span = span
  }
}

/// A row of a decision's table, as `because` names it: `分类.家事`.
package struct RowReference: Hashable, Sendable {
  package var decision: ID<Decision>
  package var row: String

  package init(decision: ID<Decision>, row: String) {
    self.decision = decision
    self.row = row
  }
}

/// The value that a variable is expected to have.
package struct VariableExpectation: Hashable, Sendable {
  package var variable: ID<Variable>
  package var value: Value

  package init(variable: ID<Variable>, value: Value) {
    self.variable = variable
    self.value = value
  }
}

/// A due date or moment that must be pending under a name, or (`nothing`) must not be.
package struct DueExpectation: Hashable, Sendable {
  /// The day or moment at which something is expected to be due, or that nothing is.
  package enum When: Hashable, Sendable {
    case day(CalendarDate)
    case moment(DateTime)
    case nothing
  }

  package var name: String
  package var when: When

  package init(name: String, when: When) {
    self.name = name
    self.when = when
  }
}
