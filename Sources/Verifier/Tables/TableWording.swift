internal import Model
internal import SourceText

/// Says what was found in a table.
struct TableWording {
  private let program: Program
  private let decision: Decision
  private let table: DecisionTable

  init(_ program: Program, _ decision: Decision) {
    self.program = program
    self.decision = decision
    guard case .table(let table) = decision.logic else {
      preconditionFailure("findings in tables are about tables")
    }
    self.table = table
  }

  func diagnostic(_ finding: TableFinding) -> Diagnostic {
    switch finding.kind {
    case .gap: gap(finding)
    case .conflict(let one, let other): conflict(finding, one, other)
    case .dead(let row): dead(row)
    case .masked(let row, let others): masked(row, others)
    case .idleCell(let row, let column): idleCell(row, column)
    case .idleColumn(let column): idleColumn(column)
    case .unexplored: unexplored(finding)
    case .unsettled(let row): unsettled(row, finding)
    case .twins(let rows): twins(rows, finding)
    case .undecided(let why): undecided(why, finding)
    }
  }

  private func undecided(_ why: TableFinding.Silence, _ finding: TableFinding) -> Diagnostic {
    let names = finding.region.map { "`\($0.column)`" }
    let help =
      switch why {
      case .missing: Bilingual(en: "install `z3`", zh: "请安装 `z3`")
      case .late:
        Bilingual(
          en: "split the table, or give `z3` more time with `FENGQIAO_SOLVER_SECONDS`",
          zh: "请拆分此表，或用 `FENGQIAO_SOLVER_SECONDS` 给 `z3` 更多时间")
      case .unclear:
        Bilingual(
          en: "compare with constants where that says the same, or split the table",
          zh: "能改成与常数比较的请改，或拆分此表")
      }
    return Diagnostic(
      .arithmeticNotDecided,
      Bilingual(
        en: "what follows for `\(decision.name)` from \(names.joined(separator: ", ")) is not told",
        zh: "`\(decision.name)` 里由 \(names.joined(separator: "、")) 引出的情形没有查明"),
      at: head, help: help)
  }

  private func gap(_ finding: TableFinding) -> Diagnostic {
    let place = region(finding)
    let example = example(finding)
    return Diagnostic(
      .tableGap,
      Bilingual(
        en: "no row of `\(decision.name)` matches" + (place.map { " where \($0.en)" } ?? ""),
        zh: "`\(decision.name)` 没有一行能命中" + (place.map { "：\($0.zh)" } ?? "任何情形")),
      at: head,
      help: Bilingual(
        en: "add a row or `otherwise`" + example.en + more(finding).en,
        zh: "请加一行，或写 `otherwise`" + example.zh + more(finding).zh))
  }

  private func conflict(_ finding: TableFinding, _ one: Int, _ other: Int) -> Diagnostic {
    let (one, other) = (table.rows[one], table.rows[other])
    let place = region(finding)
    let same = finding.isAgreed
    return Diagnostic(
      .conflictingRows,
      Bilingual(
        en: "`\(one.id)` and `\(other.id)` of `\(decision.name)` match together"
          + (same ? " with the same result" : " with other results")
          + (place.map { " where \($0.en)" } ?? ""),
        zh: "`\(decision.name)` 的 `\(one.id)` 和 `\(other.id)` 会同时命中"
          + (same ? "且结果相同" : "而结果不同") + (place.map { "：\($0.zh)" } ?? "")),
      at: other.span, labels: [Label(one.span)],
      help: Bilingual(
        en: "narrow one of them, or choose another `hit`" + example(finding).en + more(finding).en,
        zh: "请收窄其中一行，或改用别的 `hit`" + example(finding).zh + more(finding).zh))
  }

  private func dead(_ row: Int) -> Diagnostic {
    let row = table.rows[row]
    return Diagnostic(
      .rowNeverMatches,
      Bilingual(
        en: "no value at all matches `\(row.id)` of `\(decision.name)`",
        zh: "`\(decision.name)` 的 `\(row.id)` 永远不会命中"),
      at: row.span,
      help: Bilingual(
        en: "mend a cell that nothing can pass, or take the row out", zh: "请改正不可能成立的单元格，或删去此行"))
  }

  private func masked(_ row: Int, _ others: [Int]) -> Diagnostic {
    let row = table.rows[row]
    let names = others.prefix(4).map { "`\(table.rows[$0].id)`" }.joined(separator: ", ")
    let rest =
      others.count > 4 ? (" and \(others.count - 4) more", " 等 \(others.count) 行") : ("", "")
    let first = names + rest.0 + (others.count == 1 ? " goes first" : " go first")
    return Diagnostic(
      .rowNeverWins,
      Bilingual(
        en: "`\(row.id)` of `\(decision.name)` never wins: where it matches, \(first)",
        zh: "`\(decision.name)` 的 `\(row.id)` 永远轮不到：总被 \(names)\(rest.1) 抢先"),
      at: row.span, labels: others.prefix(4).map { Label(table.rows[$0].span) },
      help: Bilingual(
        en: "put it before them, narrow them, or take it out", zh: "请把它移到前面，收窄前面的行，或删去此行"))
  }

