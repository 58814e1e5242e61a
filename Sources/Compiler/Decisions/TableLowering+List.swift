import Model
import SourceText
import Syntax

// Rows in the list form: `{id, when, then, because}`.
extension TableLowering {
  mutating func lower(_ tree: RowTree, number: Int) -> DecisionTable.Row? {
    var notNull: Set<ValuePath> = []
    var cells: [DecisionTable.Cell?] = inputs.map { _ in
      DecisionTable.Cell(tests: [.any], span: tree.span)
    }
    var condition: Expression?
    var isSound = true
    switch tree.condition {
    case nil: break
    case .expression(let scalar):
      let parsed = readExpression(scalar, into: &diagnostics)
      let checked = checker.run(&diagnostics) { $0.condition(parsed) }
      condition = checked?.expression
      notNull = checked?.notNullIfTrue ?? []
      isSound = checked != nil
    case .cells(let tests, _):
      for (name, test) in tests {
        guard let index = inputIndexes[name.value] else {
          diagnostics.report(.unknownInput(name, among: self.tree.inputs.map(\.name.value)))
          continue
        }
        cells[index] = cell(test, of: index, notNull: &notNull)
      }
    }
    let results = results(tree.results, tree.result, at: tree.span, notNull: notNull)
    let basis = checker.scope.basis(tree.basis, into: &diagnostics)
    guard isSound, let results, !cells.contains(where: { $0 == nil }) else { return nil }
    return DecisionTable.Row(
      id: id(tree.id, number: number), cells: cells.compactMap(\.self), condition: condition,
      results: results, basis: basis, span: tree.span)
  }

  private mutating func cell(
    _ test: TestTree, of index: Int, notNull: inout Set<ValuePath>
  ) -> DecisionTable.Cell? {
    switch test {
    case .scalar(let scalar):
      return cell(
        readTests(scalar, into: &diagnostics), scalar.span, of: index, notNull: &notNull)
    case .alternatives(let scalars, let span):
      let nodes = scalars.flatMap { readTests($0, into: &diagnostics) }
      return cell(nodes, span, of: index, notNull: &notNull)
    }
  }
}
