import SourceText
import Syntax
import TestSupport
import Testing

/// A faulty text in which the keycap digits enclose what each finding in turn points at, and the
/// findings' codes in that order.
private struct Trap: Sendable, CustomTestStringConvertible {
  var marked: String
  var codes: [String]

  init(_ codes: String..., in marked: String) {
    self.codes = codes
    self.marked = marked
  }

  var testDescription: String { marked }
}

private func expectFindings(_ trap: Trap) {
  let text = MarkedText(trap.marked)
  let findings = parse(text.text).findings
  #expect(findings.map(\.code.id) == trap.codes)
  for (index, finding) in findings.enumerated() where index < trap.codes.count {
    #expect(finding.primary.span == text.span(index + 1), "\(finding.message.en)")
  }
}

struct YAMLTrapTests {
  @Test(arguments: [
    Trap("FQ0116", in: "a: {when: min(a, 1️⃣b) > 31️⃣}"),
    Trap("FQ0116", in: "a: {zh: 自愿, 1️⃣平等1️⃣, 互谅, en: x}"),
    Trap("FQ0116", in: "a: {1️⃣自愿1️⃣, 平等}"),
    Trap("FQ0116", in: "a: {x: 1, 1️⃣y1️⃣: }"),
    Trap("FQ0119", in: "a: {zh1️⃣：1️⃣自愿}"),
    Trap("FQ0120", in: "a: {zh1️⃣:1️⃣自愿}"),
  ])
  fileprivate func keysWithoutValueInBracesAreRefused(trap: Trap) { expectFindings(trap) }

  @Test(arguments: [
    Trap("FQ0117", "FQ0117", in: "a: 1️⃣!violence1️⃣\nb:\n  - 2️⃣!!str2️⃣ x\n"),
    Trap("FQ0117", in: "a: 1️⃣!暴力1️⃣\n"),
    Trap("FQ0117", in: "a: 1️⃣!(b)1️⃣\n"),
    Trap("FQ0117", in: "a: &x 1️⃣!t1️⃣\n  b: c\n"),
    Trap("FQ0117", in: "a: 1️⃣!<tag>1️⃣ b\n"),
    Trap("FQ0117", in: "a: 1️⃣!b!c1️⃣ d\n"),
    Trap("FQ0117", in: "金额: 1️⃣!=1️⃣ 5\n"),
  ])
  fileprivate func tagsAreRefused(trap: Trap) { expectFindings(trap) }

  @Test(arguments: [
    Trap("FQ0118", in: "a: 楼 1️⃣#31️⃣\n"), Trap("FQ0118", in: "a: 1️⃣#fff1️⃣\n"),
    Trap("FQ0118", in: "a:\n  - 楼   1️⃣#3 号1️⃣\n"), Trap("FQ0118", in: "a: [楼 1️⃣#3, 楼 #4]1️⃣\nb: 1"),
    Trap("FQ0118", in: "a: 甲\n  乙 1️⃣#31️⃣\n"),
    Trap(in: "a: 楼 # 3\nb: 1 ## x\nc: '楼 #3'\nd: 楼#3\ne: |\n  楼 #3\nf: x #\n#top\n  #low\n"),
  ])
  fileprivate func commentsThatTouchTextAreRefused(trap: Trap) { expectFindings(trap) }

  @Test(arguments: [
    Trap("FQ0119", in: "facts:\n  金额1️⃣：1️⃣money\n  人数：integer\n"),
    Trap("FQ0119", in: "a: 1\n受理1️⃣：1️⃣是\nb: 2\n"),
    Trap("FQ0119", in: "a:\n  受理1️⃣：1️⃣\n    x: 1\n  b: 2\n"),
    Trap("FQ0119", in: "规则1️⃣：1️⃣甲\n"), Trap("FQ0119", in: "- id1️⃣：1️⃣社区\n"),
    Trap("FQ0119", in: "a: [婚姻1️⃣，1️⃣家庭]\n"), Trap("FQ0119", in: "a: {b: 11️⃣，1️⃣c: 2}\n"),
    Trap("FQ0119", in: "a: \"x\"1️⃣：1️⃣b\n"), Trap("FQ0119", in: "a: {b: \"x\"1️⃣，1️⃣c: 1}\n"),
    Trap("FQ0119", in: "a: [b, c1️⃣］1️⃣\nd: 1\n"), Trap("FQ0119", in: "a: 1️⃣｛1️⃣b: c}\n"),
    Trap("FQ0119", in: "a: 1️⃣［1️⃣b］\n"), Trap("FQ0119", in: "1️⃣＃1️⃣ 注释\na: 1\n"),
    Trap("FQ0119", in: "a: 1\n1️⃣　1️⃣b: 2\n"), Trap("FQ0119", in: "a: 甲1️⃣　1️⃣\n"),
    Trap("FQ0119", in: "a: 1️⃣\u{A0}1️⃣b\n"), Trap("FQ0119", in: "a:\n  1️⃣－ 1️⃣甲\n"),
    Trap(in: "a: 注意：三天\nb: {zh: 自愿，平等}\nc: （甲）\nd:\n  - 注意：三天\ne: |\n  受理：\nf: '，'\ng: “三调”\n"),
  ])
  fileprivate func fullWidthMarksAreRefusedWhereYAMLNeedsAscii(trap: Trap) { expectFindings(trap) }

