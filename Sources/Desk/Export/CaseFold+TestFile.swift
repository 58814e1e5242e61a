internal import Engine
internal import Model
internal import SourceText

extension CaseFold {
  /// The case as a case file with `expect`: what was entered and counts, and where that led, for
  /// `fengqiao test`. Notes, steps taken back and changes of the calendar are left out.
  package var testFile: String {
    var head = lines[0].entry.caseFileMembers
    head["case"] = .text(id)
    head["rulebook"] = .text(program.name)
    let steps = lines.filter { $0.entry.kind == .step && !$0.isTakenBack }
    head["journal"] = .list(steps.map { .object($0.entry.caseFileMembers) })
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
