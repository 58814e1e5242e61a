package import Model
internal import SourceText

/// Reads what was typed for facts and an event's fields, by their declared types.
package struct TypedEntry: Sendable {
  private let program: Program
  private let reader: AnswerReader

  package init(program: Program, today: CalendarDate?) {
    self.program = program
    reader = AnswerReader(program: program, today: today)
  }

  /// Facts by name; `unknown` takes one back, `清单=都没有` (or `checklist=yes`) answers the checklist.
  package func facts(
    _ typed: [(name: String, value: String)]
  ) throws(DeskFault) -> [String: JSONValue] {
    var facts: [String: JSONValue] = [:]
    for (name, text) in typed {
      if name == "checklist" || name == "清单", program.mediation.checklist != nil {
        guard Self.deniesAll(text) else {
          throw .unread(
            Bilingual(
              en: "the checklist is answered by `none` alone; state what there is by its name",
              zh: "清单只能答“都没有”；有的请写 `名称=是`"))
        }
        facts["checklist"] = .bool(true)
        continue
      }
      guard let fact = program.facts.elements.first(where: { $0.name == name }) else {
        throw Self.undeclared(name, "fact", "事实", among: program.facts.elements.map(\.name))
      }
      if text == "unknown" || text == "不清楚" {
        facts[name] = .takenBack
        continue
      }
      facts[name] = try value(text, of: fact.type, for: name) { () throws(AnswerFault) in
        try reader.read(text, for: fact)
      }
    }
    return facts
  }

  /// Whether words answer the checklist: that there is nothing of it, or that this is so.
  private static func deniesAll(_ text: String) -> Bool {
    ChecklistAnswer(text) == .nothing || ["是", "yes", "true", "y"].contains(text.asTyped)
  }

  /// The fields of an event.
  package func fields(
    _ typed: [(name: String, value: String)], of name: String
  ) throws(DeskFault) -> [String: JSONValue] {
    guard let event = program.events.elements.first(where: { $0.name == name }) else { return [:] }
    var fields: [String: JSONValue] = [:]
    for (name, text) in typed {
      guard let field = event.payload.first(where: { $0.name == name }) else {
        throw Self.undeclared(name, "field", "字段", among: event.payload.map(\.name))
      }
      fields[name] = try value(text, of: field.type, for: name) { () throws(AnswerFault) in
        try reader.read(text, as: field.type)
      }
    }
    return fields
  }

  /// The event of that name or title.
  package func event(_ typed: String) throws(DeskFault) -> Event {
    let external = program.events.elements.filter { $0.origin == .external }
    let found =
      external.first { $0.name == typed }
      ?? external.first { $0.title.zh == typed || $0.title.en == typed }
    if let found { return found }
    throw Self.undeclared(typed, "event", "事件", among: external.map(\.name))
  }

  private func value(
    _ text: String, of type: ValueType, for name: String,
    _ read: () throws(AnswerFault) -> Value
  ) throws(DeskFault) -> JSONValue {
    do { return JSONValue(try read().json(as: type, in: program)) } catch {
      throw .unread(
        Bilingual(
          en: "`\(name)`: \(error.message.en)", zh: "`\(name)`：\(error.message.zh)"))
    }
  }

  private static func undeclared(
    _ name: String, _ en: String, _ zh: String, among known: [String]
  ) -> DeskFault {
    let help = Suggestion.help(for: name, among: known)
    return .said(
      "no \(en) is called `\(name)`" + (help.map { "; \($0.en)" } ?? ""),
      "没有名为 `\(name)` 的\(zh)" + (help.map { "；请\($0.zh)" } ?? ""))
  }
}
