import Model
import SourceText
import Syntax
import Testing

@Suite struct BuiltinTests {
  /// A call that is fine and its type; one that is not and what is found.
  struct Sample: Sendable {
    var good: String
    var type: String
    var bad: String
    var mark: String

    init(_ good: String, _ type: String, _ bad: String, _ mark: String) {
      self.good = good
      self.type = type
      self.bad = bad
      self.mark = mark
    }
  }

  static let samples: [Sample] = [
    Sample("date(姓名)", "date", "date(5)", "FQ0242 5"),
    Sample("date(时刻)", "date", "date(\"2026-13-01\")", "FQ0246 \"2026-13-01\""),
    Sample("date(year: 2026, month: 1, day: 人数)", "date", "date(2026, 1)", "FQ0241 date(2026, 1)"),
    Sample(
      "date and time(\"2026-01-01T09:00\")", "date-time", "date and time(\"2026-01-01\")",
      "FQ0246 \"2026-01-01\""),
    Sample("date and time(姓名)", "date-time", "date and time(受理日)", "FQ0242 受理日"),
    Sample("duration(\"P3D\")", "days-duration", "duration(\"3 days\")", "FQ0246 \"3 days\""),
    Sample("duration(\"P1Y\")", "months-duration", "duration(姓名)", "FQ0259 姓名"),
    Sample(
      "years and months duration(受理日, today())", "months-duration",
      "years and months duration(受理日, now())", "FQ0242 now()"),
    Sample("number(姓名)", "number", "number(true)", "FQ0242 true"),
    Sample(
      "number(\"1 000,5\", \" \", \",\")", "number", "number(\"1\", \" \")",
      "FQ0241 number(\"1\", \" \")"),
    Sample("number(\"1\", null, \".\")", "number", "number(别名)", "FQ0234 别名"),
    Sample("string(金额)", "text", "string(赔偿)", "FQ0234 赔偿"),
    Sample("string(类别)", "text", "string(类别, 1)", "FQ0241 string(类别, 1)"),
    Sample("decimal(比例, 2)", "number", "decimal(比例, 0.5)", "FQ0242 0.5"),
    Sample("decimal(金额, 2)", "money", "decimal(金额)", "FQ0241 decimal(金额)"),
    Sample("floor(比例)", "integer", "floor(姓名)", "FQ0242 姓名"),
    Sample("floor(金额)", "money", "floor(金额, 1, 2)", "FQ0241 floor(金额, 1, 2)"),
    Sample("floor(比例, 2)", "number", "floor(赔偿)", "FQ0234 赔偿"),
    Sample("ceiling(比例)", "integer", "ceiling(有伤)", "FQ0242 有伤"),
    Sample("ceiling(金额, 1)", "money", "ceiling(金额, 姓名)", "FQ0242 姓名"),
    Sample("round up(比例, 1)", "number", "round up(比例)", "FQ0241 round up(比例)"),
    Sample("round down(金额, 2)", "money", "round down(受理日, 2)", "FQ0242 受理日"),
    Sample("round half up(5.5, 0)", "number", "round half up(\"5\", 0)", "FQ0242 \"5\""),
    Sample("round half down(人数, 0)", "number", "round half down(类别, 0)", "FQ0242 类别"),
    Sample("abs(金额)", "money", "abs(姓名)", "FQ0242 姓名"),
    Sample("abs(限期)", "days-duration", "abs(受理日)", "FQ0242 受理日"),
    Sample("abs(年限)", "months-duration", "abs()", "FQ0241 abs()"),
    Sample("abs(-3)", "integer", "abs(null)", "FQ0242 null"),
    Sample("modulo(人数, 3)", "integer", "modulo(人数, \"a\")", "FQ0242 \"a\""),
    Sample("modulo(金额, 100)", "money", "modulo(金额, 比例)", "FQ0242 比例"),
    Sample("sqrt(人数)", "number", "sqrt(金额)", "FQ0242 金额"),
    Sample("log(比例)", "number", "log(姓名)", "FQ0242 姓名"),
    Sample("exp(number: 2)", "number", "exp(n: 2)", "FQ0241 exp(n: 2)"),
    Sample("odd(人数)", "boolean", "odd(金额)", "FQ0242 金额"),
    Sample("even(2)", "boolean", "even(有伤)", "FQ0242 有伤"),
    Sample("substring(姓名, 1)", "text", "substring(姓名, \"1\")", "FQ0242 \"1\""),
    Sample(
      "substring(string: 姓名, start position: 1, length: 2)", "text",
      "substring(姓名, 0.5, 2)", "FQ0242 0.5"),
    Sample("string length(姓名)", "integer", "string length(人数)", "FQ0242 人数"),
    Sample("upper case(姓名)", "text", "upper case(类别)", "FQ0242 类别"),
    Sample("lower case(姓名)", "text", "lower case(别名)", "FQ0234 别名"),
    Sample(
      "substring before(姓名, \"a\")", "text", "substring before(姓名)", "FQ0241 substring before(姓名)"),
    Sample("substring after(姓名, \"a\")", "text", "substring after(姓名, 1)", "FQ0242 1"),
    Sample("contains(姓名, \"a\")", "boolean", "contains(名单, \"a\")", "FQ0242 名单"),
    Sample("starts with(姓名, \"a\")", "boolean", "starts with(5, \"a\")", "FQ0242 5"),
    Sample("ends with(string: 姓名, match: \"a\")", "boolean", "ends with(姓名, 有伤)", "FQ0242 有伤"),
    Sample("matches(姓名, \"^a\")", "boolean", "matches(姓名, \"a\", true)", "FQ0242 true"),
    Sample("replace(姓名, \"a\", \"b\", \"i\")", "text", "replace(姓名, \"a\", 1)", "FQ0242 1"),
    Sample("split(姓名, \",\")", "list of text", "split(姓名, 1)", "FQ0242 1"),
    Sample("string join(名单)", "text", "string join(数目)", "FQ0242 数目"),
    Sample("string join(名单, \", \")", "text", "string join(名单, 1)", "FQ0242 1"),
    Sample("list contains(名单, \"a\")", "boolean", "list contains(名单, 5)", "FQ0242 5"),
    Sample("list contains(类别们, 劳动)", "boolean", "list contains(类别们, 调解)", "FQ0232 调解"),
    Sample("list contains(缺口, null)", "boolean", "list contains(姓名, \"a\")", "FQ0242 姓名"),
    Sample("count(名单)", "integer", "count(姓名)", "FQ0242 姓名"),
    Sample("count([])", "integer", "count(1, 2)", "FQ0241 count(1, 2)"),
    Sample("min(金额, 5)", "money", "min(金额, 人数)", "FQ0242 人数"),
    Sample("min(数目)", "integer", "min(当事人)", "FQ0242 当事人"),
    Sample("max(受理日, today())", "date", "max(受理日, now())", "FQ0242 now()"),
    Sample("max([1, 2])", "integer", "max([])", "FQ0242 []"),
    Sample("max([简单, 难度])", "难易", "max(类别们)", "FQ0242 类别们"),
    Sample("max(5, 比例)", "number", "max(5, 赔偿)", "FQ0234 赔偿"),
    Sample("sum(款项)", "money", "sum(名单)", "FQ0242 名单"),
    Sample("sum(1, 2, 比例)", "number", "sum(1, 金额, 人数)", "FQ0242 人数"),
    Sample("sum([金额, 5])", "money", "sum()", "FQ0241 sum()"),
    Sample("mean(数目)", "number", "mean(受理日)", "FQ0242 受理日"),
    Sample("mean(金额, 0)", "money", "mean(list: 姓名)", "FQ0242 姓名"),
    Sample("median(数目)", "number", "median(名单)", "FQ0242 名单"),
    Sample("mode(数目)", "list of integer", "mode(名单)", "FQ0242 名单"),
    Sample("stddev(款项)", "money", "stddev(\"a\")", "FQ0242 \"a\""),
    Sample("product(数目)", "integer", "product(款项)", "FQ0242 款项"),
    Sample("all(有伤, true)", "boolean", "all(有伤, 5)", "FQ0242 5"),
    Sample("all([有伤, 金额 > 5])", "boolean", "all(数目)", "FQ0242 数目"),
    Sample("any(有伤)", "boolean", "any([1])", "FQ0242 [1]"),
    Sample("sublist(名单, 1, 2)", "list of text", "sublist(名单)", "FQ0241 sublist(名单)"),
    Sample("append(名单, \"a\", \"b\")", "list of text", "append(名单, 5)", "FQ0242 5"),
    Sample("append(类别们, 婚姻)", "list of 纠纷", "append(类别们)", "FQ0241 append(类别们)"),
    Sample("append([], 金额)", "list of money", "append(金额, 5)", "FQ0242 金额"),
    Sample("concatenate(名单, [\"a\"])", "list of text", "concatenate(名单, 数目)", "FQ0242 数目"),
    Sample(
      "insert before(名单, 1, \"a\")", "list of text", "insert before(名单, \"a\", 1)", "FQ0242 \"a\""),
    Sample("remove(名单, 1)", "list of text", "remove(名单, \"a\")", "FQ0242 \"a\""),
    Sample(
      "list replace(数目, 1, 2.5)", "list of number", "list replace(数目, 1, \"a\")", "FQ0242 \"a\""),
    Sample("reverse(款项)", "list of money", "reverse(姓名)", "FQ0242 姓名"),
    Sample("index of(名单, \"a\")", "list of integer", "index of(名单, 1)", "FQ0242 1"),
    Sample("union(数目, [1])", "list of integer", "union(数目, 1)", "FQ0242 1"),
    Sample("distinct values(名单)", "list of text", "distinct values(5)", "FQ0242 5"),
    Sample("flatten([[1], [2, 3]])", "list of integer", "flatten(5)", "FQ0242 5"),
    Sample("sort(款项)", "list of money", "sort(类别们)", "FQ0242 类别们"),
    Sample("day of week(受理日)", "text", "day of week(姓名)", "FQ0242 姓名"),
    Sample("day of year(时刻)", "integer", "day of year(5)", "FQ0242 5"),
    Sample("week of year(受理日)", "integer", "week of year(限期)", "FQ0242 限期"),
    Sample("month of year(受理日)", "text", "month of year(届满日)", "FQ0234 届满日"),
    Sample("last day of month(受理日)", "date", "last day of month()", "FQ0241 last day of month()"),
    Sample("受理日.year", "integer", "year(受理日)", "FQ0240 year"),
    Sample("受理日.month", "integer", "month(受理日)", "FQ0240 month"),
    Sample("(受理日 + 限期).day", "integer", "day(受理日)", "FQ0240 day"),
    Sample("now().weekday", "integer", "姓名.weekday", "FQ0243 weekday"),
    Sample("now().hour", "integer", "受理日.hour", "FQ0243 hour"),
    Sample("时刻.minute", "integer", "限期.minute", "FQ0243 minute"),
    Sample("时刻.second", "number", "年限.second", "FQ0243 second"),
    Sample("年限.years", "integer", "限期.years", "FQ0243 years"),
    Sample("年限.months", "integer", "受理日.months", "FQ0243 months"),
    Sample("限期.days", "integer", "年限.days", "FQ0243 days"),
    Sample("(受理日 - today()).hours", "integer", "时刻.hours", "FQ0243 hours"),
    Sample("限期.minutes", "integer", "届满日.minutes", "FQ0234 届满日"),
    Sample("限期.seconds", "number", "年限.seconds", "FQ0243 seconds"),
    Sample("before(受理日, today())", "boolean", "before(受理日, now())", "FQ0242 now()"),
    Sample("before(point: 人数, range: [1..5])", "boolean", "before(有伤, true)", "FQ0242 有伤"),
    Sample("after([1..5], 人数)", "boolean", "after(人数)", "FQ0241 after(人数)"),
    Sample("meets([1..5], [5..9])", "boolean", "meets(5, [5..9])", "FQ0242 5"),
    Sample("met by([1..5], [5..9])", "boolean", "met by([1..5], 5)", "FQ0242 5"),
    Sample("overlaps([1..5], [3..9])", "boolean", "overlaps(1, 2)", "FQ0242 1"),
    Sample("includes([1..5], 人数)", "boolean", "includes(人数, [1..5])", "FQ0242 人数"),
    Sample("during(人数, [1..5])", "boolean", "during([1..5], 人数)", "FQ0242 人数"),
    Sample("starts(人数, [1..5])", "boolean", "starts(1, \"a\")", "FQ0242 \"a\""),
    Sample("started by([1..5], 人数)", "boolean", "started by(1, 2)", "FQ0242 1"),
    Sample("finishes([3..5], [1..5])", "boolean", "finishes([3..5], 5)", "FQ0242 5"),
    Sample("finished by([1..5], 5)", "boolean", "finished by(5, 5)", "FQ0242 5"),
    Sample("coincides(受理日, today())", "boolean", "coincides(受理日, [1..5])", "FQ0242 [1..5]"),
    Sample("workdays between(受理日, today())", "integer", "workdays between(受理日, 5)", "FQ0242 5"),
    Sample("add workdays(受理日, 3)", "date", "add workdays(受理日, 0.5)", "FQ0242 0.5"),
    Sample("is workday(today())", "boolean", "is workday(now())", "FQ0242 now()"),
    Sample("due date(受理日, \"3 workdays\")", "date", "due date(受理日, \"3天\")", "FQ0262 \"3天\""),
    Sample("due date(now(), 姓名)", "date", "due date(受理日, 3)", "FQ0242 3"),
    Sample("is known(赔偿)", "boolean", "is known(次数)", "FQ0258 次数"),
    Sample("is known(fact: 类别)", "boolean", "is known()", "FQ0241 is known()"),
  ]

