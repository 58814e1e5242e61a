package import Model
internal import SourceText

/// A case file played from its opening to its last entry.
package struct Replay: Sendable {
  /// One entry and what came of it.
  package struct Step: Sendable {
    /// Nil for the opening.
    package var entry: Entry?
    package var result: StepResult

    package init(entry: Entry?, result: StepResult) {
      self.entry = entry
      self.result = result
    }
  }

  package var steps: [Step]

  package init(steps: [Step]) {
    self.steps = steps
  }

  /// The case after the last entry.
  package var state: CaseState {
    guard let last = steps.last else { preconditionFailure("a replay has its opening") }
    return last.result.state
  }

  /// Everything that was to be carried out, in order.
  package var effects: [Effect] { steps.flatMap(\.result.effects) }
}

extension Interpreter {
  /// Plays a case file; one that does not say when it was opened opens at its first `at`.
  ///
  /// An entry that is refused leaves the case as it was, and the journal goes on; where the opening
  /// itself is refused nothing follows.
  package func replay(_ file: CaseFile) -> Replay {
    let opened = file.opened ?? file.journal.lazy.compactMap(\.at).first
    let opening = open(
      file.facts, at: opened, answersChecklist: file.answersChecklist)
    var replay = Replay(steps: [.init(entry: nil, result: opening)])
    guard opening.refusal == nil else { return replay }
    for entry in file.journal {
      replay.steps.append(.init(entry: entry, result: step(replay.state, entry)))
    }
    return replay
  }
}
