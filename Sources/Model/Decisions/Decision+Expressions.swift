extension Decision {
  /// Everything in it that is evaluated, in reading order: a table's inputs, then row by row its
  /// cells, its condition and its results, then what holds otherwise.
  package var expressions: [Expression] {
    switch logic {
    case .expression(let expression): return [expression]
    case .table(let table):
      let rows = table.rows.flatMap { row in
        row.cells.flatMap { $0.tests.flatMap(\.expressions) }
          + [row.condition].compactMap(\.self) + row.results
      }
      return table.inputs.map(\.expression) + rows + (table.otherwise ?? [])
    }
  }

  /// Visits the same and all inside, outermost first, without making a list of it.
  package func walk(_ visit: (Expression) -> Void) {
    switch logic {
    case .expression(let expression): expression.walk(visit)
    case .table(let table):
      for input in table.inputs { input.expression.walk(visit) }
      for row in table.rows {
        for cell in row.cells {
          for test in cell.tests { test.walk(visit) }
        }
        row.condition?.walk(visit)
        for result in row.results { result.walk(visit) }
      }
      for result in table.otherwise ?? [] { result.walk(visit) }
    }
  }
}
