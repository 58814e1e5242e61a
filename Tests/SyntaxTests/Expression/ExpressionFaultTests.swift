import SourceText
import Syntax
import TestSupport
import Testing

/// A fault as a test expects it: the mark that shows its place, its code, and words of its help.
struct ExpectedFault: Sendable {
  var mark: Int
  var code: String
  var help: String

  init(_ mark: Int, _ code: String, _ help: String = "") {
    self.mark = mark
    self.code = code
    self.help = help
  }
}

func expect(
  _ findings: [Diagnostic], _ faults: [ExpectedFault], in marked: MarkedText,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let found = findings.sorted { $0.primary.span.start < $1.primary.span.start }
  #expect(
    found.map { "\($0.code.name) \($0.primary.span.start)..<\($0.primary.span.end)" }
      == faults.map {
        "\($0.code) \(marked.span($0.mark).start)..<\(marked.span($0.mark).end)"
      }, sourceLocation: sourceLocation)
  for (finding, fault) in zip(found, faults) {
    #expect(
      finding.help?.en.contains(fault.help) == true,
      "\(finding.help?.en ?? "no help")", sourceLocation: sourceLocation)
  }
}

struct ExpressionFaultTests {
  static let faults: [(marked: String, code: String, help: String)] = [
    ("1️⃣", "empty-expression", ""),
    ("1️⃣  1️⃣", "empty-expression", "write an expression"),
    ("a + 1️⃣*1️⃣ b", "unexpected-token", ""),
    ("a 1️⃣:1️⃣ b", "unexpected-token", "remove it"),
    ("a1️⃣,1️⃣ b", "unexpected-token", "`[a, b]`"),
    ("(a1️⃣,1️⃣ b)", "unexpected-token", "`[a, b]`"),
    ("[a, 1️⃣]1️⃣", "unexpected-token", "remove the comma"),
    ("f(a, 1️⃣)1️⃣", "unexpected-token", "remove the comma"),
    ("a[1️⃣]1️⃣", "unexpected-token", "a value before `]`"),
    ("1️⃣+1️⃣5", "unexpected-token", "remove the `+`"),
    ("a and 1️⃣return1️⃣", "unexpected-token", "another name"),
    ("for 1️⃣in1️⃣ in x return 1", "unexpected-token", "another name"),
    ("for x 1️⃣of1️⃣ y return 1", "unexpected-token", "write `in` before `of`"),
    ("{1️⃣11️⃣: 2}", "unexpected-token", "an entry's name"),
    ("{a 1️⃣=1️⃣ 1}", "unexpected-token", "`:`"),
    ("in(1️⃣\"x\"1️⃣)", "unexpected-token", "without quotes"),
    ("a.1️⃣(1️⃣b)", "unexpected-token", "a field's name"),
    ("1️⃣not(a, b)1️⃣", "unexpected-token", "x in (a, b)"),
    ("not(1️⃣)1️⃣", "unexpected-token", "a value"),
    ("x in (1️⃣)1️⃣", "unexpected-token", "a value"),
    ("[1️⃣..1️⃣]", "unexpected-token", "a bound"),
    ("a +1️⃣", "unexpected-end", "a value"),
    ("a and1️⃣  ", "unexpected-end", "a value"),
    ("a and1️⃣ // b", "unexpected-end", "comment"),
    ("if a1️⃣", "unexpected-end", "`then`"),
    ("if a then b else1️⃣", "unexpected-end", "a value"),
    ("for x in y1️⃣", "unexpected-end", "`return`"),
    ("some x in y1️⃣", "unexpected-end", "`satisfies`"),
    ("a between 11️⃣", "unexpected-end", "`and`"),
    ("a.1️⃣", "unexpected-end", "a field's name"),
    ("1️⃣(1️⃣a", "bracket-left-open", "closing bracket"),
    ("f1️⃣(1️⃣a, b", "bracket-left-open", "closing bracket"),
    ("[a, 1️⃣{1️⃣b: 1]", "bracket-left-open", ""),
    ("f(a, 1️⃣[1️⃣b)", "bracket-left-open", ""),
    ("x in 1️⃣[1️⃣1..5", "bracket-left-open", ""),
    ("x in 1️⃣(1️⃣1, 5", "bracket-left-open", ""),
    ("1️⃣{1️⃣a: 1", "bracket-left-open", ""),
    ("a1️⃣[1️⃣b", "bracket-left-open", ""),
    ("(a1️⃣]1️⃣", "mismatched-bracket", "same kind"),
    ("[a1️⃣}1️⃣ + 1", "mismatched-bracket", "same kind"),
    ("a1️⃣)1️⃣", "mismatched-bracket", "remove it"),
    ("a1️⃣)1️⃣ and b", "mismatched-bracket", "remove it"),
    ("a = 1️⃣\"1️⃣abc", "unclosed-text", "where the text ends"),
    ("a = 1️⃣\"1️⃣abc\n", "unclosed-text", "`\\n`"),
    ("@1️⃣\"1️⃣2026-01-01", "unclosed-text", ""),
    ("\"1️⃣\\u121️⃣g4\"", "unknown-escape", ""),
    ("\"1️⃣\\uD83D1️⃣\"", "unknown-escape", "`\\\\`"),
    ("a 1️⃣/*1️⃣ b", "unclosed-comment", "`*/`"),
    ("a 1️⃣＝1️⃣ b", "full-width-sign", "write `=`"),
    ("a 1️⃣＞＝1️⃣ b", "full-width-sign", "write `>=`"),
    ("a 1️⃣＞=1️⃣ b", "full-width-sign", "write `>=`"),
    ("a 1️⃣＆＆1️⃣ b", "full-width-sign", "write `and`"),
    ("a 1️⃣≧1️⃣ b", "full-width-sign", "write `>=`"),
    ("a 1️⃣－1️⃣ b", "full-width-sign", "write `-`"),
    ("a 1️⃣—1️⃣ b", "full-width-sign", "write `-`"),
    ("a 1️⃣×1️⃣ b", "full-width-sign", "write `*`"),
    ("a 1️⃣÷1️⃣ b", "full-width-sign", "write `/`"),
    ("a1️⃣。1️⃣b", "full-width-sign", "write `.`"),
    ("[11️⃣…1️⃣5]", "full-width-sign", "write `..`"),
    ("a = 1️⃣“好”1️⃣", "full-width-sign", "write `\"好\"`"),
    ("a = 1️⃣「好」1️⃣", "full-width-sign", "write `\"好\"`"),
    ("a = 1️⃣\"好”1️⃣ and b", "full-width-sign", "write `\"好\"`"),
    ("a = 1️⃣‘b\"c’1️⃣", "full-width-sign", "write `\"b\\\"c\"`"),
    ("a < 1️⃣１２．５1️⃣", "full-width-sign", "write `12.5`"),
    ("a 1️⃣==1️⃣ b", "foreign-sign", "write `=`"),
    ("a 1️⃣===1️⃣ b", "foreign-sign", "write `=`"),
    ("a 1️⃣!==1️⃣ b", "foreign-sign", "write `!=`"),
    ("a 1️⃣<>1️⃣ b", "foreign-sign", "write `!=`"),
    ("a 1️⃣=<1️⃣ b", "foreign-sign", "write `<=`"),
    ("a 1️⃣=>1️⃣ b", "foreign-sign", "write `>=`"),
    ("a1️⃣&&1️⃣b", "foreign-sign", "write `and`"),
    ("a 1️⃣||1️⃣ b", "foreign-sign", "write `or`"),
    ("a 1️⃣|1️⃣ b", "foreign-sign", "write `or`"),
    ("1️⃣!1️⃣a", "foreign-sign", "write `not`"),
    ("a 1️⃣^1️⃣ b", "foreign-sign", "write `**`"),
    ("f(a1️⃣;1️⃣ b)", "foreign-sign", "write `,`"),
    ("a = 1️⃣'b'1️⃣", "foreign-sign", "write `\"b\"`"),
    ("[11️⃣...1️⃣5]", "foreign-sign", "write `..`"),
    ("a 1️⃣$1️⃣ b", "unknown-character", "remove it"),
    ("a 1️⃣%1️⃣ b", "unknown-character", "`modulo(a, b)`"),
    ("1️⃣@1️⃣", "unknown-character", "@\"2026-01-01\""),
    ("1️⃣《1️⃣", "unknown-character", "write texts in"),
    ("a \u{0}", "unknown-character", ""),
    ("1️⃣5.1️⃣ + 1", "malformed-number", "write `5` alone"),
    ("1️⃣1.2.31️⃣", "malformed-number", ""),
    ("1️⃣5元1️⃣ + 1", "malformed-number", "write `5` alone"),
    ("1️⃣5万1️⃣ + 1", "malformed-number", "write `50000` alone"),
    ("1️⃣1.25万元1️⃣", "malformed-number", "write `12500` alone"),
    ("1️⃣0.00005万1️⃣", "malformed-number", "write `0.5` alone"),
    ("1️⃣3千元以上1️⃣", "malformed-number", "`>= 3000`"),
    ("1️⃣50%1️⃣", "malformed-number", "`50 / 100`"),
    ("1️⃣3天1️⃣", "malformed-number", "@\"P3D\""),
    ("1️⃣2weeks1️⃣", "malformed-number", "@\"P14D\""),
    ("1️⃣3个工作日1️⃣", "malformed-number", "add workdays"),
    ("1️⃣1e1️⃣", "malformed-number", ""),
    ("max(1️⃣5,0001️⃣)", "malformed-number", "`5000`"),
    ("amount < 1️⃣5,000元1️⃣", "malformed-number", "`5000`"),
    ("a < 1️⃣2026-01-311️⃣", "bare-date", "@\"2026-01-31\""),
    ("a < 1️⃣2026/1/311️⃣", "bare-date", "@\"2026-01-31\""),
    ("a < 1️⃣2026年1月31日1️⃣", "bare-date", "@\"2026-01-31\""),
    ("a < 1️⃣@2026-1-311️⃣", "bare-date", "@\"2026-01-31\""),
    ("1️⃣2026-01-31T10:00:00+08:001️⃣ < a", "bare-date", "@\"2026-01-31T10:00:00+08:00\""),
    ("1️⃣2026-01-31T10:00:00+08:001️⃣≥ a", "bare-date", "@\"2026-01-31T10:00:00+08:00\""),
    ("1️⃣a-b1️⃣", "hyphen-without-blanks", "write `a - b`"),
    ("1️⃣a-11️⃣ > 2", "hyphen-without-blanks", "`a_1`"),
    ("a.1️⃣b-c1️⃣", "hyphen-without-blanks", "`b_c`"),
    ("1️⃣f-g1️⃣(x, y)", "hyphen-without-blanks", "write `f - g`"),
    ("a < b 1️⃣<1️⃣ c", "chained-comparison", "write `a < b and b < c`"),
    ("1 <= a + 1 1️⃣<=1️⃣ c * 2", "chained-comparison", "write `1 <= a + 1 and a + 1 <= c * 2`"),
    ("a > 5 1️⃣<1️⃣ 9", "chained-comparison", "write `a > 5 and a < 9`"),
    ("a = b 1️⃣in1️⃣ c", "chained-comparison", "brackets"),
    ("1️⃣<1️⃣ 5", "half-comparison", "as in `a < b`"),
    ("a > 1 and 1️⃣<1️⃣ 5", "half-comparison", ""),
    ("1️⃣if1️⃣ a then b", "missing-else", "write `else`"),
    ("(1️⃣if1️⃣ a then b) + 1", "missing-else", "write `else`"),
    ("1️⃣?1️⃣ > 5", "placeholder-outside-test", "name"),
    ("a 1️⃣instance1️⃣ of string", "unsupported-form", "remove it"),
    ("1️⃣function1️⃣(x) x + 1", "unsupported-form", "a decision"),
    ("a.b.1️⃣size1️⃣()", "unsupported-form", "write `string length(a.b)` or `count(a.b)`"),
    ("a[1].1️⃣f1️⃣(2)", "unsupported-form", "write `f(a[1], …)`"),
    ("f(1️⃣a1️⃣, b: 1)", "mixed-arguments", "all arguments or none"),
    ("f(a: 1, 1️⃣a1️⃣: 2)", "repeated-entry", "remove"),
    ("{a: 1, 1️⃣\"a\"1️⃣: 2}", "repeated-entry", "remove"),
    ("a 1️⃣b1️⃣", "missing-operator", "`and`"),
    ("a 1️⃣\"b\"1️⃣", "missing-operator", "`+`"),
    ("f(a 1️⃣b1️⃣)", "missing-operator", "`,` between"),
    ("a > 5000 1️⃣且1️⃣ b", "missing-operator", "write `and`"),
    ("a > 50001️⃣且1️⃣ b", "missing-operator", "write `and`"),
    ("if(a1️⃣,1️⃣ b, c)", "unexpected-token", "`if a then b else c`"),
    ("a 1️⃣is1️⃣ null", "missing-operator", "write `=`"),
    ("金额 1️⃣大于1️⃣ 5", "missing-operator", "write `>`"),
    ("NOT 1️⃣a1️⃣", "missing-operator", "write `not`"),
    ("a 1️⃣?1️⃣ b : c", "missing-operator", "if … then … else"),
    ("is 1️⃣known1️⃣ a", "missing-operator", "`is known(…)`"),
    ("a < 3 1️⃣days1️⃣", "missing-operator", "@\"P3D\""),
    ("if a 1️⃣b1️⃣ else c", "missing-operator", ""),
    ("a1️⃣..1️⃣b", "bare-range", "`[a..b]`"),
    ("f(a1️⃣..1️⃣b, c)", "bare-range", "`[a..b]`"),
  ]

