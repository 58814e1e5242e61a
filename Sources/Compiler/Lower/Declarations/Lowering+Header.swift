import Model
import SourceText
import Syntax

// The header, and the program that all parts are put into.
extension Lowering {
  /// `utc_offset`; China's where none is written.
  static func offset(of tree: RulebookTree, into diagnostics: inout Diagnostics) -> UTCOffset {
    guard let written = tree.utcOffset else { return .china }
    if let offset = UTCOffset(literal: written.value) { return offset }
    diagnostics.report(.notAnOffset(written))
    return .china
  }

  mutating func makeProgram() -> Program {
    let (from, to) = effective()
    let name = tree.name?.value ?? ""
    var program = Program(
      name: name, title: tree.title?.bilingual(of: name) ?? Bilingual(name),
      version: tree.version?.value ?? "", effectiveFrom: from, effectiveTo: to,
      offset: scope.offset, enumerations: scope.enumerations, laws: laws, roles: roles,
      facts: facts, variables: variables, events: events, decisions: decisions,
      documents: documents, periods: periods, chart: chart())
    program.mediation = mediation(in: program)
    program.invariants = invariants
    return program
  }

  private func chart() -> Statechart? {
    guard tree.workflow != nil else { return nil }
    return Statechart(
      states: states, transitions: transitions, delayed: delayed,
      ignoresUnhandledEvents: tree.unhandled?.value == "ignore")
  }

  private mutating func effective() -> (from: CalendarDate?, to: CalendarDate?) {
    let from = tree.effective?.from.flatMap { date($0) }
    let to = tree.effective?.to.flatMap { date($0) }
    if let from, let to, to < from, let place = tree.effective?.to {
      diagnostics.report(.endBeforeStart(from, to, at: place.span))
    }
    return (from, to)
  }
}

extension Diagnostic {
  fileprivate static func notAnOffset(_ written: Located<String>) -> Diagnostic {
    Diagnostic(
      .notAnOffset,
      Bilingual(
        en: "`\(written.value)` is no offset from universal time", zh: "`\(written.value)` 不是时区偏移"),
      at: written.span,
      help: Bilingual(en: "write it as \"+08:00\" or Z", zh: "请写作 \"+08:00\" 或 Z"))
  }

  static func endBeforeStart(
    _ from: CalendarDate, _ to: CalendarDate, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .endBeforeStart,
      Bilingual(en: "the end \(to) lies before the start \(from)", zh: "结束日期 \(to) 早于开始日期 \(from)"),
      at: span, help: Bilingual(en: "exchange or mend the dates", zh: "请对调或修改日期"))
  }
}
