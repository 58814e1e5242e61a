internal import Compiler
internal import Engine
internal import Model
internal import SourceText

/// Case files, read against a rulebook and played.
struct PlayedCases {
  private(set) var replays: [(CaseFile, Replay)] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Faults in case files are findings; a file that cannot be read at all ends the verb.
  init(paths: [String], _ loaded: inout LoadedRulebook) throws(ToolFault) {
    let interpreter = loaded.interpreter
    var findings = Diagnostics()
    for path in paths {
      let files: [CaseFile]
      do {
        files = try RulebookCompiler(reading: DiskReader()).compileCases(
          path: path, against: loaded.program, sources: &loaded.sources, into: &findings)
      } catch {
        throw ToolFault(error)
      }
      replays += files.map { ($0, interpreter.replay($0)) }
    }
    diagnostics = findings.sorted
  }
}
