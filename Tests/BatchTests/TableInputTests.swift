import Batch
import SourceText
import TestSupport
import Testing

/// `--input csv`: a table of facts.
@Suite struct TableInputTests {
  private static let rulebook = """
    rulebook: r
    types: {kinds: {values: [甲, 乙]}}
    facts:
      amount: {type: money, optional: true}
      kind: kinds
      note: text
      day: date
      urgent: boolean
    decisions:
      seat:
        hit: first
        inputs: [amount, kind]
        outputs: {to: [village, town]}
        rules:
          - {id: none, when: {amount: "null"}, then: town}
          - {id: small, when: {amount: < 5000, kind: 甲}, then: village}
        otherwise: town
      words: {is: note}
    """

  private func play(_ lines: [String], from line: Int = 1) async throws -> [String] {
    var batch = BatchRun(try interpreter(Self.rulebook))
    batch.format = .csv
    batch.firstLine = line
    batch.chunkSize = 20
    return try await BatchPlay(batch, lines).lines
  }

  @Test func everyRowIsACase() async throws {
    let rows = [
      "amount,id,kind,note,day,urgent", "800,a,甲,\"x, \"\"y\"\"\",2026-05-06,true\r", "800,b,乙,,,",
      "", "null,c,,,,", ",d,,,,",
    ]
    let results = [
      #"{"id":"a","state":[],"decisions":{"seat":"village","words":"x, \"y\""}}"#,
      #"{"id":"b","state":[],"decisions":{"seat":"town","words":null}}"#,
      #"{"id":"c","state":[],"decisions":{"seat":"town","words":null}}"#,
      #"{"id":"d","state":[],"decisions":{"seat":null,"words":null}}"#,
    ]
    #expect(try await play(rows) == results)
    #expect(try await play(rows, from: 2) == results)
    #expect(try await play(rows, from: 4) == Array(results[2...]))
  }

  @Test(arguments: [
    ("x,甲,,,", "wrong-type"), ("1,丙,,,", "not-a-value"), ("1,甲", "wrong-cell-count"),
    ("1,甲,,,,x", "wrong-cell-count"), ("\"1\"0,甲,,,", "not-a-value"),
    ("1,甲,\"a,,", "unclosed-string"),
    ("1,甲,,2026-13-01,", "not-a-value"), ("1,甲,,,yes", "wrong-type"),
    ("\(String(repeating: "9", count: 400)),,,,", "too-many-digits"),
  ])
  func aDamagedRowGivesOneRecord(row: String, code: String) async throws {
    let found = try await play(["amount,kind,note,day,urgent", row, "1,甲,,,"])
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("{\"id\":null,\"error\":{\"code\":\"\(code)\",\"line\":2,"))
    #expect(found[1] == #"{"id":null,"state":[],"decisions":{"seat":"village","words":null}}"#)
  }

  @Test(arguments: [
    ("amount,kinds", "no fact is called `kinds`; write `kind`"),
    ("amount,amount", "two columns are called `amount`"),
    ("\"amount", "the table's head has a quote that is never closed"),
    ("amount,,kind", "column 2 of the table has no name"),
  ])
  func aWrongHeadEndsTheRun(head: String, says: String) async throws {
    let fault = await #expect(throws: TableHeadFault.self) { _ = try await play([head, "1,2"]) }
    #expect(fault?.message.en == says)
  }

  /// As a decision table's CSV is read: what spreadsheets make of it.
  @Test(arguments: [
    ["amount;kind;urgent", "800;甲;TRUE"], ["amount\tkind", "800\t甲"],
    ["\u{FEFF}amount,kind,,", " 800 , \"甲\" ,,"], ["", "sep=;", "amount;kind", "800;甲"],
    ["kind,amount,day", "甲,\"4,999.5\",2026/5/6"], ["amount,kind", ",,", "800,甲,"],
  ])
  func aSheetIsReadAsSpreadsheetsSaveIt(lines: [String]) async throws {
    let results = try await play(lines)
    #expect(results == [#"{"id":null,"state":[],"decisions":{"seat":"village","words":null}}"#])
  }

  @Test func aCommaBesideSemicolonsIsNotGuessedAt() async throws {
    let results = try await play(["amount;kind", "5,000;甲"])
    #expect(results.count == 1)
    #expect(results[0].contains(#""code":"wrong-type","line":2,"at":"amount""#))
    #expect(results[0].contains("decimal comma"))
  }

  @Test(arguments: [[""], ["", " ", ""]])
  func anEmptyTableSaysSo(lines: [String]) async throws {
    let fault = await #expect(throws: TableHeadFault.self) { _ = try await play(lines) }
    #expect(fault?.message.en.hasPrefix("the table is empty") == true)
  }
}
