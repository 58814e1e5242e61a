import SourceText

// What is wrong with a table in text form.
extension Diagnostic {
  static func notALiteralBlock(_ scalar: ScalarText) -> Diagnostic {
    let isPath = scalar.text.lowercased().hasSuffix(".csv")
    return Diagnostic(
      .notALiteralBlock,
      Bilingual(
        en: "the rows are neither a list nor a table in a literal block",
        zh: "各行既不是列表，也不是文本块中的表格"),
      at: scalar.span,
      help: isPath
        ? .write("table: \(scalar.text)")
        : Bilingual(
          en: "write `rules: |` and the table on the lines below, indented",
          zh: "请写 `rules: |`，表格从下一行开始并缩进"))
  }

  static func tableWithoutHeader(at span: Span) -> Diagnostic {
    Diagnostic(
      .emptyTable, Bilingual(en: "the table is empty", zh: "表格是空的"), at: span,
      help: Bilingual(
        en: "begin with a header that names the columns, then one row per line",
        zh: "第一行写各列的名称，其后每行一条规则"))
  }

  static func tableWithoutRows(at span: Span) -> Diagnostic {
    Diagnostic(
      .emptyTable, Bilingual(en: "the table has a header and no rows", zh: "表格只有表头，没有行"),
      at: span, help: Bilingual(en: "add a row under the header", zh: "请在表头下加上一行"))
  }

  static func lineWithoutBars(_ line: ScalarText) -> Diagnostic {
    let isFullWidth = line.text.contains("｜")
    let isComment = line.text.hasPrefix("#")
    return Diagnostic(
      .lineWithoutBars,
      Bilingual(en: "this line of the table has no bars", zh: "表格的这一行没有竖线"), at: line.span,
      help: isFullWidth
        ? Bilingual(en: "write the ASCII bar `|` instead of `｜`", zh: "请把 `｜` 改为半角 `|`")
        : isComment
          ? Bilingual(en: "move the comment out of the table", zh: "请把注释移到表格之外")
          : Bilingual(en: "write it as `| a | b |`", zh: "请写成 `| 甲 | 乙 |`"))
  }

  static func lineWithoutFirstBar(_ line: ScalarText) -> Diagnostic {
    Diagnostic(
      .lineWithoutBars,
      Bilingual(en: "this line of the table does not begin with a bar", zh: "表格的这一行没有以竖线开头"),
      at: line.span.head, help: Bilingual(en: "put `|` before it", zh: "请在行首加上 `|`"),
      fix: Fix(line.span.head, replacement: "| ", isSafe: true))
  }

  static func lineWithoutLastBar(_ line: ScalarText) -> Diagnostic {
    Diagnostic(
      .lineWithoutBars,
      Bilingual(en: "this line of the table does not end with a bar", zh: "表格的这一行没有以竖线结尾"),
      at: line.span.tail, help: Bilingual(en: "put `|` behind it", zh: "请在行尾加上 `|`"),
      fix: Fix(line.span.tail, replacement: " |", isSafe: true))
  }

  static func raggedRow(
    _ row: GridAssembler.Line, header: GridAssembler.Line, isSpreadsheet: Bool
  ) -> Diagnostic {
    let name =
      isSpreadsheet
      ? Bilingual(en: "row \(row.number)", zh: "第 \(row.number) 行")
      : Bilingual(en: "this row", zh: "这一行")
    let (count, needed) = (row.cells.count, header.cells.count)
    let spans = count > needed ? row.cells[needed...].map(\.span) : row.cells.map(\.span)
    let place = spans.dropFirst().reduce(spans[0]) { $0.union($1) }
    let next = count < needed ? header.cells[count].text : ""
    return Diagnostic(
      .raggedRow,
      Bilingual(
        en: "\(name.en) has \(count) cells where the header has \(needed)",
        zh: "\(name.zh)有 \(count) 格，而表头有 \(needed) 列"),
      at: place,
      labels: [
        Label(
          header.cells[0].span.union(header.cells[needed - 1].span),
          Bilingual(en: "the header", zh: "表头"))
      ],
      help: count < needed
        ? Bilingual(
          en: "add what is missing from column `\(next)` on, `-` for any value",
          zh: "请补上从“\(next)”列起缺少的格，任意值写 `-`")
        : Bilingual(
          en:
            "delete what is too much, or write a bar or comma inside a cell as `\\|` or in quotes",
          zh: "请删去多余的格；格内的竖线写 `\\|`，CSV 格内的逗号要加引号"))
  }

  /// `arrow`: another sign that was written for it.
  static func tableWithoutOutputMark(
    _ header: [ScalarText], _ arrow: ScalarText?, at span: Span
  ) -> Diagnostic {
    let place = header.dropFirst().reduce(header.first?.span ?? span) { $0.union($1.span) }
    return Diagnostic(
      .outputMark,
      Bilingual(
        en: "the table's first line does not mark its first output",
        zh: "表格第一行没有标出第一个输出列"),
      at: arrow?.span ?? place,
      help: Bilingual(
        en: "write `=>` before the name of the first output, as in `| amount | => level |`",
        zh: "请在第一个输出列的名称前写 `=>`，如 `| 金额 | => 级别 |`"),
      fix: arrow.map { Fix($0.span, replacement: "=>", isSafe: true) })
  }

  static func secondOutputMark(_ cell: ScalarText, first: ScalarText) -> Diagnostic {
    Diagnostic(
      .outputMark,
      Bilingual(en: "`=>` stands a second time", zh: "`=>` 出现了两次"),
      at: cell.slice(0..<2).span,
      labels: [Label(first.span, Bilingual(en: "it stands here first", zh: "第一次在此"))],
      help: Bilingual(
        en: "delete it: all columns from the first mark on are outputs",
        zh: "请删去：从第一个标记起各列都是输出"),
      fix: Fix(cell.slice(0..<2).span, replacement: "", isSafe: true))
  }

  static func duplicateColumn(_ cell: ScalarText, first: ScalarText) -> Diagnostic {
    Diagnostic(
      .duplicateColumn,
      Bilingual(
        en: "the column `\(cell.text)` stands twice", zh: "列 `\(cell.text)` 重复"),
      at: cell.span,
      labels: [Label(first.span, Bilingual(en: "it stands here first", zh: "第一次在此"))],
      help: Bilingual(en: "delete one or rename it", zh: "请删去一列或改名"))
  }

  static func columnWithoutName(_ cell: ScalarText, number: Int) -> Diagnostic {
    Diagnostic(
      .columnWithoutName,
      Bilingual(en: "column \(number) has no name", zh: "第 \(number) 列没有名称"), at: cell.span,
      help: Bilingual(
        en: "name the input or output it holds, or delete the column",
        zh: "请写上输入或输出的名称，或删去这一列"))
  }

  static func unclosedCell(at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedCell,
      Bilingual(en: "this quote is never closed", zh: "这个引号没有配对"), at: span,
      help: Bilingual(
        en: "put a quote at the end of the cell, or write a quote inside it twice",
        zh: "请在这一格末尾补上引号；格内的引号要写两遍"))
  }

  static func textBehindQuote(at span: Span, opened: Span) -> Diagnostic {
    Diagnostic(
      .textBehindQuote,
      Bilingual(en: "text follows the closing quote of a cell", zh: "一格的引号结束后又有文字"), at: span,
      labels: [Label(opened, Bilingual(en: "the cell begins here", zh: "这一格从此开始"))],
      help: Bilingual(
        en: "put the quotes around the whole cell and write a quote inside it twice",
        zh: "请让引号包住整格，格内的引号写两遍"))
  }
}
