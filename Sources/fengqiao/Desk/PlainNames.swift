internal import Desk
internal import Engine
internal import Model
internal import Runtime
internal import SourceText

/// Names as people at the desk say them: the title alone, no word of the rulebook's own beside it.
struct PlainNames {
  let program: Program
  let language: Language
  /// Where the program was written; nil where that is not at hand.
  var sources: SourceMap?

  /// Those of a rulebook whose text is not at hand.
  init(program: Program, language: Language) {
    self.program = program
    self.language = language
  }

  /// Those of a case's rulebook.
  init(_ fold: CaseFold, _ language: Language) {
    program = fold.program
    self.language = language
    sources = fold.pinned.sources
  }

  func say(_ en: String, _ zh: String) -> String { language == .chinese ? zh : en }

  func say(_ text: Bilingual) -> String { text.text(in: language).onOneSafeLine }

  /// What a case's checklist was answered with besides what was `found`.
  func restOfChecklist(found: Bool) -> String {
    found
      ? say("checklist: nothing of all else it asks", "清单：其余都没有")
      : say("checklist: nothing of all it asks", "清单：都没有")
  }

  /// What is said besides, in brackets; nothing where there is nothing.
  func aside(_ words: String) -> String {
    words.isEmpty ? "" : say(" (\(words))", "（\(words)）")
  }

  /// What stands between the things of a list.
  var comma: String { say(", ", "、") }

  private func plain(_ name: String, _ title: Bilingual) -> String {
    let text = title.text(in: language)
    // A title in English alone tells a Chinese reader less than the Chinese name.
    let isForeign = language == .chinese && title.zh == title.en && !name.isASCII
    return (text.isEmpty || isForeign ? name : text).onOneSafeLine.quotedAsPeopleDo
  }

  func event(_ id: ID<Event>) -> String {
    plain(program.events[id].name, program.events[id].title)
  }

  func fact(_ id: ID<Fact>) -> String { plain(program.facts[id].name, program.facts[id].title) }

  /// How to ask for it; who is on a side is asked in words of our own where it says nothing.
  func question(_ id: ID<Fact>) -> String {
    if let words = program.facts[id].question { return say(words) }
    if program.parties.contains(id) {
      return say("Who is the \(fact(id))?", "\(fact(id))是谁？")
    }
    return fact(id)
  }

  func role(_ id: ID<Role>) -> String { plain(program.roles[id].name, program.roles[id].title) }

  func decision(_ id: ID<Decision>) -> String {
    plain(program.decisions[id].name, program.decisions[id].title)
  }

  func variable(_ id: ID<Variable>) -> String {
    plain(program.variables[id].name, program.variables[id].title)
  }

  func document(_ id: ID<Document>) -> String {
    plain(program.documents[id].name, program.documents[id].title)
  }

  func consent(_ consent: Consent) -> String { plain(consent.name, consent.title) }

  func redLine(_ line: RedLine) -> String { plain(line.name, line.title) }

  func level(_ level: Level) -> String { plain(level.name, level.title) }

  func task(_ order: Action.TaskOrder) -> String { plain(order.id, order.title) }

  func state(_ id: ID<State>) -> String {
    guard let state = program.chart?.states[id] else { return "" }
    return plain(state.name, state.title)
  }

  /// A role, organ or person by the name that notices use.
  func recipient(_ name: String) -> String {
    let role = program.roles.ids.first { program.roles[$0].name == name }
    return role.map { self.role($0) } ?? name.onOneSafeLine
  }

  /// What is due, by the state, period or task of that name.
  func due(_ name: String) -> String {
    if let period = program.periods.elements.first(where: { $0.name == name }) {
      return plain(period.name, period.title)
    }
    if let sources, let term = DueTitles(program, sources).term(of: name) {
      return plain(name, term)
    }
    if let id = program.chart?.states.ids.first(where: { program.chart?.states[$0].path == name }) {
      return state(id)
    }
    for action in program.actions {
      if case .task(let order) = action.kind, order.id == name { return task(order) }
    }
    return name.onOneSafeLine
  }

  func value(_ value: Value?, of type: ValueType) -> String {
    guard let value else { return say("unknown", "不清楚") }
    if value == .null { return say("none", "无") }
    if case .list(let items) = value, case .list(let element) = type.unwrapped,
      case .record = element.unwrapped
    {
      return items.map { self.value($0, of: element) }.joined(separator: comma)
    }
    if case .record(let fields) = value, case .record(let record) = type.unwrapped {
      return self.record(fields, record)
    }
    return ValueWords(program: program, language: language).text(of: value, type).onOneSafeLine
  }

  /// `张某 52岁`: the first field alone, then the others by name.
  private func record(_ fields: [Value], _ record: RecordType) -> String {
    zip(record.fields, fields).enumerated().compactMap { place, pair in
      let (field, value) = pair
      if value == .null { return nil }
      let text = self.value(value, of: field.type)
      let title = field.title.map { plain(field.name, $0) } ?? field.name.onOneSafeLine
      return place == 0 ? text : "\(title) \(text)"
    }.joined(separator: " ")
  }

  /// `5月6日`, with its year where that is not this one.
  func day(_ date: CalendarDate, in year: Int?) -> String {
    switch language {
    case .chinese:
      (date.year == year ? "" : "\(date.year)年") + "\(date.month)月\(date.day)日"
    case .english: date.description
    }
  }

  func moment(_ moment: DateTime) -> String {
    let local = moment.local(in: program.offset)
    return "\(local.date) \(local.clock.prefix(5))"
  }

  /// The same as people say it beside another moment: `今天 09:11`, `12月1日 09:11`.
  func moment(_ moment: DateTime, at now: DateTime?) -> String {
    let local = moment.local(in: program.offset)
    let today = now?.date(in: program.offset)
    guard language == .chinese else { return self.moment(moment) }
    let day = local.date == today ? "今天" : day(local.date, in: today?.year)
    return "\(day) \(local.clock.prefix(5))"
  }

  /// The laws and choices that a rule rests on; a law of which there are several articles is named
  /// once.
  func basis(_ basis: [Basis]) -> String {
    let laws = basis.compactMap { one -> String? in
      switch one {
      case .law(let id): plain(program.laws[id].name, program.laws[id].title)
      case .reported, .local: nil
      }
    }
    var told: [String] = []
    var last = ""
    for law in laws where !told.contains(law) {
      let name = law.prefix { $0 != "第" }
      let isSame = language == .chinese && !name.isEmpty && name.count < law.count && name == last
      told.append(isSame ? String(law.dropFirst(name.count)) : law)
      last = String(name)
    }
    return told.joined(separator: comma)
  }
}

extension String {
  /// With quotation marks for the backticks of names.
  fileprivate var quotedAsPeopleDo: String {
    guard contains("`") else { return self }
    var isOpen = false
    return String(
      map { character -> Character in
        guard character == "`" else { return character }
        isOpen.toggle()
        return isOpen ? "“" : "”"
      })
  }

  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

extension Program {
  /// Where a case stands, as people say it.
  func activeLeafNames(of fold: CaseFold, _ names: PlainNames) -> String {
    activeLeafStates(of: fold.state.configuration).map(names.state)
      .joined(separator: names.comma)
  }
}
