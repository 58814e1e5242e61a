import Testing

/// Expressions as written, through reader and checker, to their values. What FEEL's chapter 10
/// gives as examples is among them.
@Suite struct WrittenTests {
  @Test(
    arguments: WrittenLine.lines(
      """
      1 + 2 * 3 => 7
      (1 + 2) * 3 => 9
      10 / 4 => 2.5
      2 ** 10 => 1024
      -2 ** 2 => 4
      0.1 + 0.2 = 0.3 => true
      1 / 3 * 3 => 0.9999999999999999999999999999999999
      1.50 = 1.5 => true
      n + 1 where n = 2 => 3
      n + m => unknown n, m
      n / m where n = 1; m = 0 => fault divisionByZero
      n ** m where n = -8; m = 0.5 => fault badArgument("-8 ** 0.5")
      n * m where n = 9e6144; m = 10 => fault overflow
      "foo" + "bar" => "foobar"
      t + "!" where t = "好" => "好!"
      """))
  func arithmetic(_ line: WrittenLine) { line.check() }

  @Test(
    arguments: WrittenLine.lines(
      """
      date("2026-05-06") + duration("P3D") => date("2026-05-09")
      date("2026-05-06") - duration("P3D") => date("2026-05-03")
      date("2026-05-06") - duration("PT1H") => date("2026-05-05")
      date("2026-05-06") + duration("PT23H") => date("2026-05-06")
      date("2026-01-31") + duration("P1M") => date("2026-02-28")
      date("2026-05-06") - date("2026-05-01") => duration("P5D")
      d + days where d = date("2026-05-06"); days = duration("P1D") => date("2026-05-07")
      date and time("2026-01-31T20:00-04:00") + duration("P1M") => date and time("2026-03-01T08:00")
      date and time("2026-05-06T10:00") - date and time("2026-05-06T10:00+09:00") => duration("PT1H")
      date and time("2026-05-06T10:00+08:00") = date and time("2026-05-06T02:00Z") => true
      duration("P1D") + duration("PT12H") => duration("P1DT12H")
      duration("P1Y") - duration("P2M") => duration("P10M")
      duration("P1D") * 1.5 => duration("P1DT12H")
      2 * duration("P1M") => duration("P2M")
      duration("P1D") / duration("PT6H") => 4
      duration("P1Y") / duration("P5M") => 2.4
      duration("P1D") / 2 => duration("PT12H")
      days / n where days = duration("P1D"); n = 0 => fault divisionByZero
      days / days where days = duration("PT0S") => fault divisionByZero
      -duration("P1D") => duration("-P1D")
      d + months where d = date("9999-12-31"); months = duration("P1M") => fault overflow
      date("2026-05-06").year + date("2026-05-06").weekday => 2029
      duration("P1DT2H3M").hours => 2
      when.hour where when = date and time("2026-05-06T10:30Z") => 18
      now() => date and time("2026-05-06T09:20")
      today() => date("2026-05-06")
      opened() < now() => false
      """))
  func time(_ line: WrittenLine) { line.check() }

  @Test(
    arguments: WrittenLine.lines(
      """
      1 < 2 and "a" < "b" => true
      "B" < "a" => true
      "a" < "ab" => true
      grade < high where grade = middle => true
      grade >= high where grade = middle => false
      grade in [low..middle] where grade = middle => true
      date("2026-01-02") > date("2026-01-01") => true
      duration("P1M") < duration("P1Y") => true
      [1, 2] = [1.0, 2.0] => true
      [1, 2] = [2, 1] => false
      {a: 1, b: "x"} = {a: 1, b: "x"} => true
      maybe = null where maybe = null => true
      maybe = null where maybe = 1 => false
      maybe != null where maybe = null => false
      maybe = 1 where maybe = null => false
      maybe != null and maybe > 5 where maybe = null => false
      maybe != null and maybe > 5 where maybe = 6 => true
      maybe != null and maybe > 5 => unknown maybe
      if maybe = null then 0 else maybe where maybe = null => 0
      n between 1 and 5 where n = 5 => true
      n between m and 5 where n = 6 => false
      n in (< 3, [7..9]) where n = 8 => true
      n in (< 3, [7..9]) where n = 5 => false
      n in (< 3, [7..9]) => unknown n
      n in [1, 2, m] where n = 2 => true
      n in [1, 2, m] where n = 3 => unknown m
      n in list where n = 2; list = [1, 2] => true
      n in list where n = 2 => unknown list
      """))
  func comparison(_ line: WrittenLine) { line.check() }

