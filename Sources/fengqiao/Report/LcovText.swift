internal import Compiler
internal import SourceText
internal import Workbench

/// Coverage in the words of lcov's tracefiles, which most CI and editors can show: a rule's row and
/// a transition is a function, and the line it stands on a line of code. What need not be tried is
/// left out.
struct LcovText {
  let books: [CoverageBook]

  private struct Entry {
    var line: Int
    var name: String
    var isTried: Bool
  }

  /// By file in the order of their names; empty where there is nothing to try.
  var text: String {
    var files: [String: [Entry]] = [:]
    for item in books.flatMap(\.items) where item.triedBy != nil || item.reason == nil {
      let parts = item.place.split(separator: ":")
      guard let line = parts.dropLast().last.flatMap({ Int($0) }) else { continue }
      let name = item.name + (item.condition.isEmpty ? "" : " when \(item.condition)")
      let file = FilePath.normal(parts.dropLast(2).joined(separator: ":"))
      files[file, default: []].append(
        Entry(line: line, name: name.onOneSafeLine, isTried: item.triedBy != nil))
    }
    return files.sorted { $0.key < $1.key }.map { record(of: $0.key, $0.value) }.joined()
  }

  private func record(of file: String, _ items: [Entry]) -> String {
    var entries: [Entry] = []
    var names: [String: Int] = [:]
    for var entry in items.sorted(by: { ($0.line, $0.name) < ($1.line, $1.name) }) {
      // Functions are told apart by their names.
      names[entry.name, default: 0] += 1
      if let count = names[entry.name], count > 1 { entry.name += " #\(count)" }
      entries.append(entry)
    }
    // A line counts as tried when everything on it is.
    var lines: [(line: Int, isTried: Bool)] = []
    for entry in entries {
      if lines.last?.line == entry.line {
        lines[lines.count - 1].isTried = lines[lines.count - 1].isTried && entry.isTried
      } else {
        lines.append((entry.line, entry.isTried))
      }
    }
    var text = ["TN:", "SF:\(file.onOneSafeLine)"]
    text += entries.map { "FN:\($0.line),\($0.name)" }
    text += entries.map { "FNDA:\($0.isTried ? 1 : 0),\($0.name)" }
    text += ["FNF:\(entries.count)", "FNH:\(entries.count(where: \.isTried))"]
    text += lines.map { "DA:\($0.line),\($0.isTried ? 1 : 0)" }
    text += ["LF:\(lines.count)", "LH:\(lines.count { $0.isTried })", "end_of_record"]
    return text.joined(separator: "\n") + "\n"
  }
}
