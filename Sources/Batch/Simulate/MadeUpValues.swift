internal import Model
internal import SourceText

/// Values that people might state, as a profile says or else any that fit.
struct MadeUpValues {
  let program: Program
  let profile: SimulationProfile

  /// Nil where the profile's answer does not fit, or none can be made up.
  func value(
    of fact: Fact, at moment: DateTime, _ random: inout CaseRandom
  ) -> Value? {
    guard let value = value(named: fact.name, fact.type, at: moment, &random) else { return nil }
    if let minimum = fact.minimum, case .number(let low) = minimum, case .number(let own) = value,
      own < low
    {
      return minimum
    }
    if let maximum = fact.maximum, case .number(let high) = maximum, case .number(let own) = value,
      own > high
    {
      return maximum
    }
    return value
  }

  /// - Parameter name: a fact's, `FACT.FIELD` of its records, or `EVENT.FIELD`.
  func value(
    named name: String, _ type: ValueType, at moment: DateTime, _ random: inout CaseRandom
  ) -> Value? {
    switch profile.answers[name] {
    case .weights(let list):
      guard let place = random.pick(list.map { profile.amount($0.weight) }) else { return nil }
      return value(list[place].text, type)
    case .between(let low, let high):
      return Number(Int128(random.between(low, high)), exponent: 0).map(Value.number)
    case nil: return any(type, named: name, at: moment, &random)
    }
  }

  private func value(_ text: String, _ type: ValueType) -> Value? {
    if text == "null" { return type.isOptional ? .null : nil }
    switch type.unwrapped {
    case .boolean: return text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .enumeration(let id): return program.enumerations[id].index(of: text).map { .word(id, $0) }
    case .text: return .text(text)
    case .formatted(let format): return format.fault(in: text) == nil ? .text(text) : nil
    case .number, .money, .integer:
      return Int(text).flatMap { Number(Int128($0), exponent: 0) }.map(Value.number)
    default: return nil
    }
  }

  /// Any value of a type. Truth values are mostly false: most questions ask for what is rare.
  private func any(
    _ type: ValueType, named name: String, at moment: DateTime, _ random: inout CaseRandom
  ) -> Value? {
    switch type.unwrapped {
    case .boolean: return .boolean(random.below(10) == 0)
    case .integer: return Number(Int128(1 + random.below(60)), exponent: 0).map(Value.number)
    case .number, .money:
      return Number(Int128(random.between(100, 100_000)), exponent: 0).map(Value.number)
    case .text: return .text("某\(random.below(1000))")
    case .formatted(let format): return .text(format.example(random.below(1_000_000)))
    case .date: return .date(moment.date(in: program.offset))
    case .dateTime: return .dateTime(moment)
    case .dayTimeDuration:
      return DayTimeDuration(hours: 1 + random.below(48)).map {
        .dayTimeDuration($0)
      }
    case .enumeration(let id):
      return .word(id, random.below(program.enumerations[id].words.count))
    case .list(let element):
      return any(element, named: name, at: moment, &random).map { .list([$0]) }
    case .record(let record):
      var fields: [Value] = []
      for field in record.fields {
        let path = "\(name).\(field.name)"
        guard let value = value(named: path, field.type, at: moment, &random) else {
          return nil
        }
        fields.append(value)
      }
      return .record(fields)
    default: return type.isOptional ? .null : nil
    }
  }
}
