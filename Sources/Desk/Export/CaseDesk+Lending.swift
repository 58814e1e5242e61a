internal import Engine
internal import Model
internal import Runtime
internal import SourceText
internal import Store

extension CaseDesk {
  /// Lends a case to another store as its only writer: this one takes nothing more of it until it
  /// is returned. Repeated for the same holder it finishes what was begun.
  package func lend(
    _ id: String, to other: CaseDesk, holder: String
  ) throws(DeskFault) -> CaseFold {
    var fold = try load(id)
    let record = try storing { () throws(StoreFault) in try store.record(of: id) }
    if let lentTo = record?.lentTo {
      guard lentTo == holder else { throw .store(.lent(caseID: id, to: lentTo)) }
    } else {
      let entry = self.entry(.lent, ["to": .text(holder)])
      fold.add(entry)
      var append = draft(entry, of: fold, at: .follows(fold.length - 1), result: nil)
      append.lending = .lent(to: holder)
      let final = append
      try storing { () throws(StoreFault) in _ = try store.append(final) }
    }
    try other.takeOver(id, from: self, withEffects: false)
    return fold
  }

  /// Brings a lent case home from the store that had it, with all that was entered there. That
  /// store keeps a copy in which nothing more can be entered. Repeated it finishes what was begun.
  package func takeBack(_ id: String, from other: CaseDesk) throws(DeskFault) -> CaseFold {
    var fold = try other.load(id)
    let record = try storing { () throws(StoreFault) in try other.store.record(of: id) }
    if record?.lentTo == nil {
      let entry = self.entry(.returned, [:])
      fold.add(entry)
      var append = other.draft(entry, of: fold, at: .follows(fold.length - 1), result: nil)
      append.lending = .home
      let final = append
      try storing { () throws(StoreFault) in _ = try other.store.append(final) }
    }
    try takeOver(id, from: other, withEffects: true)
    return try load(id)
  }

  /// Takes all entries of a case that this store does not have yet from another one; both begin
  /// alike, else nothing is taken.
  ///
  /// - Parameter withEffects: whether notices of those entries are this store's from here on.
  private func takeOver(
    _ id: String, from other: CaseDesk, withEffects: Bool
  ) throws(DeskFault) {
    let fold = try other.load(id)
    let source = other.store
    let own = try storing { () throws(StoreFault) in try store.record(of: id) }
    let length = own?.length ?? 0
    let entries = try storing { () throws(StoreFault) in try source.entries(of: id) }
    guard let opening = entries.first else { throw .store(.noSuchCase(id)) }
    if let own, length > entries.count || entries[length - 1].fingerprint != own.head {
      throw .said(
        "case `\(id)` went different ways in the two stores", "案件 `\(id)` 在两个案件库中的经过不一致")
    }
    try keepProgram(of: fold, from: other)
    var appends: [Append] = []
    let rest = try Belongings(of: id, in: source)
    for entry in entries.dropFirst(length) {
      let place: Append.Place =
        entry.sequence == opening.sequence
        ? .opens(
          rulebook: fold.program.name, openedAt: fold.state.opened?.milliseconds ?? 0)
        : .follows(entry.sequence - 1)
      var append = Append(
        caseID: id, place: place, body: entry.body, program: fold.pinned(at: entry.sequence).hash,
        calendar: fold.calendarHash(at: entry.sequence), recordedAt: now.milliseconds,
        standing: entry.sequence == entries.count ? CaseSummary(fold).standing : nil)
      rest.add(to: &append, entry.sequence, withEffects: withEffects)
      let line = fold.lines[entry.sequence - 1].entry
      append.links = try knownLinks(of: line)
      append.withdrawnEffects = try withdrawals(by: line, of: id)
      appends.append(append)
    }
    guard !appends.isEmpty else { return }
    try erase(what: fold.lines.dropFirst(length).map(\.entry), of: id, by: &appends[0])
    // The first opens a case that is lent; what comes after finds it open.
    appends[0].lending = .returned
    let all = appends
    try storing { () throws(StoreFault) in _ = try store.append(all) }
  }

