package import Model
import SourceText

/// Types and literals in the words a rulebook writes them with, the same in every language.
package struct TypeWording {
  let scope: Scope

  package init(scope: Scope) {
    self.scope = scope
  }

  /// `money`, `list of text`, `date or null`.
  package func text(_ type: ValueType) -> String {
    switch type {
    case .boolean: "boolean"
    case .number: "number"
    case .integer: "integer"
    case .money: "money"
    case .text: "text"
    case .formatted: "text"
    case .date: "date"
    case .dateTime: "date-time"
    case .dayTimeDuration: "days-duration"
    case .yearMonthDuration: "months-duration"
    case .enumeration(let id): scope.enumerations[id].name
    case .list(.nothing): "list"
    case .list(.optional(let element)): "list of (\(text(element)) or null)"
    case .list(let element): "list of \(text(element))"
    case .record(let record):
      "{" + record.fields.map { "\($0.name): \(text($0.type))" }.joined(separator: ", ") + "}"
    case .range(let bound): "range of \(text(bound))"
    case .optional(let type): "\(text(type)) or null"
    case .null: "null"
    case .nothing: "nothing"
    }
  }

  /// What an expression that is only a name or a path is called; nil for others.
  func name(of expression: Expression) -> String? {
    let meaning: Scope.Entry.Meaning
    switch expression.kind {
    case .fact(let id): meaning = .fact(id)
    case .variable(let id): meaning = .variable(id)
    case .decision(let id): meaning = .decision(id)
    case .field(let base, let index):
      guard case .record(let record) = base.type else { return nil }
      return name(of: base).map { "\($0).\(record.fields[index].name)" }
    default: return nil
    }
    return scope.entryNames.first { scope.entries[$0]?.first?.meaning == meaning }
  }

  /// A literal as an expression would write it.
  package func text(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .boolean(let boolean): boolean ? "true" : "false"
    case .number(let number): number.description
    case .text(let text): "\"\(text)\""
    case .date(let date): date.description
    case .dateTime(let moment): moment.text(in: scope.offset)
    case .dayTimeDuration(let duration): duration.description
    case .yearMonthDuration(let duration): duration.description
    case .word(let enumeration, let index): scope.enumerations[enumeration].words[index].name
    case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
    case .record(let values): "{" + values.map(text).joined(separator: ", ") + "}"
    case .range: "a range"
    }
  }
}

extension Typing {
  var wording: TypeWording { TypeWording(scope: scope) }
}
