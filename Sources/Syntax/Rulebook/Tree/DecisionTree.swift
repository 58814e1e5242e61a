package import SourceText

/// A decision as written: one expression (`is`), or a table in one of its three forms.
package struct DecisionTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  /// `is: EXPR` makes a literal-expression decision, of type `type` if that is given.
  package var expression: ScalarText?
  package var type: TypeTree?
  package var hit: ScalarText?
  package var inputs: [InputTree] = []
  package var outputs: [OutputTree] = []
  package var rows: RowsTree?
  /// Rows that layers put behind these (`add`), the outer layer's last.
  package var further: [RowsTree] = []
  package var otherwise: [(name: Located<String>, value: ValueTree)]?
  /// `otherwise: VALUE` of a table with one output.
  package var otherwiseValue: ValueTree?
  /// `local: any | rows | sealed`: what a rulebook that builds on this one may change.
  package var local: Located<String>?
  package var span: Span

  package init(name: Located<String>, span: Span) {
    self.name = name
    self.span = span
  }
}

/// `inputs: [金额, {name: 人均, is: 金额 / 人数}]`.
package struct InputTree: Sendable {
  package var name: Located<String>
  package var expression: ScalarText?
  package var span: Span

  package init(name: Located<String>, expression: ScalarText?, span: Span) {
    self.name = name
    self.expression = expression
    self.span = span
  }
}

/// `outputs: {脚本: script, 难易: {type: 难易, priority: [疑难, 简单]}}`.
package struct OutputTree: Sendable {
  package var name: Located<String>
  package var type: TypeTree?
  package var priorities: [ScalarText] = []

  package init(name: Located<String>, type: TypeTree?) {
    self.name = name
    self.type = type
  }
}

/// The three ways to write rows.
package enum RowsTree: Sendable {
  case list([RowTree], Span)
  /// A pipe table in a literal block.
  case pipes(ScalarText)
  /// `table: tables/分类.csv`.
  case file(Located<String>)
}

/// A row of the list form: `{id, when, then, because}`.
package struct RowTree: Sendable {
  /// When the row applies: a test for each input, or one expression for them all.
  package enum Condition: Sendable {
    /// `when: {input: test}`.
    case cells([(input: Located<String>, test: TestTree)], Span)
    /// `when: EXPR`.
    case expression(ScalarText)
  }

  package var id: Located<String>?
  package var condition: Condition?
  package var results: [(name: Located<String>, value: ValueTree)] = []
  /// `then: VALUE` of a table with one output.
  package var result: ValueTree?
  package var basis: [Located<String>] = []
  package var span: Span

  package init(span: Span) {
    self.span = span
  }
}

/// A cell as written: tests in one scalar, or a YAML list of alternatives.
package enum TestTree: Sendable {
  case scalar(ScalarText)
  case alternatives([ScalarText], Span)
}

/// A table in text form, cut into cells with their places: what pipe and CSV tables both become.
package struct GridTree: Sendable {
  /// One cell of a pipe table or a CSV file.
  package struct Cell: Sendable {
    /// The cell's text, trimmed, and where each character of it stands.
    package var text: ScalarText
    /// Counted from 1, the header being row 1, as a spreadsheet counts.
    package var row: Int
    package var column: Int

    package init(text: ScalarText, row: Int, column: Int) {
      self.text = text
      self.row = row
      self.column = column
    }
  }

  /// The columns' names, each there once; the mark `=>` of the first output is taken off.
  package var header: [Cell]
  /// Each has as many cells as the header.
  package var rows: [[Cell]]
  /// The column, from 0, whose name bears `=>`; nil where no mark is there, as CSV may have it.
  package var firstOutput: Int?
  package var span: Span
  /// CSV files write dates, booleans and quotes as spreadsheets do.
  package var isSpreadsheet: Bool

  package init(
    header: [Cell], rows: [[Cell]], firstOutput: Int?, span: Span, isSpreadsheet: Bool
  ) {
    self.header = header
    self.rows = rows
    self.firstOutput = firstOutput
    self.span = span
    self.isSpreadsheet = isSpreadsheet
  }

  /// What to call a cell in a message: column 金额, in a spreadsheet with its row there.
  package func place(of cell: Cell) -> Bilingual {
    let name = header.first { $0.column == cell.column }?.text.text ?? "\(cell.column)"
    return isSpreadsheet
      ? Bilingual(en: "row \(cell.row), column `\(name)`", zh: "第 \(cell.row) 行“\(name)”列")
      : Bilingual(en: "column `\(name)`", zh: "“\(name)”列")
  }
}