  @Test(arguments: samples)
  func callsTakeWhatTheirSignaturesSay(sample: Sample) {
    #expect(Typed(sample.good, in: mediation).type == sample.type, "\(sample.good)")
    #expect(Typed(sample.bad, in: mediation).marks == [sample.mark], "\(sample.bad)")
  }

  @Test func everyFunctionHasItsSamples() {
    var called: Set<Builtin> = []
    for sample in Self.samples {
      Typed(sample.good, in: mediation).expression?.walk { inner in
        if case .call(let function, _) = inner.kind { called.insert(function) }
      }
      // A literal is made of these where their text is written out.
      for function in [Builtin.duration, .dateAndTime]
      where sample.good.contains("\(function.rawValue)(") {
        called.insert(function)
      }
    }
    #expect(Builtin.allCases.filter { !called.contains($0) } == [])
  }

  @Test func whatFoldsAListAlwaysGetsOne() throws {
    let folded = try #require(Typed("max(金额, 5)", in: mediation).expression)
    let written = try #require(Typed("max([金额, 5])", in: mediation).expression)
    guard case .call(.max, let arguments) = folded.kind, case .call(.max, let others) = written.kind
    else {
      Issue.record("both are calls of `max`")
      return
    }
    #expect(arguments.count == 1 && arguments[0].type == .list(.money))
    #expect(others.count == 1 && others[0].type == .list(.money))
  }

