internal import Model
internal import SourceText

/// What one version of a rulebook holds besides decisions and transitions, each thing with what is
/// said of it in words, so that two versions can be laid side by side.
struct VersionItems {
  typealias Section = RulebookDifference.Section

  /// One thing.
  struct Item {
    var section: Section
    var name: String
    var span: Span
    var aspects: [(aspect: Bilingual, words: String)]
  }

  private let program: Program
  private let text: ProgramText
  private(set) var all: [Item] = []

  init(_ program: Program) {
    self.program = program
    text = ProgramText(program)
    addHeader()
    addNames()
    addMediation()
    addChart()
    addPeriods()
    addDocuments()
    addPromises()
  }

  private mutating func add(
    _ section: Section, _ name: String, _ span: Span, _ aspects: (String, String, String)...
  ) {
    all.append(
      Item(
        section: section, name: name, span: span,
        aspects: aspects.map { (Bilingual(en: $0.0, zh: $0.1), $0.2) }))
  }

  private mutating func addText(_ name: String, _ words: Bilingual?, _ span: Span) {
    guard let words, !words.zh.isEmpty || !words.en.isEmpty else { return }
    add(.texts, name, span, ("words", "文字", both(words)))
  }

  private func both(_ words: Bilingual) -> String {
    words.en == words.zh ? words.zh : "\(words.zh) | \(words.en)"
  }

  private mutating func addHeader() {
    let (from, to) = (program.effectiveFrom, program.effectiveTo)
    // Both versions have these, so that only what is said of them is told.
    add(
      .settings, "rulebook", program.facts.elements.first?.span ?? Span(SourceID(0), 0, 0),
      ("in force", "生效期间", "\(from.map { "\($0)" } ?? "")..\(to.map { "\($0)" } ?? "")"),
      ("offset", "时差", "\(program.offset)"),
      ("unhandled", "无人处理的事件", program.chart?.ignoresUnhandledEvents == true ? "ignore" : ""))
  }

  /// What forms say that no transition shows.
  private mutating func addMediation() {
    for line in program.mediation.redLines {
      add(
        .settings, "red_lines.\(line.name)", line.span, ("act", "处置", line.act),
        ("tell", "通知", line.tell.joined(separator: ", ")))
    }
    for consent in program.mediation.consents {
      add(
        .settings, "consents.\(consent.name)", program.decisions[consent.decision].span,
        ("before", "之前", consent.before.map { program.roles[$0].name }.joined(separator: ", ")))
    }
    for measure in program.mediation.measures {
      let counted: String
      switch measure.kind {
      case .count(let expression): counted = "count \(text.expression(expression))"
      case .sum(let expression): counted = "sum \(text.expression(expression))"
      }
      add(
        .settings, "measures.\(measure.name)", measure.span, ("measure", "指标", counted),
        ("of", "范围", measure.base.map(text.expression) ?? ""),
        ("by", "分组", measure.period?.rawValue ?? ""))
    }
    for level in program.mediation.levels {
      add(
        .settings, "levels.\(level.name)", level.span,
        ("seats", "席位", level.seats.joined(separator: ", ")))
    }
  }

