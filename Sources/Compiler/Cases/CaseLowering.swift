import Model
import SourceText
import Syntax

/// The lowering of a case file: names resolved against a program, values read by their declared
/// types.
struct CaseLowering {
  let names: ProgramNames
  var diagnostics = Diagnostics()

  init(_ names: ProgramNames) {
    self.names = names
  }

  var program: Program { names.program }
  var checker: ExpressionChecker { names.checker }

  /// The case; with findings it holds what could be understood.
  mutating func lower(_ tree: CaseTree) -> CaseFile {
    if let named = tree.rulebook, named.value != program.name {
      diagnostics.report(.caseOfAnotherRulebook(named, program.name))
    }
    let opened = tree.opened.flatMap { moment($0) }
    var latest = opened
    let journal = tree.journal.map { entry($0, after: &latest) }
    var file = CaseFile(
      id: tree.id?.value ?? "", opened: opened, facts: statements(tree.facts), journal: journal,
      expectation: tree.expectation.map { expectation($0) }, span: tree.id?.span ?? tree.span)
    file.answersChecklist = answersChecklist(tree.facts)
    return file
  }

  private mutating func entry(_ tree: EntryTree, after latest: inout DateTime?) -> Entry {
    let at = tree.at.flatMap { moment($0) }
    if let at, let place = tree.at {
      if let before = latest, at < before {
        diagnostics.report(.timeRunsBackwards(place, before.text(in: program.offset)))
      } else {
        latest = at
      }
    }
    let event = tree.event.flatMap { self.event($0) }
    let payload = event.flatMap { id in
      tree.event.flatMap { self.payload(of: id, $0, tree.with) }
    }
    var entry = Entry(
      at: at, event: event, payload: payload ?? [], by: tree.by.flatMap { role($0) },
      facts: statements(tree.set), expectation: tree.expectation.map { expectation($0) },
      span: tree.span)
    entry.answersChecklist = answersChecklist(tree.set)
    return entry
  }

  /// An event that people fire.
  private mutating func event(_ name: Located<String>) -> ID<Event>? {
    if let id = names.events[name.value] {
      if program.events[id].origin == .external { return id }
      diagnostics.report(.eventNotForPeople(name, program.events[id]))
      return nil
    }
    let known = program.events.elements.filter { $0.origin == .external }.map(\.name)
    diagnostics.report(.undeclared(.event, name.value, among: known, at: name.span))
    return nil
  }

  private mutating func payload(
    of id: ID<Event>, _ name: Located<String>,
    _ written: [(name: Located<String>, value: ValueTree)]
  ) -> [Value]? {
    let fields = program.events[id].payload
    diagnostics.report(contentsOf: fieldFaults(written.map(\.name), of: name, fields))
    let values = fields.map { field -> Value? in
      guard let own = written.first(where: { $0.name.value == field.name }) else {
        return field.type.isOptional ? .null : nil
      }
      return checker.literal(own.value, type: field.type, into: &diagnostics)
    }
    let known = values.compactMap(\.self)
    return known.count == fields.count ? known : nil
  }

  private mutating func role(_ name: Located<String>) -> ID<Role>? {
    let known = program.roles.elements.map(\.name)
    if let index = known.firstIndex(of: name.value) { return ID(index) }
    diagnostics.report(.undeclared(.role, name.value, among: known, at: name.span))
    return nil
  }
}

// Facts and moments.
extension CaseLowering {
  /// Facts as stated; the word `unknown` takes one back.
  mutating func statements(
    _ written: [(name: Located<String>, value: ValueTree)]
  ) -> [StatedFact] {
    written.compactMap { name, tree in
      guard !isChecklist(name), let id = fact(name) else { return nil }
      if case .scalar(let scalar) = tree, scalar.style == .plain, scalar.text == "unknown" {
        return StatedFact(fact: id, value: nil, span: name.span)
      }
      let type = program.facts[id].type
      return checker.literal(tree, type: type, into: &diagnostics).map {
        StatedFact(fact: id, value: $0, span: name.span)
      }
    }
  }

  /// Whether a name stands for the checklist of the screen.
  private func isChecklist(_ name: Located<String>) -> Bool {
    name.value == "checklist" && program.mediation.checklist != nil
  }

