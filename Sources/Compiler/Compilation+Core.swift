import SourceText
import Syntax

extension Compilation {
  /// The rulebook in core sections alone, as a rulebook in the same folder would say it; nil where
  /// it could not be read.
  package var coreText: String? {
    core.map { core in
      writeRulebook(core) { named in
        let file = FilePath.beside(sources[named.span.source].name, named.value)
        return FilePath.path(file, seenFrom: path)
      }
    }
  }
}
