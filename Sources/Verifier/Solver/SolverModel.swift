internal import Model
internal import SourceText

/// What a solver printed: whether there are such facts, the values it gives as an example, or what
/// excludes each other.
struct SolverModel {
  /// A value as SMT-LIB writes it.
  enum Printed: Hashable {
    case boolean(Bool)
    /// An exact ratio of whole numbers or decimals.
    case ratio(Number, Number)
  }

  /// Nil where it could not tell, or said what we do not understand.
  let isSatisfiable: Bool?
  /// Of named formulas those that exclude each other, by number; nil where it does not say.
  private(set) var core: [Int]?
  private var values: [String: Printed] = [:]

  init(_ text: String) {
    var tokens = Self.tokens(text)[...]
    switch tokens.popFirst() {
    case "sat": isSatisfiable = true
    case "unsat": isSatisfiable = false
    default: isSatisfiable = nil
    }
    guard tokens.popFirst() == "(" else { return }
    if isSatisfiable == false { core = Self.core(tokens) }
    guard isSatisfiable == true else { return }
    while tokens.popFirst() == "(", let name = tokens.popFirst() {
      guard let value = Self.value(&tokens), tokens.popFirst() == ")" else { return }
      values[name] = value
    }
  }

  private static func core(_ tokens: ArraySlice<String>) -> [Int]? {
    guard let end = tokens.firstIndex(of: ")") else { return nil }
    let names = tokens[..<end]
    let numbers = names.compactMap { $0.hasPrefix("c_") ? Int($0.dropFirst(2)) : nil }
    return numbers.count == names.count && !numbers.isEmpty ? numbers.sorted() : nil
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

  /// A whole number that the example gives under a name.
  func number(_ name: String) -> Int? {
    guard case .ratio(let number, .one)? = values[name] else { return nil }
    return Int(number.description)
  }

  /// What the facts are in the example, by fact: nil for unknown. Nil where one is no value of its
  /// type.
  ///
  /// - Parameter others: values for facts that the solver knows of only that they are known.
  func facts(
    of script: SolverScript, others: [ID<Fact>: Value] = [:]
  ) -> [ID<Fact>: Value?]? {
    guard isSatisfiable == true else { return nil }
    var found: [ID<Fact>: Value?] = [:]
    for (place, fact) in script.facts.enumerated() {
      guard values["k_\(place)"] != .boolean(false) else {
        found[fact.id] = .some(nil)
        continue
      }
      let type = script.program.facts[fact.id].type
      guard let value = value(of: fact.id, place, type, others), value.fits(type) else {
        return nil
      }
      found[fact.id] = .some(value)
    }
    return found
  }

  private func value(
    of fact: ID<Fact>, _ place: Int, _ type: ValueType, _ others: [ID<Fact>: Value]
  ) -> Value? {
    if values["e_\(place)"] == .boolean(true) { return .null }
    if let given = others[fact] { return given }
    if SolverScript.sort(of: type) == nil { return type.unwrapped.anyValue }
    return values["v_\(place)"].flatMap { Self.value($0, type.unwrapped) }
  }

  /// The facts of the example that are known there, in their order; nil where one is no value of
  /// its type.
  func stated(_ script: SolverScript) -> [StatedFact]? {
    guard let facts = facts(of: script) else { return nil }
    return script.program.facts.ids.compactMap { id in
      facts[id].flatMap { $0 }.map { StatedFact(fact: id, value: $0, span: nil) }
    }
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
