import SourceText
import Testing

@Suite("Rows for spreadsheets")
struct CSVTextTests {
  private func line(_ fields: CSVText.Field...) -> String {
    let text = CSVText(rows: [fields]).text
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(text.hasSuffix("\r\n"))
    return String(text.unicodeScalars.dropFirst().dropLast(2))
  }

  @Test("words stand as they are; commas, quotes and line breaks are quoted")
  func quoting() {
    #expect(line(.text("就地化解率"), .number("66.7"), .empty) == "就地化解率,66.7,")
    #expect(
      line(.text("a,b"), .text("say \"no\""), .text("x\ny"))
        == "\"a,b\",\"say \"\"no\"\"\",\"x\ny\"")
  }

  @Test(
    "words are never a formula",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", " =1", "\t=1", "\n=1", "\u{3000}=1",
      "=cmd|' /C calc'!A0", "\u{1B}[0m=1", "\u{200B}=1",
    ])
  func formulas(_ words: String) {
    let written = line(.text(words))
    let opened = written.hasPrefix("\"") ? written.dropFirst() : Substring(written)
    #expect(opened.hasPrefix("'") || opened.hasPrefix("<U+"), "\(written)")
  }

  @Test("numbers of our own keep their sign")
  func numbers() {
    #expect(line(.number("-1.50")) == "-1.50")
  }

  @Test("a row read by another reader gives the words back", arguments: ["a\"b", "甲,乙", "x\ny"])
  func readingBack(_ words: String) {
    var written = line(.text(words))[...]
    #expect(written.first == "\"")
    written = written.dropFirst().dropLast()
    let read = written.replacing("\"\"", with: "\"")
    #expect(read == words)
  }
}
