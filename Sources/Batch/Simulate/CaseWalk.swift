internal import Engine
internal import Model
internal import SourceText

/// Makes up one case: the interpreter says what can be done next and what has to be known for it;
/// the profile says what people answer and do.
struct CaseWalk {
  private typealias Weight = SimulationProfile.Weight

  /// Entries of one case, at most.
  private static let limit = 60
  /// Events that are tried before time passes instead.
  private static let attempts = 6

  let interpreter: Interpreter
  let profile: SimulationProfile
  private let values: MadeUpValues
  private let voices: Voices
  private var random: CaseRandom
  private(set) var file: CaseFile
  private(set) var steps: [StepResult]
  private var now: DateTime
  /// What was done since the case came to where it stands: nobody says the same thing twice.
  private var said: Set<QueuedEvent> = []

  private var program: Program { interpreter.program }

  init(
    _ interpreter: Interpreter, _ profile: SimulationProfile, _ voices: Voices, seed: Int,
    number: Int
  ) {
    self.interpreter = interpreter
    self.profile = profile
    self.voices = voices
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
    let day = profile.first.adding(days: random.below(days + 1)) ?? profile.first
    let hours = OfficeHours(interpreter)
    return hours.moment(on: day, minute: random.below(OfficeHours.length))
      ?? hours.moment(on: profile.first, minute: 0) ?? .min
  }

  /// When the next entry is made: after a pause, in office hours.
  private mutating func nextMoment() -> DateTime? {
    let pause = random.between(profile.pause.lowerBound * 60, profile.pause.upperBound * 60)
    guard let at = DayTimeDuration(minutes: pause).flatMap({ now.adding($0) }) else { return nil }
    return OfficeHours(interpreter).moment(from: at, minute: random.below(120))
  }

  /// Goes on until the case has ended, or nothing more can be done.
  mutating func walk() {
    while steps[0].refusal == nil, file.journal.count < Self.limit, !state.isFinished {
      guard act() || wait() || act(evenRarely: true) else { return }
    }
  }

  private var state: CaseState { steps[steps.count - 1].state }

  /// One entry that is taken; false where none is.
  ///
  /// What weighs less than 1 in all is left undone in the rest of cases: then time passes.
  private mutating func act(evenRarely: Bool = false) -> Bool {
    guard let at = nextMoment() else { return false }
    let outlook = interpreter.outlook(state, triesActions: false)
    var options = outlook.options.filter(\.mayBeTaken)
    for _ in 0..<Self.attempts {
      let weights = options.map { weight(of: $0.event) }
      let isLeft = !evenRarely && random.below(Weight.one) >= weights.reduce(0, +)
      guard !isLeft, let place = random.pick(weights) else { break }
      let option = options.remove(at: place)
      var asked = outlook.questions.facts
      if case .depends(let missing) = option.status {
        asked += missing.facts.filter { !asked.contains($0) }
      }
      asked += voices.facts(for: option.event).filter { !asked.contains($0) }
      if fire(option.event, at, asked) { return true }
    }
    // Answers alone may lead on.
    let facts = answers(to: outlook.questions.facts, at)
    return !facts.isEmpty && take(entry(at, facts))
  }

  private func weight(of event: ID<Event>) -> Int {
    profile.events[program.events[event].name].map(profile.amount) ?? Weight.one
  }

  /// Takes an event, if anybody can still say it.
  private mutating func fire(_ event: ID<Event>, _ at: DateTime, _ asked: [ID<Fact>]) -> Bool {
    var entry = entry(at, answers(to: asked, at))
    entry.event = event
    let named = voices.field(of: event)
    for (place, field) in program.events[event].payload.enumerated() {
      let name = "\(program.events[event].name).\(field.name)"
      guard let value = values.value(named: name, field.type, at: at, &random) else { return false }
      // Whom it names is said below.
      entry.payload.append(place == named ? .null : value)
    }
    let roles = program.events[event].roles
    if !roles.isEmpty { entry.by = roles[random.below(roles.count)] }
    guard let named else { return isNew(entry) && take(entry) }
    var people = voices.people(for: event, in: state, entry.facts)
    while !people.isEmpty {
      let person = people.remove(at: random.below(people.count))
      entry.payload[named] = person.name
      let side = roles.first { program.roles[$0].name == program.facts[person.list].name }
      if let side { entry.by = side }
      if isNew(entry), take(entry) { return true }
    }
    return false
  }

  private func entry(_ at: DateTime, _ facts: [StatedFact]) -> Entry {
    Entry(at: at, event: nil, payload: [], by: nil, facts: facts, expectation: nil, span: nil)
  }

  /// What people answer to what nobody has stated.
  private mutating func answers(to asked: [ID<Fact>], _ at: DateTime) -> [StatedFact] {
    var stated: [StatedFact] = []
    for fact in asked where state.facts[fact.index] == nil {
      guard let value = values.value(of: program.facts[fact], at: at, &random) else { continue }
      stated.append(StatedFact(fact: fact, value: value, span: nil))
    }
    return stated
  }

  /// Takes an entry, with answers to what it turns out to need.
  private mutating func take(_ entry: Entry) -> Bool {
    var entry = entry
    for _ in 0..<Self.attempts {
      let result = interpreter.step(state, entry)
      switch result.refusal {
      case nil:
        keep(entry, result)
        return true
      case .unknownValue(_, let missing), .unknownGuard(_, let missing):
        let asked = missing.facts.filter { fact in !entry.facts.contains { $0.fact == fact } }
        let more = answers(to: asked, entry.at ?? now)
        guard !more.isEmpty else { return false }
        entry.facts += more
      default: return false
      }
    }
    return false
  }

  /// Time passes to what is due next.
  private mutating func wait() -> Bool {
    guard let due = DueList(program: program, state: state).items.first?.due, due > now else {
      return false
    }
    return take(entry(due, []))
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
