/// One file as it was read: its name as the user would say it, and its bytes.
package struct SourceFile: Sendable {
  package let name: String
  package let bytes: [UInt8]
  package let lines: LineIndex

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text between two byte offsets; ill-formed UTF-8 reads as U+FFFD.
  package func text(_ span: Span) -> String {
    String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }
}

/// All files that took part in one run, so that any `Span` can be shown.
package struct SourceMap: Sendable {
  package private(set) var files: [SourceFile] = []

  package init() {}

  /// Adds a file and says the id that spans in it bear.
  package mutating func add(_ file: SourceFile) -> SourceID {
    files.append(file)
    return SourceID(files.count - 1)
  }

  package subscript(id: SourceID) -> SourceFile { files[Int(id.index)] }

  /// The text that a span covers, in whichever file.
  package func text(_ span: Span) -> String { self[span.source].text(span) }

  /// `name:line:column` of a span's start, both counted from 1, the column in characters.
  package func place(_ span: Span) -> String {
    let file = self[span.source]
    let position = file.lines.position(at: Int(span.start), in: file.bytes)
    return "\(file.name):\(position.line):\(position.column)"
  }
}
