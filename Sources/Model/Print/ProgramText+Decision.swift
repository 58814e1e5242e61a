internal import SourceText

extension ProgramText {
  func dump(_ decision: Decision, to outline: inout Outline) {
    switch decision.logic {
    case .expression(let expression):
      let words = self.expression(expression)
      outline.line("decision \(decision.name): \(type(decision.type)) = \(words)")
    case .table(let table):
      outline.line("decision \(decision.name): \(type(decision.type)) (\(table.policy.rawValue))")
      outline.indented { dump(table, to: &$0) }
    }
  }

  private func dump(_ table: DecisionTable, to outline: inout Outline) {
    for input in table.inputs {
      let words = expression(input.expression)
      outline.line("input \(input.name)" + (words == input.name ? "" : " = \(words)"))
    }
    for output in table.outputs {
      let order = output.priorities.map { value($0, of: output.type) }.joined(separator: " > ")
      outline.line("output \(output.name): \(type(output.type))" + order.spaced)
    }
    for row in table.rows {
      let condition = row.condition.map(expression) ?? cells(row.cells)
      outline.line(
        "\(row.id): \(condition) => \(results(row.results))" + bases(row.basis).because)
    }
    if let otherwise = table.otherwise { outline.line("otherwise => \(results(otherwise))") }
  }

  private func cells(_ cells: [DecisionTable.Cell]) -> String {
    cells.map { tests($0.tests) }.joined(separator: " | ")
  }

  private func results(_ results: [Expression]) -> String {
    results.map(expression).joined(separator: " | ")
  }
}
