import SourceText
import Testing

@Suite struct TableFaultTests {
  /// Tables, each with its fault and behind `>` what is found.
  static let faulty = """
    inputs: [类别]
    outputs: {a: text}
    rules: |
      | 类另 | => a |
      | 婚姻 | x |
    > FQ0503 类另

    inputs: [类别]
    outputs: {a: text}
    rules: |
      | 金额 | => a |
      | 婚姻 | x |
    > FQ0503 金额

    inputs: [类别]
    outputs: {a: text}
    rules: |
      | 类别 | => b |
      | 婚姻 | x |
    > FQ0503 b

    inputs: [类别, 金额]
    outputs: {a: text}
    rules: |
      | 类别 | => a |
      | 婚姻 | x |
    > FQ0504 类别 | => a

    inputs: [类别]
    outputs: {a: text, b: text}
    rules: |
      | 类别 | => a |
      | 婚姻 | x |
    > FQ0504 类别 | => a

    inputs: [类别]
    outputs: {a: text, b: text}
    rules: |
      | 类别 | b | => a |
      | 婚姻 | x | y |
    > FQ0505 b

    inputs: [类别, 金额]
    outputs: {a: text}
    rules: |
      | 类别 | => a | 金额 |
      | 婚姻 | x | - |
    > FQ0505 金额

    inputs: [类别]
    outputs: {a: text}
    rules:
      - {when: {类另: 婚姻}, then: x}
    > FQ0506 类另

    inputs: [类别]
    outputs: {a: text, b: text}
    rules:
      - {when: {类别: 婚姻}, then: {a: x, c: y}}
    > FQ0507 c

    inputs: [类别]
    outputs: {a: text, b: text}
    rules:
      - {when: {类别: 婚姻}, then: {a: x}}
    > FQ0508 {when: {类别: 婚姻}, then: {a: x}}

    inputs: [类别]
    outputs: {a: text, b: text}
    rules:
      - {when: {类别: 婚姻}, then: x}
    > FQ0508 x

    inputs: [类别]
    outputs: {a: text}
    rules: |
      | 类别 | => a |
      | 婚姻 |  |
    > FQ0508

    inputs: [类别]
    outputs: {a: text}
    rules: |
      | id | 类别 | => a |
      | r | 婚姻 | x |
      | s | 邻里 | x |
      | r | - | x |
    > FQ0314 r

    inputs: [类别]
    outputs: {a: text}
    rules: |
      | id | 类别 | => a |
      | otherwise | 婚姻 | x |
    > FQ0510 otherwise

    inputs: [类别]
    outputs: {a: text}
    rules:
      - {id: otherwise, when: {类别: 婚姻}, then: x}
    > FQ0510 otherwise

    inputs: [类别]
    outputs: {a: text}
    rules:
      - {when: {类别: 婚姻}, then: x, because: pml_17}
    > FQ0253 pml_17

    inputs: [类别]
    outputs: {a: text}
    rules: |
      | 类别 | => a | because |
      | 婚姻 | x | local, pml_17 |
    > FQ0253 pml_17

    inputs: [类别]
    outputs: {a: text}
    rules: |
      | 类别 | => a |
      | 婚姻, 结婚 | x |
    > FQ0232 结婚

    inputs: [类别, 金额]
    outputs: {a: 难易}
    rules: |
      | 类别 | 金额 | => a |
      | 婚姻 | "x" | 容易 |
    > FQ0235 "x"; FQ0232 容易

    inputs: [类别]
    outputs: {a: money}
    rules:
      - {when: {类别: 婚姻}, then: 人数}
    > FQ0233 人数

    inputs: [类别]
    outputs: {a: money}
    rules:
      - {when: 金额, then: 5}
    > FQ0233 金额

    inputs: [类别]
    outputs: {a: money}
    rules:
      - {when: {类别: [婚姻, x]}, then: 5}
    > FQ0232 x

    inputs: [类另]
    outputs: {a: money}
    rules:
      - {when: {类另: 婚姻}, then: 5}
    > FQ0230 类另

    inputs: [婚姻]
    outputs: {a: money}
    rules:
      - {then: 5}
    > FQ0230 婚姻

    inputs: [{name: x, is: 金额 + 人数}]
    outputs: {a: money}
    rules:
      - {then: 5}
    > FQ0238 金额 + 人数

    inputs: [类别]
    outputs: {a: moeny}
    rules:
      - {then: 5}
    > FQ0250 moeny

    inputs: [类别]
    outputs: {a: text}
    rules:
      - {then: x}
    otherwise: {b: y}
    > FQ0507 b

    hit: sum
    inputs: [类别]
    outputs: {a: money, b: money}
    rules:
      - {then: {a: 1, b: 2}}
    > FQ0512 sum

    hit: sum
    inputs: [类别]
    outputs: {a: text}
    rules:
      - {then: x}
    > FQ0512 sum

    hit: "C>"
    inputs: [类别]
    outputs: {a: 纠纷}
    rules:
      - {then: 婚姻}
    > FQ0512 "C>"

    hit: count
    inputs: [类别]
    outputs: {a: text}
    rules:
      - {then: x}
    otherwise: y
    > FQ0513 y

    hit: priority
    inputs: [类别]
    outputs: {a: text}
    rules:
      - {then: x}
    > FQ0514 priority

    hit: O
    inputs: [类别]
    outputs: {a: 难易}
    rules:
      - {then: 一般}
    > FQ0514 a

    hit: P
    inputs: [类别]
    outputs: {a: {type: 难易, priority: [疑难, 一般]}}
    rules:
      - {then: 一般}
    > FQ0515 疑难, 一般

    hit: P
    inputs: [类别]
    outputs: {a: {type: 难易, priority: [疑难, 一般, 简单, 一般]}}
    rules:
      - {then: 一般}
    > FQ0515 一般

    hit: P
    inputs: [类别]
    outputs: {a: {type: 难易, priority: [疑难, 容易, 简单]}}
    rules:
      - {then: 一般}
    > FQ0232 容易

    hit: P
    inputs: [类别]
    outputs: {a: {type: text, priority: [x, y]}}
    rules:
      - {then: z}
    > FQ0515 z

    hit: first
    inputs: [类别]
    outputs: {a: {type: text, priority: [x, y]}}
    rules:
      - {then: z}
    > FQ0516 x
    """

