import SourceText
import Syntax

extension DecisionTree {
  /// The decision with the rows that layers put behind its own among these, all in the list form;
  /// as it is where there are none. Cells stand as they were written.
  func folded(_ readsTable: (Located<String>) -> GridTree?) -> DecisionTree {
    guard !further.isEmpty, let own = rows else { return self }
    var one = self
    let parts = [own] + further
    one.rows = .list(parts.flatMap { listed($0, readsTable) }, span)
    one.further = []
    return one
  }

  private func listed(
    _ rows: RowsTree, _ readsTable: (Located<String>) -> GridTree?
  ) -> [RowTree] {
    var findings = Diagnostics()
    switch rows {
    case .list(let rows, _): return rows
    case .pipes(let table): return readPipeTable(table, into: &findings).map(listed) ?? []
    case .file(let path): return readsTable(path).map(listed) ?? []
    }
  }

  private func listed(_ grid: GridTree) -> [RowTree] {
    grid.rows.map { cells in
      var row = RowTree(span: cells.first?.text.span ?? grid.span)
      var tests: [(input: Located<String>, test: TestTree)] = []
      for (place, (column, cell)) in zip(grid.header, cells).enumerated() where !cell.isEmpty {
        let name = Located(column.text.text, at: column.text.span)
        let isOutput = grid.firstOutput.map { place >= $0 } ?? isOutput(name.value)
        switch name.value {
        case "id" where !isInput("id"): row.id = cell.located
        case "because" where !self.isOutput("because"):
          row.basis = cell.text.text.split(separator: ",").map {
            Located($0.trimmingBlanks, at: cell.text.span)
          }
        case _ where isOutput: row.results.append((name: name, value: .scalar(cell.text)))
        default: tests.append((input: name, test: .scalar(cell.text)))
        }
      }
      if !tests.isEmpty { row.condition = .cells(tests, row.span) }
      return row
    }
  }

  private func isInput(_ name: String) -> Bool { inputs.contains { $0.name.value == name } }

  private func isOutput(_ name: String) -> Bool { outputs.contains { $0.name.value == name } }
}

extension GridTree.Cell {
  fileprivate var isEmpty: Bool { text.text.isEmpty }

  fileprivate var located: Located<String> { Located(text.text, at: text.span) }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
