internal import Engine
package import Model
internal import Runtime
package import SourceText
package import Store

/// What a tick or a new calendar did to one case.
package struct Touched: Sendable {
  package var fold: CaseFold
  /// Timers that fired, in order, by their names in `DueList`.
  package var fired: [String] = []
  package var moved: [MovedDeadline] = []
}

extension CaseDesk {
  /// Fires what is due in all cases, once: of two that do so at one time, one finds that the other
  /// was faster, and looks again.
  package func tick() throws(DeskFault) -> [Touched] {
    var query = CaseQuery()
    query.order = .due
    query.dueBefore = now.milliseconds + 1
    query.isFinished = false
    query.isLent = false
    var touched: [Touched] = []
    for listed in try cases(query) {
      if let one = try tick(listed.record.id) { touched.append(one) }
    }
    return touched
  }

  /// Nil where nothing was due after all.
  private func tick(_ id: String) throws(DeskFault) -> Touched? {
    while true {
      let fold = try load(id)
      if let clock = fold.state.clock, now < clock { return nil }
      let trial = try attempt(Proposal(at: now.text(in: fold.program.offset)), on: fold)
      let fired = trial.result.trace.items.compactMap { item -> String? in
        if case .timerFired(let timer, _) = item { timer.name(in: fold.program) } else { nil }
      }
      guard trial.refusal == nil, !fired.isEmpty else { return nil }
      do { return Touched(fold: try keep(trial), fired: fired) } catch .store(.conflict) {
        continue
      }
    }
  }

  /// Adopts a calendar for all open cases, or for one: every running deadline is counted again, and
  /// the journal says which moved. Cases that count by it already are left alone.
  package func adopt(
    _ calendar: WorkCalendar, only id: String?
  ) throws(DeskFault) -> [Touched] {
    let (hash, bytes) = Artefact.packed(calendar)
    let record = CalendarRecord(hash: hash, bytes: bytes, keptAt: now.milliseconds)
    try storing { () throws(StoreFault) in try store.keep(record) }
    var ids = id.map { [$0] } ?? []
    if id == nil {
      var query = CaseQuery()
      query.isFinished = false
      query.isLent = false
      ids = try cases(query).map(\.record.id)
    }
    var touched: [Touched] = []
    for id in ids {
      if let one = try adopt(calendar, hash, id) { touched.append(one) }
    }
    return touched
  }

  private func adopt(
    _ calendar: WorkCalendar, _ hash: String, _ id: String
  ) throws(DeskFault) -> Touched? {
    while true {
      var fold = try load(id)
      guard fold.calendarHash != hash else { return nil }
      let moved = fold.adopt(calendar, hash)
      let entry = self.entry(
        .calendar, ["calendar": .text(hash), "moved": .list(moved.map(\.json))])
      fold.add(entry)
      do {
        try append(entry, to: fold, result: nil)
        return Touched(fold: fold, moved: moved)
      } catch .store(.conflict) { continue }
    }
  }
}

/// Something that falls due in one of many cases.
package struct ListedDeadline: Hashable, Sendable {
  package var caseID: String
  package var name: String
  /// What people call it.
  package var title: Bilingual
  /// Milliseconds since 1970 UTC.
  package var at: Int64
  /// Its last day, as `2026-05-09`.
  package var day: String
  package var isProvisional: Bool
  /// Roles and organs that it falls to.
  package var to: [String]
  package var level: String?
  /// The parties, masked.
  package var parties: String
}

extension JSONValue {
  /// The title of a deadline in what lists keep of a case.
  fileprivate var title: Bilingual? {
    guard let en = self["title_en"]?.text, let zh = self["title_zh"]?.text else { return nil }
    return Bilingual(en: en, zh: zh)
  }
}

extension CaseDesk {
  /// What falls due next in a case of a list, as people call it; nil where nothing does.
  package static func nextTitle(of standing: Store.Standing) -> Bilingual? {
    JSONValue(reading: standing.detail)?["due"]?.items?.first?.title
  }

  /// All that is due in open cases, earliest first.
  package func deadlines() throws(DeskFault) -> [ListedDeadline] {
    var query = CaseQuery()
    query.order = .due
    query.isFinished = false
    var found: [ListedDeadline] = []
    for listed in try cases(query) {
      let items = JSONValue(reading: listed.standing.detail)?["due"]?.items ?? []
      for item in items {
        guard let name = item["name"]?.text, let at = item["at"]?.text.flatMap({ Int64($0) }),
          let day = item["day"]?.text
        else { continue }
        found.append(
          ListedDeadline(
            caseID: listed.record.id, name: name, title: item.title ?? Bilingual(name), at: at,
            day: day,
            isProvisional: item["provisional"] == .bool(true),
            to: item["to"]?.items?.compactMap(\.text) ?? [], level: listed.standing.level,
            parties: listed.standing.summary))
      }
    }
    return found.sorted { ($0.at, $0.caseID, $0.name) < ($1.at, $1.caseID, $1.name) }
  }
}
