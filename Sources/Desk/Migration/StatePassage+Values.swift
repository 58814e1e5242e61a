internal import Engine
internal import Model
internal import SourceText

// What the case knows.
extension StatePassage {
  mutating func carryFacts() {
    for id in pair.old.facts.ids {
      guard let value = before.facts[id.index] else { continue }
      let fact = pair.old.facts[id]
      switch pair.fact(id) {
      case .dropped: continue
      case .missing: obstacles.append(missing(.fact, fact.name, "fact", "事实", "facts"))
      case .found(let place):
        let wanted = pair.new.facts[place]
        guard
          let carried = carried(
            value, .fact, fact.name, fact.type, wanted.type,
            isNamed: pair.isNamed(fact.name, .facts), "facts")
        else { continue }
        if let problem = FactBounds.problem(with: carried, for: wanted, in: pair.new) {
          obstacles.append(
            Obstacle(.fact, fact.name, problem.en, problem.zh).mapped("facts"))
        } else if after.facts[place.index] != nil {
          obstacles.append(
            Obstacle(
              .fact, fact.name, "two facts would become `\(wanted.name)`",
              "两个事实都要对应 `\(wanted.name)`"
            ).mapped("facts"))
        } else {
          after.facts[place.index] = carried
        }
      }
    }
  }

  mutating func carryVariables() {
    for id in pair.old.variables.ids {
      let (variable, value) = (pair.old.variables[id], before.variables[id.index])
      switch pair.counterpart(variable.name, .variables, in: pair.new.variables, \.name) {
      case .dropped: continue
      case .missing:
        if value == variable.start { continue }
        obstacles.append(missing(.variable, variable.name, "variable", "变量", "variables"))
      case .found(let place):
        let carried = carried(
          value, .variable, variable.name, variable.type, pair.new.variables[place].type,
          isNamed: pair.isNamed(variable.name, .variables), "variables")
        if let carried { after.variables[place.index] = carried }
      }
    }
  }

  mutating func carryDecisions() {
    for id in pair.old.decisions.ids {
      guard let frozen = before.frozen[id.index] else { continue }
      let decision = pair.old.decisions[id]
      switch pair.decision(id) {
      case .dropped: continue
      case .missing:
        obstacles.append(missing(.decision, decision.name, "decision", "决策", "decisions"))
      case .found(let place):
        let value = carried(
          frozen.value, .decision, decision.name, decision.type, pair.new.decisions[place].type,
          isNamed: pair.isNamed(decision.name, .decisions), "decisions")
        if let value {
          after.frozen[place.index] = DecisionOutcome(value: value, rows: frozen.rows)
        }
      }
    }
  }

  mutating func carryPending() {
    for id in before.pending {
      switch pair.decision(id) {
      case .dropped: continue
      case .found(let place): after.pending.append(place)
      case .missing:
        let name = pair.old.decisions[id].name
        obstacles.append(missing(.decision, name, "decision", "决策", "decisions"))
      }
    }
  }

  mutating func carryQueue() {
    for queued in before.queue {
      if let carried = event(queued, .event, pair.old.events[queued.event].name) {
        after.queue.append(carried)
      }
    }
  }

  mutating func carryPapers() {
    for id in before.drafted {
      switch pair.document(id) {
      case .dropped: continue
      case .found(let place): after.drafted.append(place)
      case .missing:
        obstacles.append(
          missing(.document, pair.old.documents[id].name, "document", "文书", "documents"))
      }
    }
  }

  /// An event on its way; nil where it was given up, or has no place.
  mutating func event(
    _ queued: QueuedEvent, _ kind: Obstacle.Kind, _ name: String
  ) -> QueuedEvent? {
    let event = pair.old.events[queued.event]
    switch pair.event(queued.event) {
    case .dropped: return nil
    case .missing:
      obstacles.append(missing(kind, event.name, "event", "事件", "events"))
      return nil
    case .found(let place):
      do {
        let payload = try values.payload(
          queued.payload, event.payload, pair.new.events[place].payload)
        return QueuedEvent(event: place, payload: payload)
      } catch {
        obstacles.append(misfit(error, kind, name, "events"))
        return nil
      }
    }
  }

  private mutating func carried(
    _ value: Value, _ kind: Obstacle.Kind, _ name: String, _ old: ValueType, _ new: ValueType,
    isNamed: Bool, _ section: String
  ) -> Value? {
    guard isNamed || values.areAlike(old, new) else {
      let (from, to) = (ProgramText(pair.old).type(old), ProgramText(pair.new).type(new))
      obstacles.append(
        Obstacle(
          kind, name, "the type of `\(name)` was \(from) and is \(to) now",
          "`\(name)` 的类型原来是 \(from)，现在是 \(to)"
        ).helped(
          "write `\(section): {\(name): \(name)}` in the mapping to take the value all the same, "
            + "or `\(name): drop`",
          "仍要用原来的值，请在对应关系文件里写 `\(section): {\(name): \(name)}`；不要了就写 `\(name): drop`"))
      return nil
    }
    do { return try values.value(value, old, new) } catch {
      obstacles.append(misfit(error, kind, name, section))
      return nil
    }
  }

  private func misfit(
    _ misfit: ValuePassage.Misfit, _ kind: Obstacle.Kind, _ name: String, _ section: String
  ) -> Obstacle {
    let reason = misfit.reason
    let obstacle = Obstacle(
      kind, name, "the value of `\(name)` has no place: \(reason.en)",
      "`\(name)` 的值没有去处：\(reason.zh)")
    guard case .word(let word) = misfit else { return obstacle.mapped(section) }
    return obstacle.helped(
      "write `words: {TYPE: {\(word): NEW}}` in the mapping, or `\(section): {\(name): drop}`",
      "请在对应关系文件里写 `words: {类型: {\(word): 新词}}`，不要了就写 `\(section): {\(name): drop}`")
  }

  func missing(
    _ kind: Obstacle.Kind, _ name: String, _ en: String, _ zh: String, _ section: String
  ) -> Obstacle {
    Obstacle(kind, name, "the new rulebook has no \(en) `\(name)`", "新规则书没有\(zh) `\(name)`")
      .mapped(section)
  }
}
