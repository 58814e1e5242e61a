internal import Model
internal import SourceText
internal import Workbench

/// Measures as rows for a spreadsheet: one row for each measure and period, and one for all cases,
/// so that a sheet can be filtered and joined with those of other rulebooks.
struct StatisticsTable {
  let statistics: Statistics
  let wording: Wording

  private static let columns = [
    "rulebook", "measure", "title", "period", "count", "of", "percent", "sum", "cases", "average",
    "not_known",
  ]

  var text: String {
    let measures = wording.program.mediation.measures
    var rows = [Self.columns.map(CSVText.Field.text)]
    for index in measures.indices {
      let measure = measures[index]
      rows += statistics.groups(of: index).map { group in
        row(measure, period: group.period ?? "none", group.figures)
      }
      rows.append(row(measure, period: "all", statistics.total(of: index)))
    }
    return CSVText(rows: rows).text
  }

  private func row(
    _ measure: Measure, period: String, _ figures: Statistics.Figures
  ) -> [CSVText.Field] {
    let title = measure.title.text(in: wording.language)
    let named: [CSVText.Field] = [
      .text(wording.program.name), .text(measure.name), .text(title), .text(period),
    ]
    let number = { (text: String?) in text.map(CSVText.Field.number) ?? .empty }
    let own: [CSVText.Field] =
      switch measure.kind {
      case .count:
        [
          .number("\(figures.hits)"), .number("\(figures.cases)"), number(figures.percent), .empty,
          .empty, .empty,
        ]
      case .sum:
        [
          .empty, .empty, .empty, .number(figures.sum.description), .number("\(figures.cases)"),
          number(figures.average?.description),
        ]
      }
    return named + own + [.number("\(figures.undecided)")]
  }
}
