internal import Engine
internal import Model
internal import SourceText

/// Compares one `expect` with a step's outcome and the story up to it.
struct ExpectationCheck {
  let interpreter: Interpreter
  let step: Replay.Step
  let story: Story

  private var program: Program { interpreter.program }
  private var state: CaseState { step.result.state }

  /// In the order of the file.
  func failures(of expected: Expectation) -> [ExpectationFailure] {
    let found =
      stateFailures(expected) + refusalFailures(expected) + overtakingFailures(expected)
      + decisionFailures(expected)
      + rowFailures(expected) + dueFailures(expected) + effectFailures(expected)
      + questionFailures(expected) + valueFailures(expected)
    return found.sorted { $0.span.start < $1.span.start }
  }

  private func failure(_ span: Span, en: String, zh: String) -> ExpectationFailure {
    ExpectationFailure(span: span, message: Bilingual(en: en, zh: zh))
  }

  private func path(_ state: ID<State>) -> String { program.chart?.states[state].path ?? "" }

  private var activeLeaves: String {
    let names = program.activeLeaves(of: state.configuration)
    return names.isEmpty ? "-" : names.joined(separator: ", ")
  }

  private func stateFailures(_ expected: Expectation) -> [ExpectationFailure] {
    let missing = expected.states.filter { !state.configuration.contains($0.value) }.map {
      failure(
        $0.span, en: "expected state `\(path($0.value))`, but the case is in `\(activeLeaves)`",
        zh: "应在状态 `\(path($0.value))`，实际在 `\(activeLeaves)`")
    }
    let visited = expected.never.filter { story.visited.contains($0.value) }.map {
      failure(
        $0.span, en: "the case was in `\(path($0.value))`, where it should never be",
        zh: "案件到过不该到的状态 `\(path($0.value))`")
    }
    let ends = [expected.finished].compactMap(\.self).filter { $0.value != state.isFinished }.map {
      $0.value
        ? failure($0.span, en: "the case has not ended", zh: "案件尚未结束")
        : failure($0.span, en: "the case has ended", zh: "案件已经结束")
    }
    return missing + visited + ends
  }

  private func refusalFailures(_ expected: Expectation) -> [ExpectationFailure] {
    guard let wanted = expected.refused else { return [] }
    guard let refusal = step.result.refusal else {
      return [
        failure(wanted.span, en: "the entry was not refused", zh: "这一步没有被拒绝")
      ]
    }
    let kind = refusal.kind
    if wanted.value == .any || wanted.value == kind { return [] }
    return [
      failure(
        wanted.span, en: "refused as `\(kind.rawValue)`, not `\(wanted.value.rawValue)`",
        zh: "拒绝原因是 `\(kind.rawValue)`，不是 `\(wanted.value.rawValue)`")
    ]
  }

  private func overtakingFailures(_ expected: Expectation) -> [ExpectationFailure] {
    guard let wanted = expected.overtaken, wanted.value != step.result.trace.isOvertaken else {
      return []
    }
    return [
      wanted.value
        ? failure(wanted.span, en: "the event was not set aside", zh: "事件没有被搁置")
        : failure(wanted.span, en: "the event was set aside", zh: "事件被搁置")
    ]
  }

  private func decisionFailures(_ expected: Expectation) -> [ExpectationFailure] {
    expected.decisions.flatMap { wanted in
      let name = program.decisions[wanted.decision].name
      guard let outcome = interpreter.outcome(of: wanted.decision, in: state) else {
        return [
          failure(
            wanted.span, en: "decision `\(name)` is not decided", zh: "决策 `\(name)` 尚无结论")
        ]
      }
      return wanted.outputs.compactMap { output in
        let found = interpreter.program.output(output.name, of: wanted.decision, outcome.value)
        guard found != output.value else { return nil }
        let label = output.name.isEmpty ? name : "\(name).\(output.name)"
        let (was, want) = (
          found?.text(in: program) ?? "?", output.value.text(in: program)
        )
        return failure(
          wanted.span, en: "`\(label)` is `\(was)`, expected `\(want)`",
          zh: "`\(label)` 是 `\(was)`，应为 `\(want)`")
      }
    }
  }

