import Model
import SourceText
import Syntax

// What a name or a path stands for: a bound name, a fact, a variable, a decision, a field of one of
// these, what came with the event, or a word of an enumeration.
extension Typing {
  mutating func typeName(
    _ parts: [Located<String>], _ span: Span, hint: ValueType?
  ) -> Expression? {
    guard let first = parts.first else { preconditionFailure("a path has parts") }
    if parts.count == 1, let word = wordWanted(first, hint: hint) { return word }
    if parts.count == 2, let word = qualifiedWord(parts, span) { return word }
    if let entry = locals.last(where: { $0.name == first.value }), !entry.isElement {
      return writtenOut(entry, at: first).flatMap { fields(parts.dropFirst(), of: $0) }
    }
    if let local = local(first) { return fields(parts.dropFirst(), of: local) }
    if first.value == "event", parts.count > 1 { return payloadField(parts) }
    guard scope.entries[first.value] != nil else { return unresolved(parts, span, hint: hint) }
    return entry(first).flatMap { fields(parts.dropFirst(), of: $0) }
  }

  /// Whether a name stands for a value here; else it may be a word of some enumeration.
  func isBound(_ name: String) -> Bool {
    locals.contains { $0.name == name } || itemField(name) != nil || scope.entries[name] != nil
  }

  func typePlaceholder(_ span: Span) -> Expression? {
    // The reader reports a `?` where no value is under test.
    guard let placeholder else { return nil }
    return narrowed(
      Expression(.local(placeholder.slot), type: placeholder.type, span: span))
  }

  mutating func typeInState(_ path: [Located<String>], _ span: Span) -> Expression? {
    guard let first = path.first, let last = path.last else {
      preconditionFailure("a path has parts")
    }
    guard let state = state(path, first.span.union(last.span)) else { return nil }
    return Expression(.inState(state), type: .boolean, span: span)
  }

  private mutating func state(_ path: [Located<String>], _ span: Span) -> ID<State>? {
    let names = path.map(\.value)
    switch scope.states.resolve(names, from: scope.currentState) {
    case .state(let state): return state
    case .ambiguous(let paths): report(.ambiguousState(names, paths, at: span))
    case .unknown: report(.unknownState(names, among: scope.states, at: span))
    }
    return nil
  }
}

// Names that stand for values.
extension Typing {
  private func local(_ name: Located<String>) -> Expression? {
    if let local = locals.last(where: { $0.name == name.value }), let kind = local.kind {
      return narrowed(Expression(kind, type: local.type, span: name.span))
    }
    guard let (item, index, type) = itemField(name.value) else { return nil }
    let base = Expression(item.kind, type: item.type, span: name.span)
    return narrowed(Expression(.field(base, index), type: type, span: name.span))
  }

  /// Inside a filter the fields of `item` have their own names too (FEEL).
  private func itemField(
    _ name: String
  ) -> (item: (kind: Expression.Kind, type: ValueType), index: Int, type: ValueType)? {
    for local in locals.reversed() where local.name == "item" && local.isElement {
      guard let kind = local.kind, case .record(let record) = local.type,
        let index = record.index(of: name)
      else { continue }
      return ((kind, local.type), index, record.fields[index].type)
    }
    return nil
  }

  private func entry(_ name: Located<String>) -> Expression? {
    guard let entry = scope.entries[name.value]?.first, let type = entry.type else { return nil }
    let kind: Expression.Kind =
      switch entry.meaning {
      case .fact(let id): .fact(id)
      case .variable(let id): .variable(id)
      case .decision(let id): .decision(id)
      }
    return narrowed(Expression(kind, type: type.withoutFormats, span: name.span))
  }

  private mutating func payloadField(_ parts: [Located<String>]) -> Expression? {
    let name = parts[1]
    guard let payload = scope.payload, let field = payload.field(name.value) else {
      report(.noPayload(name, scope.payload))
      return nil
    }
    let span = parts[0].span.union(name.span)
    let base = Expression(
      .payload(field.index), type: field.type.withoutFormats, span: span)
    return fields(parts.dropFirst(2), of: narrowed(base))
  }

  private mutating func fields(
    _ names: ArraySlice<Located<String>>, of base: Expression
  ) -> Expression? {
    var result: Expression? = base
    for name in names {
      result = result.flatMap { field(name, of: $0, span: base.span.union(name.span)) }
    }
    return result
  }

  /// The same without null in its type, where null is ruled out.
  func narrowed(_ expression: Expression) -> Expression {
    guard !notNull.isEmpty, case .optional(let type) = expression.type,
      let path = ValuePath(expression), notNull.contains(path)
    else { return expression }
    return Expression(expression.kind, type: type, span: expression.span)
  }
}

// Words of enumerations.
extension Typing {
  /// The word of the enumeration that the place wants. A name in scope that could be meant as well
  /// is an error.
  private mutating func wordWanted(
    _ name: Located<String>, hint: ValueType?
  ) -> Expression? {
    guard case .enumeration(let enumeration)? = hint?.unwrapped,
      let index = scope.index(of: name.value, in: enumeration)
    else { return nil }
    let wanted = ValueType.enumeration(enumeration)
    let isLocal = locals.contains { $0.name == name.value && $0.type.isLike(wanted) }
    let rivals = (scope.entries[name.value] ?? []).filter { $0.type?.isLike(wanted) ?? false }
    if isLocal || !rivals.isEmpty {
      report(.wordOrName(name, rivals, type: scope.enumerations[enumeration]))
    }
    return word(enumeration, index, name.span)
  }

  /// `类型.词`: a word by its type's name.
  private mutating func qualifiedWord(_ parts: [Located<String>], _ span: Span) -> Expression? {
    guard let enumeration = scope.types[parts[0].value],
      let index = scope.index(of: parts[1].value, in: enumeration)
    else { return nil }
    for entry in scope.entries[parts[0].value] ?? [] {
      guard case .record(let record)? = entry.type, record.index(of: parts[1].value) != nil else {
        continue
      }
      report(.ambiguous(parts[0], [entry]))
    }
    return word(enumeration, index, span)
  }

  /// A name that stands for nothing in scope: the word of the one enumeration that has it, or a
  /// fault.
  private mutating func unresolved(
    _ parts: [Located<String>], _ span: Span, hint: ValueType?
  ) -> Expression? {
    let name = parts[0]
    if parts.count > 1 {
      if let enumeration = scope.types[name.value] {
        reportUnknown(parts[1], of: enumeration)
      } else {
        report(.unknownName(name, hint: hint, path: parts, in: self))
      }
      return nil
    }
    if case .enumeration(let enumeration)? = hint?.unwrapped {
      reportUnknown(name, of: enumeration)
      return nil
    }
    let words = scope.words[name.value] ?? []
    if words.count == 1, hint?.unwrapped != .text {
      return word(words[0].enumeration, words[0].index, span)
    }
    if words.count > 1, hint == nil {
      report(.wordOfSeveral(name, words.map { scope.enumerations[$0.enumeration].name }))
    } else {
      report(.unknownName(name, hint: hint, path: parts, in: self))
    }
    return nil
  }

  private func word(_ enumeration: ID<Enumeration>, _ index: Int, _ span: Span) -> Expression {
    Expression(
      .constant(.word(enumeration, index)), type: .enumeration(enumeration), span: span)
  }
}
