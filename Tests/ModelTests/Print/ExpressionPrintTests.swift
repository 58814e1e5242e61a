import Model
import SourceText
import Testing

struct ExpressionPrintTests {
  @Test(arguments: [
    (sum(product(n(1), n(2)), n(3)), "1 * 2 + 3"),
    (product(sum(n(1), n(2)), n(3)), "(1 + 2) * 3"),
    (difference(n(1), difference(n(2), n(3))), "1 - (2 - 3)"),
    (difference(difference(n(1), n(2)), n(3)), "1 - 2 - 3"),
    (power(n(-2), n(2)), "-2 ** 2"),
    (make(.negate(sum(n(1), n(2))), .number), "-(1 + 2)"),
    (or(and(fact(0), fact(1)), fact(1)), "伤 and 吵 or 吵"),
    (and(or(fact(0), fact(1)), fact(1)), "(伤 or 吵) and 吵"),
    (make(.not(and(fact(0), fact(1))), .boolean), "not(伤 and 吵)"),
    (make(.compare(.lessOrEqual, sum(n(1), n(2)), n(3)), .boolean), "1 + 2 <= 3"),
    (
      and(make(.conditional(fact(0), then: fact(1), else: fact(0)), .boolean), fact(1)),
      "(if 伤 then 吵 else 伤) and 吵"
    ),
  ])
  func bracketsStandWhereTheMeaningNeedsThem(expression: Expression, words: String) {
    #expect(ProgramText(program).expression(expression) == words)
  }

  @Test func namesOfThePartsAreTheAuthors() {
    let text = ProgramText(program, payload: [field("amount", .money)])
    let word = make(.constant(.word(ID(0), 1)), .enumeration(ID(0)))
    let list = make(.list([n(1), n(2)]), .list(.number))
    let record = RecordType(fields: [RecordType.Field(name: "脚本", type: .text)])
    let table = make(.decision(ID(0)), .record(record))
    #expect(text.expression(word) == "一般")
    #expect(text.expression(make(.field(table, 0), .text)) == "分类.脚本")
    #expect(text.expression(make(.payload(0), .money)) == "event.amount")
    #expect(text.expression(make(.clock(.today), .date)) == "today()")
    #expect(text.expression(make(.call(.isKnown, [fact(0)]), .boolean)) == "is known(伤)")
    #expect(text.expression(make(.call(.year, [table]), .integer)) == "分类.year")
    #expect(text.expression(make(.index(list, n(1)), .number)) == "[1, 2][1]")
    let isSmall = make(.compare(.less, make(.local(0), .number), n(2)), .boolean)
    #expect(
      text.expression(make(.some(slot: 0, in: list, satisfies: isSmall), .boolean))
        == "some x in [1, 2] satisfies x < 2")
    #expect(
      text.expression(make(.filter(list, slot: 0, condition: isSmall), .list(.number)))
        == "[1, 2][item < 2]")
  }

  @Test func testsReadAsCells() {
    let text = ProgramText(program)
    let range = make(
      .range(low: n(1), isLowIncluded: true, high: n(5), isHighIncluded: false), .range(.number))
    let words: [UnaryTest] = [.compare(.equal, n(7)), .compare(.less, n(0)), .within(range)]
    #expect(text.tests([.any]) == "-")
    #expect(text.tests([.not(words)]) == "not(7, < 0, [1..5))")
    #expect(
      text.expression(make(.membership(n(3), slot: 0, words), .boolean)) == "3 in (7, < 0, [1..5))")
    #expect(
      text.expression(make(.membership(n(3), slot: 0, [.within(range)]), .boolean))
        == "3 in [1..5)")
    let odd = make(.call(.odd, [make(.local(0), .number)]), .boolean)
    #expect(text.tests([.condition(odd)]) == "odd(?)")
  }

  @Test(arguments: [
    (Value.text("a \"b\"\n\\"), #""a \"b\"\n\\""#), (.null, "null"), (.boolean(true), "true"),
    (.list([.number(Number(1)), .null]), "[1, null]"),
    (.date(CalendarDate(year: 2026, month: 1, day: 2) ?? .min), #"@"2026-01-02""#),
  ])
  func valuesAreWrittenAsLiterals(value: Value, words: String) {
    #expect(ProgramText(program).value(value) == words)
  }
}

private let nowhere = Span(SourceID(0), 0, 0)

private func make(_ kind: Expression.Kind, _ type: ValueType) -> Expression {
  Expression(kind, type: type, span: nowhere)
}

private func n(_ value: Int) -> Expression { make(.constant(.number(Number(value))), .number) }
private func fact(_ index: Int) -> Expression { make(.fact(ID(index)), .boolean) }

private func and(_ left: Expression, _ right: Expression) -> Expression {
  make(.and(left, right), .boolean)
}

private func or(_ left: Expression, _ right: Expression) -> Expression {
  make(.or(left, right), .boolean)
}

private func sum(_ left: Expression, _ right: Expression) -> Expression {
  make(.arithmetic(.add, left, right), .number)
}

private func difference(_ left: Expression, _ right: Expression) -> Expression {
  make(.arithmetic(.subtract, left, right), .number)
}

private func product(_ left: Expression, _ right: Expression) -> Expression {
  make(.arithmetic(.multiply, left, right), .number)
}

private func power(_ left: Expression, _ right: Expression) -> Expression {
  make(.arithmetic(.power, left, right), .number)
}

private func field(_ name: String, _ type: ValueType) -> Event.Field {
  Event.Field(name: name, type: type, title: Bilingual(name), span: nowhere)
}

private let program: Program = {
  let facts = ["伤", "吵"].map {
    Fact(
      name: $0, title: Bilingual($0), type: .boolean, minimum: nil, maximum: nil, question: nil,
      isFixed: false, span: nowhere)
  }
  let words = ["简单", "一般"].map { Enumeration.Word(name: $0, title: Bilingual($0)) }
  let levels = Enumeration(
    name: "难易", title: Bilingual("难易"), words: words, isOrdered: true, span: nowhere)
  let decision = Decision(
    name: "分类", title: Bilingual("分类"), logic: .expression(n(1)), type: .number, span: nowhere)
  return Program(
    name: "p", title: Bilingual("p"), version: "", effectiveFrom: nil, effectiveTo: nil,
    offset: .china, enumerations: Arena([levels]), laws: Arena(), roles: Arena(),
    facts: Arena(facts), variables: Arena(), events: Arena(), decisions: Arena([decision]),
    documents: Arena(), periods: Arena(), chart: nil)
}()
