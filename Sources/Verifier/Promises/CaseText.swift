package import Model
internal import SourceText

/// Writes a case as a file that `fengqiao run` reads.
package struct CaseText {
  private let program: Program

  package init(_ program: Program) {
    self.program = program
  }

  /// The whole file, with comments at its head, a line each.
  package func text(_ file: CaseFile, comments: [String] = []) -> String {
    var lines = comments.map { "# \($0)" }
    lines.append("case: \(file.id)")
    lines.append("rulebook: \(program.name)")
    if let opened = file.opened { lines.append("opened: \(opened.text(in: program.offset))") }
    lines += mapping("facts", file.facts, indent: "")
    if !file.journal.isEmpty { lines.append("journal:") }
    for entry in file.journal { lines += self.lines(of: entry) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of entry: Entry) -> [String] {
    var lines: [String] = []
    if let at = entry.at { lines.append("at: \(at.text(in: program.offset))") }
    if let id = entry.event {
      let event = program.events[id]
      lines.append("event: \(event.name)")
      if let role = entry.by { lines.append("by: \(program.roles[role].name)") }
      if !event.payload.isEmpty {
        let fields = zip(event.payload, entry.payload).map { field, value in
          "\(field.name): \(literal(value, field.type))"
        }
        lines.append("with: {\(fields.joined(separator: ", "))}")
      }
    }
    lines += mapping("set", entry.facts, indent: "")
    if lines.isEmpty { lines.append("set: {}") }
    return lines.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
  }

  private func mapping(_ key: String, _ facts: [StatedFact], indent: String) -> [String] {
    guard !facts.isEmpty else { return [] }
    return ["\(indent)\(key):"]
      + facts.map { stated in
        let fact = program.facts[stated.fact]
        let value = stated.value.map { literal($0, fact.type) } ?? "unknown"
        return "\(indent)  \(fact.name): \(value)"
      }
  }

  /// A value as YAML has it.
  private func literal(_ value: Value, _ type: ValueType) -> String {
    switch value {
    case .text(let text): return ProgramText.quoted(text)
    case .list(let values):
      guard case .list(let element) = type.unwrapped else { return "[]" }
      return "[" + values.map { literal($0, element) }.joined(separator: ", ") + "]"
    case .record(let values):
      guard case .record(let record) = type.unwrapped else { return "{}" }
      let fields = zip(record.fields, values).map { field, value in
        "\(field.name): \(literal(value, field.type))"
      }
      return "{\(fields.joined(separator: ", "))}"
    case .dateTime(let moment): return moment.text(in: program.offset)
    case .date, .dayTimeDuration, .yearMonthDuration: return value.text(in: program)
    default: return value.literal(in: program)
    }
  }
}
