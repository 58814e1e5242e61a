internal import Model
internal import SourceText

/// Reads a line's tokens as a case of one program: names are looked up, values read by their
/// declared types. The same facts and events that a case file may hold (docs/batch.md).
struct LineReader {
  let program: Program
  private let facts: [String: ID<Fact>]
  private let events: [String: ID<Event>]
  private let roles: [String: ID<Role>]

  init(_ program: Program) {
    self.program = program
    facts = Self.index(program.facts, \.name)
    events = Self.index(program.events, \.name)
    roles = Self.index(program.roles, \.name)
  }

  private static func index<Element>(
    _ arena: Arena<Element>, _ name: (Element) -> String
  ) -> [String: ID<Element>] {
    Dictionary(arena.ids.map { (name(arena[$0]), $0) }) { first, _ in first }
  }

  /// Reads a whole line; an id that can be read is told with a fault, too.
  func read(_ line: LineTokens) -> ReadLine {
    var id = JSONText.null
    do throws(LineFault) {
      let members = try Members(line, at: 0)
      if let place = members.place(of: "id") { id = try identity(line, at: place) }
      return .read(CaseLine(id: id, file: try caseFile(line, members)))
    } catch {
      return .faulty(id: id, error)
    }
  }

  private func identity(_ line: LineTokens, at place: Int) throws(LineFault) -> JSONText {
    switch line.kind(place) {
    case .string: return .string(line.text(place))
    case .number: return .number(line.text(place))
    case .null: return .null
    default: throw LineFault.wrongType(Form.text).within("id")
    }
  }

  private func caseFile(_ line: LineTokens, _ members: Members) throws(LineFault) -> CaseFile {
    try members.refuse(besides: ["id", "opened", "facts", "events", "until"])
    var file = caseFile(of: [])
    var latest: DateTime?
    if let place = members.place(of: "opened") {
      file.opened = try moment(line, at: place, named: "opened", after: &latest)
    }
    if let place = members.place(of: "facts") {
      file.facts = try statements(line, at: place, named: "facts", &file.answersChecklist)
    }
    if let place = members.place(of: "events") {
      file.journal = try journal(line, at: place, after: &latest)
    }
    if let place = members.place(of: "until") {
      let until = try moment(line, at: place, named: "until", after: &latest)
      file.journal.append(
        Entry(at: until, event: nil, payload: [], by: nil, facts: [], expectation: nil, span: nil))
    }
    return file
  }

  static let nowhere = Span(SourceID(0), 0, 0)
}

// Entries of the journal.
extension LineReader {
  private func journal(
    _ line: LineTokens, at place: Int, after latest: inout DateTime?
  ) throws(LineFault) -> [Entry] {
    guard line.kind(place) == .array else {
      throw LineFault.wrongType(Form.list).within("events")
    }
    var entries: [Entry] = []
    var item = place + 1
    while item < line.end(place) {
      do throws(LineFault) {
        entries.append(try entry(line, at: item, after: &latest))
      } catch {
        throw error.within(String(entries.count + 1)).within("events")
      }
      item = line.end(item)
    }
    return entries
  }

  private func entry(
    _ line: LineTokens, at place: Int, after latest: inout DateTime?
  ) throws(LineFault) -> Entry {
    let members = try Members(line, at: place)
    try members.refuse(besides: ["event", "at", "by", "set", "with"])
    guard !members.list.isEmpty else {
      throw LineFault(.missingMember, en: "the entry says nothing", zh: "这一条没有内容")
    }
    var entry = Entry(
      at: nil, event: nil, payload: [], by: nil, facts: [], expectation: nil, span: nil)
    if let place = members.place(of: "at") {
      entry.at = try moment(line, at: place, named: "at", after: &latest)
    }
    if let place = members.place(of: "event") { entry.event = try event(line, at: place) }
    if let place = members.place(of: "by") { entry.by = try role(line, at: place) }
    if let place = members.place(of: "set") {
      entry.facts = try statements(line, at: place, named: "set", &entry.answersChecklist)
    }
    entry.payload = try payload(of: entry.event, line, at: members.place(of: "with"))
    return entry
  }

