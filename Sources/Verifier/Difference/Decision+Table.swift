internal import Model
internal import SourceText

extension Decision.Logic {
  /// The same decision as a table: an expression is its branches, a condition what it holds for.
  var asTable: DecisionTable {
    switch self {
    case .table(let table): return table
    case .expression(let expression):
      var rows: [DecisionTable.Row] = []
      var rest = expression
      if expression.type == .boolean, !expression.isConditional {
        rows.append(.when(expression, .truth(true, expression.span)))
        rest = .truth(false, expression.span)
      }
      while case .conditional(let condition, let then, let otherwise) = rest.kind {
        rows.append(.when(condition, then))
        rest = otherwise
      }
      return DecisionTable(
        policy: .first, inputs: [],
        outputs: [.init(name: "", type: expression.type, priorities: [], span: expression.span)],
        rows: rows, otherwise: [rest])
    }
  }
}

extension DecisionTable.Row {
  fileprivate static func when(_ condition: Expression, _ result: Expression) -> Self {
    Self(
      id: "", cells: [], condition: condition, results: [result], basis: [],
      span: condition.span)
  }
}

extension Expression {
  fileprivate static func truth(_ value: Bool, _ span: Span) -> Expression {
    Expression(.constant(.boolean(value)), type: .boolean, span: span)
  }

  fileprivate var isConditional: Bool {
    if case .conditional = kind { true } else { false }
  }
}
