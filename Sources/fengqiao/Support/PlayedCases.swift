internal import Compiler
internal import Engine
internal import Model
internal import SourceText

/// Case files, read against a rulebook and played. A file with an error is not played: what came of
/// it would not be what its author wrote.
struct PlayedCases {
  private(set) var replays: [(CaseFile, Replay)] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Paths of files with errors.
  private(set) var leftOut: [String] = []

  /// Faults in case files are findings; a file that cannot be read at all ends the verb.
  init(paths: [String], _ loaded: inout LoadedRulebook) throws(ToolFault) {
    let interpreter = loaded.interpreter
    let names = ProgramNames(loaded.program)
    var findings = Diagnostics()
    for path in paths {
      let files: [CaseFile]
      var own = Diagnostics()
      do {
        files = try RulebookCompiler(reading: DiskReader()).compileCases(
          path: path, against: names, sources: &loaded.sources, into: &own)
      } catch {
        throw ToolFault(error)
      }
      findings.report(contentsOf: own.sorted)
      if own.hasErrors {
        leftOut.append(path)
        continue
      }
      replays += files.map { ($0, interpreter.replay($0)) }
    }
    diagnostics = findings.sorted
  }
}
