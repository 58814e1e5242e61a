internal import ArgumentParser
internal import Desk
internal import Engine
internal import Model
internal import SourceText
internal import Store

/// Options of the verbs that step a case.
struct StepOptions: ParsableArguments {
  @Option(help: "When it happened (default: now); what is written down keeps both times.")
  var at: String?

  @Option(help: "Only if the case has so many entries: refuses when somebody was faster.")
  var after: Int?

  @Option(help: "human or json.")
  var format: OutputFormat = .human
}

/// Loads a case, tries a step and keeps it.
struct StepWork {
  let subject: CaseSubject
  let step: StepOptions
  let options: DeskOptions
  let console: Console

  func run(
    _ propose: (TypedEntry, Program, Operator) throws(DeskFault) -> Proposal
  ) throws(ToolFault) -> ToolExit {
    let desk = try options.desk()
    guard let fold = try subject.load(desk, console) else { return .findings }
    if let after = step.after, after != fold.length {
      return changed(fold, since: after, desk.user)
    }
    let offset = fold.program.offset
    let at =
      try step.at.map { text throws(ToolFault) in
        try Moment.read(text, offset: offset, option: "--at")
      } ?? desk.now
    let outcome = try DeskWork.run(console) { () throws(DeskFault) -> KeptStep in
      let typed = TypedEntry(program: fold.program, today: at.date(in: offset))
      var proposal = try propose(typed, fold.program, desk.user)
      proposal.at = at.text(in: offset)
      return try KeptStep(proposal, on: fold, desk)
    }
    let view = { (fold: CaseFold) throws(ToolFault) in
      try CaseView(fold, at: at, desk, console)
    }
    switch outcome {
    case .kept(let after)?:
      if step.format == .human {
        let names = PlainNames(after, console.language)
        let outcome = OutcomeLines(
          fold: after, names: names, console: console, width: CaseView.width)
        let stated = StatedLines(fold: after, names: names).lines.flatMap {
          WrappedText($0, width: CaseView.width).lines
        }
        for line in stated + outcome.lines { console.print(line) }
      }
      try view(after).show(step.format, choices: true)
      return .clean
    case .refused(let refusal, let state)?:
      return try view(fold).refuse(refusal, step.format, state: state)
    case .changed(let after, _)?: return changed(after, since: fold.length, desk.user)
    case nil: return .findings
    }
  }

  /// Somebody was faster: what he entered, and nothing of ours.
  private func changed(
    _ fold: CaseFold, since length: Int, _ reader: Operator
  ) -> ToolExit {
    let names = PlainNames(fold, console.language)
    let added = fold.lines.filter { $0.sequence > length }
    console.complain(
      console.styled(
        console.say(
          "not done: case `\(fold.id)` has \(fold.length) entries, not \(length); "
            + "look at what was added",
          "没有办成：案件 `\(fold.id)` 现有 \(fold.length) 条记录，不是 \(length) 条；请先看新增的记录"), .red))
    for line in HistoryLines(fold: fold, names: names, reader: reader).lines(added) {
      console.complain(line)
    }
    return .findings
  }
}
