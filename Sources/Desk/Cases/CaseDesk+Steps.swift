package import Engine
package import Model
internal import SourceText
internal import Store

/// What someone wants to enter, by names, as a case file has it.
package struct Proposal: Hashable, Sendable {
  /// As a case file writes it.
  package var at: String?
  package var event: String?
  package var by: String?
  /// The event's fields.
  package var with: [String: JSONValue]
  /// Facts; `checklist` among them answers the checklist.
  package var set: [String: JSONValue]

  package init(
    at: String?, event: String? = nil, by: String? = nil, with: [String: JSONValue] = [:],
    set: [String: JSONValue] = [:]
  ) {
    self.at = at
    self.event = event
    self.by = by
    self.with = with
    self.set = set
  }

  var members: [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    members["at"] = at.map(JSONValue.text)
    members["event"] = event.map(JSONValue.text)
    members["by"] = by.map(JSONValue.text)
    if !with.isEmpty { members["with"] = .object(with) }
    if !set.isEmpty { members["set"] = .object(set) }
    return members
  }
}

/// A step that was tried on a case, not kept yet.
package struct Trial: Sendable {
  package var fold: CaseFold
  package var proposal: Proposal
  package var entry: Entry
  package var result: StepResult

  package var refusal: Refusal? { result.refusal }
}

extension CaseDesk {
  /// Tries a step: nothing is kept.
  package func attempt(
    _ proposal: Proposal, on fold: CaseFold
  ) throws(DeskFault) -> Trial {
    let file = try fold.pinned.caseFile([
      "case": .text(fold.id), "journal": .list([.object(proposal.members)]),
    ])
    guard let entry = file.journal.first else {
      preconditionFailure("a case file of one entry has it")
    }
    return Trial(
      fold: fold, proposal: proposal, entry: entry, result: fold.interpreter.step(fold.state, entry)
    )
  }

  /// Keeps a step that was taken; the case after it.
  ///
  /// `StoreFault.conflict` where somebody was faster.
  package func keep(_ trial: Trial) throws(DeskFault) -> CaseFold {
    precondition(trial.refusal == nil, "a refused step is not kept")
    var fold = trial.fold
    var entry = self.entry(.step, trial.proposal.members)
    entry.members["outcome"] = StepRecord(fold.program).json(of: trial.result)
    fold.add(entry, trial.entry, trial.result)
    try append(entry, to: fold, result: trial.result)
    return fold
  }

  /// Writes words down; the case stands as it did.
  package func note(_ words: String, on fold: CaseFold) throws(DeskFault) -> CaseFold {
    var after = fold
    let entry = self.entry(.note, ["text": .text(words)])
    after.add(entry)
    try append(entry, to: after, result: nil)
    return after
  }

  /// Writes words down behind whatever others enter at the same time: that changes nothing of them.
  package func note(_ words: String, in id: String) throws(DeskFault) -> CaseFold {
    while true {
      do { return try note(words, on: try load(id)) } catch .store(.conflict) { continue }
    }
  }

  /// Takes the newest step that counts back: an entry says so, nothing is erased. Of what it left
  /// to be done, that which nobody tried yet is not done any more; a correction follows the rest.
  package func undo(_ fold: CaseFold, reason: String) throws(DeskFault) -> Undone {
    guard let undone = fold.newestStep else {
      throw fold.earlier.isEmpty
        ? .said(
          "nothing was done in case `\(fold.id)` since it was opened",
          "案件 `\(fold.id)` 立案后还没有任何步骤可以撤回")
        : .said(
          "nothing was done in case `\(fold.id)` since it went over to another version of its "
            + "rulebook, and what was done before that stays",
          "案件 `\(fold.id)` 换用新版规则书以后还没有任何步骤；换版以前的步骤不能撤回")
    }
    let entry = self.entry(
      .undo, ["undone": .text(String(undone.sequence)), "reason": .text(reason)])
    let after = try fold.taking(entry)
    let items = try effects(of: fold.id, by: undone.sequence)
    var append = draft(entry, of: after, at: .follows(fold.length), result: nil)
    append.withdrawnEffects = items.map { $0.withdrawn(for: reason) }
    let final = append
    let kept = try storing { () throws(StoreFault) in try store.append(final) }
    return Undone(
      fold: after, line: undone, withdrawn: items.filter { !kept.corrected.contains($0.key) },
      sent: items.filter { kept.corrected.contains($0.key) })
  }

  /// What an entry left to be done, done or not.
  func effects(of id: String, by sequence: Int) throws(DeskFault) -> [OutboxItem] {
    try storing { () throws(StoreFault) in try store.outbox(of: id) }
      .filter { $0.key.sequence == sequence }
  }

  func entry(_ kind: JournalEntry.Kind, _ members: [String: JSONValue]) -> JournalEntry {
    JournalEntry(kind, recordedAt: now.description, actor: user.name, members: members)
  }

  /// Appends an entry behind the others of a fold that has it already.
  func append(
    _ entry: JournalEntry, to fold: CaseFold, result: StepResult?
  ) throws(DeskFault) {
    let append = draft(entry, of: fold, at: .follows(fold.length - 1), result: result)
    try storing { () throws(StoreFault) in _ = try store.append(append) }
  }

  func draft(
    _ entry: JournalEntry, of fold: CaseFold, at place: Append.Place, result: StepResult?
  ) -> Append {
    var kept = entry
    let sealed = SealedText(
      entry.members,
      texts: { path in
        ["text", "reason"].contains(path) || fold.pinned.isFreeText(path, of: entry.event)
      }, salt: salt)
    kept.members = sealed.members
    var append = Append(
      caseID: fold.id, place: place, body: kept.bytes, program: fold.pinned.hash,
      calendar: fold.calendarHash, recordedAt: now.milliseconds,
      standing: CaseSummary(fold).standing)
    append.secrets = sealed.secrets
    if let result {
      var made = MadeEffects(fold, result)
      made.redraft(in: fold)
      append.effects = made.effects
      append.papers = made.papers
    }
    return append
  }
}

extension CaseFold {
  /// Adds what was stepped already.
  mutating func add(_ entry: JournalEntry, _ stepped: Entry, _ result: StepResult) {
    lines.append(
      Line(sequence: length + 1, entry: entry, result: result, stepped: stepped))
    state = result.state
  }

  /// Adds what leaves the case as it stands.
  mutating func add(_ entry: JournalEntry) {
    lines.append(Line(sequence: length + 1, entry: entry))
  }

  /// The case with one entry more, replayed from the beginning.
  func taking(_ entry: JournalEntry) throws(DeskFault) -> CaseFold {
    try CaseFold(id: id, lines.map(\.entry) + [entry], shelf)
  }
}
