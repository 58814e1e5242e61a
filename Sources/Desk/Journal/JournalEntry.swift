internal import FoundationEssentials
internal import SourceText

/// One entry of a case's journal, as its bytes say it: what people did, by the names of the
/// rulebook, and what came of it.
///
/// Its text is canonical JSON: names sorted, decimals as text, no blanks. Free text stands beside
/// the journal, where it can be erased; here is only its commitment: `{"sealed": "64 digits"}`.
package struct JournalEntry: Hashable, Sendable {
  /// What sort of thing was written down.
  package enum Kind: String, Hashable, Sendable {
    case opened
    /// Facts, an event, time passing.
    case step
    case note
    /// An entry that counts no longer.
    case undo
    /// Another calendar counts from here on.
    case calendar
    case link
    /// Values that were erased.
    case redact
    case lent
    case returned
    /// The case is pinned to another version of its rulebook from here on.
    case migrated
  }

  package var kind: Kind
  /// When it was written down, UTC.
  package var recordedAt: String
  /// Who wrote it.
  package var actor: String
  package var members: [String: JSONValue]

  package init(
    _ kind: Kind, recordedAt: String, actor: String, members: [String: JSONValue] = [:]
  ) {
    self.kind = kind
    self.recordedAt = recordedAt
    self.actor = actor
    self.members = members
  }

  /// The bytes that are hashed and kept.
  package var bytes: [UInt8] {
    var all = members
    all["entry"] = .text(kind.rawValue)
    all["recorded_at"] = .text(recordedAt)
    all["actor"] = .text(actor)
    return Array(JSONValue.object(all).json.text(order: .sorted).utf8)
  }

  /// Nil where the bytes are no entry that this version knows.
  package init?(bytes: [UInt8]) {
    let decoder = JSONDecoder()
    guard let value = try? decoder.decode(JSONValue.self, from: Data(bytes)),
      var members = value.members, let kind = members["entry"]?.text.flatMap(Kind.init)
    else { return nil }
    self.kind = kind
    recordedAt = members["recorded_at"]?.text ?? ""
    actor = members["actor"]?.text ?? ""
    for name in ["entry", "recorded_at", "actor"] { members[name] = nil }
    self.members = members
  }
}

extension JournalEntry {
  /// When it happened, as a case file writes it; nil: at the moment before.
  package var at: String? { members["at"]?.text ?? members["opened"]?.text }

  /// The event that was fired.
  package var event: String? { members["event"]?.text }

  /// The number of the entry that it takes back.
  package var undone: Int? { members["undone"]?.text.flatMap { Int($0) } }

  /// The hash of the program that the case is pinned to from here on.
  package var program: String? { members["program"]?.text }

  /// A note's words, or why something was done.
  package var text: String? { members["text"]?.text ?? members["reason"]?.text }

  /// What a case file says of it: a journal entry, or for `opened` what stands at the head.
  var caseFileMembers: [String: JSONValue] {
    let kept = kind == .opened ? ["opened", "facts"] : ["at", "event", "by", "with", "set"]
    var said = members.filter { kept.contains($0.key) }
    // An entry must say something; one in which time alone passes has its `at`.
    if kind == .step, said.isEmpty { said["set"] = .object([:]) }
    return said
  }
}
