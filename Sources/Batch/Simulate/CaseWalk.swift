internal import Engine
internal import Model
internal import SourceText

/// Makes up one case: the interpreter says what can be done next and what has to be known for it;
/// the profile says what people answer and do.
struct CaseWalk {
  /// Entries of one case, at most.
  private static let limit = 60
  /// Events that are tried before time passes instead.
  private static let attempts = 6

  let interpreter: Interpreter
  let profile: SimulationProfile
  private let values: MadeUpValues
  private var random: CaseRandom
  private(set) var file: CaseFile
  private(set) var steps: [StepResult]
  private var now: DateTime
  /// What was done since the case came to where it stands: nobody says the same thing twice.
  private var said: Set<QueuedEvent> = []

  private var program: Program { interpreter.program }

  init(_ interpreter: Interpreter, _ profile: SimulationProfile, seed: Int, number: Int) {
    self.interpreter = interpreter
    self.profile = profile
    values = MadeUpValues(program: interpreter.program, profile: profile)
    random = CaseRandom(seed: seed, number: number)
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 7 - digits.count))
    now = Self.opening(interpreter, profile, &random)
    file = CaseFile(
      id: "synthetic-" + zeros + digits, opened: now, facts: [], journal: [], expectation: nil,
      span: LineReader.nowhere)
    let draw = random.below(100)
    file.answersChecklist = interpreter.program.mediation.checklist != nil
    if draw >= profile.checklist { file.answersChecklist = false }
    var opened = interpreter.open([], at: now, answersChecklist: file.answersChecklist)
    if opened.refusal != nil {
      file.answersChecklist = false
      opened = interpreter.open([], at: now)
    }
    steps = [opened]
  }

  /// A moment of a workday, in the hours of an office.
  private static func opening(
    _ interpreter: Interpreter, _ profile: SimulationProfile, _ random: inout CaseRandom
  ) -> DateTime {
    let days = max(0, profile.first.days(to: profile.last))
    var day = profile.first
    for _ in 0..<8 {
      day = profile.first.adding(days: random.below(days + 1)) ?? day
      if interpreter.calendar.isWorkday(day) { break }
    }
    let minute = 510 + random.below(510)
    return DateTime(startOf: day, offset: interpreter.program.offset).flatMap { start in
      DayTimeDuration(minutes: minute).flatMap { start.adding($0) }
    } ?? .min
  }

  /// Goes on until the case has ended, or nothing more can be done.
  mutating func walk() {
    while steps[0].refusal == nil, file.journal.count < Self.limit, !state.isFinished {
      guard act() || wait() else { return }
    }
  }

  private var state: CaseState { steps[steps.count - 1].state }

  /// One entry that is taken; false where none is.
  private mutating func act() -> Bool {
    let pause = random.between(profile.pause.lowerBound * 60, profile.pause.upperBound * 60)
    guard let at = DayTimeDuration(minutes: pause).flatMap({ now.adding($0) }) else { return false }
    let outlook = interpreter.outlook(state)
    var options = outlook.options.filter(\.mayBeTaken)
    for _ in 0..<Self.attempts {
      let weights = options.map { option in
        profile.events[program.events[option.event].name].map(profile.amount) ?? 1000
      }
      guard let place = random.pick(weights) else { break }
      let option = options.remove(at: place)
      var asked = outlook.questions.facts
      if case .depends(let missing) = option.status {
        asked += missing.facts.filter { !asked.contains($0) }
      }
      if let entry = entry(at, option.event, asked), isNew(entry), take(entry) { return true }
    }
    // Answers alone may lead on.
    guard !outlook.questions.facts.isEmpty, let entry = entry(at, nil, outlook.questions.facts),
      !entry.facts.isEmpty
    else { return false }
    return take(entry)
  }

  private mutating func entry(
    _ at: DateTime, _ event: ID<Event>?, _ asked: [ID<Fact>]
  ) -> Entry? {
    var entry = Entry(
      at: at, event: event, payload: [], by: nil, facts: [], expectation: nil, span: nil)
    for fact in asked where state.facts[fact.index] == nil {
      guard let value = values.value(of: program.facts[fact], at: at, &random) else { continue }
      entry.facts.append(StatedFact(fact: fact, value: value, span: nil))
    }
    guard let event else { return entry }
    let roles = program.events[event].roles
    if !roles.isEmpty { entry.by = roles[random.below(roles.count)] }
    for field in program.events[event].payload {
      let name = "\(program.events[event].name).\(field.name)"
      if profile.answers[name] == nil, let one = known(field, entry.facts) {
        entry.payload.append(one)
        continue
      }
      guard let value = values.value(named: name, field.type, at: at, &random) else { return nil }
      entry.payload.append(value)
    }
    return entry
  }

  /// One of those that the case knows: where its facts list records with a field of this name, such
  /// as the parties, an event that names one means one of them. Nil where there are none.
  private mutating func known(_ field: Event.Field, _ stated: [StatedFact]) -> Value? {
    var found: [Value] = []
    for id in program.facts.ids {
      guard case .list(let element) = program.facts[id].type.unwrapped,
        case .record(let record) = element.unwrapped, let index = record.index(of: field.name),
        record.fields[index].type.unwrapped == field.type.unwrapped,
        case .list(let items)? = stated.last(where: { $0.fact == id })?.value
          ?? state.facts[id.index]
      else { continue }
      for case .record(let fields) in items where fields[index] != .null {
        found.append(fields[index])
      }
    }
    return found.isEmpty ? nil : found[random.below(found.count)]
  }

  private mutating func take(_ entry: Entry) -> Bool {
    let result = interpreter.step(state, entry)
    guard result.refusal == nil else { return false }
    keep(entry, result)
    return true
  }

  /// Time passes to what is due next.
  private mutating func wait() -> Bool {
    guard let due = DueList(program: program, state: state).items.first?.due, due > now else {
      return false
    }
    return take(
      Entry(at: due, event: nil, payload: [], by: nil, facts: [], expectation: nil, span: nil))
  }

  private func isNew(_ entry: Entry) -> Bool {
    entry.event.map { !said.contains(QueuedEvent(event: $0, payload: entry.payload)) } ?? true
  }

  private mutating func keep(_ entry: Entry, _ result: StepResult) {
    if result.state.configuration != state.configuration { said = [] }
    if let event = entry.event { said.insert(QueuedEvent(event: event, payload: entry.payload)) }
    file.journal.append(entry)
    steps.append(result)
    now = entry.at ?? now
  }
}
