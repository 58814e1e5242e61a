internal import Model
internal import Runtime
internal import SourceText
internal import Store

extension CaseDesk {
  /// Joins a case to another one of the same parties; both are found from each other.
  package func link(
    _ fold: CaseFold, to other: String, reason: String
  ) throws(DeskFault) -> CaseFold {
    guard other != fold.id else {
      throw .said("a case is not linked to itself", "案件不能与自己关联")
    }
    var after = fold
    let entry = self.entry(.link, ["other": .text(other), "reason": .text(reason)])
    after.add(entry)
    var append = draft(entry, of: after, at: .follows(fold.length), result: nil)
    append.links = [(other, reason)]
    let final = append
    try storing { () throws(StoreFault) in _ = try store.append(final) }
    return after
  }

  /// The cases that one was joined to, from either side, in the order of their ids.
  package func linked(to id: String) throws(DeskFault) -> [LinkedCase] {
    let links = try storing { () throws(StoreFault) in try store.links(of: id) }
    let found = links.map {
      LinkedCase(id: $0.caseID == id ? $0.other : $0.caseID, reason: $0.reason)
    }
    return found.sorted { ($0.id, $0.reason) < ($1.id, $1.reason) }
  }

  /// Erases texts of a case for good: those that were typed for a fact, or all that say exactly
  /// some words. Papers that hold them lose their bytes, notices and tasks the words. The journal
  /// says that, when and why; its chain still holds.
  ///
  /// - Returns: how many texts and papers were erased.
  package func redact(
    _ fold: CaseFold, _ what: Erasure, reason: String
  ) throws(DeskFault) -> (fold: CaseFold, texts: Int, papers: Int) {
    let secrets = try storing { () throws(StoreFault) in try store.secrets(of: fold.id) }
    let names = fold.names(of: what)
    let meant = secrets.filter { what.means($0, names) }
    guard !meant.isEmpty else {
      throw .said(
        "case `\(fold.id)` has no such text, or it was erased before",
        "案件 `\(fold.id)` 中没有这样的文字，或者已经删除")
    }
    let places = meant.map { secret in
      JSONValue.object([
        "number": .text(String(secret.key.sequence)), "name": .text(secret.key.name),
      ])
    }
    let replacement = ErasedText.words(fold.lines.count { $0.entry.kind == .redact } + 1)
    let entry = self.entry(
      .redact,
      [
        "erased": .list(places), "reason": .text(reason),
        "replacement": .text(replacement),
      ])
    let keys = meant.map(\.key)
    let after = try fold.forgetting(keys, replacement).taking(entry)
    var append = draft(entry, of: after, at: .follows(fold.length), result: nil)
    try erase(meant, replacement, in: &append)
    let final = append
    try storing { () throws(StoreFault) in _ = try store.append(final) }
    return (after, keys.count, final.forgottenPapers.count)
  }

  /// Lets an entry erase texts, and all else in this store that holds them.
  func erase(
    _ meant: [StoredSecret], _ replacement: String, in append: inout Append
  ) throws(DeskFault) {
    let words = meant.compactMap(\.words)
    append.forgottenSecrets = meant.map(\.key)
    append.forgottenPapers = try papers(of: append.caseID, holding: words)
    append.rewrittenEffects = try effects(of: append.caseID, without: words, replacement)
  }

  /// Notices and tasks that hold any of the words, with others in their stead.
  private func effects(
    of id: String, without words: [String], _ replacement: String
  ) throws(DeskFault) -> [RewrittenEffect] {
    // Longer ones first, so that none is left half.
    let words = words.filter { !$0.isEmpty }.sorted { ($1.count, $0) < ($0.count, $1) }
    var rewritten: [RewrittenEffect] = []
    for item in try storing({ () throws(StoreFault) in try store.outbox(of: id) }) {
      let payload = JSONValue(reading: String(decoding: item.effect.payload, as: UTF8.self))
      let text = payload?.replacing(words, with: replacement)
      let fault = item.lastFault.map { words.reduce($0) { $0.replacing($1, with: replacement) } }
      guard text != payload || fault != item.lastFault else { continue }
      let bytes = text.map { Array($0.json.text().utf8) } ?? item.effect.payload
      rewritten.append(RewrittenEffect(key: item.key, payload: bytes, lastFault: fault))
    }
    return rewritten
  }