  private func idleCell(_ row: Int, _ column: Int) -> Diagnostic {
    let cell = table.rows[row].cells[column]
    let input = table.inputs[column].name
    return Diagnostic(
      .cellAlwaysHolds,
      Bilingual(
        en: "every value of `\(input)` passes this cell", zh: "`\(input)` 取任何值此格都成立"),
      at: cell.span, help: Bilingual(en: "write `-`", zh: "请写 `-`"))
  }

  private func idleColumn(_ column: Int) -> Diagnostic {
    let input = table.inputs[column]
    return Diagnostic(
      .inputNeverMatters,
      Bilingual(
        en: "`\(input.name)` changes no result of `\(decision.name)`",
        zh: "`\(input.name)` 不影响 `\(decision.name)` 的任何结果"),
      at: input.span,
      help: Bilingual(en: "take the input out, or let a row ask for it", zh: "请删去此输入，或让某一行用到它"))
  }

  private func unexplored(_ finding: TableFinding) -> Diagnostic {
    let place = region(finding)
    return Diagnostic(
      .tableNotExplored,
      Bilingual(
        en: "`\(decision.name)` is too large to be looked at"
          + (place.map { " where \($0.en)" } ?? " whole"),
        zh: "`\(decision.name)` 太大，没有分析" + (place.map { "：\($0.zh)" } ?? "完")),
      at: head,
      help: Bilingual(
        en: "split the table into several decisions" + more(finding).en,
        zh: "请把它拆成几个决策" + more(finding).zh))
  }

  private func unsettled(_ row: Int, _ finding: TableFinding) -> Diagnostic {
    let row = table.rows[row]
    return Diagnostic(
      .tableNotExplored,
      Bilingual(
        en: "`\(decision.name)` is too large to tell whether other rows go before `\(row.id)`",
        zh: "`\(decision.name)` 太大，没有查明 `\(row.id)` 与其他行谁先命中"),
      at: row.span,
      help: Bilingual(
        en: "split the table into several decisions" + more(finding).en,
        zh: "请把它拆成几个决策" + more(finding).zh))
  }

  private func twins(_ rows: [Int], _ finding: TableFinding) -> Diagnostic {
    let names = rows.prefix(4).map { "`\(table.rows[$0].id)`" }
    let rest = rows.count > 4 ? (en: " and \(rows.count - 4) more", zh: " 等") : (en: "", zh: "")
    return Diagnostic(
      .rowsCouldBeOne,
      Bilingual(
        en: "\(names.joined(separator: ", "))\(rest.en) of `\(decision.name)` could be one row",
        zh: "`\(decision.name)` 的 \(names.joined(separator: "、"))\(rest.zh) 可以合成一行"),
      at: table.rows[rows[0]].span, labels: rows.dropFirst().map { Label(table.rows[$0].span) },
      help: Bilingual(
        en: "write `\(finding.merged)` in their stead" + more(finding).en,
        zh: "可以改写为 `\(finding.merged)`" + more(finding).zh))
  }
}

// What is said in several of them.
extension TableWording {
  /// The decision's name, where it is declared.
  private var head: Span {
    let span = decision.span
    let end = Int(span.start) + decision.name.utf8.count
    return Span(span.source, Int(span.start), min(Int(span.end), end))
  }

  /// `` `金额` is [5000..50000) and `类型` is 其他 ``; nil for everywhere.
  private func region(_ finding: TableFinding) -> Bilingual? {
    guard !finding.region.isEmpty else { return nil }
    return Bilingual(
      en: finding.region.map { "`\($0.column)` is `\($0.test)`" }.joined(separator: " and "),
      zh: finding.region.map { "`\($0.column)` 为 `\($0.test)`" }.joined(separator: "，"))
  }

  private func example(_ finding: TableFinding) -> Bilingual {
    guard !finding.facts.isEmpty else { return Bilingual("") }
    let text = ProgramText(program)
    let facts = finding.facts.map { stated in
      let fact = program.facts[stated.fact]
      return "\(fact.name): \(stated.value.map { text.value($0, of: fact.type) } ?? "unknown")"
    }.joined(separator: ", ")
    return Bilingual(en: "; for example `{\(facts)}`", zh: "；例如 `{\(facts)}`")
  }

  private func more(_ finding: TableFinding) -> Bilingual {
    guard finding.more > 0 else { return Bilingual("") }
    return Bilingual(en: "; there are \(finding.more) more", zh: "；还有 \(finding.more) 处")
  }
}
