import SourceText
import Syntax

extension Compilation {
  /// The rulebook in core sections alone, as a rulebook in the same folder would say it; nil where
  /// it could not be read.
  package var coreText: String? {
    core.map { core in
      var core = core
      core.decisions = core.decisions.map { $0.folded { table($0) } }
      return writeRulebook(core) { named in
        let file = FilePath.beside(sources[named.span.source].name, named.value)
        return FilePath.path(file, seenFrom: path)
      }
    }
  }

  /// The rows of a CSV file that was read when the rulebook was compiled.
  private func table(_ path: Located<String>) -> GridTree? {
    let name = FilePath.beside(sources[path.span.source].name, path.value)
    var findings = Diagnostics()
    return sources.files.firstIndex { $0.name == name }.flatMap { index in
      readCSV(sources.files[index], id: SourceID(index), into: &findings)
    }
  }
}
