import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing

/// Compiles a rulebook that is held in memory and must be free of errors.
func compiled(_ text: String) throws -> Program {
  let compilation = try RulebookCompiler(reading: FilesInMemory(["rulebook.yaml": text]))
    .compile(path: "rulebook.yaml")
  let errors = compilation.diagnostics.filter { $0.severity == .error }.map(\.message.en)
  return try #require(compilation.program, "\(errors)\n\(text)")
}
