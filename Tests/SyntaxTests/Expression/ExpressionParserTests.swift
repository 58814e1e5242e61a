import Syntax
import Testing

struct ExpressionParserTests {
  @Test(arguments: [
    ("5", "5"), (".5", ".5"), ("0.5", "0.5"), ("1e3", "1e3"), ("1.5E-3", "1.5E-3"),
    ("\"abc\"", "\"abc\""), ("true", "true"), ("false", "false"), ("null", "null"),
    ("@\"2026-01-01\"", "@2026-01-01"), ("金额", "金额"), ("event.amount", "event.amount"),
    ("_a1", "_a1"), ("分类.难易", "分类.难易"), ("a . b", "a.b"), ("event.in.not", "event.in.not"),
    ("[1, 2]", "(list 1 2)"), ("[]", "(list)"), ("[[1], []]", "(list (list 1) (list))"),
    ("{a: 1, \"b c\": 2}", "(record \"a\":1 \"b c\":2)"), ("{}", "(record)"),
    ("{if: 1}", "(record \"if\":1)"),
    ("(a)", "a"), ("((a))", "a"),
  ])
  func valuesReadAsThemselves(text: String, expected: String) {
    let reading = Reading(text)
    #expect(shape(reading.tree) == expected)
    #expect(reading.findings == [])
  }

  @Test(arguments: [
    ("a or b and c", "(or a (and b c))"),
    ("a and b or c", "(or (and a b) c)"),
    ("a or b or c", "(or (or a b) c)"),
    ("a = b and c < d", "(and (= a b) (< c d))"),
    ("a + b < c * d", "(< (+ a b) (* c d))"),
    ("a - b - c", "(- (- a b) c)"),
    ("a / b * c", "(* (/ a b) c)"),
    ("a + b * c ** d", "(+ a (* b (** c d)))"),
    ("2 ** 3 ** 2", "(** (** 2 3) 2)"),
    ("-2 ** 2", "(** (- 2) 2)"),
    ("2 ** -1", "(** 2 (- 1))"),
    ("- -a", "(- (- a))"), ("--a", "(- (- a))"), ("a --b", "(- a (- b))"),
    ("-a.b", "(- a.b)"), ("-f(x)[1]", "(- (filter (call `f` x) 1))"),
    ("5-3", "(- 5 3)"), ("5-a", "(- 5 a)"), ("a -b", "(- a b)"), ("(a)-b", "(- a b)"),
    ("not a = b", "(not (= a b))"), ("not a and b", "(and (not a) b)"),
    ("not(a) = b", "(= (not a) b)"), ("not not a", "(not (not a))"),
    ("a = not b", "(= a (not b))"), ("not (a or b) and c", "(and (not (or a b)) c)"),
    ("a ≥ 1 and b ≤ 2 and c ≠ 3", "(and (and (>= a 1) (<= b 2)) (!= c 3))"),
    ("(a + b) * c", "(* (+ a b) c)"),
    ("a between 1 and 5 and b", "(and (between a 1 5) b)"),
    ("a + 1 between b and c + 1", "(between (+ a 1) b (+ c 1))"),
  ])
  func operatorsBindAsTheGrammarSays(text: String, expected: String) {
    let reading = Reading(text)
    #expect(shape(reading.tree) == expected)
    #expect(reading.findings == [])
  }

