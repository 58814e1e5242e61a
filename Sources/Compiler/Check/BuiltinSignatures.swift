import Model

/// The functions of expressions with their parameters' standard names: DMN 1.5, 10.3.4, and ours
/// for working days. The parts of dates and durations are fields (`d.year`), not functions.
enum BuiltinSignatures {
  /// By FEEL name; several signatures in the order they are tried.
  static let byName: [String: [Signature]] = {
    var table: [String: [Signature]] = [:]
    for signature in all { table[signature.function.rawValue, default: []].append(signature) }
    return table
  }()

  /// Every name, in the order of the tables below.
  static let names: [String] = {
    var seen: Set<String> = []
    return all.map(\.function.rawValue).filter { seen.insert($0).inserted }
  }()

  static let all = conversions + numbers + texts + lists + sums + dates + ranges + ours

  /// 10.3.4.1
  private static let conversions: [Signature] = [
    Signature(.date, [.init("from", .text)], .date),
    Signature(.date, [.init("from", .dateTime)], .date),
    Signature(
      .date, [.init("year", .integer), .init("month", .integer), .init("day", .integer)], .date),
    Signature(.dateAndTime, [.init("from", .text)], .dateTime),
    // What it gives depends on the text: see `Typing.typeDuration`.
    Signature(.duration, [.init("from", .text)], .dayTimeDuration),
    Signature(
      .yearsAndMonthsDuration, [.init("from", .date), .init("to", .date)], .yearMonthDuration),
    Signature(.number, [.init("from", .text)], .number),
    Signature(
      .number,
      [
        .init("from", .text), .init("grouping separator", .optional(.text)),
        .init("decimal separator", .optional(.text)),
      ], .number),
    Signature(.string, [.init("from", .open)], .exactly(.text), bound: .something),
  ]

  /// 10.3.4.5
  private static let numbers: [Signature] = [
    Signature(
      .decimal, [.init("n", .open), .init("scale", .integer)], .fraction, bound: .numeric),
    Signature(.floor, [.init("n", .open)], .whole, bound: .numeric),
    Signature(.floor, [.init("n", .open), .init("scale", .integer)], .fraction, bound: .numeric),
    Signature(.ceiling, [.init("n", .open)], .whole, bound: .numeric),
    Signature(
      .ceiling, [.init("n", .open), .init("scale", .integer)], .fraction, bound: .numeric),
    rounding(.roundUp), rounding(.roundDown), rounding(.roundHalfUp), rounding(.roundHalfDown),
    Signature(.abs, [.init("n", .open)], .open, bound: .numeric),
    Signature(.abs, [.init("n", .dayTimeDuration)], .dayTimeDuration),
    Signature(.abs, [.init("n", .yearMonthDuration)], .yearMonthDuration),
    Signature(
      .modulo, [.init("dividend", .open), .init("divisor", .open)], .open, bound: .numeric),
    Signature(.sqrt, [.init("number", .number)], .number),
    Signature(.log, [.init("number", .number)], .number),
    Signature(.exp, [.init("number", .number)], .number),
    Signature(.odd, [.init("number", .number)], .boolean),
    Signature(.even, [.init("number", .number)], .boolean),
  ]

  private static func rounding(_ function: Builtin) -> Signature {
    Signature(
      function, [.init("n", .open), .init("scale", .integer)], .fraction, bound: .numeric)
  }

  /// 10.3.4.3
  private static let texts: [Signature] = [
    Signature(
      .substring,
      [
        .init("string", .text), .init("start position", .integer),
        .init("length", .integer, isOptional: true),
      ], .text),
    Signature(.stringLength, [.init("string", .text)], .integer),
    Signature(.upperCase, [.init("string", .text)], .text),
    Signature(.lowerCase, [.init("string", .text)], .text),
    Signature(.substringBefore, [.init("string", .text), .init("match", .text)], .text),
    Signature(.substringAfter, [.init("string", .text), .init("match", .text)], .text),
    Signature(.contains, [.init("string", .text), .init("match", .text)], .boolean),
    Signature(.startsWith, [.init("string", .text), .init("match", .text)], .boolean),
    Signature(.endsWith, [.init("string", .text), .init("match", .text)], .boolean),
    Signature(
      .matches,
      [
        .init("input", .text), .init("pattern", .text),
        .init("flags", .text, isOptional: true),
      ], .boolean),
    Signature(
      .replace,
      [
        .init("input", .text), .init("pattern", .text), .init("replacement", .text),
        .init("flags", .text, isOptional: true),
      ], .text),
    Signature(.split, [.init("string", .text), .init("delimiter", .text)], .list(.text)),
    Signature(
      .stringJoin,
      [
        .init("list", .list(.text)),
        .init("delimiter", .optional(.text), isOptional: true),
      ], .text),
  ]
}

