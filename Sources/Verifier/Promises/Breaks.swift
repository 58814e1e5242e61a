internal import Engine
package import Model
internal import SourceText

/// Whether a case breaks a promise with its last entry, when it is played from its beginning. Only
/// for promises that one moment breaks: not for `ends` and `within`.
package func breaks(
  _ file: CaseFile, _ invariant: Invariant, of program: Program, _ calendar: WorkCalendar
) -> Bool {
  let interpreter = Interpreter(program: program, calendar: calendar)
  let steps = interpreter.replay(file).steps
  guard let last = steps.last, steps.count == file.journal.count + 1,
    steps.dropLast().allSatisfy({ $0.result.refusal == nil })
  else { return false }
  let before = steps.dropLast().last?.result.state ?? interpreter.blank(opened: file.opened)
  return Promise.isBroken(invariant.kind, by: last.entry, last.result, before, interpreter)
}

extension Promise {
  /// Whether an entry, nil for the opening, breaks a promise that one moment breaks.
  static func isBroken(
    _ kind: Invariant.Kind, by entry: Entry?, _ result: StepResult, _ before: CaseState,
    _ interpreter: Interpreter
  ) -> Bool {
    switch kind {
    case .never(let condition), .requires(_, let condition):
      guard result.refusal == nil else { return false }
      let evaluator = Evaluator(
        program: interpreter.program, calendar: interpreter.calendar, state: result.state)
      return isBroken(kind, condition, result.state) {
        (try? evaluator.verdict($0)) ?? .unknown(Missing())
      }
    case .leadsTo(let states, let promised, let targets):
      guard let entry, entry.event == promised,
        states.contains(where: before.configuration.contains)
      else { return false }
      return !leads(result, to: targets) {
        var alone = entry
        alone.event = nil
        alone.payload = []
        return interpreter.step(before, alone).refusal != nil
      }
    case .canEnd, .within: return false
    }
  }
}
