import Model
import SourceText
import Syntax

// Functions.
extension Typing {
  mutating func typeCall(
    _ name: Located<String>, _ arguments: [ExpressionTree.Argument], _ span: Span,
    hint: ValueType?
  ) -> Expression? {
    if let reading = ClockReading(rawValue: name.value) {
      return clock(reading, arguments, span)
    }
    guard let signatures = BuiltinSignatures.byName[name.value] else {
      report(.unknownFunction(name))
      return nil
    }
    switch signatures.first?.function {
    case .isKnown: return isKnown(name, arguments, span, signatures)
    case .date, .dateAndTime, .duration:
      if let text = soleText(arguments) { return literalMoment(name.value, text, span) }
    default: break
    }
    return call(name, arguments, span, signatures)
  }

  private mutating func clock(
    _ reading: ClockReading, _ arguments: [ExpressionTree.Argument], _ span: Span
  ) -> Expression? {
    guard arguments.isEmpty else {
      report(.noArgumentsTaken(reading.rawValue, at: arguments[0].value.span))
      return nil
    }
    return Expression(.clock(reading), type: reading == .today ? .date : .dateTime, span: span)
  }

  /// `is known(fact)`: about the fact itself, whatever its type; of a decision or one of its
  /// outputs, whether it comes to something by now.
  private mutating func isKnown(
    _ name: Located<String>, _ arguments: [ExpressionTree.Argument], _ span: Span,
    _ signatures: [Signature]
  ) -> Expression? {
    guard arguments.count == 1 else {
      report(.wrongArguments(name, arguments.count, signatures, at: span, wording: wording))
      return nil
    }
    guard let fact = type(arguments[0].value) else { return nil }
    switch fact.kind {
    case .fact, .decision: break
    case .field(let whole, _) where whole.isDecision: break
    default:
      report(.notAFact(at: fact.span))
      return nil
    }
    return Expression(.call(.isKnown, [fact]), type: .boolean, span: span)
  }

  /// The text of a call with one text literal.
  private func soleText(_ arguments: [ExpressionTree.Argument]) -> Located<String>? {
    guard arguments.count == 1, case .text(let text) = arguments[0].value.kind,
      (arguments[0].name?.value ?? "from") == "from"
    else { return nil }
    return Located(text, at: arguments[0].value.span)
  }

  /// `date("2026-01-01")` and its like with the text written out: the value itself, checked here.
  private mutating func literalMoment(
    _ function: String, _ text: Located<String>, _ span: Span
  ) -> Expression? {
    let types: [ValueType] =
      switch function {
      case "date": [.date]
      case "date and time": [.dateTime]
      default: [.dayTimeDuration, .yearMonthDuration]
      }
    for type in types {
      if let value = moment(text.value, as: type, span) { return value }
    }
    report(.badMoment(text.value, wanted: types[0], at: text.span))
    return nil
  }
}

// Calls of functions in the table.
extension Typing {
  /// A call as one signature would take it: which parameter each argument is for.
  private struct Candidate {
    var signature: Signature
    var places: [Int]
  }

  private mutating func call(
    _ name: Located<String>, _ arguments: [ExpressionTree.Argument], _ span: Span,
    _ signatures: [Signature]
  ) -> Expression? {
    let names = arguments.map { $0.name?.value }
    guard areNamedAlike(names) else { return nil }
    let candidates = signatures.compactMap { signature in
      signature.places(names).map { Candidate(signature: signature, places: $0) }
    }
    guard !candidates.isEmpty else {
      report(.wrongArguments(name, arguments.count, signatures, at: span, wording: wording))
      return nil
    }
    let trees = arguments.map(\.value)
    guard let typed = typeSpeakers(trees, candidates) else { return nil }
    guard let (candidate, binding) = choose(candidates, typed) else {
      reportMisfit(name, candidates, typed)
      return nil
    }
    return complete(name, candidate, binding, trees, typed, span)
  }

  /// Whether all arguments have names, each another, or none has; anything else the reader reports.
  private func areNamedAlike(_ names: [String?]) -> Bool {
    let given = Set(names)
    return given.isSubset(of: [nil]) || !given.contains(nil) && given.count == names.count
  }

  /// Types the arguments that speak for themselves; nil in place of the others, nil for all if one
  /// is faulty.
  private mutating func typeSpeakers(
    _ trees: [ExpressionTree], _ candidates: [Candidate]
  ) -> [Expression?]? {
    var given: [Expression?] = []
    var isSound = true
    for (place, tree) in trees.enumerated() {
      let hint = commonHint(candidates, place)
      if hint == nil, needsHint(tree) {
        given.append(nil)
        continue
      }
      let argument = type(tree, hint: hint)
      isSound = isSound && argument != nil
      given.append(argument)
    }
    return isSound ? given : nil
  }

  /// The type that all signatures want in a place.
  private func commonHint(_ candidates: [Candidate], _ argument: Int) -> ValueType? {
    var common: ValueType?
    for candidate in candidates {
      let parameter = candidate.signature.parameter(candidate.places[argument])
      guard let type = candidate.signature.type(parameter.shape, Signature.Binding()),
        common == nil || common == type
      else { return nil }
      common = type
    }
    return common
  }