  static let cellFaults: [(marked: String, code: String, help: String)] = [
    ("1️⃣", "empty-expression", "write `-`"),
    ("a, 1️⃣-1️⃣", "dash-among-tests", "alone"),
    ("not(1️⃣-1️⃣)", "dash-among-tests", "alone"),
    ("< 5 1️⃣and1️⃣ > 3", "half-comparison", "`? < 5 and ? …`"),
    ("> 5 1️⃣or1️⃣ ? < 3", "half-comparison", ""),
    ("> 5 1️⃣and1️⃣ < 9", "half-comparison", "such as `(5..9)`"),
    ("<= 9 1️⃣and1️⃣ >= 5", "half-comparison", "such as `[5..9]`"),
    ("> 5 1️⃣<1️⃣ 9", "chained-comparison", "write `(5..9)`"),
    (">= 金额 1️⃣<1️⃣ 9 * 2, 3", "chained-comparison", "write `[金额..9 * 2)`"),
    ("< 9 1️⃣>1️⃣ 5", "chained-comparison", "write `(5..9)`"),
    ("< 9 1️⃣<1️⃣ 5", "chained-comparison", "write `? < 9 and ? < 5`"),
    ("not(> 5 1️⃣<=1️⃣ 9)", "chained-comparison", "write `(5..9]`"),
    ("1️⃣18-251️⃣, 3", "hyphen-without-blanks", "`[18..25]`"),
    ("11️⃣~1️⃣5", "foreign-sign", "`..`"),
    ("a1️⃣|1️⃣b", "foreign-sign", "write `,`"),
    ("a1️⃣、1️⃣b", "full-width-sign", "write `,`"),
    ("1️⃣2026-01-011️⃣", "bare-date", ""),
    ("a 1️⃣b1️⃣, c", "missing-operator", "`,` between"),
    ("1️⃣5000元以上1️⃣", "malformed-number", "`>= 5000`"),
    ("1️⃣18岁以下1️⃣, 3", "malformed-number", "`<= 18`"),
    ("1 1️⃣to1️⃣ 5", "missing-operator", "`..`"),
    ("a1️⃣)1️⃣, b", "mismatched-bracket", ""),
    ("1️⃣(1️⃣1..5", "bracket-left-open", ""),
    ("not1️⃣(1️⃣a, b", "bracket-left-open", ""),
    ("<1️⃣", "unexpected-end", ""),
    ("a,1️⃣", "unexpected-end", ""),
    ("5..1️⃣", "unexpected-end", ""),
    ("1️⃣..1️⃣5", "unexpected-token", ""),
    ("1️⃣,1️⃣ a", "unexpected-token", ""),
    ("not(a, 1️⃣)1️⃣", "unexpected-token", "comma"),
    ("(a1️⃣,1️⃣ b)", "unexpected-token", ""),
    ("1️⃣5,0001️⃣", "malformed-number", "5000"),
  ]

