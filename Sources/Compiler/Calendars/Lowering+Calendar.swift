import Model
import SourceText
import Syntax

// `calendar: FILE` in the header.
extension Lowering {
  mutating func lowerCalendar() {
    guard let path = tree.calendar else { return }
    do {
      let source = try loader.load(path.value, besideFileOf: path.span)
      let file = loader.sources[source]
      guard let node = parseYAML(file, id: source, into: &diagnostics) else { return }
      calendar = Compiler.lowerCalendar(node, into: &diagnostics)
    } catch {
      diagnostics.report(.calendarNotRead(path, error))
    }
  }
}

extension Diagnostic {
  fileprivate static func calendarNotRead(
    _ path: Located<String>, _ error: SourceReadingError
  ) -> Diagnostic {
    let reason = error.text
    return Diagnostic(
      .calendarNotRead,
      Bilingual(
        en: "the calendar `\(path.value)` cannot be read: \(reason.en)",
        zh: "读不到日历 `\(path.value)`：\(reason.zh)"),
      at: path.span,
      help: Bilingual(
        en:
          "write the path as seen from the rulebook's folder, or leave `calendar` out for China's",
        zh: "请写相对于规则书所在文件夹的路径；不写 `calendar` 即用中国日历"))
  }
}