  @Test(arguments: [
    ("x in (1, < 5, [6..7])", "(in x 1 | {< 5} | (range [6 7]))"),
    ("x in < 5", "(in x {< 5})"), ("x in [1..5]", "(in x (range [1 5]))"),
    ("x in (1..5)", "(in x (range (1 5)))"), ("x in (1..5]", "(in x (range (1 5]))"),
    ("x in (1..b[", "(in x (range (1 b)))"), ("x in ]1..5[", "(in x (range (1 5)))"),
    ("x in (1..5[ and y", "(and (in x (range (1 5))) y)"),
    ("[x in (1..5[, 2]", "(list (in x (range (1 5))) 2)"),
    ("x in 1..5", "(in x (range [1 5]))"), ("x in (1..5, 7)", "(in x (range [1 5]) | 7)"),
    ("x in list", "(in x list)"), ("x in (list)", "(in x list)"),
    ("x in [1, 2]", "(in x (list 1 2))"), ("x in (xs)[1]", "(in x (filter xs 1))"),
    ("x in (a + b) * 2 and c", "(and (in x (* (+ a b) 2)) c)"),
    ("x in (for i in 1..5 return i)", "(in x (for i=(range [1 5]) i))"),
    ("x in a + 1 or y", "(or (in x (+ a 1)) y)"),
    ("x in not(1, 2)", "(in x {not 1 | 2})"), ("x in (not(1), 2)", "(in x {not 1} | 2)"),
    ("x in (? > 2)", "(in x (> ? 2))"), ("x + 1 in (1, 2) or y", "(or (in (+ x 1) 1 | 2) y)"),
    ("in(办理.调解)", "(state 办理.调解)"), ("a and not in(终止)", "(and a (not (state 终止)))"),
    ("in(follow-up)", "(state follow-up)"), ("not(in(街道))", "(not (state 街道))"),
  ])
  func membershipTakesTestsRangesAndLists(text: String, expected: String) {
    let reading = Reading(text)
    #expect(shape(reading.tree) == expected)
    #expect(reading.findings == [])
  }

  @Test(arguments: [
    ("[1..5]", "(range [1 5])"), ("(1..5)", "(range (1 5))"), ("]1..5[", "(range (1 5))"),
    ("[1..5)", "(range [1 5))"), ("[1..5[", "(range [1 5))"), ("]1..5]", "(range (1 5])"),
    ("[10..99]", "(range [10 99])"), ("[.5..1.5]", "(range [.5 1.5])"),
    ("[1 .. .5]", "(range [1 .5])"),
    ("[a..b[", "(range [a b))"), ("[a..b[1]]", "(range [a (filter b 1)])"),
    ("[a..b[1][", "(range [a (filter b 1)))"), ("(..5]", "(range ( 5])"), ("[5..)", "(range [5 ))"),
    ("]..5[", "(range ( 5))"), ("[a + 1..f(b)]", "(range [(+ a 1) (call `f` b)])"),
    ("[]1..5[, [1..2]]", "(list (range (1 5)) (range [1 2]))"),
    ("[@\"2026-01-01\"..@\"2026-02-01\"]", "(range [@2026-01-01 @2026-02-01])"),
    ("[1..5].start", "(field (range [1 5]) start)"),
  ])
  func rangesAreToldFromListsAndBrackets(text: String, expected: String) {
    let reading = Reading(text)
    #expect(shape(reading.tree) == expected)
    #expect(reading.findings == [])
  }

