import Compiler
import Model
import SourceText
import Syntax
import Testing

/// Reads `v: …` of a rulebook's YAML as a value tree, through the start of a variable.
private func valueTree(_ yaml: String) -> (tree: ValueTree?, text: String) {
  let text = "rulebook: r\nvariables:\n  v: {type: text, start: \(yaml)}\n"
  var diagnostics = Diagnostics()
  let file = SourceFile(name: "r", text: text)
  let node = parseYAML(file, id: SourceID(0), into: &diagnostics)
  let tree = node.map { decodeRulebook($0, into: &diagnostics) }?.variables.first?.start
  return (tree, text)
}

private func marks(_ diagnostics: Diagnostics, _ text: String) -> String {
  diagnostics.sorted.map { finding in
    let span = finding.primary.span
    let bytes = Array(text.utf8)[Int(span.start)..<Int(span.end)]
    return "\(finding.code.id) \(String(decoding: bytes, as: UTF8.self))"
  }.joined(separator: ", ")
}

private func type(_ text: String, _ scope: inout Scope) -> ValueType? {
  var diagnostics = Diagnostics()
  var tree = TypeTree.named(.verbatim(text))
  if text.hasPrefix("{") {
    tree = .record(
      [
        (Located("a", at: Vocabulary.nowhere), .named(.verbatim("text"))),
        (Located("b", at: Vocabulary.nowhere), .named(.verbatim("money or null"))),
      ], Vocabulary.nowhere)
  }
  return scope.type(tree, owner: Located("", at: Vocabulary.nowhere), into: &diagnostics)
}

/// The value position's expression as text, or the findings.
private func value(_ yaml: String, of wanted: String) -> String {
  var scope = mediation.scope
  let (tree, text) = valueTree(yaml)
  guard let tree, let type = type(wanted, &scope) else { return "no tree" }
  var diagnostics = Diagnostics()
  let expression = ExpressionChecker(scope: scope).checkValue(
    tree, expecting: type, into: &diagnostics)
  guard let expression else { return marks(diagnostics, text) }
  switch expression.kind {
  case .constant(let value): return TypeWording(scope: scope).text(value)
  default: return "computed \(TypeWording(scope: scope).text(expression.type))"
  }
}

/// The literal, or the findings.
private func literal(_ yaml: String, of wanted: String) -> String {
  var scope = mediation.scope
  let (tree, text) = valueTree(yaml)
  guard let tree, let type = type(wanted, &scope) else { return "no tree" }
  var diagnostics = Diagnostics()
  let value = ExpressionChecker(scope: scope).literal(tree, type: type, into: &diagnostics)
  return value.map { TypeWording(scope: scope).text($0) } ?? marks(diagnostics, text)
}

@Suite struct ValuePositionTests {
  @Test(arguments: [
    ("孝和", "text", "\"孝和\""), ("\"金额 + 5\"", "text", "\"金额 + 5\""), ("no", "text", "\"no\""),
    ("金额", "text", "\"金额\""), ("{is: '姓名 + \"!\"'}", "text", "computed text"),
    ("null", "text or null", "null"), ("'null'", "text or null", "\"null\""),
    ("'null'", "text", "\"null\""),
    ("婚姻", "纠纷", "婚姻"), ("{is: 类别}", "纠纷", "computed 纠纷"), ("邻里", "来源", "邻里"),
    ("5", "money", "5"), ("金额 * 2", "money", "computed money"),
    ("'金额 * 2'", "money", "computed money"),
    ("{is: 金额 * 2}", "money", "computed money"), ("true", "boolean", "true"),
    ("有伤", "boolean", "computed boolean"),
    ("2026-01-01", "date", "2026-01-01"), ("受理日 + @\"P3D\"", "date", "computed date"),
    ("2026-01-01T09:00", "date-time", "2026-01-01T09:00+08:00"), ("P3D", "days-duration", "P3D"),
    ("null", "money or null", "null"), ("赔偿", "money or null", "computed money or null"),
    ("[孝和, 义礼]", "list of text", "computed list of text"),
    ("名单", "list of text", "computed list of text"),
    ("[婚姻]", "list of 纠纷", "computed list of 纠纷"),
    ("{a: 孝和, b: 5}", "{", "computed {a: text, b: money or null}"),
    ("{a: 孝和}", "{", "computed {a: text, b: money or null}"),
  ])
  func theDeclaredTypeSaysWhatIsWritten(yaml: String, wanted: String, expected: String) {
    #expect(value(yaml, of: wanted) == expected)
  }

  @Test(arguments: [
    ("婚因", "纠纷", "FQ0232 婚因"), ("类别", "纠纷", "FQ0232 类别"), ("abc", "money", "FQ0230 abc"),
    ("人数", "money", "FQ0233 人数"), ("no", "boolean", "FQ0230 no"), ("null", "money", "FQ0252 null"),
    ("null", "text", "FQ0252 null"),
    ("[a]", "text", "FQ0256 [a]"), ("{a: 1}", "money", "FQ0256 {a: 1}"),
    ("{a: x, b: y}", "{", "FQ0230 y"),
    ("{b: 5}", "{", "FQ0255 {b: 5}"), ("{a: x, c: 5}", "{", "FQ0243 c"),
    ("[婚姻, 调解]", "list of 纠纷", "FQ0232 调解"),
    ("{is: 人数}", "text", "FQ0233 人数"),
  ])
  func whatDoesNotSuitIsRefused(yaml: String, wanted: String, found: String) {
    #expect(value(yaml, of: wanted) == found)
  }

