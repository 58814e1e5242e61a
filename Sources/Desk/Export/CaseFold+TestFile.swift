internal import Engine
internal import Model
internal import SourceText
internal import Store

extension CaseFold {
  /// The case as a case file with `expect`: what was entered and counts, and where that led, for
  /// `fengqiao test`. Notes, steps taken back and changes of the calendar are left out.
  package var testFile: String {
    var head = lines.map(\.entry).caseFileMembers(id)
    head["rulebook"] = .text(program.name)
    head["expect"] = .object([
      "state": .list(program.activeLeaves(of: state.configuration).map(JSONValue.text)),
      "finished": .bool(state.isFinished),
      "documents": .list(drafted.map(JSONValue.text)),
    ])
    if drafted.isEmpty, var expect = head["expect"]?.members {
      expect["documents"] = nil
      head["expect"] = .object(expect)
    }
    return JSONValue.object(head).caseFileJSON.prettyText(order: .sorted) + "\n"
  }

  private var drafted: [String] {
    state.drafted.map { program.documents[$0].name }
  }
}

extension [JournalEntry] {
  /// A journal as a case file has it: what was entered and counts.
  fileprivate func caseFileMembers(_ id: String) -> [String: JSONValue] {
    let undone = Set(compactMap(\.undone))
    var members = first?.caseFileMembers ?? [:]
    members["case"] = .text(id)
    let steps = enumerated().filter { $1.kind == .step && !undone.contains($0 + 1) }
    members["journal"] = .list(steps.map { .object($1.caseFileMembers) })
    return members
  }
}

extension CaseDesk {
  /// What was entered in a case and counts, as the text of a case file without `expect`, to be read
  /// against any version of its rulebook; nothing is replayed.
  package func caseFile(of id: String) throws(DeskFault) -> String {
    let stored = try storing { () throws(StoreFault) in try store.entries(of: id) }
    let secrets = try storing { () throws(StoreFault) in try store.secrets(of: id) }
    let entries = try JournalReading(id, secrets).entries(bodies: stored.map(\.body))
    return JSONValue.object(entries.caseFileMembers(id)).caseFileJSON.text(order: .sorted)
  }
}
