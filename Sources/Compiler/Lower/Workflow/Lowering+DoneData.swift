import Model
import SourceText
import Syntax

// What a final state hands on with its parent's done event (SCXML 5.5).
extension Lowering {
  /// Types the data of all final states, and from them the fields of the done events. A field that
  /// only some of a state's final children give is null from the others.
  mutating func lowerDoneData() {
    for id in states.ids where states[id].kind == .compound {
      lowerDoneData(of: id, finals: states[id].children.filter { states[$0].kind == .final })
    }
  }

  private mutating func lowerDoneData(of parent: ID<State>, finals: [ID<State>]) {
    var fields: [Event.Field] = []
    var isFaulty = false
    for id in finals {
      scope.currentState = id
      for (name, tree) in stateTrees[id.index].doneData {
        guard let value = value(tree) else {
          isFaulty = true
          continue
        }
        states[id].doneData.append(NamedExpression(name: name.value, value: value))
        if !merge(name, value.type, into: &fields) { isFaulty = true }
      }
    }
    guard !isFaulty else {
      if let event = doneEvents[parent] { faultyPayloads.insert(event) }
      return
    }
    for id in finals { complete(id, &fields) }
    if let event = doneEvents[parent] { events[event].payload = fields }
  }

  /// Whether the field takes the type, alone or together with those it has.
  private mutating func merge(
    _ name: Located<String>, _ type: ValueType, into fields: inout [Event.Field]
  ) -> Bool {
    guard let place = fields.firstIndex(where: { $0.name == name.value }) else {
      fields.append(
        Event.Field(name: name.value, type: type, title: Bilingual(name.value), span: name.span))
      return true
    }
    guard let joined = fields[place].type.joined(type) else {
      diagnostics.report(.dataOfTwoTypes(name, fields[place].span))
      return false
    }
    fields[place].type = joined
    return true
  }

  /// Brings a final state's data into the order of the fields, with null for those it does not
  /// give.
  private mutating func complete(_ id: ID<State>, _ fields: inout [Event.Field]) {
    var ordered: [NamedExpression] = []
    for index in fields.indices {
      let name = fields[index].name
      if let own = states[id].doneData.first(where: { $0.name == name }) {
        ordered.append(own)
      } else {
        if !fields[index].type.isOptional { fields[index].type = .optional(fields[index].type) }
        let null = Expression(.constant(.null), type: .null, span: states[id].span)
        ordered.append(NamedExpression(name: name, value: null))
      }
    }
    states[id].doneData = ordered
  }

  /// A value where no type is declared: an expression, or a list or record of such.
  mutating func value(_ tree: ValueTree) -> Expression? {
    switch tree {
    case .scalar(let scalar), .computed(let scalar, _): return expression(scalar)
    case .list(let trees, let span):
      let items = trees.map { value($0) }
      let known = items.compactMap(\.self)
      var type: ValueType? = .nothing
      for item in known { type = type.flatMap { $0.joined(item.type) } }
      guard let type, known.count == items.count else { return nil }
      return Expression(.list(known), type: .list(type), span: span)
    case .record(let trees, let span):
      let items = trees.map { value($0.value) }
      let known = items.compactMap(\.self)
      guard known.count == items.count else { return nil }
      let fields = zip(trees, known).map { RecordType.Field(name: $0.name.value, type: $1.type) }
      return Expression(.record(known), type: .record(RecordType(fields: fields)), span: span)
    }
  }
}

extension Diagnostic {
  fileprivate static func dataOfTwoTypes(
    _ name: Located<String>, _ first: Span
  ) -> Diagnostic {
    Diagnostic(
      .dataOfTwoTypes,
      Bilingual(
        en: "`\(name.value)` gets a value of another type here", zh: "`\(name.value)` 在此得到另一类型的值"),
      at: name.span,
      labels: [Label(first, Bilingual(en: "first given here", zh: "最先在此给出"))],
      help: Bilingual(en: "give both one type, or the field another name", zh: "请统一类型，或另取字段名"))
  }
}
