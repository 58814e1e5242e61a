internal import Model
internal import SourceText

/// A list element by element. A list that is written out on the spot is known by its parts: one
/// unknown element leaves the others standing.
enum Elements {
  case known([Value])
  case each([Evaluated])

  var count: Int {
    switch self {
    case .known(let values): values.count
    case .each(let values): values.count
    }
  }

  subscript(position: Int) -> Evaluated {
    switch self {
    case .known(let values): .known(values[position])
    case .each(let values): values[position]
    }
  }

  /// What is missing for any element.
  var missing: Missing {
    guard case .each(let values) = self else { return Missing() }
    return values.reduce(Missing()) { $0.union($1.missing ?? Missing()) }
  }
}

/// Elements, or what is missing to know even how many there are.
enum ElementsOrUnknown {
  case elements(Elements)
  case unknown(Missing)
}

// `some`, `every`, `for`, filters and positions.
extension Evaluation {
  mutating func elements(of list: Expression) throws(Fault) -> ElementsOrUnknown {
    if case .list(let items) = list.kind { return .elements(.each(try each(items))) }
    switch try evaluate(list) {
    case .known(.list(let values)): return .elements(.known(values))
    case .known(let value):
      try value.requireNotNull(at: list.span)
      preconditionFailure("only lists have elements")
    case .unknown(let missing): return .unknown(missing)
    }
  }

  mutating func each(_ expressions: [Expression]) throws(Fault) -> [Evaluated] {
    var values: [Evaluated] = []
    values.reserveCapacity(expressions.count)
    for expression in expressions { values.append(try evaluate(expression)) }
    return values
  }

  /// `some` is settled by a body that holds, `every` by one that fails; without one the quantifier
  /// comes to `rest`.
  mutating func quantify(
    slot: Int, _ list: Expression, _ body: Expression, settledBy settling: Verdict,
    else rest: Verdict
  ) throws(Fault) -> Verdict {
    let elements: Elements
    switch try self.elements(of: list) {
    case .elements(let known): elements = known
    case .unknown(let missing):
      // Of an element that may not even be there: only a body that never settles it tells anything.
      bind(.unknown(missing), to: slot)
      guard let verdict = try? verdict(body) else { return .unknown(missing) }
      if verdict == rest { return rest }
      return .unknown(missing.union(verdict.missing))
    }
    var missing: Missing?
    for position in 0..<elements.count {
      bind(elements[position], to: slot)
      let verdict: Verdict
      do { verdict = try self.verdict(body) } catch {
        // The fault counts only if nothing before it settles the matter.
        if let missing { return .unknown(missing) }
        throw error
      }
      if verdict == settling { return settling }
      if case .unknown(let more) = verdict { missing = missing?.union(more) ?? more }
    }
    return missing.map(Verdict.unknown) ?? rest
  }

  /// `for`: the body's value for each element.
  mutating func collect(
    slot: Int, _ list: Expression, _ body: Expression
  ) throws(Fault) -> Evaluated {
    let elements: Elements
    switch try self.elements(of: list) {
    case .elements(let known): elements = known
    case .unknown(let missing):
      bind(.unknown(missing), to: slot)
      return .unknown(missing.union((try? evaluate(body))?.missing ?? Missing()))
    }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    var missing: Missing?
    for position in 0..<elements.count {
      bind(elements[position], to: slot)
      switch try evaluate(body) {
      case .known(let value): values.append(value)
      case .unknown(let more): missing = missing?.union(more) ?? more
      }
    }
    return missing.map(Evaluated.unknown) ?? .known(.list(values))
  }

  /// `list[condition]`: the elements of which the condition holds.
  mutating func filter(
    _ list: Expression, slot: Int, _ condition: Expression
  ) throws(Fault) -> Evaluated {
    let elements: Elements
    switch try self.elements(of: list) {
    case .elements(let known): elements = known
    case .unknown(let missing):
      bind(.unknown(missing), to: slot)
      return .unknown(missing.union((try? verdict(condition))?.missing ?? Missing()))
    }
    var values: [Value] = []
    var missing: Missing?
    for position in 0..<elements.count {
      let element = elements[position]
      bind(element, to: slot)
      let verdict = try verdict(condition)
      if verdict == .fails { continue }
      let more = verdict.missing.union(element.missing ?? Missing())
      if case .known(let value) = element, verdict == .holds {
        values.append(value)
      } else {
        missing = missing?.union(more) ?? more
      }
    }
    return missing.map(Evaluated.unknown) ?? .known(.list(values))
  }

  /// `list[n]`: counted from 1, from the end if negative; null where there is none.
  mutating func item(
    of list: Expression, at position: Expression
  ) throws(Fault) -> Evaluated {
    let elements = try elements(of: list)
    let place = try evaluate(position)
    switch (elements, place) {
    case (.elements(let elements), .known(let value)):
      let index = try value.position(in: elements.count, at: position.span)
      return index.map { elements[$0] } ?? .known(.null)
    case (.elements(let elements), .unknown(let missing)):
      return .unknown(elements.missing.union(missing))
    case (.unknown(let missing), _):
      return .unknown(missing.union(place.missing ?? Missing()))
    }
  }
}

extension Value {
  /// Index of the element that a FEEL position names among `count`; nil beyond both ends and for 0.
  func position(in count: Int, at span: Span) throws(Fault) -> Int? {
    let position = try wholeNumber(at: span)
    let index = position > 0 ? position - 1 : count + position
    return position != 0 && index >= 0 && index < count ? index : nil
  }

  /// A number without a fraction.
  func wholeNumber(at span: Span) throws(Fault) -> Int {
    let number = try number(at: span)
    guard let whole = Int(exactly: number) else {
      throw Fault(.badArgument("\(number) is not a whole number in range"), at: span)
    }
    return whole
  }
}

extension Verdict {
  /// What is missing; nothing unless unknown.
  var missing: Missing {
    if case .unknown(let missing) = self { missing } else { Missing() }
  }
}
