import SourceText

/// What must hold of the findings about any file at all: each points into the file, at whole
/// characters where the file is UTF-8 (one about its encoding at bytes), and can be shown in both
/// languages.
func expectSound(_ diagnostics: Diagnostics, about file: SourceFile) {
  var sources = SourceMap()
  let id = sources.add(file)
  let isUTF8 = String(validating: file.bytes, as: UTF8.self) != nil
  for diagnostic in diagnostics.sorted {
    let fix = diagnostic.fix.map { [$0.span] } ?? []
    for span in [diagnostic.primary.span] + diagnostic.labels.map(\.span) + fix {
      precondition(span.source == id, "\(diagnostic.code.id) is about the file that was read")
      precondition(span.end <= file.bytes.count, "\(diagnostic.code.id) points into the file")
      if isUTF8, diagnostic.code != .notUTF8 {
        let edges = [Int(span.start), Int(span.end)]
        precondition(
          edges.allSatisfy(file.isBetweenCharacters), "\(diagnostic.code.id) cuts no character")
      }
    }
  }
  for diagnostic in diagnostics.sorted.prefix(3) {
    for language in Language.allCases {
      let renderer = DiagnosticRenderer(sources: sources, language: language)
      precondition(!renderer.line(diagnostic).contains("\n"), "a finding's short form is one line")
      precondition(!renderer.frame(diagnostic).isEmpty, "a finding can be shown")
    }
  }
}

extension SourceFile {
  fileprivate func isBetweenCharacters(_ offset: Int) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
