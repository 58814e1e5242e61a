internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// What has run out in a case and stands in no entry yet: with the next one, or with `case tick`,
/// it takes effect. Until then the case stands where its journal says.
struct UnrecordedTime {
  private let fold: CaseFold
  /// The case as it will stand.
  private let state: CaseState
  private let fired: [PendingTimer]

  /// Nil where nothing has run out by then.
  init?(_ fold: CaseFold, passed: StepResult) {
    fired = Self.fired(in: passed)
    guard !fired.isEmpty else { return nil }
    self.fold = fold
    state = passed.state
  }

  private static func fired(in step: StepResult) -> [PendingTimer] {
    step.trace.items.compactMap { if case .timerFired(let timer, _) = $0 { timer } else { nil } }
  }

  /// The case as it is recorded.
  var recorded: CaseState { fold.state }

  /// By the name of the state, period or task.
  var fellDue: [String] { fired.map { $0.name(in: fold.program) } }

  /// What ran out, and where the case goes once that is recorded.
  func lines(_ names: PlainNames, _ label: LabelledLines) -> [String] {
    let leaves = fold.program.activeLeafStates(of: state.configuration)
    let place = leaves.map(names.state).joined(separator: names.comma)
    let then =
      state.isFinished
      ? names.say("the case ends: \(place)", "案件结束：\(place)") : place
    let id = fold.id.onOneSafeLine
    return label.lines(
      names.say("ran out", "已到期"), Self.words(of: fired, in: fold.program, names), style: .red)
      + label.lines(names.say("then", "将转入"), then, style: .bold)
      + label.lines(
        "",
        names.say(
          "not recorded yet: fengqiao case next \(id), or case tick",
          "还没有记入案卷：fengqiao case next \(id)，或者 case tick"))
  }

  /// What fell due in a step, each with its day: `2026-06-05  talks`.
  static func words(of step: StepResult, in program: Program, _ names: PlainNames) -> [String] {
    words(of: fired(in: step), in: program, names)
  }

  private static func words(
    of timers: [PendingTimer], in program: Program, _ names: PlainNames
  ) -> [String] {
    timers.map { timer in
      let day = timer.lastDay ?? timer.due.date(in: program.offset)
      return "\(day)  \(names.due(timer.name(in: program)))"
    }
  }
}