  private mutating func addNames() {
    for one in program.enumerations.elements where !one.name.isEmpty {
      add(
        .types, one.name, one.span,
        ("words", "取值", one.words.map(\.name).joined(separator: ", ")),
        ("ordered", "有序", one.isOrdered ? "true" : "false"))
    }
    for fact in program.facts.elements {
      let roles = fact.secrecy?.keptFrom.map { program.roles[$0].name } ?? []
      add(
        .facts, fact.name, fact.span, ("type", "类型", text.type(fact.type)),
        ("min", "最小值", fact.minimum.map { text.value($0) } ?? ""),
        ("max", "最大值", fact.maximum.map { text.value($0) } ?? ""),
        ("fixed", "不可改", fact.isFixed ? "true" : ""),
        ("kept from", "对谁保密", roles.joined(separator: ", ")))
      addText(fact.name + " ask", fact.question, fact.span)
      if fact.title != Bilingual(fact.name) { addText(fact.name + " title", fact.title, fact.span) }
    }
    for variable in program.variables.elements {
      add(
        .variables, variable.name, variable.span, ("type", "类型", text.type(variable.type)),
        ("start", "初始值", text.value(variable.start, of: variable.type)))
    }
    for event in program.events.elements where event.origin == .external {
      let payload = event.payload.map { "\($0.name): \(text.type($0.type))" }
      add(
        .events, event.name, event.span,
        ("by", "由谁", event.roles.map { program.roles[$0].name }.joined(separator: ", ")),
        ("with", "字段", payload.joined(separator: ", ")))
    }
    for role in program.roles.elements {
      add(.roles, role.name, role.span, ("when", "条件", role.condition.map(text.expression) ?? ""))
    }
    for setting in program.mediation.settings {
      add(.settings, setting.name, setting.span, ("value", "取值", setting.value))
    }
  }

  private mutating func addChart() {
    guard let chart = program.chart else { return }
    for state in chart.states.elements where state.parent != nil {
      let done = state.doneData.map { "\($0.name): \(text.expression($0.value))" }
      add(
        .states, state.path, state.span, ("type", "类型", state.kind.rawValue),
        ("initial", "初始状态", state.initial.map { chart.states[$0].path }.joined(separator: ", ")),
        ("entry", "进入时", text.words(of: state.initialActions + state.entry)),
        ("exit", "离开时", text.words(of: state.exit)), ("data", "数据", done.joined(separator: ", ")),
        ("ask", "询问", state.asks.map { program.facts[$0].name }.joined(separator: ", ")),
        ("order", "次序", text.overlaps(of: state, in: chart)))
      let delays = state.delayed.map { text.delay(chart.delayed[$0].delay) }
      if !delays.isEmpty {
        add(
          .deadlines, state.path, state.span, ("after", "期限", delays.joined(separator: ", ")))
      }
      addText(state.path + " say", state.prompt?.words, state.span)
      if let template = state.prompt?.template {
        add(.texts, state.path + " say", state.span, ("words", "文字", text.words(of: template)))
      }
    }
  }

  private mutating func addPeriods() {
    for period in program.periods.elements {
      let paused = period.pausedIn.map { program.chart?.states[$0].path ?? "" }
      let extended = period.extension.map { one in
        (one.condition.map { "when \(text.expression($0)) " } ?? "")
          + "until \(text.expression(one.until))"
      }
      add(
        .deadlines, "periods.\(period.name)", period.span, ("length", "长度", "\(period.length)"),
        (
          "from", "起算",
          (period.starts.count > 1 ? "\(period.choice.rawValue) of " : "")
            + period.starts.map(text.expression).joined(separator: ", ")
        ),
        ("extend", "延长", extended ?? ""), ("paused in", "中止", paused.joined(separator: ", ")))
    }
  }

  private mutating func addDocuments() {
    for document in program.documents.elements {
      add(
        .documents, document.name, document.span,
        ("needs", "所需", document.needs.map { program.facts[$0].name }.joined(separator: ", ")),
        ("to", "送达", document.to.joined(separator: ", ")),
        ("signed by", "签名", document.signedBy.joined(separator: ", ")),
        ("copies", "份数", document.copies.map(both) ?? ""))
      if let template = document.template {
        add(
          .texts, "\(document.name) template", document.span,
          ("words", "文字", text.words(of: template)))
      }
    }
  }

  private mutating func addPromises() {
    for invariant in program.invariants {
      add(
        .invariants, invariant.name, invariant.span,
        ("promise", "承诺", text.words(of: invariant.kind)),
        ("sealed", "封存", invariant.isSealed ? "true" : ""))
    }
  }
}