  /// An event that people fire.
  private func event(_ line: LineTokens, at place: Int) throws(LineFault) -> ID<Event> {
    let name = try text(line, at: place, named: "event")
    if let id = events[name], program.events[id].origin == .external { return id }
    let known = program.events.elements.filter { $0.origin == .external }.map(\.name)
    throw LineFault.unknown(
      .unknownEvent, name, Bilingual(en: "event that people fire", zh: "可由人触发的事件"),
      among: known
    ).within("event")
  }

  private func role(_ line: LineTokens, at place: Int) throws(LineFault) -> ID<Role> {
    let name = try text(line, at: place, named: "by")
    if let id = roles[name] { return id }
    throw LineFault.unknown(
      .unknownRole, name, Bilingual(en: "role", zh: "角色"), among: program.roles.elements.map(\.name)
    ).within("by")
  }

  /// One value for each field of the event; an optional one that is left out is null.
  private func payload(
    of event: ID<Event>?, _ line: LineTokens, at place: Int?
  ) throws(LineFault) -> [Value] {
    guard let event else {
      guard place == nil else {
        throw LineFault(
          .missingMember, en: "`with` stands without `event`", zh: "`with` 没有 `event`")
      }
      return []
    }
    let fields = program.events[event].payload.map {
      RecordType.Field(name: $0.name, type: $0.type)
    }
    guard let place else {
      return try absent(fields[...], of: "with")
    }
    do throws(LineFault) {
      return try record(RecordType(fields: fields), line, at: place)
    } catch {
      throw error.within("with")
    }
  }

  private func text(
    _ line: LineTokens, at place: Int, named name: String
  ) throws(LineFault) -> String {
    guard line.kind(place) == .string else {
      throw LineFault.wrongType(Form.text).within(name)
    }
    return line.text(place)
  }
}

// Facts and moments.
extension LineReader {
  private func statements(
    _ line: LineTokens, at place: Int, named name: String, _ answersChecklist: inout Bool
  ) throws(LineFault) -> [StatedFact] {
    do throws(LineFault) {
      var stated: [StatedFact] = []
      for member in try Members(line, at: place).list {
        do throws(LineFault) {
          if member.name == "checklist", program.mediation.checklist != nil {
            guard line.kind(member.place) == .true else { throw LineFault.wrongType(Form.true) }
            answersChecklist = true
            continue
          }
          let fact = try fact(member.name)
          let value = try value(of: program.facts[fact].type, line, at: member.place)
          stated.append(StatedFact(fact: fact, value: value, span: nil))
        } catch {
          throw error.within(LineFault.shown(member.name))
        }
      }
      return stated
    } catch {
      throw error.within(name)
    }
  }

  private func fact(_ name: String) throws(LineFault) -> ID<Fact> {
    if let id = facts[name] { return id }
    throw LineFault.unknown(
      .unknownFact, name, Bilingual(en: "fact", zh: "事实"), among: program.facts.elements.map(\.name)
    )
  }

  /// A date, which is its first moment, or a date-time; never before what has been already.
  private func moment(
    _ line: LineTokens, at place: Int, named name: String, after latest: inout DateTime?
  ) throws(LineFault) -> DateTime {
    let text = try text(line, at: place, named: name)
    guard let moment = moment(text) else {
      throw LineFault(
        .notAValue, en: "`\(LineFault.shown(text))` is neither a date nor a moment",
        zh: "`\(LineFault.shown(text))` 不是日期，也不是时刻", at: [name])
    }
    if let before = latest, moment < before {
      let shown = before.text(in: program.offset)
      throw LineFault(
        .timeRunsBackwards, en: "`\(text)` lies before \(shown), where the case already is",
        zh: "`\(text)` 早于案件已到的 \(shown)", at: [name])
    }
    latest = moment
    return moment
  }

  private func moment(_ text: String) -> DateTime? {
    if let moment = DateTime(literal: text, defaultOffset: program.offset) { return moment }
    return CalendarDate(literal: text).flatMap { DateTime(startOf: $0, offset: program.offset) }
  }
}
