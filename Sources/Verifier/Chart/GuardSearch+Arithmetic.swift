internal import Model
internal import SourceText

extension GuardSearch {
  /// Why a transition is never taken, if that follows from arithmetic between what guards compare;
  /// nil where it does not, or where the solver does not tell.
  func verdict(
    of place: Int, asking desk: SolverDesk, _ program: Program, _ calendar: WorkCalendar
  ) -> Verdict? {
    guard let own = boxes[place], columns.contains(where: { $0.relates(program, calendar) })
    else { return nil }
    var script = ColumnScript(columns, program, calendar)
    let holds = Self.any(own, &script)
    let rivals = (0..<place).filter { boxes[$0] != nil }
    let fail = rivals.map { "(not \(Self.any(boxes[$0] ?? [], &script)))" }
    let answers = desk.answers(script.script, [[holds], [holds] + fail])
    if answers.first == .impossible { return .holdsNowhere }
    guard answers.last == .impossible else { return nil }
    let core = desk.core(script.script, [holds] + fail)
    return .forestalled(by: core.filter { $0 > 0 }.map { rivals[$0 - 1] })
  }

  private static func any(_ boxes: [[Stretches?]], _ script: inout ColumnScript) -> String {
    "(or \(boxes.map { script.holds($0) }.joined(separator: " ")) false)"
  }
}

extension Column {
  /// Whether it computes with facts or puts them side by side, by way of decisions too.
  func relates(_ program: Program, _ calendar: WorkCalendar) -> Bool {
    guard fact == nil else { return false }
    let constants = Constants(program, calendar)
    return FactReads(program).closure(of: expression).contains { $0.relates(constants) }
  }
}
