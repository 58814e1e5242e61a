package import Engine
package import Model
internal import SourceText
package import Store

extension CaseDesk {
  /// Whether the store has a version of the rulebook.
  package func keepsRulebook(_ name: String) throws(StoreFault) -> Bool {
    try !store.programs(rulebook: name).isEmpty
  }

  /// The version of a rulebook that a case opened on a day takes: of those in force then, the one
  /// that came into force last; of several, `preferred`, else the one kept last.
  package func version(
    of rulebook: String, on day: CalendarDate, preferring preferred: String? = nil
  ) throws(DeskFault) -> ProgramSummary {
    let all = try storing { () throws(StoreFault) in try store.programs(rulebook: rulebook) }
    guard !all.isEmpty else {
      throw .said(
        "the store has no rulebook `\(rulebook)`; name its folder once",
        "案件库中没有规则书 `\(rulebook)`；第一次请写出它所在的文件夹")
    }
    let inForce = all.filter { $0.isInForce(on: day.description) }
    guard let latest = inForce.map({ $0.effectiveFrom ?? "" }).max() else {
      let spans = all.map { "\($0.version): \($0.effectiveFrom ?? "")..\($0.effectiveTo ?? "")" }
      throw .said(
        "no version of `\(rulebook)` is in force on \(day) (\(spans.joined(separator: ", ")))",
        "`\(rulebook)` 没有哪一版在 \(day) 有效（\(spans.joined(separator: "、"))）")
    }
    let newest = inForce.filter { ($0.effectiveFrom ?? "") == latest }
    let chosen =
      newest.first { $0.hash == preferred } ?? newest.max { $0.keptAt < $1.keptAt }
    guard let chosen else { preconditionFailure("some version is in force") }
    return chosen
  }

  /// Opens a case; nil with the refusal where the rulebook does not let it be opened so.
  ///
  /// - Parameter id: nil for the next free number of the rulebook and year.
  package func open(
    _ id: String?, _ version: ProgramSummary, calendar: String, at opened: DateTime,
    facts: [String: JSONValue]
  ) throws(DeskFault) -> (fold: CaseFold, refusal: Refusal?) {
    let pinned = try program(version.hash)
    var entry = self.entry(
      .opened,
      [
        "rulebook": .text(version.rulebook), "version": .text(version.version),
        "program": .text(version.hash), "calendar": .text(calendar),
        "opened": .text(opened.text(in: pinned.program.offset)),
      ])
    if !facts.isEmpty { entry.members["facts"] = .object(facts) }
    let shelf = Shelf(
      programs: [version.hash: pinned], calendars: [calendar: try self.calendar(calendar)])
    var number = try id == nil ? nextNumber(version.rulebook) : 0
    while true {
      let year = opened.date(in: pinned.program.offset).year
      let name = id ?? "\(version.rulebook)-\(year)-\(number.padded(to: 4))"
      var fold = try CaseFold(id: name, [entry], shelf)
      guard let result = fold.lines[0].result else { preconditionFailure("an opening is stepped") }
      if let refusal = result.refusal { return (fold, refusal) }
      entry.members["outcome"] = StepRecord(pinned.program).json(of: result)
      fold.lines[0].entry = entry
      do {
        let place = Append.Place.opens(
          rulebook: version.rulebook, openedAt: opened.milliseconds)
        let append = draft(entry, of: fold, at: place, result: result)
        try storing { () throws(StoreFault) in _ = try store.append(append) }
        return (fold, nil)
      } catch .store(.conflict) where id == nil {
        number += 1
      } catch .store(.conflict) {
        throw .said(
          "there is a case `\(name)` already; choose another `--id`",
          "已经有案件 `\(name)`；请用 `--id` 另取一个编号")
      }
    }
  }

  private func nextNumber(_ rulebook: String) throws(DeskFault) -> Int {
    var query = CaseQuery()
    query.rulebook = rulebook
    return try storing { () throws(StoreFault) in try store.count(query) } + 1
  }
}

extension ProgramSummary {
  /// Days as `2026-01-01` compare as text.
  fileprivate func isInForce(on day: String) -> Bool {
    (effectiveFrom ?? "") <= day && (effectiveTo.map { day <= $0 } ?? true)
  }
}

extension Int {
  fileprivate func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
