package import Model
package import SourceText

/// Why an entry was refused, in words.
package struct RefusalText {
  private let program: Program

  package init(program: Program) {
    self.program = program
  }

  /// Why an entry was refused, and what could be done instead, as one sentence.
  package func text(of refusal: Refusal) -> Bilingual {
    switch refusal {
    case .unknownGuard(_, let missing), .unknownValue(_, let missing):
      let names = list(missing.facts.map { program.facts[$0].name })
      return Bilingual(
        en: "it depends on facts that are unknown: \(names)", zh: "取决于尚不清楚的事实：\(names)")
    case .unhandled(let event, let alternatives): return unhandled(event, alternatives)
    case .notPermitted(let event, let by): return notPermitted(event, by)
    case .notAdmitted(let event, let by, let missing): return notAdmitted(event, by, missing)
    case .notExternal(let event):
      return Bilingual(
        en: "`\(name(event))` is made by the workflow itself and cannot be fired",
        zh: "`\(name(event))` 只由流程自己产生，不能由人触发")
    case .finished: return Bilingual(en: "the case has ended", zh: "案件已经结束")
    case .backInTime(let clock):
      let moment = clock.text(in: program.offset)
      return Bilingual(
        en: "it is earlier than what has happened already (\(moment))",
        zh: "时间早于已发生的事（\(moment)）")
    case .factIsFixed(let fact):
      let name = program.facts[fact].name
      return Bilingual(
        en: "`\(name)` is fixed once stated", zh: "`\(name)` 一经陈述不得更改")
    case .factOutOfBounds(_, let problem): return problem
    case .fault(let fault): return FaultText(program: program).text(of: fault)
    }
  }

  private func unhandled(_ event: ID<Event>, _ alternatives: [ID<Event>]) -> Bilingual {
    let possible = list(alternatives.map(name))
    if alternatives.contains(event) {
      return Bilingual(
        en: "`\(name(event))` is possible here, but not with the values it came with",
        zh: "此处可以触发 `\(name(event))`，但所附的内容不符合条件")
    }
    return alternatives.isEmpty
      ? Bilingual(
        en: "nothing takes `\(name(event))` here, and no other event could be fired",
        zh: "此处没有规则接受 `\(name(event))`，也没有其他可触发的事件")
      : Bilingual(
        en: "nothing takes `\(name(event))` here; possible: \(possible)",
        zh: "此处没有规则接受 `\(name(event))`；可以触发：\(possible)")
  }

  private func notPermitted(_ event: ID<Event>, _ by: ID<Role>?) -> Bilingual {
    let allowed = list(program.events[event].roles.map { program.roles[$0].name })
    guard let by else {
      return Bilingual(
        en: "`\(name(event))` must say `by` whom; allowed: \(allowed)",
        zh: "`\(name(event))` 须用 `by` 写明由谁触发；可由：\(allowed)")
    }
    let role = program.roles[by].name
    return Bilingual(
      en: "`\(role)` may not fire `\(name(event))`; allowed: \(allowed)",
      zh: "`\(role)` 无权触发 `\(name(event))`；可由：\(allowed)")
  }

  private func notAdmitted(
    _ event: ID<Event>, _ by: ID<Role>, _ missing: Missing
  ) -> Bilingual {
    let role = program.roles[by].name
    let head = Bilingual(
      en: "`\(role)` may not fire `\(name(event))` yet, because what must hold for that does not",
      zh: "`\(role)` 现在还不能触发 `\(name(event))`：条件尚未具备")
    guard !missing.facts.isEmpty else { return head }
    let facts = list(missing.facts.map { program.facts[$0].name })
    return Bilingual(
      en: "\(head.en); unknown: \(facts)", zh: "\(head.zh)；尚不清楚：\(facts)")
  }

  private func name(_ event: ID<Event>) -> String { program.events[event].name }

  private func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}

/// What went wrong in a fault, in words.
package struct FaultText {
  private let program: Program

  package init(program: Program) {
    self.program = program
  }

  /// What went wrong in an expression, in a few words.
  package func text(of fault: Fault) -> Bilingual {
    switch fault.reason {
    case .divisionByZero: return Bilingual(en: "division by zero", zh: "除数为零")
    case .overflow:
      return Bilingual(en: "a number or date out of range", zh: "数字或日期超出范围")
    case .badArgument(let what):
      return Bilingual(en: "a wrong argument: \(what)", zh: "参数不对：\(what)")
    case .noRow(let decision):
      let name = program.decisions[decision].name
      return Bilingual(
        en: "no row of `\(name)` matches, and it has no `otherwise`",
        zh: "决策 `\(name)` 没有一行符合，也没有 `otherwise`")
    case .severalRows(let decision, let rows):
      let name = program.decisions[decision].name
      let ids = rows.map { "`\($0)`" }.joined(separator: ", ")
      if case .table(let table) = program.decisions[decision].logic, table.policy == .any {
        return Bilingual(
          en: "rows \(ids) of `\(name)` match together, but their results differ",
          zh: "决策 `\(name)` 的 \(ids) 同时符合，结果却不同")
      }
      return Bilingual(
        en: "rows \(ids) of `\(name)` match together, where one alone may match",
        zh: "决策 `\(name)` 的 \(ids) 同时符合，而只允许一行符合")
    case .outOfBounds(let what):
      return Bilingual(
        en: "a value that is not allowed: \(what.en)", zh: "不允许的值：\(what.zh)")
    case .noClock:
      return Bilingual(
        en: "a time is needed, but the case has none; give `opened` or `at`",
        zh: "此处需要时间，案件没有；请写明 `opened` 或 `at`")
    case .badPattern(let pattern):
      return Bilingual(
        en: "`\(pattern)` is not a regular expression", zh: "`\(pattern)` 不是正则表达式")
    case .endlessLoop(let states): return endless(states)
    }
  }

  private func endless(_ states: [ID<State>]) -> Bilingual {
    let circle = (states + states.prefix(1)).map { id -> Bilingual in
      let path = program.chart?.states[id].path ?? ""
      return path.isEmpty ? Bilingual(en: "the workflow", zh: "流程") : Bilingual("`\(path)`")
    }
    return Bilingual(
      en: "transitions without end: \(circle.map(\.en).joined(separator: " → "))",
      zh: "流程无休止地循环：\(circle.map(\.zh).joined(separator: " → "))")
  }
}