  @Test(arguments: faults)
  func eachFaultIsShownAtItsPlace(marked: String, code: String, help: String) {
    let marked = MarkedText(marked.contains("\u{0}") ? "a 1️⃣\u{0}1️⃣" : marked)
    expect(Reading(marked.text).findings, [ExpectedFault(1, code, help)], in: marked)
  }

  @Test(arguments: cellFaults)
  func eachFaultOfACellIsShownAtItsPlace(marked: String, code: String, help: String) {
    let marked = MarkedText(marked)
    expect(TestsReading(marked.text).findings, [ExpectedFault(1, code, help)], in: marked)
  }

  @Test func severalFaultsAreAllReported() {
    let marked = MarkedText("金额1️⃣＞1️⃣5 2️⃣&&2️⃣ (人数 3️⃣==3️⃣ 2 4️⃣]4️⃣ and 乙 5️⃣丙5️⃣ or 6️⃣a-b6️⃣")
    expect(
      Reading(marked.text).findings,
      [
        ExpectedFault(1, "full-width-sign"), ExpectedFault(2, "foreign-sign"),
        ExpectedFault(3, "foreign-sign"), ExpectedFault(4, "mismatched-bracket"),
        ExpectedFault(5, "missing-operator"), ExpectedFault(6, "hyphen-without-blanks"),
      ], in: marked)
  }

  @Test func faultsInSkippedPartsAreReported() {
    let marked = MarkedText("5 1️⃣61️⃣ (c 2️⃣+2️⃣* 3️⃣d e3️⃣) and f(4️⃣,4️⃣ g)")
    let codes = Reading(marked.text).findings.map(\.code.name)
    #expect(
      codes == ["missing-operator", "unexpected-token", "missing-operator", "unexpected-token"])
  }

  @Test func anOpenBracketAndAnOpenEndAreTwoFaults() {
    let marked = MarkedText("a and 1️⃣(1️⃣b +2️⃣")
    expect(
      Reading(marked.text).findings,
      [ExpectedFault(1, "bracket-left-open"), ExpectedFault(2, "unexpected-end")], in: marked)
  }

  @Test func everyCodeOfFormIsRaisedByATest() {
    let forms = DiagnosticCode.all.filter { $0.id < "FQ0230" && $0.id >= "FQ0200" }.map(\.name)
    let raised = Set((Self.faults + Self.cellFaults).map(\.code))
      .union(["comment-swallows-lines", "expression-too-deep"])
    #expect(forms.filter { !raised.contains($0) } == [])
    #expect(raised.subtracting(forms) == [])
  }
}
