internal import Desk
internal import Model
internal import SourceText

/// The list of what lies in a case's folder (卷宗目录): first what people read, by its title, then
/// what a machine checks.
struct FileIndex {
  let folder: CaseFolder
  let names: PlainNames

  var text: String {
    let paths = folder.files.map(\.path) + ["index.txt"]
    var lines = [names.say("Contents of the file", "卷宗目录"), ""]
    for (path, title) in [
      ("cover.txt", names.say("cover", "封面")), ("index.txt", names.say("contents", "目录")),
      ("journal.txt", names.say("what was done, in order", "办理经过")),
    ] where paths.contains(path) {
      lines.append(path.padded(to: 14) + title)
    }
    lines += papers(paths.filter { $0.hasPrefix("papers/") }.sorted())
    let rest = paths.filter { !isRead($0) }.sorted()
    lines += ["", names.say("For machines, to check and to take in again:", "以下供机器核验和收回："), ""]
    lines += rest + [CaseFolder.sums]
    return lines.joined(separator: "\n") + "\n"
  }

  private func isRead(_ path: String) -> Bool {
    ["cover.txt", "index.txt", "journal.txt"].contains(path) || path.hasPrefix("papers/")
  }

  private func papers(_ paths: [String]) -> [String] {
    guard !paths.isEmpty else { return [] }
    let count = names.say(
      Console.counted(paths.count, "paper", "papers"), "文书 \(paths.count) 份")
    return ["papers/".padded(to: 14) + count]
      + paths.map { "  \($0)" + (title(of: $0).map { "  " + $0 } ?? "") }
  }

  /// The title of the document of that file: `papers/01-受理登记表.html`; nil where the file's name says
  /// it already.
  private func title(of path: String) -> String? {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    let name = stem.drop { $0.isNumber }.dropFirst()
    let documents = names.program.documents
    guard let id = documents.ids.first(where: { documents[$0].name == name }) else { return nil }
    let title = names.document(id)
    return title == name ? nil : title
  }
}
