internal import Batch
internal import Engine
internal import Model
internal import SourceText

// Why a case goes another way.
extension ImpactReport {
  /// Where the two versions part in it.
  func place(_ example: ImpactTally.Example) -> String {
    let divergence = example.divergence
    if divergence.entry == 0 { return say("at the opening", "立案时") }
    let event = divergence.event.map { name in
      say(" `\(name.onOneSafeLine)`", "“\(title(ofEvent: name))”")
    }
    let place = event ?? ""
    return say("at entry \(divergence.entry)\(place)", "第 \(divergence.entry) 条\(place)")
  }

  private func title(ofEvent name: String) -> String {
    let event = old.program.events.elements.first { $0.name == name }
    return event.map { old.heading($0.name, $0.title) } ?? name.onOneSafeLine
  }

  /// A state's title where it has one in Chinese; a path besides would be a machine's word.
  private func state(_ id: ID<State>, _ wording: Wording) -> String {
    guard console.language == .chinese, let state = wording.program.chart?.states[id] else {
      return wording.state(id)
    }
    return wording.heading(state.path, state.title)
  }

  /// The case and where the versions part in it.
  func spot(_ example: ImpactTally.Example) -> String {
    id(example.id, example.number) + comma + place(example)
  }

  /// What one version made of it there.
  func reason(_ side: Divergence.Side, _ wording: Wording) -> String {
    if let refusal = side.refusal {
      return say("refused: ", "被拒绝：") + wording.say(words(of: refusal, wording)).onOneSafeLine
    }
    var parts = [list(side.leaves.map { state($0, wording) })]
    if parts[0].isEmpty { parts[0] = say("no state", "没有状态") }
    parts += side.transitions.map { transition($0, wording) }
    parts += side.decided.compactMap { decided($0, wording) }
    if let due = side.due {
      parts.append(
        say("due", "期限") + " \(due.name.onOneSafeLine) \(due.text(in: wording.program))")
    }
    return parts.joined(separator: semicolon)
  }

  /// Why an entry was refused, without what a value was where that is nobody's business.
  private func words(of refusal: Refusal, _ wording: Wording) -> Bilingual {
    if run.secrets != nil {
      switch refusal {
      case .factOutOfBounds(let id, _):
        let name = wording.program.facts[id].name
        return Bilingual(
          en: "`\(name)` is out of its bounds", zh: "`\(name)` 超出规定的范围")
      case .fault: return Bilingual(en: "a rule has no result here", zh: "规则在此算不出结果")
      default: break
      }
    }
    return RefusalText(program: wording.program).text(of: refusal)
  }

  /// The rows that decided; of what was frozen also what the case keeps. Nil where nothing may be
  /// told of it.
  private func decided(_ decided: Divergence.Decided, _ wording: Wording) -> String? {
    let name = wording.program.decisions[decided.decision].name
    if run.untoldDecisions.contains(name) { return nil }
    let rows = list(decided.rows.isEmpty ? [say("undecided", "未定")] : decided.rows).onOneSafeLine
    let title = wording.decision(decided.decision)
    guard let frozen = decided.frozen else { return title + colon + rows }
    return say("\(title) frozen as ", "\(title) 定为 ") + frozen.onOneSafeLine + inBrackets(rows)
  }

  /// Its ends and its line; one that leads nowhere only does something.
  private func transition(_ id: ID<Transition>, _ wording: Wording) -> String {
    guard let transition = wording.program.chart?.transitions[id] else { return "" }
    let source = state(transition.source, wording)
    let targets = list(transition.targets.map { state($0, wording) })
    let way =
      switch (source.isEmpty, targets.isEmpty) {
      case (true, true): say("a rule for all states", "各状态都适用的规则")
      case (false, true): source
      case (true, false): "→ \(targets)"
      case (false, false): "\(source) → \(targets)"
      }
    return way + inBrackets(wording.place(transition.span))
  }
}
