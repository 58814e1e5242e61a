internal import Engine
internal import Model
internal import SourceText
package import Store

extension CaseDesk {
  /// The running cases of a rulebook that are pinned to another version of it, by id.
  /// - Parameter id: nil for all.
  package func running(
    beside next: PinnedProgram, only id: String?
  ) throws(DeskFault) -> [ListedCase] {
    var query = CaseQuery()
    query.rulebook = next.program.name
    query.isFinished = false
    return try cases(query) { listed in
      listed.record.program != next.hash && (id == nil || listed.record.id == id)
    }
  }

  /// What a plan would do to a case; nothing is kept.
  package func plan(
    _ listed: ListedCase, to next: PinnedProgram, by plan: MigrationPlan
  ) throws(DeskFault) -> CasePassage {
    if let holder = listed.record.lentTo {
      return CasePassage(lent: listed.record.id, to: holder, program: listed.record.program)
    }
    return try migration(of: listed.record.id, to: next, by: plan).passage
  }

  /// Takes a case over to another version, or leaves it as it is where something stands in the way.
  /// What is due by then fires first, by the version before; both are kept, or neither is.
  package func migrate(
    _ id: String, to next: PinnedProgram, by plan: MigrationPlan, reason: String?
  ) throws(DeskFault) -> CasePassage {
    while true {
      let migration = try migration(of: id, to: next, by: plan)
      guard migration.passage.obstacles.isEmpty else { return migration.passage }
      let appends = appends(of: migration, to: next, by: plan, reason: reason)
      do {
        try storing { () throws(StoreFault) in _ = try store.append(appends) }
        return migration.passage
      } catch .store(.conflict) {
        continue
      } catch .store(.lent(_, let holder)) {
        return CasePassage(lent: id, to: holder, program: migration.passed.pinned.hash)
      }
    }
  }

  /// A case about to go over.
  private struct Migration {
    /// With all that was due fired.
    var passed: CaseFold
    /// What firing it gave; nil where nothing was due.
    var fired: StepResult?
    var moment: DateTime?
    var migrated: MigratedCase
    var passage: CasePassage
  }

  private func migration(
    of id: String, to next: PinnedProgram, by plan: MigrationPlan
  ) throws(DeskFault) -> Migration {
    var fold = try load(id)
    let moment = fold.state.clock.map { max($0, now) }
    var fired: StepResult?
    if let moment, let step = try firing(fold, at: moment) {
      var entry = self.entry(.step, step.proposal.members)
      entry.members["outcome"] = StepRecord(fold.program).json(of: step.result)
      fold.add(entry, step.entry, step.result)
      fired = step.result
    }
    let migrated = fold.migrated(to: next, by: plan, at: moment)
    return Migration(
      passed: fold, fired: fired, moment: moment, migrated: migrated,
      passage: CasePassage(fold, migrated.passage, migrated.result))
  }

  /// The step that time passes until then; nil where nothing falls due.
  private func firing(_ fold: CaseFold, at moment: DateTime) throws(DeskFault) -> Trial? {
    let trial = try attempt(Proposal(at: moment.text(in: fold.program.offset)), on: fold)
    let hasFired = trial.result.trace.items.contains { item in
      if case .timerFired = item { true } else { false }
    }
    return trial.refusal == nil && hasFired ? trial : nil
  }

  private func appends(
    of migration: Migration, to next: PinnedProgram, by plan: MigrationPlan, reason: String?
  ) -> [Append] {
    let passed = migration.passed
    var appends: [Append] = []
    if let fired = migration.fired, let line = passed.lines.last {
      var append = draft(line.entry, of: passed, at: .follows(passed.length - 1), result: fired)
      append.standing = nil
      appends.append(append)
    }
    guard let result = migration.migrated.result else {
      preconditionFailure("nothing stood in its way")
    }
    var entry = self.entry(
      .migrated,
      [
        "program": .text(next.hash), "version": .text(next.program.version),
        "from": .text(passed.pinned.hash), "plan": plan.json,
        "outcome": StepRecord(next.program).json(of: result),
        "moved": .list(migration.passage.moved.map(\.json)),
      ])
    entry.members["at"] = migration.moment.map { .text($0.text(in: next.program.offset)) }
    entry.members["reason"] = reason.map(JSONValue.text)
    var fold = passed
    fold.add(entry, next, migration.migrated)
    appends.append(draft(entry, of: fold, at: .follows(passed.length), result: result))
    return appends
  }
}

extension MovedDeadline {
  /// As an entry keeps it.
  var json: JSONValue {
    .object([
      "name": .text(name), "from": from.map { .text($0.description) } ?? .null,
      "to": to.map { .text($0.description) } ?? .null,
    ])
  }
}