  struct Sample: Sendable, CustomTestStringConvertible {
    var table: String
    var found: String

    init(_ text: String) {
      let parts = text.split(separator: "\n> ", maxSplits: 1).map(String.init)
      table = parts[0].split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
      found = parts.count > 1 ? parts[1] : ""
    }

    var testDescription: String { found }
  }

  @Test(arguments: faulty.split(separator: "\n\n").map { Sample(String($0)) })
  func faultsAreShownAtTheirPlace(sample: Sample) {
    let lowered = LoweredDecisions("d:\n" + sample.table)
    #expect(lowered.marks.joined(separator: "; ") == sample.found)
  }

  @Test func faultsInGridsSayRowAndColumn() throws {
    let pipes = LoweredDecisions(
      """
      d:
        inputs: [类别, 金额]
        outputs: {a: 难易}
        rules: |
          | 类别 | 金额 | => a |
          | 婚姻 | < 5  | 简单 |
          | 邻里 | < x  | 一般 |
      """)
    let finding = try #require(pipes.findings.first)
    #expect(finding.primary.message == Bilingual(en: "column `金额`", zh: "“金额”列"))
    let csv = LoweredDecisions(
      "d: {inputs: [类别], outputs: {a: 难易}, table: t.csv}",
      files: ["t.csv": "类别,a\n婚姻,简单\n邻里,容易\n"])
    #expect(csv.marks == ["FQ0232 容易"])
    #expect(csv.findings.first?.primary.message?.en == "row 3, column `a`")
  }

  @Test func aNameThatIsBothNeedsTheMark() {
    let files = ["t.csv": "类别,金额\n婚姻,5\n"]
    let head = "d: {inputs: [类别, 金额], outputs: {金额: money}, table: t.csv}"
    #expect(LoweredDecisions(head, files: files).marks == ["FQ0505 金额"])
  }

  @Test func rowsWithoutIDsAreWarnedOfAmongOthersThatHaveThem() {
    let some = """
      d:
        inputs: [类别]
        outputs: {a: text}
        rules: |
          | id | 类别 | => a |
          | r  | 婚姻 | x |
          |    | 邻里 | y |
      """
    #expect(LoweredDecisions(some).marks == [])
    let warned = LoweredDecisions(some, warnsOfMissingIDs: true)
    #expect(warned.marks.map { String($0.prefix(6)) } == ["FQ0511"])
    #expect(warned.lines.contains("  row 2: 邻里 => \"y\""))
    let list = """
      d:
        inputs: [类别]
        outputs: {a: text}
        rules:
          - {id: r, when: {类别: 婚姻}, then: x}
          - {when: {类别: 邻里}, then: y}
      """
    #expect(
      LoweredDecisions(list, warnsOfMissingIDs: true).marks == ["FQ0511 {when: {类别: 邻里}, then: y}"])
    let csv = LoweredDecisions(
      "d: {inputs: [类别], outputs: {a: text}, table: t.csv}",
      files: ["t.csv": "id,类别,a\nr,婚姻,x\n\n,邻里,y\n"], warnsOfMissingIDs: true)
    #expect(csv.findings.map(\.message.en) == ["row 4 has no id"])
    #expect(csv.lines.contains("  row 4: 邻里 => \"y\""))
    let none = list.replacing("id: r, ", with: "")
    #expect(LoweredDecisions(none, warnsOfMissingIDs: true).marks == [])
  }
}