extension BuiltinSignatures {
  /// 10.3.4.4, what keeps the list's elements or asks about them.
  private static let lists: [Signature] = [
    Signature(
      .listContains, [.init("list", .list(.open)), .init("element", .open)],
      .exactly(.boolean)),
    Signature(.count, [.init("list", .list(.open))], .exactly(.integer)),
    Signature(
      .sublist,
      [
        .init("list", .list(.open)), .init("start position", .exactly(.integer)),
        .init("length", .exactly(.integer), isOptional: true),
      ], .list(.open)),
    Signature(
      .append, [.init("list", .list(.open)), .init("item", .open)], .list(.open),
      repeats: true),
    Signature(.concatenate, [.init("list", .list(.open))], .list(.open), repeats: true),
    Signature(
      .insertBefore,
      [
        .init("list", .list(.open)), .init("position", .exactly(.integer)),
        .init("newItem", .open),
      ], .list(.open)),
    Signature(
      .remove, [.init("list", .list(.open)), .init("position", .exactly(.integer))],
      .list(.open)),
    Signature(
      .listReplace,
      [
        .init("list", .list(.open)), .init("position", .exactly(.integer)),
        .init("newItem", .open),
      ], .list(.open)),
    Signature(.reverse, [.init("list", .list(.open))], .list(.open)),
    Signature(
      .indexOf, [.init("list", .list(.open)), .init("match", .open)],
      .exactly(.list(.integer))),
    Signature(.union, [.init("list", .list(.open))], .list(.open), repeats: true),
    Signature(.distinctValues, [.init("list", .list(.open))], .list(.open)),
    Signature(.flatten, [.init("list", .list(.open))], .list(.innermost)),
    Signature(.sort, [.init("list", .list(.open))], .list(.open), bound: .ordered),
  ]

  /// 10.3.4.4, what makes one value of many: over a list, or over the arguments themselves.
  private static let sums: [Signature] =
    gathering(.min, .open, bound: .ordered) + gathering(.max, .open, bound: .ordered)
    + gathering(.sum, .open, bound: .numeric) + gathering(.mean, .fraction, bound: .numeric)
    + gathering(.median, .fraction, bound: .numeric)
    + gathering(.mode, .list(.open), bound: .numeric)
    + gathering(.stddev, .fraction, bound: .numeric)
    + gathering(.product, .open, bound: .plainNumber) + gathering(.all) + gathering(.any)

  private static func gathering(
    _ function: Builtin, _ result: Signature.Shape, bound: Signature.Bound
  ) -> [Signature] {
    [
      Signature(function, [.init("list", .list(.open))], result, bound: bound),
      Signature(
        function, [.init("item", .open)], result, bound: bound, repeats: true, gathers: true),
    ]
  }

  private static func gathering(_ function: Builtin) -> [Signature] {
    [
      Signature(function, [.init("list", .list(.boolean))], .boolean),
      Signature(
        function, [.init("item", .exactly(.boolean))], .exactly(.boolean), repeats: true,
        gathers: true),
    ]
  }

  /// 10.3.4.8
  private static let dates: [Signature] =
    ofDay(.dayOfWeek, .text) + ofDay(.dayOfYear, .integer) + ofDay(.weekOfYear, .integer)
    + ofDay(.monthOfYear, .text) + ofDay(.lastDayOfMonth, .date)

  private static func ofDay(_ function: Builtin, _ result: ValueType) -> [Signature] {
    [ValueType.date, .dateTime].map { Signature(function, [.init("date", $0)], result) }
  }

  /// 10.3.4.11: p is a point, r a range.
  private static let ranges: [Signature] =
    allen(.before, "pp pr rp rr") + allen(.after, "pp pr rp rr") + allen(.meets, "rr")
    + allen(.metBy, "rr") + allen(.overlaps, "rr") + allen(.includes, "rp rr")
    + allen(.during, "pr rr") + allen(.starts, "pr rr") + allen(.startedBy, "rp rr")
    + allen(.finishes, "pr rr") + allen(.finishedBy, "rp rr") + allen(.coincides, "pp rr")

  private static func allen(_ function: Builtin, _ forms: String) -> [Signature] {
    forms.split(separator: " ").map { form in
      let isMixed = Set(form).count == 2
      let parameters = form.enumerated().map { place, kind in
        let number = isMixed ? "" : "\(place + 1)"
        return kind == "p"
          ? Signature.Parameter("point\(number)", .open)
          : Signature.Parameter("range\(number)", .range(.open))
      }
      return Signature(function, parameters, .exactly(.boolean), bound: .ordered)
    }
  }

  private static let ours: [Signature] = [
    Signature(.workdaysBetween, [.init("start", .date), .init("end", .date)], .integer),
    Signature(.addWorkdays, [.init("date", .date), .init("days", .integer)], .date),
    Signature(.isWorkday, [.init("date", .date)], .boolean),
    Signature(.dueDate, [.init("start", .date), .init("term", .text)], .date),
    Signature(.dueDate, [.init("start", .dateTime), .init("term", .text)], .date),
    Signature(.isKnown, [.init("fact", .open)], .exactly(.boolean)),
  ]
}

extension Signature {
  init(
    _ function: Builtin, _ parameters: [Parameter], _ result: Shape,
    bound: Bound = .anything, repeats: Bool = false, gathers: Bool = false
  ) {
    self.init(
      function: function, parameters: parameters, result: result, bound: bound,
      repeats: repeats, gathers: gathers)
  }

  init(_ function: Builtin, _ parameters: [Parameter], _ result: ValueType) {
    self.init(function, parameters, .exactly(result))
  }
}

extension Signature.Parameter {
  init(_ name: String, _ shape: Signature.Shape, isOptional: Bool = false) {
    self.init(name: name, shape: shape, isOptional: isOptional)
  }

  init(_ name: String, _ type: ValueType, isOptional: Bool = false) {
    self.init(name, .exactly(type), isOptional: isOptional)
  }
}
