import SourceText
import TestSupport
import Testing

/// A code for tests alone; the table of codes is another test's business.
private let unknownFact = DiagnosticCode(
  "FQ0203", "unknown-name", .error, en: "a name is unknown", zh: "名称未知")
private let unusedFact = DiagnosticCode(
  "FQ0499", "unused-name", .warning, en: "a name is unused", zh: "名称未用")

private func render(
  _ files: [(name: String, text: MarkedText)], _ language: Language = .english,
  hasColors: Bool = false, width: Int = 100,
  _ diagnostic: ([MarkedText]) -> Diagnostic
) -> String {
  var sources = SourceMap()
  for file in files { _ = sources.add(SourceFile(name: file.name, text: file.text.text)) }
  let renderer = DiagnosticRenderer(
    sources: sources, language: language, hasColors: hasColors, width: width)
  return renderer.frame(diagnostic(files.map(\.text)))
}

private func render(
  _ text: String, _ language: Language = .english, hasColors: Bool = false, width: Int = 100,
  _ diagnostic: (MarkedText) -> Diagnostic
) -> String {
  render([("rulebook.yaml", MarkedText(text))], language, hasColors: hasColors, width: width) {
    diagnostic($0[0])
  }
}

private let unknown = Bilingual(en: "unknown fact `金客`", zh: "没有名为 `金客` 的事实")
private let help = Bilingual(en: "write `金额`", zh: "写作 `金额`")

