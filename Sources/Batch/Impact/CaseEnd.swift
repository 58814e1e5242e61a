internal import Engine
internal import Model
internal import SourceText

/// Something that a case comes to, which two versions may see differently.
package enum ImpactAspect: Hashable, Sendable {
  /// The innermost active states after the last entry.
  case state
  /// The first level that the case came to, whether it stands there still or not.
  case firstLevel
  /// The last level that it came to, whether it has ended or not.
  case level
  /// The script that was chosen last, whether it has ended or not.
  case script
  /// Days from the opening to the first deadline that the case was given, whether it still runs or
  /// not.
  case deadline
  /// Days from the opening to what is due first after the last entry.
  case due
  /// What a decision gives, by its name; of rulebooks without a workflow.
  case decision(String)
  /// What a case kept of a decision that the workflow made once (`decide`), by its name.
  case frozen(String)

  /// Whether its words are numbers of days.
  package var isInDays: Bool { self == .deadline || self == .due }
}

/// What a case came to under one version: a word for each aspect, "" for nothing.
struct CaseEnd: Hashable {
  let words: [String]

  init(_ replay: Replay, _ version: ImpactVersion, aspects: [ImpactAspect]) {
    let program = version.program
    let state = replay.state
    let way = CaseWay(replay, program)
    words = aspects.map { aspect in
      switch aspect {
      case .state: program.activeLeaves(of: state.configuration).joined(separator: ", ")
      case .firstLevel: program.levels(way.first)
      case .level: program.levels(way.last)
      case .script: program.scripts(way.last)
      case .deadline: Self.firstDeadline(of: replay, program)
      case .due: state.isFinished ? "" : Self.days(in: state, program) ?? ""
      case .decision(let name):
        version.outcome(of: name, in: state)?.value.text(in: program) ?? ""
      case .frozen(let name): version.keptWords(name, in: state)
      }
    }
  }

  /// Of a case with levels the one that it has when it first stands at one: what runs before that
  /// says nothing of the level's term.
  private static func firstDeadline(of replay: Replay, _ program: Program) -> String {
    let states = replay.steps.lazy.map(\.result.state)
    let atLevel = states.first { state in
      state.configuration.contains { program.chart?.states[$0].part?.level != nil }
    }
    return atLevel.flatMap { days(in: $0, program) }
      ?? states.compactMap { days(in: $0, program) }.first ?? ""
  }

  /// Days from the opening to what is due first; nil where nothing is.
  private static func days(in state: CaseState, _ program: Program) -> String? {
    guard let first = DueList(program: program, state: state).items.first,
      let opened = state.opened
    else { return nil }
    let start = opened.date(in: program.offset).daysSinceEpoch
    return String(first.day(in: program).daysSinceEpoch - start)
  }
}

extension State.Part {
  /// A level's name.
  fileprivate var level: String? { if case .level(let name) = self { name } else { nil } }

  /// A script's name.
  fileprivate var script: String? { if case .script(let name) = self { name } else { nil } }
}

extension Program {
  /// Names of those that are levels, of several in order.
  fileprivate func levels(_ states: [ID<State>]) -> String { names(of: states, \.level) }

  /// Names of those that are scripts, of several in order.
  fileprivate func scripts(_ states: [ID<State>]) -> String { names(of: states, \.script) }

  private func names(of states: [ID<State>], _ name: (State.Part) -> String?) -> String {
    var names: [String] = []
    for id in states {
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
