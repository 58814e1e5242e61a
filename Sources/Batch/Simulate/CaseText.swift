internal import Model
internal import SourceText

/// A case as a line of a batch's input.
struct CaseText {
  let program: Program

  /// Its line break included.
  func line(_ file: CaseFile) -> String {
    var members = [JSONText.Member("id", .string(file.id))]
    if let opened = file.opened {
      members.append(.init("opened", .string(opened.text(in: program.offset))))
    }
    members.append(.init("facts", facts(file.facts, file.answersChecklist)))
    members.append(.init("events", .array(file.journal.map(entry))))
    return JSONText.object(members).text() + "\n"
  }

  private func entry(_ entry: Entry) -> JSONText {
    var members: [JSONText.Member] = []
    if let at = entry.at { members.append(.init("at", .string(at.text(in: program.offset)))) }
    if let id = entry.event {
      let event = program.events[id]
      members.append(.init("event", .string(event.name)))
      let fields = zip(event.payload, entry.payload).map {
        JSONText.Member($0.name, $1.json(as: $0.type, in: program))
      }
      if !fields.isEmpty { members.append(.init("with", .object(fields))) }
    }
    if let by = entry.by { members.append(.init("by", .string(program.roles[by].name))) }
    if !entry.facts.isEmpty { members.append(.init("set", facts(entry.facts, false))) }
    return .object(members)
  }

  private func facts(_ stated: [StatedFact], _ answersChecklist: Bool) -> JSONText {
    let members = stated.map { stated in
      let fact = program.facts[stated.fact]
      return JSONText.Member(
        fact.name, stated.value?.json(as: fact.type, in: program) ?? .null)
    }
    return .object(members + (answersChecklist ? [.init("checklist", .bool(true))] : []))
  }
}
