internal import Model

/// One value for each constant, each stretch between two neighbours, and the two ends.
struct Stretches {
  let constants: [Value]
  let type: ValueType
  let isOrderRead: Bool

  init(_ constants: [Value], type: ValueType, isOrderRead: Bool) {
    self.constants = constants.filter { $0 != .null }
    self.type = type
    self.isOrderRead = isOrderRead
  }

  /// Nil for types without such stretches.
  var values: [Value]? {
    switch type {
    case .number, .money: numbers(constants.compactMap { $0.asNumber }.sorted())
    case .integer: integers
    case .text: isOrderRead ? nil : texts(besides: { $0.joined() + "?" })
    case .formatted(let format): isOrderRead ? nil : texts(besides: format.example)
    case .date:
      neighbours(of: .date(CalendarDate.min)) { value, step in
        if case .date(let date) = value { date.adding(days: step).map(Value.date) } else { nil }
      }
    case .dateTime:
      neighbours(of: .dateTime(DateTime.min)) { value, step in
        guard case .dateTime(let moment) = value else { return nil }
        return DateTime(milliseconds: moment.milliseconds + Int64(step)).map(Value.dateTime)
      }
    case .dayTimeDuration:
      neighbours(of: .dayTimeDuration(.zero)) { value, step in
        guard case .dayTimeDuration(let duration) = value else { return nil }
        let more = DayTimeDuration(milliseconds: Int64(step))
        return duration.adding(more).map(Value.dayTimeDuration)
      }
    case .yearMonthDuration:
      neighbours(of: .yearMonthDuration(.zero)) { value, step in
        guard case .yearMonthDuration(let duration) = value else { return nil }
        let more = YearMonthDuration(months: step)
        return duration.adding(more).map(Value.yearMonthDuration)
      }
    default: nil
    }
  }

  /// Each constant with the value just before and just after it.
  private func neighbours(of example: Value, _ moved: (Value, Int) -> Value?) -> [Value] {
    let constants = constants.isEmpty ? [example] : constants
    return distinct(
      constants.flatMap { constant in [-1, 0, 1].compactMap { moved(constant, $0) } })
  }

  private var integers: [Value]? {
    let numbers = constants.isEmpty ? [.zero] : constants.compactMap { $0.asNumber }
    var values: [Value] = []
    for number in numbers {
      for step in [-1, 0, 1] {
        guard let value = try? number.rounded(.floor) + Number(step) else { return nil }
        values.append(.number(value))
      }
    }
    return distinct(values)
  }

  private func numbers(_ sorted: [Number]) -> [Value]? {
    guard let first = sorted.first, let last = sorted.last else { return [.number(.zero)] }
    guard let below = try? first - .one, let above = try? last + .one else { return nil }
    var values = [below]
    for (number, next) in zip(sorted, sorted.dropFirst()) {
      guard let sum = try? number + next, let middle = try? sum / 2 else { return nil }
      values += [number, middle]
    }
    return distinct((values + [last, above]).map(Value.number))
  }

  /// Each constant that may be stated, and one text other than these.
  private func texts(besides other: ([String]) -> String) -> [Value] {
    let texts = constants.compactMap { constant in
      if case .text(let text) = constant { text } else { nil }
    }
    return distinct(constants.filter { $0.fits(type) } + [.text(other(texts))])
  }

  private func distinct(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}

extension Value {
  fileprivate var asNumber: Number? {
    if case .number(let number) = self { number } else { nil }
  }
}