  @Test(arguments: [
    Trap("FQ0109", in: "amount: 1️⃣>= 51️⃣\nb: 1\n"), Trap("FQ0109", in: "a: 1️⃣> 51️⃣ # x\n"),
    Trap("FQ0109", in: "a: 1️⃣>51️⃣\nb: 1\n"), Trap("FQ0109", in: "- 1️⃣| x | y |1️⃣\n"),
    Trap("FQ0109", in: "a: {b: 1️⃣> 51️⃣, c: 1}\n"), Trap("FQ0109", in: "a: 1️⃣>01️⃣\n"),
    Trap(in: "a: >1\n  x\nb: |-\n c\nd: >\ne: \"> 5\"\nf: < 5\n"),
  ])
  fileprivate func comparisonsThatOpenABlockAreRefused(trap: Trap) { expectFindings(trap) }

  @Test(arguments: [
    Trap("FQ0110", "FQ0110", in: "a: 1️⃣*重点1️⃣\nb: 2️⃣@foo2️⃣\n"),
    Trap("FQ0110", "FQ0110", in: "a: 1️⃣%501️⃣\nb: 2️⃣`x`2️⃣\n"),
    Trap("FQ0110", "FQ0110", in: "a: 1️⃣& x1️⃣\nb: 2️⃣? > 22️⃣\n"),
    Trap("FQ0110", in: "on:\n  1️⃣*1️⃣: x\n"), Trap("FQ0110", in: "a: [x, 1️⃣@y1️⃣, z]\n"),
    Trap("FQ0111", in: "a: 1️⃣*unknown1️⃣\n"), Trap("FQ0111", in: "a: &x [1, 1️⃣*x1️⃣]\n"),
    Trap("FQ0129", in: "1️⃣%foo bar1️⃣\na: 1\n"),
    Trap(in: "a: 50%\nb: \"*\"\nc: a*b\nd: x@y\ne: a & b\nf: ?x\n"),
  ])
  fileprivate func reservedCharactersAtTheStartAreRefused(trap: Trap) { expectFindings(trap) }

  @Test(arguments: [
    Trap("FQ0105", in: "a: 1️⃣\"1️⃣x\nb: 1\n"), Trap("FQ0105", in: "a: 1️⃣'1️⃣x\nb: 'y'\n"),
    Trap("FQ0105", in: "a: 1️⃣\"1️⃣x\n---\n"),
    Trap("FQ0106", in: "a: 1️⃣[1️⃣b, c\nd: 1\n"), Trap("FQ0106", in: "a: 1️⃣{1️⃣b: c\nd: 1\n"),
    Trap("FQ0106", in: "a:\n  - 1️⃣[1️⃣b,\n"), Trap("FQ0106", in: "a: 1️⃣[1️⃣b,\n---\n"),
    Trap("FQ0107", in: "a: [b1️⃣}1️⃣\n"), Trap("FQ0107", in: "a: [b]1️⃣]1️⃣\n"),
    Trap("FQ0107", in: "a: 1️⃣}1️⃣\n"),
    Trap("FQ0107", in: "a: [1,1️⃣,1️⃣2]\n"), Trap("FQ0107", in: "金额: 1️⃣[5000..50000)1️⃣\nb: 1\n"),
    Trap("FQ0107", in: "a: 1️⃣]1..5[1️⃣\n"), Trap("FQ0107", in: "a: {b: 1️⃣[1..5)1️⃣}\n"),
    Trap("FQ0125", in: "a: {when: x in 1️⃣[1️⃣1..5]}\n"),
    Trap("FQ0125", in: "a: {\n  b: 11️⃣1️⃣\n  c: 2\n}\n"),
    Trap("FQ0108", in: "a: \"x1️⃣\\d1️⃣\"\n"), Trap("FQ0108", in: "a: \"x1️⃣\\u1️⃣zz\"\n"),
    Trap("FQ0108", in: "a: \"1️⃣\\uDE001️⃣\\uD83D\"\n"),
    Trap("FQ0127", in: "a: \"甲\" 1️⃣= x1️⃣\n"), Trap("FQ0127", in: "a: 'it'1️⃣s1️⃣\n"),
    Trap("FQ0127", in: "a: [重要] 1️⃣通知1️⃣\n"), Trap("FQ0127", in: "a: {b: \"x\" 1️⃣c1️⃣}\n"),
    Trap("FQ0127", in: "{a: 1}\n1️⃣b: 21️⃣\n"),
  ])
  fileprivate func quotesAndBracketsAreMissedAtTheirOpening(trap: Trap) { expectFindings(trap) }

