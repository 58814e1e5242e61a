/// Writes expressions at random: words of a small vocabulary put together by FEEL's grammar, mostly
/// with a thought for types, so that many of them pass the checker. One seed, one sequence.
struct ExpressionWriter {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// xorshift64*: the same on every machine.
  mutating func below(_ limit: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int(truncatingIfNeeded: (state &* 2_685_821_657_736_338_717) >> 33) % limit
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// What an expression is meant to come to.
  enum Kind: CaseIterable {
    case boolean
    case number
    case money
    case text
    case date
    case moment
    case days
    case months
    case grade
    case numbers
    case texts
    case range
  }

  mutating func write(_ kind: Kind, depth: Int) -> String {
    if depth == 0 || below(8) == 0 { return leaf(kind) }
    if below(12) == 0 { return common(kind, depth) }
    let next = depth - 1
    switch kind {
    case .boolean: return boolean(next)
    case .number: return number(next)
    case .money: return money(next)
    case .text: return text(next)
    case .date: return date(next)
    case .moment: return fill(pick(["{moment} + {days}", "{moment} - {months}"]), next)
    case .days:
      return fill(
        pick([
          "{date} - {date}", "{moment} - {moment}", "{days} + {days}", "{days} * {number}",
          "-{days}", "abs({days})", "{days} / {number}",
        ]), next)
    case .months:
      return fill(
        pick([
          "{months} - {months}", "years and months duration({date}, {date})", "2 * {months}",
        ]), next)
    case .grade: return fill(pick(["max({grade}, {grade})", "min([{grade}, low])"]), next)
    case .numbers: return numbers(next)
    case .texts: return texts(next)
    case .range: return fill(pick(["[{number}..{number}]", "(1..{number})", "(..{number}]"]), next)
    }
  }

  private mutating func leaf(_ kind: Kind) -> String {
    switch kind {
    case .boolean: pick(["a", "true", "false", "is known(maybe)"])
    case .number: pick(["n", "k", "2", "-1", "0", "0.5", "person.age", "maybe"])
    case .money: pick(["m", "100", "pay", "0.01"])
    case .text: pick(["t", "\"ab\"", "\"\"", "person.name", "alias"])
    case .date: pick(["d", "@\"2026-02-28\"", "today()"])
    case .moment: pick(["w", "now()", "@\"2026-05-06T09:00\""])
    case .days: pick(["days", "@\"P3D\"", "@\"-PT5H\""])
    case .months: pick(["months", "@\"P1Y2M\""])
    case .grade: pick(["grade", "low", "middle", "last"])
    case .numbers: pick(["list", "[1, k]", "[]", "people.age", "gaps"])
    case .texts: pick(["words", "[\"a\", t]", "people.name"])
    case .range: pick(["[1..5]", "(n..9]"])
    }
  }

  /// Forms that any kind can take.
  private mutating func common(_ kind: Kind, _ depth: Int) -> String {
    let condition = write(.boolean, depth: depth - 1)
    let one = write(kind, depth: depth - 1)
    let other = below(6) == 0 ? "null" : write(kind, depth: depth - 1)
    return pick([
      "{p: \(one), q: \(other), n: p}.n", "{t: {p: \(one), k: p}, q: t.k}.q",
      "if \(condition) then \(one) else \(other)", "(\(one))",
      "[\(one), \(other)][1]",
    ])
  }

  private mutating func boolean(_ next: Int) -> String {
    let kind = pick(["number", "money", "text", "date", "moment", "days", "months", "grade"])
    return fill(
      pick([
        "{boolean} and {boolean}", "{boolean} or {boolean}", "not({boolean})",
        "{\(kind)} = {\(kind)}", "{\(kind)} != {\(kind)}", "{\(kind)} < {\(kind)}",
        "{\(kind)} >= {\(kind)}", "{\(kind)} between {\(kind)} and {\(kind)}",
        "{\(kind)} in [{\(kind)}..{\(kind)}]", "{\(kind)} in (< {\(kind)}, {\(kind)})",
        "{\(kind)} in not({\(kind)})", "{number} in {numbers}", "{number} in (? > {number})",
        "maybe != null and {number} < maybe", "maybe = null or {number} < maybe",
        "alias = null", "some x in {numbers} satisfies x > {number}",
        "every x in {texts} satisfies x != {text}", "contains({text}, {text})",
        "list contains({numbers}, {number})", "all({boolean}, {boolean})", "any([{boolean}])",
        "odd({number})", "before({number}, {range})", "includes({range}, {number})",
        "is workday({date})", "matches({text}, \"a.\")", "{numbers} = {numbers}",
        "person = {name: {text}, age: k}", "coincides({date}, {date})",
      ]), next)
  }

  private mutating func number(_ next: Int) -> String {
    fill(
      pick([
        "{number} + {number}", "{number} - {number}", "{number} * {number}",
        "{number} / {number}", "-{number}", "{number} ** 2", "{money} / {money}",
        "{days} / {days}", "count({numbers})", "sum({numbers})", "min({number}, {number})",
        "max({numbers})", "mean({numbers})", "string length({text})", "abs({number})",
        "floor({number})", "ceiling({number})", "round half up({number}, 1)", "sqrt({number})",
        "modulo({number}, {number})", "{date}.year", "{moment}.hour", "{days}.days",
        "{months}.months", "{numbers}[1]", "{numbers}[-1]", "number({text})",
        "decimal({number}, 2)",
        "day of year({date})", "workdays between({date}, {date})",
        "if maybe = null then 0 else maybe",
        "median({numbers})", "stddev({numbers})", "product({numbers})", "index of({numbers}, 1)[1]",
        "people[age > {number}][1].age",
      ]), next)
  }

  private mutating func money(_ next: Int) -> String {
    fill(
      pick([
        "{money} + {money}", "{money} - 5", "{money} * {number}", "{number} * {money}",
        "{money} / {number}", "-{money}", "abs({money})", "max({money}, 0)",
        "round down({money}, 0)", "sum([{money}, {money}])", "floor({money})",
      ]), next)
  }

  private mutating func text(_ next: Int) -> String {
    fill(
      pick([
        "{text} + {text}", "string({number})", "string({date})", "string({grade})",
        "upper case({text})", "substring({text}, 1)", "substring({text}, {number}, 1)",
        "substring before({text}, \"b\")", "replace({text}, \"a\", \"b\")", "{texts}[1]",
        "string join({texts}, {text})", "month of year({date})", "day of week({moment})",
        "if alias = null then \"\" else alias", "string({money})", "string({days})",
      ]), next)
  }

  private mutating func date(_ next: Int) -> String {
    fill(
      pick([
        "{date} + {days}", "{date} - {months}", "date({moment})", "date(2026, {number}, 1)",
        "max({date}, {date})", "last day of month({date})", "add workdays({date}, {number})",
        "due date({date}, \"3 workdays\")", "due date({moment}, \"1 month\")",
      ]), next)
  }

  private mutating func numbers(_ next: Int) -> String {
    fill(
      pick([
        "[{number}, {number}]", "{numbers}[item > {number}]", "append({numbers}, {number})",
        "concatenate({numbers}, {numbers})", "for x in {numbers} return x * {number}",
        "for i in 1..3 return i + {number}", "reverse({numbers})", "sort({numbers})",
        "distinct values({numbers})", "gaps[item != null]", "sublist({numbers}, 1)",
        "people[name = {text}].age", "remove({numbers}, 1)", "flatten([{numbers}, {numbers}])",
        "for x in {numbers}, y in {numbers} return x + y", "union({numbers}, [1])",
        "insert before({numbers}, 1, {number})", "mode({numbers})", "index of({texts}, {text})",
        "list replace({numbers}, 1, {number})",
      ]), next)
  }

  private mutating func texts(_ next: Int) -> String {
    fill(
      pick([
        "[{text}]", "split({text}, \",\")", "for x in {texts} return x + {text}",
        "{texts}[item != {text}]", "for p in people return p.name", "sort({texts})",
      ]), next)
  }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { ("\($0)", $0) })

  /// A form with each `{kind}` written out. Other braces stay.
  private mutating func fill(_ form: String, _ depth: Int) -> String {
    var text = ""
    var rest = form[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let inside = rest[rest.index(after: open)...].prefix { $0 != "}" }
      if let kind = Self.kinds[String(inside)] {
        text += "(" + write(kind, depth: depth) + ")"
        rest = rest[inside.endIndex...].dropFirst()
      } else {
        text += "{"
        rest = rest[rest.index(after: open)...]
      }
    }
    return text + rest
  }
}
