internal import Engine
internal import Model
internal import SourceText

/// Something that a case comes to, which two versions may see differently.
package enum ImpactAspect: Hashable, Sendable {
  /// The innermost active states.
  case state
  case level
  case script
  /// Days from the opening to what is due first.
  case deadline
  /// What a decision gives, by its name; of rulebooks without a workflow.
  case decision(String)
}

/// What a case came to under one version: a word for each aspect, "" for nothing.
struct CaseEnd: Hashable {
  let words: [String]

  init(_ state: CaseState, _ interpreter: Interpreter, aspects: [ImpactAspect]) {
    let program = interpreter.program
    words = aspects.map { aspect in
      switch aspect {
      case .state: program.activeLeaves(of: state.configuration).joined(separator: ", ")
      case .level: program.parts(of: state) { if case .level(let name) = $0 { name } else { nil } }
      case .script:
        program.parts(of: state) { if case .script(let name) = $0 { name } else { nil } }
      case .deadline: Self.days(to: DueList(program: program, state: state), of: state, program)
      case .decision(let name): Self.value(of: name, in: state, interpreter)
      }
    }
  }

  private static func days(
    to list: DueList, of state: CaseState, _ program: Program
  ) -> String {
    guard !state.isFinished, let first = list.items.first, let opened = state.opened else {
      return ""
    }
    let start = opened.date(in: program.offset).daysSinceEpoch
    return String(first.day(in: program).daysSinceEpoch - start)
  }

  private static func value(
    of name: String, in state: CaseState, _ interpreter: Interpreter
  ) -> String {
    let program = interpreter.program
    guard let id = program.decisions.ids.first(where: { program.decisions[$0].name == name }),
      let outcome = interpreter.outcome(of: id, in: state)
    else { return "" }
    return outcome.value.text(in: program)
  }
}

extension Program {
  /// Names of the parts that a case stands in, of several in order.
  fileprivate func parts(of state: CaseState, _ name: (State.Part) -> String?) -> String {
    var names: [String] = []
    for id in state.configuration {
      guard let part = chart?.states[id].part, let name = name(part), !names.contains(name) else {
        continue
      }
      names.append(name)
    }
    return names.joined(separator: ", ")
  }

  /// A fact's value by its name, as it is shown; nil where it is unknown or no such fact.
  func shownFact(_ name: String, of state: CaseState) -> String? {
    guard let id = facts.ids.first(where: { facts[$0].name == name }) else { return nil }
    return state.facts[id.index].map { $0.text(in: self) }
  }
}
