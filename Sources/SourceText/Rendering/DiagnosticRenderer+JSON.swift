extension DiagnosticRenderer {
  /// The finding as a JSON object, always with the same members; one line of `--format json`.
  package func json(_ diagnostic: Diagnostic) -> JSONText {
    var members = [
      JSONText.Member("code", .string(diagnostic.code.id)),
      JSONText.Member("name", .string(diagnostic.code.name)),
      JSONText.Member("severity", .string(diagnostic.severity.rawValue)),
      JSONText.Member("message", .string(diagnostic.message.text(in: language))),
    ]
    members += place(diagnostic.primary.span)
    members += [
      JSONText.Member("note", text(diagnostic.primary.message)),
      JSONText.Member("labels", .array(diagnostic.labels.map(label))),
      JSONText.Member("help", text(diagnostic.help)),
      JSONText.Member("fix", diagnostic.fix.map(fix) ?? .null),
    ]
    return .object(members)
  }

  /// File, and the first and the last place: lines and columns from 1, columns in characters, the
  /// end one past the last.
  package func place(_ span: Span) -> [JSONText.Member] {
    let file = sources[span.source]
    let start = file.lines.position(at: Int(span.start), in: file.bytes)
    let end = file.lines.position(at: Int(span.end), in: file.bytes)
    return [
      JSONText.Member("file", .string(file.name)),
      JSONText.Member("line", .integer(start.line)),
      JSONText.Member("column", .integer(start.column)),
      JSONText.Member("end_line", .integer(end.line)),
      JSONText.Member("end_column", .integer(end.column)),
    ]
  }

  private func label(_ label: Label) -> JSONText {
    .object(place(label.span) + [JSONText.Member("note", text(label.message))])
  }

  private func fix(_ fix: Fix) -> JSONText {
    .object(
      place(fix.span) + [
        JSONText.Member("replacement", .string(fix.replacement)),
        JSONText.Member("safe", .bool(fix.isSafe)),
      ])
  }

  private func text(_ text: Bilingual?) -> JSONText {
    text.map { .string($0.text(in: language)) } ?? .null
  }
}