  /// What this store was to do because of a step that was taken back elsewhere.
  private func withdrawals(
    by entry: JournalEntry, of id: String
  ) throws(DeskFault) -> [WithdrawnEffect] {
    guard entry.kind == .undo, let undone = entry.undone else { return [] }
    return try effects(of: id, by: undone).map { $0.withdrawn(for: entry.text ?? "") }
  }

  /// Erases here what some entries erased elsewhere.
  private func erase(
    what entries: [JournalEntry], of id: String, by append: inout Append
  ) throws(DeskFault) {
    let erasing = entries.filter { $0.kind == .redact }
    guard let replacement = erasing.last?.members["replacement"]?.text else { return }
    let keys = Set(erasing.flatMap { $0.erased(of: id) })
    let secrets = try storing { () throws(StoreFault) in try store.secrets(of: id) }
    try erase(secrets.filter { keys.contains($0.key) }, replacement, in: &append)
  }

  private func keepProgram(of fold: CaseFold, from other: CaseDesk) throws(DeskFault) {
    for hash in fold.shelf.programs.keys.sorted() {
      let program = try storing { () throws(StoreFault) in try other.store.program(hash) }
      guard let program else { continue }
      try storing { () throws(StoreFault) in try store.keep(program) }
    }
    for hash in fold.shelf.calendars.keys.sorted() {
      let calendar = try storing { () throws(StoreFault) in try other.store.calendar(hash) }
      guard let calendar else { continue }
      try storing { () throws(StoreFault) in try store.keep(calendar) }
    }
  }
}

extension CaseDesk {
  /// The cases that an entry joins its case to, as far as this store has them.
  func knownLinks(of entry: JournalEntry) throws(DeskFault) -> [(other: String, reason: String)] {
    guard entry.kind == .link, let other = entry.members["other"]?.text,
      try storing({ () throws(StoreFault) in try store.record(of: other) }) != nil
    else { return [] }
    return [(other, entry.text ?? "")]
  }
}

/// What lies beside the entries of a case: texts, papers, and what was to be done.
private struct Belongings {
  private var secrets: [Int: [Secret]] = [:]
  private var papers: [Int: [Paper]] = [:]
  private var effects: [Int: [Store.Effect]] = [:]

  init(of id: String, in store: any CaseStore) throws(DeskFault) {
    for one in try storing({ () throws(StoreFault) in try store.secrets(of: id) }) {
      secrets[one.key.sequence, default: []].append(one.secret)
    }
    for one in try storing({ () throws(StoreFault) in try store.papers(of: id) })
    where !one.isForgotten {
      let paper = try storing { () throws(StoreFault) in try store.paper(one.key) }
      guard var paper else { continue }
      // What it is called by stays, though others of its entry are gone.
      paper.ordinal = one.key.ordinal
      papers[one.key.sequence, default: []].append(paper)
    }
    for one in try storing({ () throws(StoreFault) in try store.outbox(of: id) }) {
      var effect = one.effect
      (effect.ordinal, effect.attempts) = (one.key.ordinal, one.attempts)
      effect.deliveredAt = one.deliveredAt
      effects[one.key.sequence, default: []].append(effect)
    }
  }

  func add(to append: inout Append, _ sequence: Int, withEffects: Bool) {
    append.secrets = secrets[sequence] ?? []
    append.papers = papers[sequence] ?? []
    if withEffects { append.effects = effects[sequence] ?? [] }
  }
}

extension CaseFold {
  /// The hash of the calendar that counts after an entry.
  fileprivate func calendarHash(at sequence: Int) -> String {
    lines.prefix(sequence).compactMap { $0.entry.members["calendar"]?.text }.last ?? calendarHash
  }
}