  /// The first signature that takes what is given. Number literals bend to the others.
  private func choose(
    _ candidates: [Candidate], _ given: [Expression?]
  ) -> (Candidate, Signature.Binding)? {
    for candidate in candidates {
      if let binding = bind(candidate, given).binding { return (candidate, binding) }
    }
    return nil
  }

  /// What the arguments make of a signature's T, or the argument that does not suit.
  private func bind(
    _ candidate: Candidate, _ given: [Expression?]
  ) -> (binding: Signature.Binding?, misfit: Int?) {
    let signature = candidate.signature
    var binding = Signature.Binding()
    let literalsLast =
      given.indices.filter { given[$0]?.bends != true }
      + given.indices.filter { given[$0]?.bends == true }
    for place in literalsLast {
      guard let argument = given[place] else { continue }
      let shape = signature.parameter(candidate.places[place]).shape
      let wanted = signature.type(shape, binding) ?? argument.type
      let type = relabelled(argument, as: wanted).type
      guard signature.accepts(type, as: shape, &binding),
        signature.allows(binding.type, isOrdered: isOrdered)
      else { return (nil, place) }
    }
    return (binding, nil)
  }

  /// Reports the argument that keeps the likeliest signature from fitting.
  private mutating func reportMisfit(
    _ name: Located<String>, _ candidates: [Candidate], _ given: [Expression?]
  ) {
    var best: (place: Int, candidate: Candidate)?
    for candidate in candidates {
      guard let place = bind(candidate, given).misfit else { continue }
      if best.map({ place > $0.place }) ?? true { best = (place, candidate) }
    }
    guard let best, let argument = given[best.place] else {
      preconditionFailure("a call that fits no signature has an argument that does not suit")
    }
    reportMisfit(name, argument, best.place, best.candidate)
  }

  private mutating func reportMisfit(
    _ name: Located<String>, _ argument: Expression, _ place: Int, _ candidate: Candidate
  ) {
    let signature = candidate.signature
    let parameter = signature.parameter(candidate.places[place])
    var binding = Signature.Binding()
    let isThere = signature.accepts(argument.type.unwrapped, as: parameter.shape, &binding)
    if argument.type.isOptional, isThere, argument.type != .null {
      report(.mayBeNull(argument, wording: wording))
    } else {
      report(.wrongArgument(name, argument, parameter, signature, wording: wording))
    }
  }

  /// The call with every argument: those that waited are typed by what T has come to.
  private mutating func complete(
    _ name: Located<String>, _ candidate: Candidate, _ settled: Signature.Binding,
    _ trees: [ExpressionTree], _ given: [Expression?], _ span: Span
  ) -> Expression? {
    let signature = candidate.signature
    var binding = settled
    var arguments: [Expression] = []
    for (place, tree) in trees.enumerated() {
      let parameter = signature.parameter(candidate.places[place])
      let wanted = signature.type(parameter.shape, binding)
      guard let argument = given[place] ?? type(tree, hint: wanted) else { continue }
      let bent = wanted.map { relabelled(argument, as: $0) } ?? argument
      guard signature.accepts(bent.type, as: parameter.shape, &binding),
        signature.allows(binding.type, isOrdered: isOrdered)
      else {
        reportMisfit(name, argument, place, candidate)
        continue
      }
      arguments.append(bent)
    }
    guard arguments.count == trees.count else { return nil }
    let byPosition = zip(candidate.places, arguments).sorted { $0.0 < $1.0 }.map(\.1)
    guard areSound(signature, byPosition), isSettled(name, candidate, binding, byPosition) else {
      return nil
    }
    return Expression(
      .call(signature.function, gathered(signature, byPosition, binding)),
      type: signature.resultType(binding), span: span)
  }

  /// Whether it is known what comes out: nothing can be made of nothing but empty lists.
  private mutating func isSettled(
    _ name: Located<String>, _ candidate: Candidate, _ binding: Signature.Binding,
    _ arguments: [Expression]
  ) -> Bool {
    guard candidate.signature.resultType(binding) == .nothing, let first = arguments.first else {
      return true
    }
    report(
      .wrongArgument(
        name, first, candidate.signature.parameter(0), candidate.signature, wording: wording))
    return false
  }

  /// `min(a, b)` as `min([a, b])`.
  private func gathered(
    _ signature: Signature, _ arguments: [Expression], _ binding: Signature.Binding
  ) -> [Expression] {
    guard signature.gathers, let first = arguments.first, let last = arguments.last else {
      return arguments
    }
    let element = binding.type ?? first.type
    let items = arguments.map { relabelled($0, as: element) }
    return [
      Expression(.list(items), type: .list(element), span: first.span.union(last.span))
    ]
  }

  /// What literals tell of a fault that would else show in a case.
  private mutating func areSound(_ signature: Signature, _ arguments: [Expression]) -> Bool {
    switch signature.function {
    case .modulo:
      guard case .number(let divisor)? = arguments.last?.constant, divisor.isZero else { break }
      report(.divisionByZero(at: arguments[1].span))
      return false
    case .dueDate:
      guard case .text(let term)? = arguments.last?.constant, Term(literal: term) == nil else {
        break
      }
      report(.badTerm(term, at: arguments[1].span))
      return false
    case .duration:
      report(.computedDuration(at: arguments[0].span))
      return false
    default: break
    }
    return true
  }
}

extension Expression {
  fileprivate var isDecision: Bool { if case .decision = kind { true } else { false } }
}
