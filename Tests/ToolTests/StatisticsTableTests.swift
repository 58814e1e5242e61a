internal import Foundation
internal import TestSupport
internal import Testing

/// `fengqiao stats --format csv`, as a spreadsheet gets it.
@Suite struct StatisticsTableTests {
  private static let files = [
    "rulebook.yaml": """
    rulebook: counted
    facts: {amount: {type: money, optional: true}}
    workflow:
      states:
        talk: {on: {agree: settled}}
        settled: {type: final}
    measures:
      settled: {count: outcome = settled, by: month, title: "=SUM(A1:A9)"}
      owed: {sum: amount, title: {zh: 欠款, en: "owed, in all"}}
    """,
    "cases.yaml": """
    cases:
      - {case: a, opened: 2026-05-06, facts: {amount: 10.50}, journal: [event: agree]}
      - {case: b, opened: 2026-06-07, facts: {amount: null}}
      - {case: c, facts: {}}
    """,
    "broken.yaml": "{case: d, facts: {nothing: 1}}\n",
  ]

  private func stats(_ arguments: [String]) throws -> Command.Result {
    try withTemporaryFolder { folder in
      for (name, text) in Self.files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      let tool = Repository.products.appendingPathComponent("fengqiao").path
      return try Command(
        tool, ["stats", "rulebook.yaml", "--format", "csv", "--lang", "en"] + arguments, in: folder
      ).run()
    }
  }

  @Test func aRowForEachMeasureAndPeriodAndNoFormula() throws {
    let result = try stats(["cases.yaml"])
    let rows = [
      "\u{FEFF}rulebook,measure,title,period,count,of,percent,sum,cases,average,not_known",
      "counted,settled,\"'=SUM(A1:A9)\",2026-05,1,1,100.0,,,,0",
      "counted,settled,\"'=SUM(A1:A9)\",2026-06,0,1,0.0,,,,0",
      "counted,settled,\"'=SUM(A1:A9)\",none,0,1,0.0,,,,0",
      "counted,settled,\"'=SUM(A1:A9)\",all,1,3,33.3,,,,0",
      "counted,owed,\"owed, in all\",all,,,,10.5,2,5.25,1",
    ]
    #expect(result.output == rows.map { $0 + "\r\n" }.joined())
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test func whatIsLeftOutIsToldBesideTheTable() throws {
    let result = try stats(["cases.yaml", "broken.yaml"])
    #expect(result.output.hasPrefix("\u{FEFF}rulebook,"))
    #expect(!result.output.contains("error"))
    #expect(result.errors.hasPrefix("1 file left out for errors\n"))
    #expect(result.errors.contains("broken.yaml:1:"))
    #expect(result.status == 1)
  }
}
