package import Model
package import SourceText

/// Who works at the desk.
package struct Operator: Hashable, Sendable {
  package var name: String
  /// Names of roles in rulebooks; empty where nothing was said: then any role may be named.
  package var roles: [String]

  package init(name: String, roles: [String]) {
    self.name = name
    self.roles = roles
  }

  /// Whether he may enter what a role does: his own, or what a side does or says, which is entered
  /// for it.
  package func mayEnter(_ role: String, in program: Program) -> Bool {
    roles.isEmpty || roles.contains(role) || program.sides.contains(role)
  }

  /// Whether a fact is kept from him: he acts for a side that must not learn it.
  package func isKeptFrom(_ fact: Fact, in program: Program) -> Bool {
    guard let secrecy = fact.secrecy else { return false }
    return secrecy.keptFrom.contains { roles.contains(program.roles[$0].name) }
  }

  /// Whether something in cases of a rulebook is kept from him. Then notes and reasons are too, and
  /// papers that are not for his side: what was said apart may stand in them.
  package func isKeptFromSomething(in program: Program) -> Bool {
    program.facts.elements.contains { isKeptFrom($0, in: program) }
  }

  /// Whether he may read a paper. Those that go to a side or are signed by it hold nothing that is
  /// kept from it: the compiler sees to that.
  package func mayRead(_ document: Document, in program: Program) -> Bool {
    let kept = Set(program.facts.elements.flatMap { $0.secrecy?.keptFrom ?? [] })
    return kept.map { program.roles[$0].name }.filter(roles.contains).allSatisfy {
      document.to.contains($0) || document.signedBy.contains($0)
    }
  }

  /// Whether he sees identity numbers and phones in full: who acts for a side sees those of its own
  /// people, and of all others what is left of them when they are masked.
  ///
  /// - Parameter fact: where they were stated; nil for what came with an event.
  package func seesNumbers(of fact: Fact?, in program: Program) -> Bool {
    let own = program.sides.filter(roles.contains)
    return own.isEmpty || fact.map { own.contains($0.name) } ?? false
  }

  /// A fact's value as he may see it.
  package func view(_ value: Value, of fact: Fact, in program: Program) -> Value {
    seesNumbers(of: fact, in: program) ? value : value.masked(by: fact.type)
  }

  /// The role in which he fires an event, if that is beyond doubt.
  package func role(for event: Event, in program: Program) -> String? {
    let allowed = event.roles.map { program.roles[$0].name }
    let own = allowed.filter(roles.contains)
    if let first = own.first { return first }
    return allowed.count == 1 ? allowed[0] : nil
  }
}

extension Program {
  /// The sides: roles of whose name there is a fact that lists persons.
  package var sides: [String] {
    parties.map { facts[$0].name }
  }

  /// Facts that list the persons of a side, in declared order.
  package var parties: [ID<Fact>] {
    let roleNames = Set(roles.elements.map(\.name))
    return facts.ids.filter { id in
      guard roleNames.contains(facts[id].name), case .list(let element) = facts[id].type.unwrapped,
        case .record(let record) = element
      else { return false }
      return record.fields.first?.name == "name"
    }
  }
}
