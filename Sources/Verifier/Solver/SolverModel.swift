internal import Model
internal import SourceText

/// What a solver printed: whether there are such facts, and the values it gives as an example.
struct SolverModel {
  /// A value as SMT-LIB writes it.
  enum Printed: Hashable {
    case boolean(Bool)
    /// An exact ratio of whole numbers or decimals.
    case ratio(Number, Number)
  }

  /// Nil where it could not tell, or said what we do not understand.
  let isSatisfiable: Bool?
  private var values: [String: Printed] = [:]

  init(_ text: String) {
    var tokens = Self.tokens(text)[...]
    switch tokens.popFirst() {
    case "sat": isSatisfiable = true
    case "unsat": isSatisfiable = false
    default: isSatisfiable = nil
    }
    guard isSatisfiable == true, tokens.popFirst() == "(" else { return }
    while tokens.popFirst() == "(", let name = tokens.popFirst() {
      guard let value = Self.value(&tokens), tokens.popFirst() == ")" else { return }
      values[name] = value
    }
  }

  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    for character in text {
      guard character == "(" || character == ")" || character.isWhitespace else {
        word.append(character)
        continue
      }
      if !word.isEmpty { tokens.append(word) }
      word = ""
      if !character.isWhitespace { tokens.append(String(character)) }
    }
    return word.isEmpty ? tokens : tokens + [word]
  }

  private static func value(_ tokens: inout ArraySlice<String>) -> Printed? {
    switch tokens.popFirst() {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "(":
      let sign = tokens.popFirst()
      guard case .ratio(let above, let below)? = value(&tokens) else { return nil }
      if sign == "-", tokens.popFirst() == ")" { return .ratio(-above, below) }
      guard sign == "/", case .ratio(let divisor, .one)? = value(&tokens), below == .one,
        tokens.popFirst() == ")"
      else { return nil }
      return .ratio(above, divisor)
    case let text?: return Number(literal: text).map { .ratio($0, .one) }
    case nil: return nil
    }
  }

  /// The facts of the example that are known there; nil where one is no value of its type.
  func stated(_ facts: [ID<Fact>], _ program: Program) -> [StatedFact]? {
    guard isSatisfiable == true else { return nil }
    var stated: [StatedFact] = []
    for (place, fact) in facts.enumerated() {
      guard values["k_\(place)"] != .boolean(false) else { continue }
      guard let printed = values["v_\(place)"],
        let value = Self.value(printed, program.facts[fact].type),
        value.fits(program.facts[fact].type)
      else { return nil }
      stated.append(StatedFact(fact: fact, value: value, span: nil))
    }
    return stated
  }

  private static func value(_ printed: Printed, _ type: ValueType) -> Value? {
    switch printed {
    case .boolean(let value): return .boolean(value)
    case .ratio(let above, let below):
      guard let number = try? above / below else { return nil }
      switch type {
      case .number, .integer, .money: return .number(number)
      case .enumeration(let type): return Int(number.description).map { .word(type, $0) }
      case .date:
        return Int(number.description).flatMap { CalendarDate(daysSinceEpoch: $0) }.map(Value.date)
      case .dayTimeDuration:
        return Int64(number.description).map {
          .dayTimeDuration(DayTimeDuration(milliseconds: $0))
        }
      default: return nil
      }
    }
  }
}
