package import SourceText

/// A named decision: one expression, or a table (DMN 1.5, chapters 7 and 8).
package struct Decision: Hashable, Sendable, Codable {
  /// How the result is found.
  package enum Logic: Hashable, Sendable, Codable {
    case expression(Expression)
    case table(DecisionTable)
  }

  package var name: String
  package var title: Bilingual
  package var logic: Logic
  /// The whole result's type: the one output's type, a record of several outputs, or a list of
  /// these under a hit policy that collects.
  package var type: ValueType
  package var span: Span

  package init(
    name: String, title: Bilingual, logic: Logic, type: ValueType, span: Span
  ) {
    self.name = name
    self.title = title
    self.logic = logic
    self.type = type
    self.span = span
  }
}

extension Decision {
  /// What the rows that fired rest on, each basis once, in the table's order; empty for a decision
  /// that is an expression.
  package func basis(ofRows ids: [String]) -> [Basis] {
    guard case .table(let table) = logic else { return [] }
    var found: [Basis] = []
    for row in table.rows where ids.contains(row.id) {
      found += row.basis.filter { !found.contains($0) }
    }
    return found
  }
}

/// DMN 1.5, 8.2: inputs, outputs, rows and the policy that picks among matching rows.
package struct DecisionTable: Hashable, Sendable, Codable {
  /// A column that rows test: the expression whose value they test.
  package struct Input: Hashable, Sendable, Codable {
    package var name: String
    package var expression: Expression
    package var span: Span

    package init(name: String, expression: Expression, span: Span) {
      self.name = name
      self.expression = expression
      self.span = span
    }
  }

  /// A column that rows fill, and the type of what they fill in.
  package struct Output: Hashable, Sendable, Codable {
    package var name: String
    package var type: ValueType
    /// Values from the highest priority down, for `priority` and `output order`; empty elsewhere.
    package var priorities: [Value]
    package var span: Span

    package init(name: String, type: ValueType, priorities: [Value], span: Span) {
      self.name = name
      self.type = type
      self.priorities = priorities
      self.span = span
    }
  }

  /// A cell's tests: it matches if any of them does. The input's value stands in local slot 0.
  package struct Cell: Hashable, Sendable, Codable {
    package var tests: [UnaryTest]
    package var span: Span

    package init(tests: [UnaryTest], span: Span) {
      self.tests = tests
      self.span = span
    }
  }

  /// One rule: a test for each input, an expression for each output.
  package struct Row: Hashable, Sendable, Codable {
    /// Given by the author (`id`) or, lacking that, `row N`: counted from 1, in CSV as the
    /// spreadsheet counts.
    package var id: String
    /// One per input.
    package var cells: [Cell]
    /// A list-form row's whole condition, where it wrote one expression instead of cells.
    package var condition: Expression?
    /// One per output.
    package var results: [Expression]
    package var basis: [Basis]
    package var span: Span

    package init(
      id: String, cells: [Cell], condition: Expression?, results: [Expression], basis: [Basis],
      span: Span
    ) {
      self.id = id
      self.cells = cells
      self.condition = condition
      self.results = results
      self.basis = basis
      self.span = span
    }
  }

  package var policy: HitPolicy
  package var inputs: [Input]
  package var outputs: [Output]
  package var rows: [Row]
  /// Results where no row matches (`otherwise`), one per output.
  package var otherwise: [Expression]?

  package init(
    policy: HitPolicy, inputs: [Input], outputs: [Output], rows: [Row], otherwise: [Expression]?
  ) {
    self.policy = policy
    self.inputs = inputs
    self.outputs = outputs
    self.rows = rows
    self.otherwise = otherwise
  }
}

/// DMN 1.5, 8.2.8. The raw value is the word; `letter` the standard's abbreviation.
package enum HitPolicy: String, Hashable, Sendable, Codable, CaseIterable {
  case unique
  case any
  case first
  case priority
  case ruleOrder = "rule order"
  case outputOrder = "output order"
  case collect
  case sum
  case min
  case max
  case count

  package var letter: String {
    switch self {
    case .unique: "U"
    case .any: "A"
    case .first: "F"
    case .priority: "P"
    case .ruleOrder: "R"
    case .outputOrder: "O"
    case .collect: "C"
    case .sum: "C+"
    case .min: "C<"
    case .max: "C>"
    case .count: "C#"
    }
  }

  /// Whether the result is a list of what each matching row gives.
  package var givesList: Bool {
    switch self {
    case .ruleOrder, .outputOrder, .collect: true
    default: false
    }
  }
}
