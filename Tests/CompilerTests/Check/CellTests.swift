import Compiler
import Model
import SourceText
import Syntax
import Testing

/// What checking a cell's tests comes to: the kinds of tests, or the findings.
private func cell(_ text: String, of input: String, in vocabulary: Vocabulary = mediation) -> String
{
  var diagnostics = Diagnostics()
  var scope = vocabulary.scope
  let type = scope.type(
    .named(.verbatim(input)), owner: Located("", at: Vocabulary.nowhere), into: &diagnostics)
  let nodes = parseTests(.verbatim(text), into: &diagnostics)
  let tests = type.flatMap {
    ExpressionChecker(scope: vocabulary.scope).checkTests(nodes, of: $0, into: &diagnostics)
  }
  if let tests { return tests.map(\.shape).joined(separator: ", ") }
  return diagnostics.sorted.map { finding in
    let span = finding.primary.span
    let bytes = Array(text.utf8)[Int(span.start)..<Int(span.end)]
    return "\(finding.code.id) \(String(decoding: bytes, as: UTF8.self))"
  }.joined(separator: ", ")
}

extension UnaryTest {
  fileprivate var shape: String {
    switch self {
    case .any: "any"
    case .compare(let comparison, let other):
      other.type.isListLike ? "\(comparison.rawValue) in list" : comparison.rawValue
    case .within: "within"
    case .not(let tests): "not(\(tests.map(\.shape).joined(separator: ", ")))"
    case .condition: "condition"
    }
  }
}

extension ValueType {
  fileprivate var isListLike: Bool {
    if case .list = self { true } else { false }
  }
}

@Suite struct CellTests {
  @Test(arguments: [
    ("-", "money", "any"), ("5", "money", "="), ("5, 7", "integer", "=, ="),
    ("< 5000", "money", "<"),
    (">= 金额", "money", ">="), ("!= 5", "number", "!="), ("[1..5]", "integer", "within"),
    ("(1..5), 9", "integer", "within, ="), ("1..5", "money", "within"),
    ("not(1, > 5)", "number", "not(=, >)"), ("婚姻, 劳动", "纠纷", "=, ="), ("not(婚姻)", "纠纷", "not(=)"),
    (">= 一般", "难易", ">="), ("[简单..一般]", "难易", "within"), ("类别", "纠纷", "="),
    ("类别们", "纠纷", "= in list"), ("[婚姻, 劳动]", "纠纷", "= in list"), ("true", "boolean", "="),
    ("有伤", "boolean", "="), ("金额 > 5", "boolean", "="), ("\"a\", \"b\"", "text", "=, ="),
    ("姓名", "text", "="), ("名单", "text", "= in list"), ("名单", "list of text", "= in list"),
    ("@\"2026-01-01\"", "date", "="), ("< today()", "date", "<"), ("null", "money or null", "="),
    ("not(null)", "money or null", "not(=)"), ("< 5", "money or null", "<"),
    ("赔偿", "money or null", "="), ("[1..5]", "money or null", "within"),
    ("? > 2 and odd(?)", "integer", "condition"), ("contains(?, \"x\")", "text", "condition"),
    ("? = null or ? > 5", "money or null", "condition"),
    ("count(?) > 3", "list of text", "condition"),
    ("list contains(?, \"a\")", "list of text", "condition"),
    ("?.年龄 > 3", "{年龄: integer}", "condition"),
    ("金额 * 2", "money", "="), ("< 金额 * 2", "money", "<"), ("-5", "number", "="),
    ("some x in 数目 satisfies ? > x", "integer", "condition"), ("?", "boolean", "condition"),
    ("2.5", "integer", "="),
  ])
  func testsSuitTheirInput(text: String, input: String, shape: String) {
    let isRecord = input.hasPrefix("{")
    #expect(cell(text, of: isRecord ? "甲" : input).isEmpty == false)
    if !isRecord { #expect(cell(text, of: input) == shape) }
  }

  @Test(arguments: [
    ("\"a\"", "money", "FQ0235 \"a\""), ("婚因", "纠纷", "FQ0232 婚因"), ("婚姻, 调解", "纠纷", "FQ0232 调解"),
    ("\"婚姻\"", "纠纷", "FQ0235 \"婚姻\""), ("< 婚姻", "纠纷", "FQ0236 < 婚姻"),
    ("[婚姻..劳动]", "纠纷", "FQ0236 婚姻..劳动"), ("> true", "boolean", "FQ0236 > true"),
    ("abc", "text", "FQ0230 abc"), ("5", "text", "FQ0235 5"), ("null", "money", "FQ0239 null"),
    ("有伤", "money", "FQ0254 有伤"), ("金额 > 5", "integer", "FQ0254 金额 > 5"),
    ("? > 2", "text", "FQ0235 2"), ("? + 2", "integer", "FQ0233 ? + 2"),
    ("? > 2", "money or null", "FQ0234 ?"), ("< 赔偿", "money", "FQ0234 赔偿"),
    ("[5..1]", "integer", "FQ0249 5..1"), ("(5..5]", "integer", "FQ0249 5..5"),
    ("[疑难..简单]", "难易", "FQ0249 疑难..简单"), ("[1..\"a\"]", "integer", "FQ0248 \"a\""),
    ("\"a\"", "list of text", "FQ0235 \"a\""), ("[\"a\"..\"b\"]", "integer", "FQ0235 \"a\"..\"b\""),
    ("人数", "money", "FQ0235 人数"), ("名单", "integer", "FQ0235 名单"),
    ("[now()..now()]", "date", "FQ0235 now()..now()"), ("x, y", "text", "FQ0230 x, FQ0230 y"),
  ])
  func testsThatDoNotAreRefused(text: String, input: String, found: String) {
    #expect(cell(text, of: input) == found)
  }

  @Test(arguments: [
    "人数 in (1, [3..5])", "人数 in [3..5]", "类别 in (婚姻, 劳动)", "类别 in [婚姻, 劳动]", "类别 in 类别们",
    "金额 in (< 5, > 10)", "赔偿 in (null, < 5)", "姓名 in 名单", "人数 in not(1, 2)", "难度 in [简单..一般]",
    "人数 in (? > 2)", "not(类别 in (婚姻, 邻里))", "受理日 in [@\"2026-01-01\"..today()]",
    "some x in [1, 2] satisfies x in (1, 人数)", "人数 in (? > 2 and 次数 in (? > 3))",
  ])
  func membershipTestsLikeACell(text: String) {
    #expect(Typed(text, in: mediation, expecting: "boolean").marks == [])
  }
}
