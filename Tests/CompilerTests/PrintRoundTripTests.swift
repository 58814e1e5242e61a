import Compiler
import Model
import SourceText
import Testing

/// What `ProgramText` prints of an expression, read again, is the same expression.
struct PrintRoundTripTests {
  @Test(arguments: [
    "1 - (2 - n) - 3", "(1 + n) * 2 ** n", "-(n + 1)", "-n ** 2", "(-n) ** 2", "2 ** -n",
    "2 ** 3 ** n", "(2 ** 3) ** n", "n / 2 / 3", "n / (2 / 3)",
    "p and (q or p)", "p and q or not(p and q)", "not p = q", "not(not(p))", "(p = q) = (q = p)",
    "n between 1 and 5", "n in [1..5]", "n in (]1..5[, 7, > 9)", "n in (not(1, 2), - 5)",
    "g in (一般, 疑难)", "g >= 一般", "g = 疑难 and n != 3", "some x in list satisfies x > n",
    "every x in list satisfies (some y in list satisfies x = y)",
    "for x in list return x * 2 + n", "list[item > 2]", "[list[1], list[-1]] = list", "list[i]",
    "list[item > n][1]", "if p then n else if q then 1 else 2", "(if p then n else 1) + 2",
    "{a: n, b: {c: t}}", "{a: n}.a", "{a: n, b: a + 1, c: a * b}.c",
    "{n: 5, b: {n: n + 1, m: n}}", "for y in list return {a: y, n: a + 1, b: n}", "pair.左 + pair.右",
    "d.year * 100 + d.month",
    "d + @\"P3D\" > today()", "@\"2026-01-01\" <= d", "now() >= opened()", "is known(n)",
    "contains(t, \"a\\\"b\\\\c\\n\")", "string length(t) > 3", "count(list) + sum(list)",
    "max(1, n, 3)", "due date(d, \"3 workdays\")", "workdays between(d, today())", "in(甲)",
    "if o = null then 0 else o + 1", "[1, 2, n]", "list = [1, n]", "split(t, \",\")[1]",
    "[date(\"2026-01-01\")..d]", "n in list", "duration(\"PT2H\") * 3",
    "substring(t, 2, 1) = \"x\"",
    "m * 2 + 5 > m", "date and time(\"2026-01-01T10:00:00Z\") < now()",
  ])
  func whatIsPrintedReadsAsTheSame(source: String) throws {
    let first = try decision(source)
    let second = try decision(first.printed)
    #expect(second.shape == first.shape, "\(source) was printed as \(first.printed)")
    #expect(second.printed == first.printed)
  }

  /// Written out behind a field of its name, what an entry saw would be that field.
  @Test(arguments: [
    ("{a: n, n: 5, b: a}", "{a: n, b: n, n: 5}"),
    ("for y in list return {a: y, x: 1, b: a}", "for x in list return {a: x, b: x, x: 1}"),
    ("{a: n, b: {c: a, n: 5, d: a}}", "{a: n, b: {c: n, d: n, n: 5}}"),
  ])
  func aFieldComesBehindThoseThatReadItsNameFromOutside(source: String, printed: String) throws {
    #expect(try decision(source).printed == printed)
    #expect(try decision(printed).printed == printed)
  }

  private func decision(_ source: String) throws -> (printed: String, shape: String) {
    let quoted = "'" + source.replacing("'", with: "''") + "'"
    let program = try program(head + "decisions:\n  result: {is: \(quoted)}\n")
    let last = try #require(program.decisions.elements.last)
    guard case .expression(let expression) = last.logic else { throw NoExpression() }
    return (ProgramText(program).expression(expression), shape(expression))
  }

  private struct NoExpression: Error {}

  /// The tree in words, with all brackets and without places.
  private func shape(_ expression: Expression) -> String {
    let kind =
      switch expression.kind {
      case .constant(let value): "\(value)"
      case .arithmetic(let sign, _, _): sign.rawValue
      case .compare(let sign, _, _): sign.rawValue
      case .call(let builtin, _): builtin.rawValue
      case .membership(_, _, let tests): "in " + tests.map(shape).joined(separator: ",")
      case .range(_, let low, _, let high): "range \(low) \(high)"
      case .field(_, let index): "field \(index)"
      default: String("\(expression.kind)".prefix { $0 != "(" })
      }
    return "(\(kind)" + expression.children.map { " " + shape($0) }.joined() + ")"
  }

  private func shape(_ test: UnaryTest) -> String {
    switch test {
    case .any: "-"
    case .compare(let sign, _): sign.rawValue
    case .within: "within"
    case .not(let inner): "not " + inner.map(shape).joined(separator: ",")
    case .condition: "?"
    }
  }
}

private let head = """
  rulebook: r
  types: {难易: {ordered: [简单, 一般, 疑难]}}
  facts:
    n: number
    m: money
    i: integer
    o: {type: number, optional: true}
    p: boolean
    q: boolean
    t: text
    d: date
    g: 难易
    list: list of number
    pair: {record: {左: number, 右: number}}
  workflow: {states: {甲: {type: final}}}

  """
