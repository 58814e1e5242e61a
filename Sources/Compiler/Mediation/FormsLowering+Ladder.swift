import SourceText
import Syntax

// A ladder becomes a type, three variables, and in the slots filled with it the region `level`.
extension FormsLowering {
  static let choosingLevel = "choosing_level"
  static let choosingNext = "choosing_next"

  /// The type `level`, the variables, and the event by which a branch is chosen.
  mutating func lowerLadder() {
    declareInvited()
    guard let ladder = tree.mediation.ladder else { return }
    let span = ladder.levels.first?.id.span ?? ladder.span
    add(
      EnumerationTree(
        name: .made("level", at: span), title: .made(en: "level", zh: "层级", at: span),
        isOrdered: true, words: ladder.levels.map { NamedTree(name: $0.id, title: $0.title) }),
      of: "ladder")
    let counters = [
      ("attempts", "failed runs at this level", "本级未成次数"),
      ("escalations", "moves to a higher level", "上调次数"),
    ]
    for (name, en, zh) in counters {
      add(
        .made(
          name, type: .made("integer", at: span), start: .made("0", at: span),
          title: .made(en: en, zh: zh, at: span), at: span),
        of: "ladder")
    }
    add(
      .made(
        "current_level", type: .made("level or null", at: span), start: .made("null", at: span),
        title: .made(en: "current level", zh: "现在的层级", at: span), at: span),
      of: "ladder")
    check(ladder)
    declareChoice(ladder)
  }

  /// What remembers, in one run of a script, whom it has brought in.
  private mutating func declareInvited() {
    guard Invitation.isRemembered(in: tree.mediation), let span = tree.mediation.scripts.first?.span
    else { return }
    add(
      .made(
        Invitation.variable, type: .made("list of text", at: span), start: .list([], span),
        title: .made(en: "invited already", zh: "已邀请", at: span), at: span),
      of: "scripts")
  }

  /// `work`: the levels and the script side by side.
  mutating func ladderContent(
    _ fill: FillTree, _ script: ScalarText, _ slot: SlotTree
  ) -> SlotContent {
    guard let ladder = tree.mediation.ladder else {
      diagnostics.report(.noLadder(fill))
      return scriptContent(script, slot)
    }
    if slot.gives.count < 2 { diagnostics.report(.noOutcomeOfFailure(fill, slot)) }
    checkHandled(ladder, slot)
    let made = [Self.choosingLevel, Self.choosingNext, "work"] + slot.gives.map(\.name.value)
    reserveNames(
      of: ladder.levels.map(\.id), against: made, at: fill.slot.span,
      maker: Bilingual(en: "a slot with a ladder", zh: "逐级办理的接口"))
    let region = LevelRegion(
      ladder, restarts: fill.onEscalation?.value != "continue",
      failure: slot.outcomeOfFailure?.value ?? "", askedAgain: askedAgain,
      words: Dictionary(
        ladder.levels.map { ($0.id.value, word($0.id.value, of: "level")) }
      ) { first, _ in first })
    var work = StateTree.made(
      "work", title: .made(en: "work at the levels", zh: "逐级办理", at: fill.slot.span),
      at: fill.slot.span)
    work.part = .work
    work.isParallel = true
    work.states = [region.state, scriptRegion(script, slot, underLadder: true)]
    return SlotContent(
      states: [work] + region.statesBeside, initial: .made(to: ["work"], at: fill.slot.span))
  }

  /// Consents that are asked anew when a case moves up.
  private var askedAgain: [String] {
    tree.mediation.consents.filter { $0.again?.value == "escalation" }.map(\.name.value)
  }

  /// `choose_level`, where a level has several above it.
  private mutating func declareChoice(_ ladder: LadderTree) {
    let branching = ladder.levels.filter { $0.next.count > 1 }
    guard let first = branching.first else { return }
    var roles: [Located<String>] = []
    for role in branching.compactMap(\.choose)
    where !roles.contains(where: { $0.value == role.value }) {
      roles.append(role)
    }
    let span = first.next[0].span
    add(
      .made(
        "choose_level",
        title: .made(en: "choose the level to move up to", zh: "选定上调的层级", at: span), by: roles,
        with: ["level": "level"], at: span),
      of: "ladder")
  }
}

// What a ladder must hold to.
extension FormsLowering {
  private mutating func check(_ ladder: LadderTree) {
    let names = ladder.levels.map(\.id.value)
    for (index, level) in ladder.levels.enumerated() {
      for next in level.next {
        guard let place = names.firstIndex(of: next.value) else {
          diagnostics.report(.undeclared(.level, next.value, among: names, at: next.span))
          continue
        }
        if place <= index { diagnostics.report(.notAbove(next, level)) }
      }
      if level.next.count > 1, level.choose == nil {
        diagnostics.report(.branchWithoutChoice(level))
      } else if let choose = level.choose, level.next.count < 2 {
        diagnostics.report(.choiceWithoutBranch(choose, level))
      }
    }
    for item in ladder.escalations {
      for case .overdue(let span) in item.triggers
      where ladder.levels.allSatisfy({ $0.within == nil }) {
        diagnostics.report(.neverOverdue(span, ladder))
      }
    }
  }

  private mutating func checkHandled(_ ladder: LadderTree, _ slot: SlotTree) {
    for item in ladder.escalations {
      for case .on(let events) in item.triggers { reportReserved(events, slot) }
    }
  }
}
