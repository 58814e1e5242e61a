internal import Model
internal import SourceText

// Sums, differences, products and quotients.
extension SolverScript {
  mutating func negated(_ operand: Expression) throws(Opaque) -> Term {
    guard operand.type.unwrapped.isNumeric || operand.type.unwrapped == .dayTimeDuration else {
      throw Opaque()
    }
    let term = term(operand)
    return worked(out: "(- \(term.value))", of: [term], bound: term.bound)
  }

  mutating func arithmetic(
    _ sign: ArithmeticOperator, _ left: Expression, _ right: Expression
  ) throws(Opaque) -> Term {
    guard sign != .power, isExpressible(left) else { throw Opaque() }
    if left.type.unwrapped == .date, sign == .add || sign == .subtract,
      case .yearMonthDuration(let length)? = constants.value(of: right)
    {
      guard let months = sign == .add ? length : length.negated else { throw Opaque() }
      return try date(term(left), plus: months)
    }
    guard isExpressible(right) else { throw Opaque() }
    let kinds = (left.type.unwrapped, right.type.unwrapped)
    if kinds.0.isNumeric, kinds.1.isNumeric { return numbers(sign, term(left), term(right)) }
    guard sign == .add || sign == .subtract else { throw Opaque() }
    let (one, other) = (term(left), term(right))
    switch kinds {
    case (.date, .date) where sign == .subtract:
      return worked(out: "(* \(Self.day).0 (- \(one.value) \(other.value)))", of: [one, other])
    case (.date, .dayTimeDuration): return date(one, plus: other, isBack: sign == .subtract)
    case (.dayTimeDuration, .date) where sign == .add: return date(other, plus: one)
    case (.dayTimeDuration, .dayTimeDuration):
      let sum = named("(\(sign.rawValue) \(one.value) \(other.value))", "Real")
      let (low, high) = (Self.literal(String(Int64.min)), Self.literal(String(Int64.max)))
      return worked(out: sum, of: [one, other], fault: "(not (<= \(low) \(sum) \(high)))")
    default: throw Opaque()
    }
  }

  private mutating func numbers(
    _ sign: ArithmeticOperator, _ one: Term, _ other: Term
  ) -> Term {
    if sign == .divide {
      let isZero = named("(= \(other.value) 0.0)", "Bool")
      let exact = named("(ite \(isZero) 0.0 (/ \(one.value) \(other.value)))", "Real")
      return worked(out: isExact ? exact : rounded(exact), of: [one, other], fault: isZero)
    }
    let isEven = sign == .add || sign == .multiply
    let parts = isEven ? [one.value, other.value].sorted() : [one.value, other.value]
    let exact = named("(\(sign.rawValue) \(parts[0]) \(parts[1]))", "Real")
    if let bound = Self.bound(sign, one.bound, other.bound) {
      return worked(out: exact, of: [one, other], bound: bound)
    }
    if isExact { return worked(out: exact, of: [one, other]) }
    let rounded = rounded(exact)
    if sign != .multiply { write(Self.order(sign, one.value, other.value, rounded)) }
    return worked(out: rounded, of: [one, other])
  }

  /// How far from zero the result lies at most; nil where it may have to be rounded.
  private static func bound(_ sign: ArithmeticOperator, _ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    let (bound, isTooLarge) =
      sign == .multiply
      ? left.multipliedReportingOverflow(by: right) : left.addingReportingOverflow(right)
    return isTooLarge ? nil : bound
  }

  /// A number that an exact one may be rounded to: decimals have 34 digits, so that it is within a
  /// part in 10^33 of it.
  private mutating func rounded(_ exact: String) -> String {
    once("rounded \(exact)") { script in
      let name = script.declared("r", "Real")
      let size = script.named("(ite (>= \(exact) 0.0) \(exact) (- \(exact)))", "Real")
      let slack = "(/ \(size) 1\(String(repeating: "0", count: 33)).0)"
      script.write(["(assert (<= (- \(exact) \(slack)) \(name) (+ \(exact) \(slack))))"])
      return name
    }
  }

  /// What rounding leaves in order: a sum is on the same side of each of its parts.
  private static func order(
    _ sign: ArithmeticOperator, _ one: String, _ other: String, _ result: String
  ) -> [String] {
    let (up, down) = sign == .add ? (">=", "<=") : ("<=", ">=")
    let lines = [
      "(assert (=> (>= \(other) 0.0) (\(up) \(result) \(one))))",
      "(assert (=> (<= \(other) 0.0) (\(down) \(result) \(one))))",
    ]
    if sign == .add {
      return lines + [
        "(assert (=> (>= \(one) 0.0) (>= \(result) \(other))))",
        "(assert (=> (<= \(one) 0.0) (<= \(result) \(other))))",
      ]
    }
    return lines + [
      "(assert (=> (>= \(one) \(other)) (>= \(result) 0.0)))",
      "(assert (=> (<= \(one) \(other)) (<= \(result) 0.0)))",
    ]
  }
}

// Days.
extension SolverScript {
  /// FEEL drops the hours that do not make a whole day, downwards.
  private mutating func date(_ date: Term, plus length: Term, isBack: Bool = false) -> Term {
    let milliseconds = isBack ? "(- \(length.value))" : length.value
    let days = "(to_real (to_int (/ \(milliseconds) \(Self.day).0)))"
    let sum = named("(+ \(date.value) \(days))", "Real")
    return worked(out: sum, of: [date, length], fault: Self.isBeyondCalendar(sum))
  }

  /// Months are as long as the calendar has them: any length between the shortest and the longest
  /// that so many of them come to.
  private mutating func date(
    _ date: Term, plus length: YearMonthDuration
  ) throws(Opaque) -> Term {
    guard let days = length.days else { throw Opaque() }
    let (low, high) = (Self.literal(String(days.lowerBound)), Self.literal(String(days.upperBound)))
    let sum = once("\(date.value) plus \(length.months) months") { script in
      let sum = script.declared("r", "Int")
      script.write(["(assert (<= \(low) (- (to_real \(sum)) \(date.value)) \(high)))"])
      return sum
    }
    let real = "(to_real \(sum))"
    return worked(out: real, of: [date], fault: Self.isBeyondCalendar(real))
  }

  private static func isBeyondCalendar(_ day: String) -> String {
    let (low, high) = (CalendarDate.min.daysSinceEpoch, CalendarDate.max.daysSinceEpoch)
    return "(not (<= \(literal(String(low))) \(day) \(literal(String(high)))))"
  }
}

extension YearMonthDuration {
  /// How many days it comes to at least and at most, wherever it begins: the calendar repeats
  /// itself after 400 years. Nil where it is longer than a thousand years.
  var days: ClosedRange<Int>? {
    guard abs(months) <= 12_000 else { return nil }
    var (least, most) = (Int.max, Int.min)
    for year in 2000..<2400 {
      for month in 1...12 {
        guard let first = CalendarDate(year: year, month: month, day: 1),
          let last = first.adding(months: 1)?.adding(days: -1)
        else { return nil }
        for day in [first, last] {
          guard let end = day.adding(months: months) else { return nil }
          least = min(least, day.days(to: end))
          most = max(most, day.days(to: end))
        }
      }
    }
    return least...most
  }
}
