import Compiler
import Model
import SourceText
import TestSupport
import Testing

/// Compiles a rulebook that is held in memory, with the files it names.
func compile(_ text: String, files: [String: String] = [:]) throws -> Compilation {
  var files = files
  files["rulebook.yaml"] = text
  return try RulebookCompiler(reading: FilesInMemory(files)).compile(path: "rulebook.yaml")
}

/// Compiles a rulebook that must be free of findings.
func program(
  _ text: String, files: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
) throws -> Program {
  let compilation = try compile(text, files: files)
  expectNone(compilation.diagnostics.map(compilation.line), sourceLocation: sourceLocation)
  return try #require(compilation.program, sourceLocation: sourceLocation)
}

/// Compiles a rulebook with marks: at mark 1 the first code is found, at mark 2 the second, and so
/// on; nothing else is found anywhere.
func expectFindings(
  _ codes: [String], in marked: String, files: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let text = MarkedText(marked)
  let compilation = try compile(text.text, files: files)
  let found = compilation.diagnostics.map { "\($0.code.id) \($0.primary.span.range)" }
  let expected = text.marks.map { "\(codes[$0 - 1]) \(text.span($0).range)" }
  let findings = compilation.diagnostics.map(compilation.line).joined(separator: "\n")
  #expect(found.sorted() == expected.sorted(), "\(findings)", sourceLocation: sourceLocation)
}

extension Compilation {
  /// One finding on one line.
  func line(_ diagnostic: Diagnostic) -> String {
    "\(sources.place(diagnostic.primary.span)): \(diagnostic.message.en) [\(diagnostic.code.id)]"
  }
}

extension Span {
  fileprivate var range: String { "\(source.index):\(start)..<\(end)" }
}
