internal import Model
internal import SourceText
internal import Workbench

/// Shows measures: a table each, by period, and all cases last.
struct StatisticsReport {
  /// What the measures were taken over.
  struct Count {
    var files: Int
    /// Files with errors.
    var leftOut: Int
    /// Cases that were counted.
    var cases = 0
    /// Cases whose very opening was refused.
    var refused = 0
  }

  let statistics: Statistics
  let count: Count
  let wording: Wording
  let console: Console

  private var measures: [Measure] { wording.program.mediation.measures }

  var text: String {
    var blocks = [heading]
    if measures.isEmpty {
      blocks.append(wording.say("the rulebook declares no measures", "规则书没有声明指标"))
    }
    blocks += measures.indices.map { table(of: $0).joined(separator: "\n") }
    return blocks.joined(separator: "\n\n")
  }

  private var heading: String {
    let program = wording.program
    let title = wording.heading(program.name, program.title)
    let counted =
      wording.say("\(count.cases) \(count.cases == 1 ? "case" : "cases")", "\(count.cases) 个案件")
    let parts = [counted] + [leftOut].compactMap(\.self)
    return console.styled(title, .bold) + "  " + parts.joined(separator: wording.say("; ", "；"))
  }

  /// What was not counted and why; nil where all was.
  var leftOut: String? {
    var parts: [String] = []
    if count.refused > 0 {
      parts.append(
        wording.say(
          "\(count.refused) left out: refused when opened", "\(count.refused) 个未计：立案即被拒绝"))
    }
    if count.leftOut > 0 {
      parts.append(
        wording.say(
          "\(count.leftOut) \(count.leftOut == 1 ? "file" : "files") left out for errors",
          "\(count.leftOut) 个文件有错误，未计"))
    }
    return parts.isEmpty ? nil : parts.joined(separator: wording.say("; ", "；"))
  }

  private func table(of index: Int) -> [String] {
    let measure = measures[index]
    var rows = statistics.groups(of: index).map { group in
      [group.period ?? wording.say("no day", "无日期")] + cells(of: group.figures, measure)
    }
    rows.append([wording.say("all", "合计")] + cells(of: statistics.total(of: index), measure))
    let lines = aligned([columns(of: measure)] + rows)
    let title = console.styled(wording.heading(measure.name, measure.title), .bold)
    return [title] + lines.map { "  " + $0 }
  }

  private func columns(of measure: Measure) -> [String] {
    let period =
      switch measure.period {
      case .month: wording.say("month", "月份")
      case .year: wording.say("year", "年份")
      case nil: ""
      }
    let own =
      switch measure.kind {
      case .count:
        [wording.say("count", "件数"), wording.say("of", "总数"), wording.say("share", "比例")]
      case .sum:
        [wording.say("sum", "合计"), wording.say("cases", "件数"), wording.say("average", "平均")]
      }
    return [period] + own + [""]
  }

  private func cells(of figures: Statistics.Figures, _ measure: Measure) -> [String] {
    let open =
      figures.undecided == 0
      ? "" : wording.say("\(figures.undecided) not known", "\(figures.undecided) 个不明")
    guard figures.cases > 0 else {
      return ["", "0", wording.say("no cases", "无案件"), open]
    }
    switch measure.kind {
    case .count:
      return [
        "\(figures.hits)", "\(figures.cases)", figures.percent.map { $0 + "%" } ?? "", open,
      ]
    case .sum:
      return [
        text(of: figures.sum, measure), "\(figures.cases)",
        figures.average.map { text(of: $0, measure) } ?? "", open,
      ]
    }
  }

  /// A sum or average; money has at least two digits behind the point.
  private func text(of number: Number, _ measure: Measure) -> String {
    let text = number.description
    guard case .sum(let expression) = measure.kind, expression.type.unwrapped == .money,
      !text.contains("E")
    else { return text }
    let digits = text.split(separator: ".").dropFirst().first?.count ?? 0
    return text + (digits == 0 ? ".00" : digits == 1 ? "0" : "")
  }

  /// The first column to the left, the others to the right; as wide as the text looks.
  private func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.displayWidth)
        let isText = column == 0 || column == columns - 1
        line += (column == 0 ? "" : "  ") + (isText ? cell + blanks : blanks + cell)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  var json: JSONText {
    .object([
      .init("rulebook", .string(wording.program.name)), .init("cases", .integer(count.cases)),
      .init("refused", .integer(count.refused)), .init("files", .integer(count.files)),
      .init("files_with_errors", .integer(count.leftOut)),
      .init("measures", .array(measures.indices.map(json))),
    ])
  }

  private func json(of index: Int) -> JSONText {
    let measure = measures[index]
    return .object([
      .init("name", .string(measure.name)),
      .init("by", measure.period.map { .string($0.rawValue) } ?? .null),
      .init(
        "groups",
        .array(
          statistics.groups(of: index).map { group in
            let period = group.period.map(JSONText.string) ?? .null
            return .object([.init("period", period)] + members(of: group.figures, measure))
          })),
      .init("total", .object(members(of: statistics.total(of: index), measure))),
    ])
  }

  private func members(
    of figures: Statistics.Figures, _ measure: Measure
  ) -> [JSONText.Member] {
    let open = JSONText.Member("not_known", .integer(figures.undecided))
    switch measure.kind {
    case .count:
      return [
        .init("count", .integer(figures.hits)), .init("of", .integer(figures.cases)),
        .init("percent", figures.percent.map(JSONText.number) ?? .null), open,
      ]
    case .sum:
      return [
        .init("sum", .number(figures.sum.description)), .init("cases", .integer(figures.cases)),
        .init("average", figures.average.map { .number($0.description) } ?? .null), open,
      ]
    }
  }
}
