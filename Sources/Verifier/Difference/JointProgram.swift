internal import Model
internal import SourceText

/// Two versions of a rulebook under one roof: the old one, and what only the new one has besides.
/// What has one name is one thing.
struct JointProgram {
  let old: Program
  let new: Program
  /// The old program's ids hold in it.
  private(set) var program: Program
  /// Words that one version alone has, by the ids of the joint program.
  private(set) var foreign: [ID<Enumeration>: Set<Int>] = [:]
  /// By the new program's ids: the joint ones.
  private var enumerations: [Int: Int] = [:]
  private var words: [Int: [Int]] = [:]
  private var facts: [Int] = []
  private var variables: [Int] = []
  private var decisions: [Int] = []
  private var states: [Int] = []
  /// Joint enumerations whose words are in another order.
  private var reordered: Set<Int> = []
  /// Joint facts and the like that have another type.
  private var retypedFacts: Set<Int> = []
  private var retypedVariables: Set<Int> = []
  private var retypedDecisions: Set<Int> = []

  init(_ old: Program, _ new: Program) {
    self.old = old
    self.new = new
    program = old
    joinEnumerations()
    joinNames()
    joinStates()
    for id in new.decisions.ids where decisions[id.index] >= old.decisions.count {
      program.decisions[ID(decisions[id.index])].logic = logic(new.decisions[id].logic)
    }
  }

  private mutating func joinEnumerations() {
    for (one, other) in pairs(old.facts.elements, new.facts.elements, name: \.name) {
      pair(one.type, other.type)
    }
    for (one, other) in pairs(old.variables.elements, new.variables.elements, name: \.name) {
      pair(one.type, other.type)
    }
    for (one, other) in pairs(old.decisions.elements, new.decisions.elements, name: \.name) {
      pair(one.type, other.type)
    }
    for id in new.enumerations.ids where enumerations[id.index] == nil {
      let own = new.enumerations[id]
      let known = old.enumerations.ids.first {
        !own.name.isEmpty && old.enumerations[$0].name == own.name
      }
      if let known { join(known, id) } else { add(id) }
    }
  }

  private func pairs<Thing>(
    _ old: [Thing], _ new: [Thing], name: (Thing) -> String
  ) -> [(Thing, Thing)] {
    let known = Dictionary(old.map { (name($0), $0) }) { first, _ in first }
    return new.compactMap { other in known[name(other)].map { ($0, other) } }
  }

  private mutating func pair(_ one: ValueType, _ other: ValueType) {
    switch (one.unwrapped, other.unwrapped) {
    case (.enumeration(let one), .enumeration(let other)):
      if old.enumerations[one].name == new.enumerations[other].name { join(one, other) }
    case (.list(let one), .list(let other)): pair(one, other)
    case (.record(let one), .record(let other)):
      for (one, other) in pairs(one.fields, other.fields, name: \.name) {
        pair(one.type, other.type)
      }
    default: break
    }
  }

  private mutating func join(_ one: ID<Enumeration>, _ other: ID<Enumeration>) {
    guard enumerations[other.index] == nil else { return }
    enumerations[other.index] = one.index
    var own = program.enumerations[one].words
    let added = new.enumerations[other].words.filter { word in
      !own.contains { $0.name == word.name }
    }
    own += added
    program.enumerations[one].words = own
    let places = new.enumerations[other].words.map { word in
      own.firstIndex { $0.name == word.name } ?? 0
    }
    words[other.index] = places
    let isOrdered = old.enumerations[one].isOrdered || new.enumerations[other].isOrdered
    let isMoved = places != places.sorted()
    if isOrdered, isMoved || old.enumerations[one].isOrdered != new.enumerations[other].isOrdered {
      reordered.insert(one.index)
    }
    let count = old.enumerations[one].words.count
    foreign[one] = Set(own.indices.filter { $0 >= count || !places.contains($0) })
  }

  private mutating func add(_ id: ID<Enumeration>) {
    enumerations[id.index] = program.enumerations.add(new.enumerations[id]).index
    words[id.index] = Array(new.enumerations[id].words.indices)
  }

  private mutating func joinNames() {
    for fact in new.facts.elements {
      var own = fact
      own.type = type(fact.type)
      (own.minimum, own.maximum) = (fact.minimum.map(value), fact.maximum.map(value))
      guard let known = old.facts.elements.firstIndex(where: { $0.name == fact.name }) else {
        facts.append(program.facts.add(own).index)
        continue
      }
      facts.append(known)
      let oldType = old.facts.elements[known].type
      if oldType.withoutFormats != own.type.withoutFormats {
        retypedFacts.insert(known)
      } else if oldType != own.type {
        program.facts[ID(known)].type = oldType.withoutFormats
      }
      // A value that either version allows is looked at.
      let before = program.facts[ID(known)]
      if before.minimum != own.minimum { program.facts[ID(known)].minimum = nil }
      if before.maximum != own.maximum { program.facts[ID(known)].maximum = nil }
    }
    for variable in new.variables.elements {
      var own = variable
      (own.type, own.start) = (type(variable.type), value(variable.start))
      let known = old.variables.elements.firstIndex { $0.name == variable.name }
      variables.append(known ?? program.variables.add(own).index)
      if let known, old.variables.elements[known].type != own.type {
        retypedVariables.insert(known)
      }
    }
    for decision in new.decisions.elements {
      var own = decision
      own.type = type(decision.type)
      let known = old.decisions.elements.firstIndex { $0.name == decision.name }
      decisions.append(known ?? program.decisions.add(own).index)
      if let known, old.decisions.elements[known].type != own.type {
        retypedDecisions.insert(known)
      }
    }
  }