  private func rowFailures(_ expected: Expectation) -> [ExpectationFailure] {
    expected.rows.compactMap { wanted in
      if story.firedRows.contains(wanted.value) { return nil }
      let live = interpreter.outcome(of: wanted.value.decision, in: state)
      if let live, live.rows.contains(wanted.value.row) { return nil }
      let name = program.decisions[wanted.value.decision].name
      return failure(
        wanted.span, en: "row `\(name).\(wanted.value.row)` did not fire",
        zh: "规则行 `\(name).\(wanted.value.row)` 没有命中")
    }
  }

  private func dueFailures(_ expected: Expectation) -> [ExpectationFailure] {
    expected.due.compactMap { wanted in
      let found = DueList(program: program, state: state).items.filter {
        $0.name == wanted.value.name
      }
      let holds =
        switch wanted.value.when {
        case .nothing: found.isEmpty
        case .day(let day): found.contains { $0.day(in: program) == day }
        case .moment(let moment): found.contains { $0.due == moment }
        }
      guard !holds else { return nil }
      let name = wanted.value.name
      guard let shown = found.first?.text(in: program) else {
        return failure(
          wanted.span, en: "`\(name)` is not due at any time", zh: "`\(name)` 没有期限")
      }
      return failure(
        wanted.span, en: "`\(name)` is due \(shown)", zh: "`\(name)` 的期限是 \(shown)")
    }
  }

  private func effectFailures(_ expected: Expectation) -> [ExpectationFailure] {
    let documents = expected.documents.filter { !state.drafted.contains($0.value) }.map {
      failure(
        $0.span, en: "document `\(program.documents[$0.value].name)` was not drafted",
        zh: "文书 `\(program.documents[$0.value].name)` 没有制作")
    }
    let notices = expected.notices.filter { wanted in
      !story.notices.contains { $0.to.contains(wanted.value) || $0.texts.contains(wanted.value) }
    }.map {
      failure($0.span, en: "no notice `\($0.value)` was sent", zh: "没有发出通知 `\($0.value)`")
    }
    let tasks = expected.tasks.filter { !story.tasks.contains($0.value) }.map {
      failure($0.span, en: "no task `\($0.value)` was given", zh: "没有下达任务 `\($0.value)`")
    }
    return documents + notices + tasks
  }

  private func questionFailures(_ expected: Expectation) -> [ExpectationFailure] {
    guard let wanted = expected.questions else { return [] }
    let found = step.result.refusal?.missing ?? interpreter.outlook(state).questions
    guard found.facts != wanted.map(\.value) else { return [] }
    let names = found.facts.map { program.facts[$0].name }.joined(separator: ", ")
    return [
      failure(
        wanted.first?.span ?? expected.span, en: "the open questions are [\(names)]",
        zh: "待问事项是 [\(names)]")
    ]
  }

  private func valueFailures(_ expected: Expectation) -> [ExpectationFailure] {
    let facts = expected.facts.filter { state.facts[$0.fact.index] != $0.value }.map { wanted in
      let name = program.facts[wanted.fact].name
      let found = state.facts[wanted.fact.index]?.text(in: program) ?? "unknown"
      return failure(
        wanted.span ?? expected.span, en: "fact `\(name)` is `\(found)`",
        zh: "事实 `\(name)` 是 `\(found)`")
    }
    let variables = expected.variables.filter {
      state.variables[$0.value.variable.index] != $0.value.value
    }.map { wanted in
      let name = program.variables[wanted.value.variable].name
      let found = state.variables[wanted.value.variable.index].text(in: program)
      return failure(
        wanted.span, en: "variable `\(name)` is `\(found)`", zh: "变量 `\(name)` 是 `\(found)`")
    }
    return facts + variables
  }
}
