package import Engine
package import Model
internal import SourceText

/// Plays a case file and compares every `expect` in it with what happened.
///
/// An entry that is refused fails the test unless its own `expect` says `refused`.
package struct CaseTest {
  private let interpreter: Interpreter

  package init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
  }

  /// Plays the case and compares it with what it expects.
  package func run(_ file: CaseFile) -> CaseReport {
    run(file, replay: interpreter.replay(file))
  }

  /// Compares an already played case.
  package func run(_ file: CaseFile, replay: Replay) -> CaseReport {
    var failures: [ExpectationFailure] = []
    var story = Story()
    var hasExpectations = file.expectation != nil
    for (index, step) in replay.steps.enumerated() {
      story.add(step.result)
      let isLast = index == replay.steps.count - 1
      let own = step.entry?.expectation
      let atEnd = isLast ? file.expectation : nil
      hasExpectations = hasExpectations || own != nil
      let check = ExpectationCheck(interpreter: interpreter, step: step, story: story)
      failures += own.map(check.failures) ?? []
      failures += atEnd.map(check.failures) ?? []
      let isForeseen = own?.refused != nil || atEnd?.refused != nil
      if let refusal = step.result.refusal, !isForeseen {
        failures.append(unforeseen(refusal, step, file))
      }
    }
    return CaseReport(
      id: file.id, span: file.span, hasExpectations: hasExpectations, failures: failures)
  }

  private func unforeseen(
    _ refusal: Refusal, _ step: Replay.Step, _ file: CaseFile
  ) -> ExpectationFailure {
    let why = RefusalText(program: interpreter.program).text(of: refusal)
    return ExpectationFailure(
      span: step.entry?.span ?? file.span,
      message: Bilingual(en: "the entry was refused: \(why.en)", zh: "这一步被拒绝：\(why.zh)"))
  }
}

/// All that has happened in a case so far, gathered for `never`, `because`, `documents` and the
/// like.
struct Story {
  var visited: Set<ID<State>> = []
  var firedRows: Set<RowReference> = []
  var notices: [(to: [String], texts: [String])] = []
  var tasks: [String] = []

  mutating func add(_ result: StepResult) {
    for item in result.trace.items {
      switch item {
      case .stateEntered(let state): visited.insert(state)
      case .decided(let decision, let outcome):
        for row in outcome.rows { firedRows.insert(RowReference(decision: decision, row: row)) }
      default: break
      }
    }
    visited.formUnion(result.state.configuration)
    for effect in result.effects { add(effect) }
  }

  private mutating func add(_ effect: Effect) {
    switch effect.kind {
    case .notify(let to, let text, let textZh, _, _, _): notices.append((to, [text, textZh]))
    case .inform(let text, let textZh): notices.append(([], [text, textZh]))
    case .task(let order, _, _): tasks.append(order.id)
    case .draft: break
    }
  }
}
