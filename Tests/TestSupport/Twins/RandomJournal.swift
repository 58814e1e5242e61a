internal import Engine
internal import Model
internal import SourceText

/// Makes one entry after another, mostly such as the case is ready for, so that random journals
/// come far.
struct RandomJournal {
  let program: Program
  let values: RandomValues
  private var clock: DateTime

  init(program: Program, values: RandomValues, at opened: DateTime) {
    self.program = program
    self.values = values
    clock = opened
  }

  /// About half of the facts, those that are asked early and late alike.
  func openingFacts(
    using random: inout SeededRandom
  ) -> [(name: String, value: NamedValue?)] {
    program.facts.elements.filter { _ in random.chance(3) }.map { fact in
      (fact.name, values.value(of: fact.type, using: &random))
    }
  }

  mutating func entry(_ outlook: Outlook, using random: inout SeededRandom) -> NamedEntry {
    var entry = NamedEntry()
    if random.chance(3) {
      let hours = random.pick([1, 5, 24, 30, 72, 200, 800])
      clock = DayTimeDuration(hours: hours).flatMap { clock.adding($0) } ?? clock
      entry.at = clock
    }
    if random.chance(2) { entry.facts = facts(outlook, using: &random) }
    if entry.facts.isEmpty || random.chance(3) { fire(outlook, &entry, using: &random) }
    return entry
  }

  /// What is asked, sometimes another fact, rarely one taken back.
  private func facts(
    _ outlook: Outlook, using random: inout SeededRandom
  ) -> [(name: String, value: NamedValue?)] {
    var ids = outlook.questions.facts.filter { _ in !random.chance(4) }
    if ids.isEmpty || random.chance(5), program.facts.count > 0 {
      let any = random.pick(Array(program.facts.ids))
      if !ids.contains(any) { ids.append(any) }
    }
    return ids.map { id in
      let fact = program.facts[id]
      return (fact.name, random.chance(15) ? nil : values.value(of: fact.type, using: &random))
    }
  }

  private func fire(
    _ outlook: Outlook, _ entry: inout NamedEntry, using random: inout SeededRandom
  ) {
    let ready = outlook.options.filter(\.mayBeTaken).map(\.event)
    let any = program.events.ids.filter { program.events[$0].origin == .external }
    let events = ready.isEmpty || random.chance(6) ? any : ready
    guard !events.isEmpty else { return }
    let event = program.events[random.pick(events)]
    entry.event = event.name
    entry.payload = event.payload.map { ($0.name, values.value(of: $0.type, using: &random)) }
    let roles = random.chance(10) ? Array(program.roles.ids) : event.roles
    if !roles.isEmpty { entry.role = program.roles[random.pick(roles)].name }
  }
}