  private mutating func joinStates() {
    guard let chart = new.chart else { return }
    let known = old.chart?.states.elements ?? []
    if program.chart == nil {
      program.chart = Statechart(
        states: Arena(), transitions: Arena(), delayed: Arena(), ignoresUnhandledEvents: false)
    }
    for state in chart.states.elements {
      let place = known.firstIndex { $0.path == state.path }
      states.append(place ?? program.chart?.states.add(state).index ?? 0)
    }
  }
}

// What the new program says, in the joint program's ids.
extension JointProgram {
  func type(_ type: ValueType) -> ValueType {
    switch type {
    case .enumeration(let id): .enumeration(ID(enumerations[id.index] ?? id.index))
    case .list(let element): .list(self.type(element))
    case .range(let element): .range(self.type(element))
    case .optional(let wrapped): .optional(self.type(wrapped))
    case .record(let record):
      .record(
        RecordType(fields: record.fields.map { .init(name: $0.name, type: self.type($0.type)) }))
    default: type
    }
  }

  func value(_ value: Value) -> Value {
    switch value {
    case .word(let id, let word):
      .word(ID(enumerations[id.index] ?? id.index), words[id.index]?[word] ?? word)
    case .list(let values): .list(values.map(self.value))
    case .record(let values): .record(values.map(self.value))
    case .range(let range):
      .range(
        ValueRange(
          low: range.low.map(self.value), isLowIncluded: range.isLowIncluded,
          high: range.high.map(self.value), isHighIncluded: range.isHighIncluded))
    default: value
    }
  }

  func expression(_ expression: Expression) -> Expression {
    expression.rebuilt { part in
      let kind: Expression.Kind =
        switch part.kind {
        case .constant(let value): .constant(self.value(value))
        case .fact(let id): .fact(ID(facts[id.index]))
        case .variable(let id): .variable(ID(variables[id.index]))
        case .decision(let id): .decision(ID(decisions[id.index]))
        case .inState(let id): .inState(ID(states[id.index]))
        default: part.kind
        }
      return Expression(kind, type: type(part.type), span: part.span)
    }
  }

  func logic(_ logic: Decision.Logic) -> Decision.Logic {
    switch logic {
    case .expression(let expression): return .expression(self.expression(expression))
    case .table(var table):
      for place in table.inputs.indices {
        table.inputs[place].expression = expression(table.inputs[place].expression)
      }
      for place in table.outputs.indices {
        table.outputs[place].type = type(table.outputs[place].type)
        table.outputs[place].priorities = table.outputs[place].priorities.map(value)
      }
      for row in table.rows.indices {
        for cell in table.rows[row].cells.indices {
          table.rows[row].cells[cell].tests = table.rows[row].cells[cell].tests.map(test)
        }
        table.rows[row].condition = table.rows[row].condition.map(expression)
        table.rows[row].results = table.rows[row].results.map(expression)
      }
      table.otherwise = table.otherwise?.map(expression)
      return .table(table)
    }
  }

  private func test(_ test: UnaryTest) -> UnaryTest {
    switch test {
    case .any: .any
    case .compare(let sign, let part): .compare(sign, expression(part))
    case .within(let part): .within(expression(part))
    case .condition(let part): .condition(expression(part))
    case .not(let tests): .not(tests.map(self.test))
    }
  }

  /// Joint facts as the new program has them; nil if one has a value it does not know.
  func factsOfNew(_ known: [Value?]) -> [Value?]? {
    var own: [Value?] = []
    for place in facts {
      guard let value = known[place] else {
        own.append(nil)
        continue
      }
      guard let told = valueOfNew(value) else { return nil }
      own.append(told)
    }
    return own
  }

  /// The same for the old program.
  func factsOfOld(_ known: [Value?]) -> [Value?]? {
    let own = Array(known.prefix(old.facts.count))
    return own.allSatisfy { $0.map(isOld) ?? true } ? own : nil
  }

  private func isOld(_ value: Value) -> Bool {
    switch value {
    case .word(let id, let word):
      id.index < old.enumerations.count && word < old.enumerations[id].words.count
    case .list(let values), .record(let values): values.allSatisfy(isOld)
    default: true
    }
  }

  private func valueOfNew(_ value: Value) -> Value? {
    switch value {
    case .word(let id, let word):
      guard let own = enumerations.first(where: { $0.value == id.index })?.key,
        let place = words[own]?.firstIndex(of: word)
      else { return nil }
      return .word(ID(own), place)
    case .list(let values):
      let own = values.compactMap(valueOfNew)
      return own.count == values.count ? .list(own) : nil
    case .record(let values):
      let own = values.compactMap(valueOfNew)
      return own.count == values.count ? .record(own) : nil
    default: return value
    }
  }

  /// Something that expressions of joint ids use and that is of another kind in the new version.
  func retyped(in expressions: [Expression]) -> String? {
    var found: String?
    for expression in expressions {
      expression.walk { part in
        guard found == nil else { return }
        switch part.kind {
        case .fact(let id) where retypedFacts.contains(id.index):
          found = program.facts[id].name
        case .variable(let id) where retypedVariables.contains(id.index):
          found = program.variables[id].name
        case .decision(let id) where retypedDecisions.contains(id.index):
          found = program.decisions[id].name
        default:
          guard case .enumeration(let id) = part.type.unwrapped, reordered.contains(id.index)
          else { return }
          found = program.enumerations[id].name
        }
      }
    }
    return found
  }
}
