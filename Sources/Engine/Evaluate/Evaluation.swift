internal import Model
internal import SourceText

/// One reading of an expression: what it is read against, the bound names, and the decisions that
/// were derived on the way, each once.
struct Evaluation {
  let known: KnownCase
  /// By fact; nil is unknown.
  var facts: [Value?]
  /// By slot: the values of bound names.
  var locals: [Evaluated] = []
  var derived: [DerivedDecision] = []
  /// Set while the completions of an open decision are tried, so that trying does not nest.
  var isTryingCompletions = false
  /// Facts whose values are tried, not stated.
  var assumed: [ID<Fact>] = []
  /// How many rows and decisions were read so far.
  var effort = 0

  init(_ known: KnownCase) {
    self.known = known
    facts = known.facts
  }

  init(_ evaluator: Evaluator) {
    self.init(evaluator.known)
  }

  mutating func evaluate(_ expression: Expression) throws(Fault) -> Evaluated {
    switch expression.kind {
    case .constant(let value): return .known(value)
    case .fact(let fact): return read(fact)
    case .variable(let variable): return .known(known.variables[variable.index])
    case .local(let slot): return locals[slot]
    case .decision(let decision): return try result(of: decision, output: nil)
    case .payload(let field):
      return field < known.payload.count
        ? .known(known.payload[field]) : .unknown(Missing())
    case .clock(let reading): return .known(try moment(reading, at: expression.span))
    case .inState, .not, .and, .or, .compare, .membership, .some, .every:
      return Evaluated(try verdict(expression))
    case .negate(let operand):
      let value = try evaluate(operand)
      return try value.map { value throws(Fault) in
        try Arithmetic(known.program.offset, at: expression.span).negate(value)
      }
    case .arithmetic(let operation, let left, let right):
      let one = try evaluate(left)
      let other = try evaluate(right)
      return try one.combined(with: other) { left, right throws(Fault) in
        try Arithmetic(known.program.offset, at: expression.span).apply(operation, left, right)
      }
    case .conditional(let condition, let then, let otherwise):
      return try choose(condition, then, otherwise)
    case .forEach(let slot, let list, let yield):
      return try collect(slot: slot, list, yield)
    case .filter(let list, let slot, let condition):
      return try filter(list, slot: slot, condition)
    case .index(let list, let position): return try item(of: list, at: position)
    case .list(let items): return try gather(items).map(Value.list)
    case .record(let fields): return try gather(fields).map(Value.record)
    case .field(let record, let position): return try field(position, of: record)
    case .range(let low, let isLowIncluded, let high, let isHighIncluded):
      return try gather([low, high].compactMap(\.self)).map { bounds in
        .range(
          ValueRange(
            low: low == nil ? nil : bounds.first, isLowIncluded: isLowIncluded,
            high: high == nil ? nil : bounds.last, isHighIncluded: isHighIncluded))
      }
    case .call(let function, let arguments): return try call(function, arguments, expression)
    }
  }

  func read(_ fact: ID<Fact>) -> Evaluated {
    if let oracle = known.oracle, !assumed.contains(fact) {
      return oracle.value(of: fact).map(Evaluated.known) ?? .unknown(Missing([fact]))
    }
    return if let value = facts[fact.index] { .known(value) } else { .unknown(Missing([fact])) }
  }

  mutating func bind(_ value: Evaluated, to slot: Int) {
    while locals.count <= slot { locals.append(.known(.null)) }
    locals[slot] = value
  }

  private func moment(_ reading: ClockReading, at span: Span) throws(Fault) -> Value {
    let value: Value? =
      switch reading {
      case .now: known.now.map(Value.dateTime)
      case .today: known.today.map(Value.date)
      case .opened: known.opened.map(Value.dateTime)
      }
    guard let value else { throw Fault(.noClock, at: span) }
    return value
  }

  /// All values in order; unknown for want of all that any of them wants.
  mutating func gather(_ expressions: [Expression]) throws(Fault) -> Gathered {
    var values: [Value] = []
    values.reserveCapacity(expressions.count)
    var missing: Missing?
    for expression in expressions {
      switch try evaluate(expression) {
      case .known(let value): values.append(value)
      case .unknown(let more): missing = missing?.union(more) ?? more
      }
    }
    return missing.map(Gathered.unknown) ?? .known(values)
  }

  /// Field of a record. One written out on the spot may have other fields that are unknown, and a
  /// decision other outputs that are open.
  private mutating func field(
    _ position: Int, of record: Expression
  ) throws(Fault) -> Evaluated {
    if case .decision(let decision) = record.kind {
      return try result(of: decision, output: position)
    }
    if case .record(let fields) = record.kind {
      return try each(fields)[position]
    }
    switch try evaluate(record) {
    case .known(.record(let values)): return .known(values[position])
    case .known(let value):
      try value.requireNotNull(at: record.span)
      preconditionFailure("only records have fields")
    case .unknown(let missing): return .unknown(missing)
    }
  }
}

/// Several values, or what is missing to know them all.
enum Gathered {
  case known([Value])
  case unknown(Missing)

  func map(_ make: ([Value]) throws(Fault) -> Value) throws(Fault) -> Evaluated {
    switch self {
    case .known(let values): .known(try make(values))
    case .unknown(let missing): .unknown(missing)
    }
  }
}

extension Evaluated {
  init(_ verdict: Verdict) {
    switch verdict {
    case .holds: self = .known(.boolean(true))
    case .fails: self = .known(.boolean(false))
    case .unknown(let missing): self = .unknown(missing)
    }
  }

  /// What is missing; nothing if the value is known.
  var missing: Missing? {
    if case .unknown(let missing) = self { missing } else { nil }
  }

  func map(_ transform: (Value) throws(Fault) -> Value) throws(Fault) -> Evaluated {
    switch self {
    case .known(let value): .known(try transform(value))
    case .unknown: self
    }
  }

  /// Both values taken together; unknown for want of what either wants.
  func combined(
    with other: Evaluated, _ combine: (Value, Value) throws(Fault) -> Value
  ) throws(Fault) -> Evaluated {
    switch (self, other) {
    case (.known(let left), .known(let right)): .known(try combine(left, right))
    case (.unknown(let left), .unknown(let right)): .unknown(left.union(right))
    case (.unknown, _): self
    case (_, .unknown): other
    }
  }
}

extension Value {
  /// Null where a value is needed is what checking could not rule out.
  func requireNotNull(at span: Span) throws(Fault) {
    if case .null = self { throw Fault(.outOfBounds(Bilingual("null")), at: span) }
  }
}
