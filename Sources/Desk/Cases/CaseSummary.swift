internal import Engine
internal import Model
internal import SourceText
internal import Store

/// What lists show of a case, without anything that has to stay secret.
struct CaseSummary {
  private let fold: CaseFold
  private let agenda: Agenda

  init(_ fold: CaseFold) {
    self.fold = fold
    agenda = fold.interpreter.agenda(of: fold.state)
  }

  private var program: Program { fold.program }

  var standing: Store.Standing {
    let leaves = agenda.leaves.compactMap { program.chart?.states[$0] }
    let first = agenda.due.first
    return Store.Standing(
      state: leaves.map(\.path).joined(separator: ", "),
      title: leaves.map { $0.title.zh }.joined(separator: "、"), level: agenda.standing.level?.name,
      acting: acting, dueAt: first?.due.milliseconds,
      dueDay: first?.day(in: program).description, dueWhat: first?.name,
      isFinished: fold.state.isFinished, summary: parties, detail: detail)
  }

  private var acting: String? {
    let roles = agenda.actors(in: program).map { program.roles[$0].name }
    return roles.isEmpty ? nil : roles.joined(separator: "、")
  }

  /// Who the parties are, masked: `甲*、乙*`. Whoever is kept from a side is left out: all see lists.
  private var parties: String {
    program.parties.filter { program.facts[$0].secrecy == nil }
      .flatMap { names(of: fold.state.facts[$0.index]) }
      .map { Masking.masked(name: $0) }.joined(separator: "、")
  }

  private func names(of value: Value?) -> [String] {
    guard case .list(let persons)? = value else { return [] }
    return persons.compactMap { person in
      if case .record(let fields) = person, case .text(let name)? = fields.first {
        name
      } else {
        nil
      }
    }
  }

  /// All that is due, and all tasks, for lists of deadlines.
  private var detail: String {
    let due = agenda.due.map { item in
      JSONText.object([
        .init("name", .string(item.name)), .init("at", .string(String(item.due.milliseconds))),
        .init("day", .string(item.day(in: program).description)),
        .init("provisional", .bool(item.isProvisional)),
        .init("title_en", .string(title(of: item.name).en)),
        .init("title_zh", .string(title(of: item.name).zh)),
        .init("to", .array(recipients(of: item.name).map(JSONText.string))),
      ])
    }
    return JSONText.object([.init("due", .array(due))]).text(order: .sorted)
  }

  /// What people call a deadline: the title of its period, task or state.
  private func title(of name: String) -> Bilingual {
    if let period = program.periods.elements.first(where: { $0.name == name }) {
      return period.title
    }
    if let task = fold.state.tasks.first(where: { $0.order.id == name }) { return task.order.title }
    if let term = DueTitles(program, fold.pinned.sources).term(of: name) { return term }
    let state = program.chart?.states.elements.first { $0.path == name }
    return state?.title ?? Bilingual(name)
  }

  /// To whom the task of that name was given; for other deadlines those who are to act.
  private func recipients(of name: String) -> [String] {
    agenda.tasks.first { $0.order.id == name }?.order.to
      ?? agenda.actors(in: program).map { program.roles[$0].name }
  }
}