  @Test func aNameWhereAWordIsWantedIsToldHowToCompute() {
    var scope = mediation.scope
    var diagnostics = Diagnostics()
    guard let tree = valueTree("分类.级别").tree, let type = type("难易", &scope) else {
      Issue.record("the value is read")
      return
    }
    _ = ExpressionChecker(scope: scope).checkValue(tree, expecting: type, into: &diagnostics)
    #expect(diagnostics.all.first?.help?.en == "write `{is: 分类.级别}` for the value of that name")
  }
}

@Suite struct LiteralTests {
  @Test(arguments: [
    ("true", "boolean", "true"), ("false", "boolean", "false"), ("5", "integer", "5"),
    ("5.0", "integer", "5"),
    ("-0.5", "number", "-0.5"), ("1e3", "number", "1000"), ("40000", "money", "40000"),
    ("\"40000\"", "money", "40000"),
    ("no", "text", "\"no\""), ("07:30", "text", "\"07:30\""), ("null", "money or null", "null"),
    ("null", "text or null", "null"), ("'null'", "text", "\"null\""), ("婚姻", "纠纷", "婚姻"),
    ("\"婚姻\"", "纠纷", "婚姻"),
    ("2026-01-01", "date", "2026-01-01"),
    ("2026-01-01T09:00", "date-time", "2026-01-01T09:00+08:00"),
    ("2026-01-01T09:00Z", "date-time", "2026-01-01T17:00+08:00"),
    ("P3DT4H", "days-duration", "P3DT4H"),
    ("P1Y2M", "months-duration", "P1Y2M"), ("[1, 2]", "list of integer", "[1, 2]"),
    ("[]", "list of text", "[]"),
    ("{a: x, b: 5}", "{", "{\"x\", 5}"), ("{a: x}", "{", "{\"x\", null}"),
  ])
  func aScalarIsReadByItsType(yaml: String, wanted: String, expected: String) {
    #expect(literal(yaml, of: wanted) == expected)
  }

  @Test(arguments: [
    ("no", "boolean", "FQ0251 no"), ("True", "boolean", "FQ0251 True"),
    ("1", "boolean", "FQ0251 1"),
    ("是", "boolean", "FQ0251 是"), ("07:30", "integer", "FQ0251 07:30"),
    ("0.5", "integer", "FQ0251 0.5"),
    ("'40,000'", "money", "FQ0251 40,000"), ("4万", "money", "FQ0251 4万"),
    ("abc", "number", "FQ0251 abc"),
    ("０5", "integer", "FQ0251 ０5"), ("2026/1/1", "date", "FQ0251 2026/1/1"),
    ("2026-02-30", "date", "FQ0251 2026-02-30"),
    ("2026-01-01", "date-time", "FQ0251 2026-01-01"), ("3 days", "days-duration", "FQ0251 3 days"),
    ("P1M", "days-duration", "FQ0251 P1M"), ("null", "money", "FQ0252 null"),
    ("null", "text", "FQ0252 null"),
    ("婚因", "纠纷", "FQ0232 婚因"), ("5", "list of integer", "FQ0256 5"), ("x", "{", "FQ0256 x"),
    ("[1]", "integer", "FQ0256 [1]"),
    ("{a: 1}", "text", "FQ0256 {a: 1}"), ("{is: 5}", "integer", "FQ0256 {is: 5}"),
    ("[1, a]", "list of integer", "FQ0251 a"),
    ("{b: 5}", "{", "FQ0255 {b: 5}"), ("金额 + 5", "money", "FQ0251 金额 + 5"),
  ])
  func whatIsNotOneIsRefused(yaml: String, wanted: String, found: String) {
    #expect(literal(yaml, of: wanted) == found)
  }

  @Test(arguments: [
    ("是", "boolean", "true"), ("No", "boolean", "false"), ("'40,000'", "money", "40000"),
    ("￥40000", "money", "40000"),
    ("40000元", "money", "40000"), ("4.5万", "money", "45000"), ("'4,0000'", "money", "40000"),
    ("１２", "integer", "12"),
    ("2026/1/1", "date", "2026-01-01"), ("2026年1月31日", "date", "2026-01-31"),
    ("2026-01-01T09:00", "date", "2026-01-01"),
    ("2026-01-01 09:00", "date-time", "2026-01-01T09:00"),
    ("2026-01-01", "date-time", "2026-01-01T00:00"),
    ("3 days", "days-duration", "P3D"), ("72 hours", "days-duration", "PT72H"),
    ("1 month", "months-duration", "P1M"),
    ("2 years", "months-duration", "P2Y"), ("婚因", "纠纷", "婚姻"), ("勞動", "纠纷", "劳动"),
  ])
  func theMendIsNamed(yaml: String, wanted: String, mend: String) {
    var scope = mediation.scope
    var diagnostics = Diagnostics()
    guard let tree = valueTree(yaml).tree, let type = type(wanted, &scope) else {
      Issue.record("the value is read")
      return
    }
    _ = ExpressionChecker(scope: scope).literal(tree, type: type, into: &diagnostics)
    #expect(diagnostics.all.first?.fix?.replacement == mend)
  }
}