  @Test(
    arguments: WrittenLine.lines(
      """
      a and b => unknown a, b
      a and b where a = false => false
      a and b where b = false => false
      a and b where a = true => unknown b
      a or b where b = true => true
      not(a) or n > 3 where n = 4 => true
      n > 3 or a => unknown n, a
      a and n / m > 1 where a = false; m = 0 => false
      a and n / m > 1 where m = 0 => unknown a, n
      if a then n else m => unknown a, n, m
      if a then 1 else 1 => 1
      if a then n else 2 where n = 2 => 2
      if n > 1 then "much" else "little" where n = 2 => "much"
      is known(n) => false
      is known(n) where n = 0 => true
      is known(maybe) where maybe = null => true
      some x in [1, 2, 3] satisfies x > 2 => true
      every x in [1, 2, 3] satisfies x > 2 => false
      some x in [n, m] satisfies x > 2 where m = 3 => true
      some x in [n, m] satisfies x > 2 where m = 2 => unknown n
      every x in list satisfies x > n where list = [] => true
      every x in list satisfies x > n => unknown list, n
      some x in list satisfies x > x + 1 and a where a = false => false
      some x in [1, 2], y in [2, 3] satisfies x + y = 5 => true
      every p in people satisfies p.age >= 18 where people = [{name: "x", age: 17}] => false
      """))
  func logic(_ line: WrittenLine) { line.check() }

  @Test(
    arguments: WrittenLine.lines(
      """
      [1, 2, 3][1] => 1
      [1, 2, 3][-1] => 3
      [1, 2, 3][4] = null => true
      [1, 2, 3][0] = null => true
      [n, 2, 3][2] = 2 => true
      [n, 2, 3][1] = 2 => unknown n
      list[k] = 2 where list = [1, 2] => unknown k
      list[k] = 2 where k = 1 => unknown list
      [1, 2, 3][item >= 2] => [2, 3]
      [n, 2, 3][item > 5] where n = 1 => []
      [n, 2, 3][item > 2] => unknown n
      list[item > n] where list = [1] => unknown n
      for x in [1, 2] return x * n where n = 3 => [3, 6]
      for x in 1..3 return x * x => [1, 4, 9]
      for x in [1, 2], y in [3, 4] return x * y => [3, 4, 6, 8]
      for x in [n, 2] return x => unknown n
      for x in list return x + n => unknown list, n
      person.age where person = {name: "x", age: 3} => 3
      person.age => unknown person
      {name: t, age: 3}.age => 3
      people.age where people = [{name: "x", age: 3}, {name: "y", age: 4}] => [3, 4]
      people[age > 3].name where people = [{name: "x", age: 3}, {name: "y", age: 4}] => ["y"]
      count([n, m]) => 2
      list contains([n, 2], 2) => true
      list contains([n, 2], 3) => unknown n
      min(1, n) => unknown n
      min(list) where list = [] => fault badArgument("min([])")
      sum(n, 2) where n = 0.5 => 2.5
      string join(words, "、") where words = ["甲", "乙"] => "甲、乙"
      substring(t, k) where t = "ab"; k = 0 => fault badArgument("substring(\\"ab\\", 0)")
      matches(t, "(") where t = "ab" => fault badPattern("(")
      string({name: "x", age: 3}) => "{name: \\"x\\", age: 3}"
      string(grade) where grade = high => "high"
      """))
  func collections(_ line: WrittenLine) { line.check() }
}