  @Test func namedArgumentsTakeTheirPlaces() throws {
    let call = try #require(
      Typed("substring(length: 2, string: 姓名, start position: 1)", in: mediation).expression)
    guard case .call(.substring, let arguments) = call.kind else {
      Issue.record("it is a call of `substring`")
      return
    }
    #expect(arguments.map(\.type) == [.text, .integer, .integer])
    #expect(arguments[2].kind == .constant(.number(2)))
  }

  @Test(arguments: [
    ("conut(名单)", "write `count`"),
    ("len(姓名)", "write `string length(x)` or `count(x)`"),
    ("Length(姓名)", "write `string length(x)` or `count(x)`"),
    ("size(名单)", "write `string length(x)` or `count(x)`"),
    ("upper(姓名)", "write `upper case(x)`"),
    ("lower(姓名)", "write `lower case(x)`"),
    ("trim(姓名)", #"write `replace(x, "^\\s+|\\s+$", "")`"#),
    ("round(金额)", "write `round half up(x, 0)`"),
    ("average(数目)", "write `mean(x)`"),
    ("coalesce(姓名)", "write `if x = null then … else …`"),
    ("开方(5)", "use one of the functions that docs/language.md lists"),
    ("year(受理日)", "write it as a part of the value: `x.year`"),
    ("sum(名单, 1)", "write `sum(item: number or money, …)`"),
    ("now(5)", "write `now()`"),
    (
      "substring(姓名)", "write `substring(string: text, start position: integer, [length: integer])`"
    ),
  ])
  func aWrongCallIsToldTheRightOne(text: String, help: String) {
    #expect(Typed(text, in: mediation).findings.first?.help?.en == help)
  }

  /// What a foreign function's name leads to is there.
  @Test(arguments: ForeignFunction.names)
  func whatStandsForAForeignFunctionExists(name: String) {
    let mends = ForeignFunction.mends(of: name, ["姓名"])
    #expect(!mends.isEmpty)
    for mend in mends {
      #expect(!Typed(mend, in: mediation).codes.contains("FQ0240"), "\(name): \(mend)")
    }
  }

  @Test func aForeignNameIsNoFunctionOfOurs() {
    #expect(ForeignFunction.names.filter { Builtin(rawValue: $0) != nil } == ["includes"])
  }
}
