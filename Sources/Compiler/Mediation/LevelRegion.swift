import SourceText
import Syntax

/// The region `level` of a slot filled with a ladder: each level a state, and the ways up.
struct LevelRegion {
  private let ladder: LadderTree
  /// Whether a case that moves up begins its script anew.
  private let restarts: Bool
  /// The outcome that lies past the top.
  private let failure: String
  /// Consents whose answers are taken back when a case moves up.
  private let askedAgain: [String]
  /// By level: how it is named in expressions.
  private let words: [String: String]

  init(
    _ ladder: LadderTree, restarts: Bool, failure: String, askedAgain: [String],
    words: [String: String]
  ) {
    self.ladder = ladder
    self.restarts = restarts
    self.failure = failure
    self.askedAgain = askedAgain
    self.words = words
  }

  var state: StateTree {
    var region = StateTree.made(
      "level", title: .made(en: "level", zh: "层级", at: span), at: span)
    region.part = .scaffold
    region.states = [choosing] + ladder.levels.indices.map(state)
    if !restarts { region.states += choosingNext }
    return region
  }

  /// Where the script is to begin anew, it stops while a way up is being chosen.
  var statesBeside: [StateTree] { restarts ? choosingNext : [] }

  private func word(_ level: String) -> String { words[level] ?? level }

  private var span: Span { ladder.levels.first?.id.span ?? ladder.span }

  /// Leads to where the case stands already, else to where it starts.
  private var choosing: StateTree {
    var state = StateTree.made(
      FormsLowering.choosingLevel, title: .made(en: "choosing the level", zh: "确定层级", at: span),
      at: span)
    state.part = .scaffold
    state.always = ladder.levels.map { level in
      .made(
        when: "current_level = \(word(level.id.value))", to: [level.id.value], at: level.id.span)
    }
    state.always += start
    return state
  }

  private var start: [TransitionTree] {
    let lowest = ladder.levels.first?.id.value
    guard let start = ladder.start else {
      return [.made(to: [lowest].compactMap(\.self), at: span)]
    }
    if ladder.levels.contains(where: { $0.id.value == start.text }) {
      return [.made(to: [start.text], at: start.span)]
    }
    return ladder.levels.map { level in
      var way = TransitionTree(span: start.span)
      way.condition = start.compared(to: word(level.id.value))
      way.targets = [level.id]
      return way
    }
  }

  private func state(_ index: Int) -> StateTree {
    let level = ladder.levels[index]
    var state = StateTree(name: level.id, span: level.span)
    state.title = level.title
    state.part = .level(level.id.value)
    state.entry = [.set(["current_level": word(level.id.value)], at: level.id.span)] + call(level)
    if let within = level.within {
      state.after = [
        AfterTree(length: .term(within), transitions: overdue(from: index), span: within.span)
      ]
    }
    for item in ladder.escalations {
      for trigger in item.triggers {
        switch trigger {
        case .when(let condition):
          var way = up(from: index, item)
          way.condition = condition
          state.always.append(way)
        case .on(let events):
          state.on.append(HandlerTree(patterns: events, transitions: [up(from: index, item)]))
        case .overdue: break
        }
      }
    }
    return state
  }

  /// The seats are told each time a case comes to the level.
  private func call(_ level: LevelTree) -> [ActionTree] {
    guard let first = level.seats.first else { return [] }
    let title = level.title.words(or: level.id)
    let text = TitleTree.made(
      en: "a case has come to \(title.en)", zh: "案件到\(title.zh)办理", at: first.span)
    var notice = ActionTree(
      .notify(to: level.seats, text: .fixed(text), within: nil), span: first.span)
    notice.basis = level.basis
    return [notice]
  }

  private func overdue(from index: Int) -> [TransitionTree] {
    let item = ladder.escalations.first { item in
      item.triggers.contains { if case .overdue = $0 { true } else { false } }
    }
    return item.map { [up(from: index, $0)] } ?? []
  }

  /// One move up, or past the top.
  private func up(from index: Int, _ item: EscalationTree) -> TransitionTree {
    let level = ladder.levels[index]
    let above = ladder.levels.dropFirst(index + 1).first.map { [$0.id] } ?? []
    let next = level.next.isEmpty ? above : level.next
    guard let only = next.first else {
      return .made(to: [failure], basis: item.basis, at: item.span)
    }
    if next.count > 1 {
      return .made(to: [FormsLowering.choosingNext], basis: item.basis, at: item.span)
    }
    return move(to: only.value, when: nil, item.basis, at: item.span)
  }

  private func move(
    to level: String, when condition: String?, _ basis: [Located<String>], at span: Span
  ) -> TransitionTree {
    var actions: [ActionTree] = [
      .set(
        [
          "attempts": "0", "escalations": "escalations + 1", "current_level": word(level),
        ], at: span)
    ]
    actions += askedAgain.map { .set(["\($0)_answers": "[]"], at: span) }
    return .made(
      when: condition, to: [restarts ? "work" : level], do: actions, basis: basis, at: span)
  }

  /// Waits for the choice among several ways up.
  private var choosingNext: [StateTree] {
    let branching = ladder.levels.filter { $0.next.count > 1 }
    guard let first = branching.first else { return [] }
    let span = first.next[0].span
    var state = StateTree.made(
      FormsLowering.choosingNext,
      title: .made(en: "choosing the level to move up to", zh: "选定上调的层级", at: span), at: span)
    state.part = .scaffold
    let ways = branching.flatMap { level in
      level.next.map { next in
        let here = branching.count > 1 ? "current_level = \(word(level.id.value)) and " : ""
        return move(
          to: next.value, when: "\(here)event.level = \(word(next.value))", level.basis,
          at: next.span)
      }
    }
    state.on = [HandlerTree(patterns: [.made("choose_level", at: span)], transitions: ways)]
    return [state]
  }
}
