internal import Model
internal import SourceText

/// Transitions are matched by where they stand, what triggers them, and their order among those.
extension VersionsLook {
  /// One transition of a version, in words.
  private struct Told {
    var key: String
    var name: String
    var transition: Transition
    var targets: String
    var actions: String
    var guardWords: String
    var kind: String

    var whole: [String] { [targets, actions, guardWords, kind] }
  }

  var transitionChanges: [Change] {
    let before = told(old, guards: { $0 })
    let after = told(new, guards: { $0.map(joint.expression) })
    var keys: [String] = []
    for one in before + after where !keys.contains(one.key) { keys.append(one.key) }
    let (old, new) = (
      Dictionary(grouping: before, by: \.key), Dictionary(grouping: after, by: \.key)
    )
    return keys.flatMap { changes(old[$0] ?? [], new[$0] ?? []) }
  }

  private func told(
    _ program: Program, guards: (Expression?) -> Expression?
  ) -> [Told] {
    guard let chart = program.chart else { return [] }
    return chart.transitions.elements.map { transition in
      let text = ProgramText(program).within(transition)
      let trigger: String
      switch transition.trigger {
      case .always: trigger = "always"
      case .events(let events, let pattern):
        var shown = pattern
        // Time limits are told among the deadlines; what is matched is their order.
        if let event = events.first, case .timer(let id) = program.events[event].origin {
          let place = chart.states[chart.delayed[id].state].delayed.firstIndex(of: id) ?? 0
          shown = place == 0 ? "after" : "after #\(place + 1)"
        }
        trigger = shown
      }
      let source = chart.states[transition.source].path
      let targets = transition.targets.map { chart.states[$0].path }.joined(separator: ", ")
      let key = "\(source) \(trigger)".drop { $0 == " " }
      return Told(
        key: String(key), name: key + (targets.isEmpty ? "" : " -> \(targets)"),
        transition: transition, targets: targets, actions: text.words(of: transition.actions),
        guardWords: guards(transition.condition).map(
          ProgramText(joint.program, payload: text.payload).expression) ?? "",
        kind: (transition.isInternal ? "internal " : "") + (transition.isFirst ? "first" : ""))
    }
  }

  private func changes(_ before: [Told], _ after: [Told]) -> [Change] {
    var rest = Array(after.enumerated())
    var pairs: [(old: Told, new: Told, place: Int)] = []
    var open: [Told] = []
    // Word for word first, so that one put in before others does not move them all.
    for one in before {
      if let same = rest.firstIndex(where: { $0.element.whole == one.whole }) {
        pairs.append((one, rest[same].element, rest[same].offset))
        rest.remove(at: same)
      } else {
        open.append(one)
      }
    }
    var changes: [Change] = []
    let places = pairs.map(\.place)
    if places != places.sorted(), let first = pairs.first {
      var change = Change(
        .transitions, .changed, first.old.key, first.old.transition.span,
        first.new.transition.span)
      change.aspects = [
        (
          Bilingual(en: "order", zh: "次序"),
          before.map(\.targets).joined(separator: " / "),
          after.map(\.targets).joined(separator: " / ")
        )
      ]
      changes.append(change)
    }
    let isEvenly = open.count == rest.count
    var taken: Set<Int> = []
    for (place, one) in open.enumerated() {
      guard place < rest.count,
        isEvenly || open.count == 1 || rest[place].element.targets == one.targets
      else {
        changes.append(Change(.transitions, .removed, one.name, one.transition.span, nil))
        continue
      }
      taken.insert(place)
      changes.append(change(one, rest[place].element))
    }
    for (place, other) in rest.enumerated() where !taken.contains(place) {
      changes.append(
        Change(.transitions, .added, other.element.name, nil, other.element.transition.span))
    }
    return changes
  }

  private func change(_ one: Told, _ other: Told) -> Change {
    var change = Change(
      .transitions, .changed, one.name, one.transition.span, other.transition.span)
    let words = [
      ("to", "去向", one.targets, other.targets), ("do", "动作", one.actions, other.actions),
      ("kind", "类型", one.kind, other.kind),
    ]
    change.aspects = words.filter { $0.2 != $0.3 }.map {
      (Bilingual(en: $0.0, zh: $0.1), $0.2, $0.3)
    }
    guard one.guardWords != other.guardWords else { return change }
    let (was, now) = (one.transition.condition, other.transition.condition)
    let said = now.map(joint.expression)
    var compared = change
    if let name = joint.retyped(in: [was, said].compactMap(\.self)) ?? payloadChanged(one, other) {
      tell(.notTold(.anotherKind(name)), in: &compared)
    } else {
      tell(comparing.compare(was, said) { run(was, now, $0) }, in: &compared)
    }
    if compared.kind == .rewritten {
      if change.aspects.isEmpty { return compared }
      return change
    }
    let guardWords = (Bilingual(en: "when", zh: "条件"), one.guardWords, other.guardWords)
    compared.aspects.append(guardWords)
    if !change.aspects.isEmpty { compared.kind = .changed }
    return compared
  }

  /// The event whose fields a guard may read, where they are not what they were.
  private func payloadChanged(_ one: Told, _ other: Told) -> String? {
    func fields(_ told: Told, _ program: Program) -> (name: String, fields: [String])? {
      guard case .events(let events, _) = told.transition.trigger, let event = events.first else {
        return nil
      }
      let text = ProgramText(program)
      let payload = program.events[event].payload.map { "\($0.name): \(text.type($0.type))" }
      return (program.events[event].name, payload)
    }
    guard let before = fields(one, old), let after = fields(other, new),
      before.fields != after.fields
    else { return nil }
    return before.name
  }
}