struct FrameTests {
  @Test func caretsStandUnderFullWidthText() {
    let frame = render("a: 1\nrules:\n  - when: 金额 > 3 and 1️⃣金客1️⃣ < 5000\n") {
      Diagnostic(unknownFact, unknown, at: $0.span(1), note: Bilingual("?"), help: help)
    }
    #expect(
      frame == """
        error[FQ0203]: unknown fact `金客`
         --> rulebook.yaml:3:22
          |
        3 |   - when: 金额 > 3 and 金客 < 5000
          |                        ^^^^ ?
          |
          help: write `金额`
        """)
  }

  @Test func wordsOfTheFrameAreChineseOnRequest() {
    let frame = render("when: 1️⃣金客1️⃣\n", .chinese) {
      Diagnostic(unknownFact, unknown, at: $0.span(1), help: help)
    }
    #expect(
      frame == """
        错误[FQ0203]: 没有名为 `金客` 的事实
         --> rulebook.yaml:1:7
          |
        1 | when: 金客
          |       ^^^^
          |
          改法: 写作 `金额`
        """)
  }

  @Test func labelsOfOneFileShareABlockAndFarLinesAreLeftOut() {
    let text = "1️⃣a1️⃣: 1\nb: 2\n2️⃣a2️⃣: 3\nc:\nd:\ne:\nf:\ng:\nh:\n3️⃣a3️⃣: 4\n"
    let frame = render(text) {
      Diagnostic(
        unusedFact, Bilingual("`a` is given twice"), at: $0.span(2),
        labels: [
          Label($0.span(3), Bilingual("and here")), Label($0.span(1), Bilingual("first here")),
        ])
    }
    #expect(
      frame == """
        warning[FQ0499]: `a` is given twice
          --> rulebook.yaml:3:1
           |
         1 | a: 1
           | - first here
         2 | b: 2
         3 | a: 3
           | ^
        ...
        10 | a: 4
           | - and here
        """)
  }

  @Test func labelsInOtherFilesGetBlocksOfTheirOwn() {
    let files = [
      (name: "local/rulebook.yaml", text: MarkedText("step: 1️⃣x1️⃣\n")),
      (name: "base/rulebook.yaml", text: MarkedText("a:\n  b: 1️⃣sealed1️⃣\n")),
    ]
    let frame = render(files) {
      Diagnostic(
        unknownFact, Bilingual("this is sealed"), at: $0[0].span(1),
        labels: [Label($0[1].span(1, in: SourceID(1)), Bilingual("sealed here"))])
    }
    #expect(
      frame == """
        error[FQ0203]: this is sealed
         --> local/rulebook.yaml:1:7
          |
        1 | step: x
          |       ^
         --> base/rulebook.yaml:2:6
          |
        2 |   b: sealed
          |      ------ sealed here
        """)
  }

  @Test func twoLabelsOfOneLineStandInTheirOrder() {
    let frame = render("1️⃣甲1️⃣: {2️⃣甲2️⃣: b}\n") {
      Diagnostic(
        unknownFact, Bilingual("m"), at: $0.span(2), note: Bilingual("second"),
        labels: [Label($0.span(1), Bilingual("first"))])
    }
    #expect(
      frame == """
        error[FQ0203]: m
         --> rulebook.yaml:1:5
          |
        1 | 甲: {甲: b}
          | -- first
          |      ^^ second
        """)
  }

  @Test func spansOfSeveralLinesAreUnderlinedLineByLine() {
    let frame = render("a: 1️⃣{b: c,\n  d: e,\n    f: g}1️⃣ # x\n") {
      Diagnostic(unknownFact, Bilingual("m"), at: $0.span(1), note: Bilingual("n"))
    }
    #expect(
      frame == """
        error[FQ0203]: m
         --> rulebook.yaml:1:4
          |
        1 | a: {b: c,
          |    ^^^^^^
        2 |   d: e,
          |   ^^^^^
        3 |     f: g} # x
          |     ^^^^^ n
        """)
  }

  @Test func longSpansShowTheirFirstAndLastLine() {
    let frame = render("a: 1️⃣[\nb,\nc,\nd,\ne\n]1️⃣\n") {
      Diagnostic(unknownFact, Bilingual("m"), at: $0.span(1))
    }
    #expect(
      frame == """
        error[FQ0203]: m
         --> rulebook.yaml:1:4
          |
        1 | a: [
          |    ^
        ...
        6 | ]
          | ^
        """)
  }

  @Test func anEmptySpanIsOneCaretAlsoBehindTheLastCharacter() {
    let frame = render("ab: 1️⃣\nx") { Diagnostic(unknownFact, Bilingual("m"), at: $0.span(1)) }
    #expect(
      frame
        == """
        error[FQ0203]: m
         --> rulebook.yaml:1:5
          |
        1 | ab:
          |     ^
        """.replacing("1 | ab:", with: "1 | ab: "))
  }

  @Test func longLinesShowAWindowAroundTheMark() {
    let before = String(repeating: "甲", count: 100)
    let frame = render(before + "1️⃣乙1️⃣" + before, width: 20) {
      Diagnostic(unknownFact, Bilingual("m"), at: $0.span(1))
    }
    #expect(
      frame == """
        error[FQ0203]: m
         --> rulebook.yaml:1:101
          |
        1 | …甲甲甲乙甲甲甲甲甲甲…
          |        ^^
        """)
  }

  @Test func aLineWithoutEndCostsOnlyWhatIsShown() {
    let far = String(repeating: "甲", count: 100_000)
    let frame = render(far + "1️⃣乙1️⃣" + far, width: 10) {
      Diagnostic(unknownFact, Bilingual("m"), at: $0.span(1))
    }
    #expect(
      frame == """
        error[FQ0203]: m
         --> rulebook.yaml:1:100001
          |
        1 | … 甲乙甲甲…
          |     ^^
        """)
    let start = render("1️⃣乙1️⃣" + far, width: 10) {
      Diagnostic(unknownFact, Bilingual("m"), at: $0.span(1))
    }
    #expect(start.hasSuffix("1 | 乙甲甲甲甲…\n  | ^^"))
  }

  @Test func tabsControlsAndCarriageReturnsKeepTheMarkInPlace() {
    let frame = render("a\tb\u{1B}[31m\u{202E}1️⃣x1️⃣\r\n") {
      Diagnostic(unknownFact, Bilingual("m"), at: $0.span(1))
    }
    #expect(
      frame == """
        error[FQ0203]: m
         --> rulebook.yaml:1:10
          |
        1 | a   b\u{241B}[31m<U+202E>x
          |                   ^
        """)
  }

  @Test func coloursAreGivenOnlyWhenAsked() {
    let frame = render("1️⃣a1️⃣\n", hasColors: true) {
      Diagnostic(
        unusedFact, Bilingual("m"), at: $0.span(1), help: Bilingual(en: "write b", zh: "写 b"))
    }
    #expect(
      frame == """
        \u{1B}[1;33mwarning[FQ0499]\u{1B}[0m\u{1B}[1m: m\u{1B}[0m
        \u{1B}[34m --> \u{1B}[0mrulebook.yaml:1:1
        \u{1B}[34m  |\u{1B}[0m
        \u{1B}[34m1 |\u{1B}[0m a
        \u{1B}[34m  |\u{1B}[0m \u{1B}[1;33m^\u{1B}[0m
        \u{1B}[34m  |\u{1B}[0m
          \u{1B}[1;32mhelp:\u{1B}[0m write b
        """)
  }

  @Test func badBytesShowAsReplacementsInTheirPlace() {
    var sources = SourceMap()
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xD6, 0xD0, 0x62, 0x0A]
    let id = sources.add(SourceFile(name: "gbk.yaml", bytes: bytes))
    let renderer = DiagnosticRenderer(sources: sources, language: .english)
    let frame = renderer.frame(Diagnostic(unknownFact, Bilingual("m"), at: Span(id, 6, 7)))
    #expect(frame.hasSuffix("1 | a\u{FFFD}\u{FFFD}b\n  |    ^"))
  }
}