  private func papers(
    of id: String, holding words: [String]
  ) throws(DeskFault) -> [ItemKey] {
    var found: [ItemKey] = []
    for summary in try storing({ () throws(StoreFault) in try store.papers(of: id) })
    where !summary.isForgotten {
      let paper = try storing { () throws(StoreFault) in try store.paper(summary.key) }
      let text = String(decoding: paper?.bytes ?? [], as: UTF8.self)
      let holds = words.contains { word in
        !word.isEmpty && (text.contains(word) || text.contains(PageMarkup.escaped(word)))
      }
      if holds { found.append(summary.key) }
    }
    return found
  }
}

/// Which texts are erased.
package enum Erasure: Hashable, Sendable {
  /// All that was typed for a fact or a field of that name.
  case fact(String)
  /// All that say exactly this.
  case words(String)

  /// - Parameter names: of the fact, now and before.
  func means(_ stored: StoredSecret, _ names: Set<String>) -> Bool {
    switch self {
    case .fact:
      stored.key.name.split(separator: ".").dropFirst().first.map(String.init)
        .map(names.contains) ?? false
    case .words(let words): stored.words == words
    }
  }
}

extension StoredSecret {
  /// The text itself.
  fileprivate var words: String? { JSONValue(reading: secret.value)?.text }
}

extension CaseFold {
  /// What the fact to be erased is and was called: other versions may have had another name.
  fileprivate func names(of what: Erasure) -> Set<String> {
    guard case .fact(let name) = what else { return [] }
    var names: Set = [name]
    for line in lines.reversed() where line.entry.kind == .migrated {
      let plan = line.entry.members["plan"].flatMap(MigrationPlan.init)
      for (old, new) in plan?.names[.facts] ?? [:] {
        if let new, names.contains(new) { names.insert(old) }
      }
    }
    return names
  }

  /// The case with other words in place of some texts, replayed anew.
  fileprivate func forgetting(
    _ keys: [SecretKey], _ replacement: String
  ) throws(DeskFault) -> CaseFold {
    var entries = lines.map(\.entry)
    for key in keys {
      let path = key.name.split(separator: ".").map(String.init)
      let value = JSONValue.object(entries[key.sequence - 1].members)
        .replacing(at: path[...], with: .text(replacement))
      entries[key.sequence - 1].members = value.members ?? [:]
    }
    return try CaseFold(id: id, entries, shelf)
  }
}

extension JSONValue {
  /// With other words in place of some, in every text.
  fileprivate func replacing(_ words: [String], with replacement: String) -> JSONValue {
    switch self {
    case .text(let text): .text(words.reduce(text) { $0.replacing($1, with: replacement) })
    case .list(let items): .list(items.map { $0.replacing(words, with: replacement) })
    case .object(let members): .object(members.mapValues { $0.replacing(words, with: replacement) })
    case .null, .bool: self
    }
  }

  /// With another value at the end of a path of names and places.
  fileprivate func replacing(at path: ArraySlice<String>, with value: JSONValue) -> JSONValue {
    guard let step = path.first else { return value }
    switch self {
    case .object(var members):
      members[step] = members[step]?.replacing(at: path.dropFirst(), with: value)
      return .object(members)
    case .list(var items):
      guard let index = Int(step), items.indices.contains(index) else { return self }
      items[index] = items[index].replacing(at: path.dropFirst(), with: value)
      return .list(items)
    default: return self
    }
  }
}
