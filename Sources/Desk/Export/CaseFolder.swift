internal import Engine
internal import Model
internal import SourceText
internal import Store

/// A case as a folder of files (卷宗) that can be read without the tool, and from which it can be
/// restored: cover, index, papers, journal, rulebook, check sums.
package struct CaseFolder: Sendable {
  /// By path within the folder, in the order of the paths.
  package private(set) var files: [(path: String, bytes: [UInt8])] = []

  package init() {}

  /// Adds a file.
  package mutating func add(_ path: String, _ bytes: [UInt8]) {
    files.append((path, bytes))
  }

  /// Adds a file of text.
  package mutating func add(_ path: String, _ text: String) {
    add(path, Array(text.utf8))
  }

  /// Adds the sums of all files, as `sha256sum -c` reads them, and puts them in order.
  package mutating func seal() {
    files.sort { $0.path < $1.path }
    let sums = files.map { "\(Fingerprint(of: $0.bytes))  \($0.path)\n" }.joined()
    add(Self.sums, sums)
  }

  /// The name of the file of check sums.
  package static let sums = "SHA256SUMS"

  /// Where a version of the rulebook lies: the one that counts now, or one from before.
  static func artefact(_ hash: String, isPresent: Bool) -> String {
    isPresent ? "data/rulebook.artefact" : "data/rulebooks/\(hash).artefact"
  }
}

extension CaseDesk {
  /// All files from which a case can be restored: its exact entries, the texts beside them, its
  /// papers, the rulebook it is pinned to and the calendars it counted by.
  package func originals(of fold: CaseFold) throws(DeskFault) -> CaseFolder {
    var folder = CaseFolder()
    let id = fold.id
    guard let record = try storing({ () throws(StoreFault) in try store.record(of: id) }) else {
      throw .store(.noSuchCase(id))
    }
    let entries = try storing { () throws(StoreFault) in try store.entries(of: id) }
    folder.add("data/journal.jsonl", entries.flatMap { $0.body + [UInt8(ascii: "\n")] })
    let secrets = try storing { () throws(StoreFault) in try store.secrets(of: id) }
    let lines = secrets.map { secret in
      JSONText.object([
        .init("name", .string(secret.key.name)), .init("number", .integer(secret.key.sequence)),
        .init("salt", .string(Fingerprint.hex(secret.secret.salt))),
        .init("value", .string(secret.secret.value)),
      ]).text() + "\n"
    }
    folder.add("data/texts.jsonl", lines.joined())
    try addPapers(of: fold, to: &folder)
    for hash in fold.shelf.programs.keys.sorted() {
      let program = try storing { () throws(StoreFault) in try store.program(hash) }
      guard let program else { throw .store(.unknownProgram(hash)) }
      folder.add(CaseFolder.artefact(hash, isPresent: hash == record.program), program.bytes)
    }
    for hash in fold.shelf.calendars.keys.sorted() {
      let calendar = try storing { () throws(StoreFault) in try store.calendar(hash) }
      folder.add("data/calendars/\(hash).json", calendar?.bytes ?? [])
    }
    folder.add(
      "data/case.json",
      JSONText.object([
        .init("case", .string(id)), .init("rulebook", .string(record.rulebook)),
        .init("program", .string(record.program)),
        .init("opened_at", .string(String(record.openedAt))),
        .init("head", .string(record.head.description)),
      ]).prettyText() + "\n")
    return folder
  }

  private func addPapers(of fold: CaseFold, to folder: inout CaseFolder) throws(DeskFault) {
    var index = ""
    let id = fold.id
    for (place, paper) in try storing({ () throws(StoreFault) in try store.papers(of: id) })
      .enumerated() where !paper.isForgotten
    {
      let bytes = try storing { () throws(StoreFault) in try store.paper(paper.key) }?.bytes ?? []
      let ending = paper.mediaType == "text/html" ? "html" : "txt"
      let number = place < 9 ? "0\(place + 1)" : "\(place + 1)"
      let place = fold.isTakenBack(paper.key) ? "papers/taken-back" : "papers"
      let path = "\(place)/\(number)-\(paper.name.asFileName).\(ending)"
      folder.add(path, bytes)
      index +=
        JSONText.object([
          .init("made_from", .string(paper.madeFrom)), .init("name", .string(paper.name)),
          .init("number", .integer(paper.key.sequence)), .init("path", .string(path)),
          .init("type", .string(paper.mediaType)),
        ]).text() + "\n"
    }
    folder.add("data/papers.jsonl", index)
  }
}

extension String {
  /// Letters, digits, `-`, `_` and inner dots; all else becomes `_`.
  fileprivate var asFileName: String {
    let safe = String(map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })
    return safe.hasPrefix(".") ? "_" + safe.dropFirst() : safe
  }
}