struct OtherRenderingTests {
  private let sources: SourceMap = {
    var sources = SourceMap()
    _ = sources.add(SourceFile(name: "规则.yaml", text: "a: b\n分类: \"x\"\n"))
    return sources
  }()
  private let finding = Diagnostic(
    unknownFact, Bilingual(en: "two\nlines \u{1B}[31mred", zh: "两\n行"),
    at: Span(SourceID(0), 13, 16), note: Bilingual(en: "n", zh: "注"),
    labels: [Label(Span(SourceID(0), 0, 1))], help: help,
    fix: Fix(Span(SourceID(0), 13, 16), replacement: "'x'", isSafe: true))

  @Test func oneLineNamesPlaceSeverityMessageAndCode() {
    let english = DiagnosticRenderer(sources: sources, language: .english)
    #expect(english.line(finding) == "规则.yaml:2:5: error: two lines red [FQ0203]")
    let chinese = DiagnosticRenderer(sources: sources, language: .chinese)
    #expect(chinese.line(finding) == "规则.yaml:2:5: 错误: 两 行 [FQ0203]")
  }

  @Test func jsonHoldsEverythingTheFindingHolds() {
    let renderer = DiagnosticRenderer(sources: sources, language: .chinese)
    #expect(
      renderer.json(finding).text() == """
        {"code":"FQ0203","name":"unknown-name","severity":"error","message":"两\\n行",\
        "file":"规则.yaml","line":2,"column":5,"end_line":2,"end_column":8,"note":"注",\
        "labels":[{"file":"规则.yaml","line":1,"column":1,"end_line":1,"end_column":2,"note":null}],\
        "help":"写作 `金额`","fix":{"file":"规则.yaml","line":2,"column":5,"end_line":2,\
        "end_column":8,"replacement":"'x'","safe":true}}
        """)
  }

  @Test func summariesCountByWeight() {
    let warning = Diagnostic(unusedFact, Bilingual("w"), at: Span(SourceID(0), 0, 1))
    let renderer = DiagnosticRenderer(sources: sources, language: .english)
    #expect(renderer.summary(of: [finding, finding, warning]) == "2 errors, 1 warning")
    #expect(renderer.summary(of: [warning]) == "1 warning")
    #expect(renderer.summary(of: []) == "no findings")
    let chinese = DiagnosticRenderer(sources: sources, language: .chinese)
    #expect(chinese.summary(of: [finding, warning]) == "1 个错误，1 个警告")
  }
}
