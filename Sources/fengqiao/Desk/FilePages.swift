internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// The pages of a case's file that people read: cover, index, journal, and the rulebook's texts.
struct FilePages {
  let fold: CaseFold
  let console: Console
  let reader: Operator
  let isMasked: Bool

  private var names: PlainNames { PlainNames(fold, console.language) }

  func add(to folder: inout CaseFolder) {
    folder.add("cover.txt", cover)
    folder.add("journal.txt", journal)
    add(fold.pinned, "rulebook", to: &folder)
    for (place, version) in fold.earlier.enumerated() {
      add(version.pinned, "rulebook-\(place + 1)", to: &folder)
    }
    folder.add("index.txt", FileIndex(folder: folder, names: names).text)
  }

  private func add(_ version: PinnedProgram, _ path: String, to folder: inout CaseFolder) {
    for file in version.sources.files {
      let name = file.name.split(separator: "/").filter { $0 != "." }
        .map { $0 == ".." ? "up" : String($0) }.joined(separator: "/")
      folder.add("\(path)/\(name)", file.bytes)
    }
  }

  private var cover: String {
    let program = fold.program
    let opened = fold.state.opened.map(names.moment) ?? ""
    let parties = program.parties.map { id -> String in
      let type = program.facts[id].type
      let value = fold.state.facts[id.index].map { isMasked ? $0.masked(by: type) : $0 }
      return names.fact(id) + names.say(": ", "：") + names.value(value, of: type)
    }
    let title = program.title.text(in: console.language)
    let state = program.activeLeafNames(of: fold, names)
    let lines =
      [
        names.say("case ", "案件 ") + fold.id.onOneSafeLine,
        "\(title) \(program.version)".onOneSafeLine,
        names.say("opened ", "立案 ") + opened,
        names.say("stands at ", "现处 ") + state,
      ] + parties
    return lines.map(shown).joined(separator: "\n") + "\n"
  }

  private var journal: String {
    let history = HistoryLines(fold: fold, names: names, reader: reader, isMasked: isMasked)
      .lines(fold.lines)
    return history.map(shown).joined(separator: "\n") + "\n"
  }

  /// A line without personal data, where that is wanted.
  private func shown(_ line: String) -> String {
    guard isMasked else { return line }
    var line = Masking.masked(line)
    for name in fold.personNames { line = line.replacing(name, with: Masking.masked(name: name)) }
    return line
  }
}

extension CaseFold {
  /// The names of all parties; longer ones first, so that none is left half.
  fileprivate var personNames: [String] {
    let names = program.parties.flatMap { id -> [String] in
      guard case .list(let persons)? = state.facts[id.index] else { return [] }
      return persons.compactMap { person in
        if case .record(let fields) = person, case .text(let name)? = fields.first {
          name
        } else {
          nil
        }
      }
    }
    return names.filter { $0.count > 1 }.sorted { ($1.count, $0) < ($0.count, $1) }
  }
}