  @Test(arguments: [
    Trap("FQ0103", in: "a:\n1️⃣\t1️⃣b: 1\n\tc: 2\n"), Trap("FQ0103", in: "a:\n  -1️⃣\t1️⃣b\n"),
    Trap("FQ0103", in: "a: |\n1️⃣\t1️⃣x\n"), Trap("FQ0103", in: "a: b\n1️⃣\t1️⃣c\n"),
    Trap("FQ0104", in: "a:\n    x: 1\n  1️⃣y: 21️⃣\n  z: 3\n"), Trap("FQ0104", in: "a: 1\n  1️⃣b1️⃣: 2\n"),
    Trap("FQ0104", in: "a: \"x\"\n  1️⃣b1️⃣: 2\n"), Trap("FQ0104", in: "  a: 1\n1️⃣b: 21️⃣\n"),
    Trap("FQ0104", in: "a:\n  - b: 1\n     1️⃣c1️⃣: 2\n"),
    Trap("FQ0120", in: "a: 1\nb1️⃣:1️⃣2\nc: 3\n"), Trap("FQ0120", in: "a:\n  b1️⃣:1️⃣2\n"),
    Trap("FQ0120", in: "a:\n  1️⃣-1️⃣甲\n  -乙\n"), Trap("FQ0120", in: "a: {b1️⃣:1️⃣[1]}\n"),
    Trap("FQ0124", in: "a: 注意1️⃣:1️⃣ 三天\n"), Trap("FQ0124", in: "a: {b: c1️⃣:1️⃣ d}\n"),
    Trap("FQ0126", in: "a: 1️⃣- b1️⃣\n"), Trap("FQ0126", in: "a: 1️⃣-1️⃣\nb: 1\n"),
    Trap("FQ0126", in: "a: b\n1️⃣- c1️⃣\n"), Trap("FQ0126", in: "- a\n1️⃣b: c1️⃣\n"),
    Trap("FQ0126", in: "a: [x, 1️⃣- y1️⃣]\n"),
    Trap("FQ0128", in: "a: 1\n1️⃣人数 integer1️⃣\nb: 2\n"), Trap("FQ0128", in: "a:\n  1️⃣金额1️⃣\n    b: 1\n"),
    Trap(in: "a: 07:30\nb: http://x\nc: -5\nd:\n  -5\ne:\n  https://x\nf: a:b\ng: [x-y, 3:4]\n"),
  ])
  fileprivate func linesThatDoNotFitAreShown(trap: Trap) { expectFindings(trap) }

  @Test(arguments: [
    Trap("FQ0115", "FQ0115", in: "a: 1\nb: {c: 1, 1️⃣c1️⃣: 2}\n2️⃣a2️⃣: 3\n"),
    Trap("FQ0115", in: "é: 1\n1️⃣e\u{301}1️⃣: 2\n"), Trap("FQ0115", in: "a: 1\n1️⃣'a'1️⃣: 2\n"),
    Trap("FQ0122", in: "a: &x {b: 1}\nc:\n  1️⃣<<1️⃣: *x\n"),
    Trap("FQ0123", "FQ0123", in: "1️⃣[a]1️⃣: b\n2️⃣{c: d}2️⃣: e\n"), Trap("FQ0123", in: "a: 1\n1️⃣:1️⃣ b\n"),
    Trap("FQ0121", in: "a: 1\n1️⃣---1️⃣\nb: 2\n"),
  ])
  fileprivate func keysAndDocumentsAreOneEach(trap: Trap) { expectFindings(trap) }

  @Test func aDuplicateShowsBothPlaces() {
    let text = MarkedText("2️⃣a2️⃣: 1\nb: 2\n1️⃣a1️⃣: 3\n")
    let (node, findings) = parse(text.text)
    #expect(findings.first?.labels.map(\.span) == [text.span(2)])
    #expect(node?["a"]?.scalar?.text == "1")
    #expect(node?.isFaulty == true)
  }

  @Test func allFaultsOfAFileAreFoundInOneRun() {
    expectFindings(
      Trap(
        "FQ0118", "FQ0109", "FQ0127", "FQ0106", "FQ0117", "FQ0119", "FQ0110", "FQ0115",
        in: """
          facts:
            a: 楼 1️⃣#31️⃣
            b: 2️⃣>= 52️⃣
            c: "x" 3️⃣y3️⃣
          rules: 4️⃣[4️⃣1, 2
          flag: 5️⃣!no5️⃣
          受理6️⃣：6️⃣是
          on:
            7️⃣*7️⃣: x
          8️⃣flag8️⃣: 2

          """))
  }

  @Test func theHelpShowsTheMendDone() {
    let findings = parse("a: {when: min(a, b) > 3, c: >= 5}\nd: \"甲\" = x\ne: it's \\: 'x': y\n")
      .findings
    #expect(
      findings.compactMap { $0.fix?.replacement } == [
        "\">= 5\"", "'\"甲\" = x'", "'it''s \\: ''x'': y'",
      ])
    #expect(parse("a: {b: f(c, d)}").findings.first?.fix?.replacement == "\"f(c, d)\"")
  }
}