  /// Whether `checklist: true` is among what is stated. No other answer can be given to so many
  /// questions at once.
  private mutating func answersChecklist(
    _ written: [(name: Located<String>, value: ValueTree)]
  ) -> Bool {
    guard let entry = written.first(where: { isChecklist($0.name) }) else { return false }
    if case .scalar(let scalar) = entry.value, scalar.text == "true" { return true }
    let facts = program.mediation.checklist?.facts ?? []
    diagnostics.report(
      .checklistDenied(entry.value.span, facts.map { program.facts[$0].name }))
    return false
  }

  mutating func fact(_ name: Located<String>) -> ID<Fact>? {
    if let id = names.facts[name.value] { return id }
    let known = program.facts.elements.map(\.name)
    diagnostics.report(.undeclared(.fact, name.value, among: known, at: name.span))
    return nil
  }

  /// A date, which is its first moment, or a date-time; an offset left out is the rulebook's.
  mutating func moment(_ scalar: ScalarText) -> DateTime? {
    if let moment = DateTime(literal: scalar.text, defaultOffset: program.offset) { return moment }
    if let date = CalendarDate(literal: scalar.text) {
      return DateTime(startOf: date, offset: program.offset)
    }
    diagnostics.report(.notAMoment(scalar))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func checklistDenied(_ span: Span, _ facts: [String]) -> Diagnostic {
    let listed = facts.map { "`\($0)`" }
    return Diagnostic(
      .checklistDenied,
      Bilingual(
        en: "the checklist can only be answered with `true`: that there is nothing of all it asks",
        zh: "清单只能答 `true`，表示所问各项都没有"),
      at: span,
      help: Bilingual(
        en: "say which one is there: \(listed.joined(separator: ", "))",
        zh: "请写明有哪一项：\(listed.joined(separator: "、"))"))
  }

  fileprivate static func caseOfAnotherRulebook(
    _ named: Located<String>, _ rulebook: String
  ) -> Diagnostic {
    Diagnostic(
      .caseOfAnotherRulebook,
      Bilingual(
        en: "the case is for the rulebook `\(named.value)`, not for `\(rulebook)`",
        zh: "案件用于规则书 `\(named.value)`，不是 `\(rulebook)`"),
      at: named.span,
      help: Bilingual(
        en: "use the case with that rulebook, or write `rulebook: \(rulebook)`",
        zh: "请配合那本规则书使用，或写 `rulebook: \(rulebook)`"))
  }

  fileprivate static func timeRunsBackwards(_ at: ScalarText, _ before: String) -> Diagnostic {
    Diagnostic(
      .timeRunsBackwards,
      Bilingual(
        en: "`\(at.text)` lies before \(before), where the case already is",
        zh: "`\(at.text)` 早于案件已到的 \(before)"),
      at: at.span,
      help: Bilingual(en: "put the entries in order of time", zh: "请按时间先后排列"))
  }

  fileprivate static func eventNotForPeople(
    _ name: Located<String>, _ event: Event
  ) -> Diagnostic {
    Diagnostic(
      .eventNotForPeople,
      Bilingual(
        en: "`\(name.value)` is an event that the workflow makes and nobody fires",
        zh: "`\(name.value)` 由流程自身产生，不能由人触发"),
      at: name.span, labels: [Label(event.span, Bilingual(en: "made by this", zh: "由此产生"))],
      help: Bilingual(
        en: "let time pass or state what makes it happen; or declare it under `events`",
        zh: "请写促成它的时间或事实；或在 `events` 下声明它"))
  }

  static func notAMoment(_ scalar: ScalarText) -> Diagnostic {
    Diagnostic(
      .notADate,
      Bilingual(
        en: "`\(scalar.text)` is neither a date nor a moment", zh: "`\(scalar.text)` 不是日期，也不是时刻"),
      at: scalar.span,
      help: Bilingual(
        en: "write it as `2026-05-06` or `2026-05-06T09:20`",
        zh: "请写作 `2026-05-06` 或 `2026-05-06T09:20`")
    ).mendingDate(scalar, DateMend.moment(scalar.text))
  }
}