  @Test(arguments: [
    ("if a then b else c", "(if a b c)"),
    ("if a then if b then c else d else e", "(if a (if b c d) e)"),
    ("1 + if a then b else c + 2", "(+ 1 (if a b (+ c 2)))"),
    ("for x in a, y in b return x + y", "(for x=a y=b (+ x y))"),
    ("for i in 1..5 return i", "(for i=(range [1 5]) i)"),
    ("some x in a satisfies x > 1 and b", "(some x=a (and (> x 1) b))"),
    ("every x in a, y in x.b satisfies x = y", "(every x=a y=x.b (= x y))"),
    ("list[item > 1]", "(filter list (> item 1))"),
    ("list[1].a.b", "(field (field (filter list 1) a) b)"),
    ("list[-1]", "(filter list (- 1))"),
    ("(a).b", "(field a b)"), ("f(x).year", "(field (call `f` x) year)"),
    ("string length(x)", "(call `string length` x)"), ("f()", "(call `f`)"),
    ("substring(string: a, start position: 2)", "(call `substring` string:a start position:2)"),
    ("date and time(\"x\")", "(call `date and time` \"x\")"),
    ("years and months duration(a, b)", "(call `years and months duration` a b)"),
    ("a and count(b) > 1", "(and a (> (call `count` b) 1))"),
    ("is  known(金额)", "(call `is known` 金额)"),
    ("if day of week(a) = 1 then b else c", "(if (= (call `day of week` a) 1) b c)"),
    ("a // first\n and /* second */ b", "(and a b)"),
    ("\u{3000}a\u{A0}and\u{2003}b\u{FEFF}", "(and a b)"),
    ("max(1, 2)", "(call `max` 1 2)"), ("max([1, 2])", "(call `max` (list 1 2))"),
    ("a > 5and b<3or c", "(or (and (> a 5) (< b 3)) c)"),
    (
      "if 人.状态 in (\"甲\", \"乙\") then \"可\" else \"否\"",
      "(if (in 人.状态 \"甲\" | \"乙\") \"可\" \"否\")"
    ),
    ("人.年龄 >= 18 and 人.地址.区 = \"东\"", "(and (>= 人.年龄 18) (= 人.地址.区 \"东\"))"),
    (
      "(本金 * 利率 / 12) / (1 - (1 + 利率 / 12) ** -期数)",
      "(/ (/ (* 本金 利率) 12) (- 1 (** (+ 1 (/ 利率 12)) (- 期数))))"
    ),
    ("for 项 in 清单 return 项.数 * 项.价", "(for 项=清单 (* 项.数 项.价))"),
    (
      "every 甲 in 全体, 乙 in 甲.友 satisfies 乙.岁 > 18",
      "(every 甲=全体 乙=甲.友 (> 乙.岁 18))"
    ),
    (
      "清单[数 > 1 and 价 between 5 and 10][1].名",
      "(field (filter (filter 清单 (and (> 数 1) (between 价 5 10))) 1) 名)"
    ),
    ("{甲: 1, 乙: 甲 + 1}.乙", "(field (record \"甲\":1 \"乙\":(+ 甲 1)) 乙)"),
    ("@\"2026-03-01\" + @\"P3D\" < today()", "(< (+ @2026-03-01 @P3D) (call `today`))"),
    ("{a: {b: [1..2]}}.a", "(field (record \"a\":(record \"b\":(range [1 2]))) a)"),
  ])
  func formsAndCallsReadWhole(text: String, expected: String) {
    let reading = Reading(text)
    #expect(shape(reading.tree) == expected)
    #expect(reading.findings == [])
  }

  @Test(arguments: [
    ("-", "-"), ("5", "5"), ("-5", "(- 5)"), ("< 5", "{< 5}"), (">= x + 1", "{>= (+ x 1)}"),
    ("≠ 3", "{!= 3}"), ("= 3", "{= 3}"),
    ("[1..5]", "(range [1 5])"), ("(1..5)", "(range (1 5))"), ("]1..5[", "(range (1 5))"),
    ("[5000..50000)", "(range [5000 50000))"), ("1..5", "(range [1 5])"),
    ("10..99", "(range [10 99])"),
    ("a, b, [1..5]", "a | b | (range [1 5])"), ("婚姻, 家庭", "婚姻 | 家庭"),
    ("not(a, b)", "{not a | b}"), ("not(< 5)", "{not {< 5}}"),
    ("not([1..5])", "{not (range [1 5])}"),
    ("not(a), b", "{not a} | b"), ("not(1..5, 7)", "{not (range [1 5]) | 7}"),
    ("not(a) and ? > 2", "(and (not a) (> ? 2))"), ("null", "null"), ("not(null)", "{not null}"),
    ("? > 2 and odd(?)", "(and (> ? 2) (call `odd` ?))"),
    ("contains(?, \"x\")", "(call `contains` ? \"x\")"),
    ("\"a\", \"b\"", "\"a\" | \"b\""), ("a + 1", "(+ a 1)"), ("18 - 25", "(- 18 25)"),
    ("not a", "(not a)"), ("(not(a))", "(not a)"), ("[1, 2]", "(list 1 2)"),
    ("date(\"2026-01-01\")..today()", "(range [(call `date` \"2026-01-01\") (call `today`)])"),
    ("< @\"P3D\", > @\"P9D\"", "{< @P3D} | {> @P9D}"), ("if a then b else c, d", "(if a b c) | d"),
  ])
  func cellsReadAsAlternatives(text: String, expected: String) {
    let reading = TestsReading(text)
    #expect(shape(reading.tests) == expected)
    #expect(reading.findings == [])
  }
}
