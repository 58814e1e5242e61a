import Model
import SourceText
import Syntax

extension Lowering {
  /// Lowers the decisions, with the rows that stand in files of their own.
  mutating func addDecisions() {
    var loader = loader
    decisions = lowerDecisions(
      tree.decisions, in: &scope, warnsOfMissingIDs: tree.language != nil, into: &diagnostics
    ) { path, diagnostics in
      do throws(SourceReadingError) {
        let source = try loader.load(path.value, besideFileOf: path.span)
        return readCSV(loader.sources[source], id: source, into: &diagnostics)
      } catch {
        diagnostics.report(.tableNotRead(path, error))
        return nil
      }
    }
    self.loader = loader
  }
}

extension Diagnostic {
  fileprivate static func tableNotRead(
    _ path: Located<String>, _ error: SourceReadingError
  ) -> Diagnostic {
    let reason = error.text
    return Diagnostic(
      .tableNotRead,
      Bilingual(
        en: "the table `\(path.value)` cannot be read: \(reason.en)",
        zh: "读不到表格 `\(path.value)`：\(reason.zh)"),
      at: path.span,
      help: Bilingual(
        en: "write the path as seen from the rulebook's folder", zh: "请写相对于规则书所在文件夹的路径"))
  }
}
