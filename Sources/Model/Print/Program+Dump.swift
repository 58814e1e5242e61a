internal import SourceText

/// The whole checked program as readable, stable text: what `dump program` prints. It names every
/// part in declared order, so that two programs differ where their dumps do.
package func dumpProgram(_ program: Program) -> String {
  var outline = Outline()
  ProgramDump(text: ProgramText(program)).write(to: &outline)
  return outline.text
}

/// The chart alone, as nested states: what `dump chart` prints. Empty without a workflow.
package func dumpChart(_ program: Program) -> String {
  guard let chart = program.chart else { return "" }
  var outline = Outline()
  ChartDump(text: ProgramText(program), chart: chart).write(to: &outline)
  return outline.text
}

private struct ProgramDump {
  let text: ProgramText
  var program: Program { text.program }

  func write(to outline: inout Outline) {
    header(&outline)
    names(&outline)
    values(&outline)
    for event in program.events.elements { self.event(event, &outline) }
    for decision in program.decisions.elements { text.dump(decision, to: &outline) }
    for document in program.documents.elements { self.document(document, &outline) }
    for period in program.periods.elements { self.period(period, &outline) }
    if let chart = program.chart { ChartDump(text: text, chart: chart).write(to: &outline) }
  }

  private func header(_ outline: inout Outline) {
    outline.line("rulebook \(program.name)" + titled(program.title, program.name))
    if !program.version.isEmpty { outline.line("version \(program.version)") }
    if program.effectiveFrom != nil || program.effectiveTo != nil {
      let from = program.effectiveFrom.map { "\($0)" } ?? ""
      let to = program.effectiveTo.map { "\($0)" } ?? ""
      outline.line("effective \(from)..\(to)")
    }
    outline.line("offset \(program.offset)")
  }

  private func names(_ outline: inout Outline) {
    for enumeration in program.enumerations.elements where !enumeration.name.isEmpty {
      let mark = enumeration.isOrdered ? " < " : ", "
      let words = enumeration.words.map(\.name).joined(separator: mark)
      outline.line("type \(enumeration.name): \(words)")
    }
    for law in program.laws.elements {
      let certainty = law.certainty.map(\.rawValue) ?? ""
      outline.line("law \(law.name)" + titled(law.title, law.name) + certainty.spaced)
    }
    for role in program.roles.elements {
      outline.line("role \(role.name)" + titled(role.title, role.name))
    }
  }

  private func values(_ outline: inout Outline) {
    for fact in program.facts.elements {
      let low = fact.minimum.map { " min " + text.value($0, of: fact.type) } ?? ""
      let high = fact.maximum.map { " max " + text.value($0, of: fact.type) } ?? ""
      let fixed = fact.isFixed ? " fixed" : ""
      outline.line("fact \(fact.name): \(text.type(fact.type))\(low)\(high)\(fixed)")
    }
    for variable in program.variables.elements {
      let start = text.value(variable.start, of: variable.type)
      outline.line("variable \(variable.name): \(text.type(variable.type)) = \(start)")
    }
  }

  private func event(_ event: Event, _ outline: inout Outline) {
    let fields = event.payload.map { "\($0.name): \(text.type($0.type))" }
    let roles = event.roles.map { program.roles[$0].name }
    outline.line(
      "event \(event.name)" + origin(event.origin).spaced
        + (fields.isEmpty ? "" : " with " + fields.joined(separator: ", "))
        + (roles.isEmpty ? "" : " by " + roles.joined(separator: ", ")))
  }

  private func origin(_ origin: Event.Origin) -> String {
    switch origin {
    case .external: ""
    case .raised: "(raised)"
    case .done: "(done)"
    case .timer: "(timer)"
    case .expired: "(expired)"
    case .overdue: "(overdue)"
    }
  }

  private func document(_ document: Document, _ outline: inout Outline) {
    let needs = document.needs.map { program.facts[$0].name }
    let template = document.template.map { " template \($0.path)" } ?? ""
    let blanks = document.blanks.map { program.facts[$0].name }
    let readers = [
      ("needs", needs), ("blank", blanks), ("to", document.to),
      ("signed by", document.signedBy),
    ]
    let lists = readers.filter { !$0.1.isEmpty }.map { word, names in
      " \(word) " + names.joined(separator: ", ")
    }
    outline.line(
      "document \(document.name)" + template + lists.joined()
        + text.bases(document.basis).because)
  }

  private func period(_ period: Period, _ outline: inout Outline) {
    let starts = period.starts.map(text.expression).joined(separator: ", ")
    let choice = period.starts.count > 1 ? period.choice.rawValue + " of " : ""
    outline.line("period \(period.name): \(period.length)" + text.bases(period.basis).because)
    outline.indented { outline in
      outline.line("from \(choice)\(starts)")
      if let longer = period.extension {
        let condition = longer.condition.map { " when " + text.expression($0) } ?? ""
        outline.line("until \(text.expression(longer.until))\(condition)")
      }
      if let chart = program.chart, !period.pausedIn.isEmpty {
        outline.line(
          "paused in " + period.pausedIn.map { chart.states[$0].path }.joined(separator: ", "))
      }
    }
  }

  /// A title, where it says more than the name.
  private func titled(_ title: Bilingual, _ name: String) -> String {
    if title == Bilingual(name) { return "" }
    if title.en == title.zh { return " " + ProgramText.quoted(title.en) }
    return " \(ProgramText.quoted(title.zh)) \(ProgramText.quoted(title.en))"
  }
}
