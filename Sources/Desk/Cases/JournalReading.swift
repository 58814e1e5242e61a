internal import Model
internal import SourceText
internal import Store

/// Reads stored entries, with their texts back in place.
struct JournalReading {
  private let id: String
  private var texts: [SecretKey: String] = [:]

  init(_ id: String, _ secrets: [StoredSecret]) {
    self.id = id
    for stored in secrets {
      guard case .text(let text)? = JSONValue(reading: stored.secret.value) else { continue }
      texts[stored.key] = text
    }
  }

  /// - Parameter bodies: of all entries, from the first.
  func entries(bodies: [[UInt8]]) throws(DeskFault) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    for (index, body) in bodies.enumerated() {
      guard let entry = JournalEntry(bytes: body) else {
        throw .said(
          "entry \(index + 1) of case `\(id)` was written by another version of the tool",
          "案件 `\(id)` 的第 \(index + 1) 条记录由其他版本的工具写成")
      }
      entries.append(entry)
    }
    let erased = replacements(entries)
    for index in entries.indices {
      entries[index].members = SealedText.opened(entries[index].members) { path in
        let key = SecretKey(caseID: id, sequence: index + 1, name: path)
        return texts[key] ?? erased[key] ?? ErasedText.words
      }
    }
    return entries
  }

  /// What stands in the stead of erased texts, as the entries that erased them say.
  private func replacements(_ entries: [JournalEntry]) -> [SecretKey: String] {
    var words: [SecretKey: String] = [:]
    for entry in entries where entry.kind == .redact {
      let replacement = entry.members["replacement"]?.text ?? ErasedText.words
      for key in entry.erased(of: id) { words[key] = replacement }
    }
    return words
  }
}

extension JournalEntry {
  /// The texts of a case that it erased.
  func erased(of id: String) -> [SecretKey] {
    (members["erased"]?.items ?? []).compactMap { place in
      guard let number = place["number"]?.text.flatMap({ Int($0) }),
        let name = place["name"]?.text
      else { return nil }
      return SecretKey(caseID: id, sequence: number, name: name)
    }
  }
}
