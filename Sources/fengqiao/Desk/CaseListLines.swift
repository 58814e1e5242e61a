internal import Desk
internal import Model
internal import SourceText
internal import Store

/// A list of cases as a table whose columns stand under each other, full-width characters or not.
struct CaseListLines {
  let cases: [ListedCase]
  let now: DateTime
  let console: Console

  var text: [String] {
    guard !cases.isEmpty else { return [console.say("no cases", "没有案件")] }
    let heads = [
      console.say("case", "案件"), console.say("parties", "当事人"), console.say("now", "现在"),
      console.say("to act", "由谁"), console.say("due", "期限"),
    ]
    let limits = [24, 16, 20, 24, 26]
    let rows = cases.map { zip(cells($0), limits).map { $0.clipped(to: $1) } }
    let widths = heads.indices.map { column in
      ([heads] + rows).map { $0[column].displayWidth }.max() ?? 0
    }
    let table = ([heads] + rows).map { row in
      zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ").droppingEndBlanks
    }
    return table.enumerated().map { index, line in
      if index == 0 { return console.styled(line, .dim) }
      return isOverdue(cases[index - 1]) ? console.styled(line, .red) : line
    } + [console.say(Console.counted(cases.count, "case", "cases"), "共 \(cases.count) 件")]
  }

  /// The same; where there is none under way, it says how to see those that have ended.
  func text(orEndedOf query: CaseQuery, _ desk: CaseDesk) throws(ToolFault) -> [String] {
    var ended = query
    ended.isFinished = true
    let filter = ended
    do {
      guard cases.isEmpty, try desk.store.count(filter) > 0 else { return text }
    } catch { throw ToolFault(error) }
    return [
      console.say(
        "no cases under way; those that have ended: fengqiao case list --all",
        "没有在办的案件；已结的：fengqiao case list --all")
    ]
  }

  private func cells(_ listed: ListedCase) -> [String] {
    let standing = listed.standing
    let what = CaseDesk.nextTitle(of: standing)?.text(in: console.language)
    var due = [standing.dueDay, what ?? standing.dueWhat].compactMap(\.self).joined(separator: " ")
    if isOverdue(listed) { due = console.say("overdue ", "逾期 ") + due }
    if listed.hasIncident { due = console.say("not delivered; ", "有未送达；") + due }
    return [
      listed.record.id, standing.summary,
      console.language == .chinese && !standing.title.isEmpty ? standing.title : standing.state,
      standing.acting ?? "", due,
    ].map(\.onOneSafeLine)
  }

  private func isOverdue(_ listed: ListedCase) -> Bool {
    listed.standing.dueAt.map { $0 <= now.milliseconds } ?? false
  }

  var json: [JSONText] {
    cases.map { listed in
      let standing = listed.standing
      return .object([
        .init("case", .string(listed.record.id)),
        .init("rulebook", .string(listed.record.rulebook)),
        .init("entries", .integer(listed.record.length)), .init("state", .string(standing.state)),
        .init("level", standing.level.map { .string($0) } ?? .null),
        .init("acting", standing.acting.map { .string($0) } ?? .null),
        .init("parties", .string(standing.summary)),
        .init("due", standing.dueDay.map { .string($0) } ?? .null),
        .init("due_what", standing.dueWhat.map { .string($0) } ?? .null),
        .init("overdue", .bool(isOverdue(listed))), .init("finished", .bool(standing.isFinished)),
        .init("lent_to", listed.record.lentTo.map { .string($0) } ?? .null),
        .init("incident", .bool(listed.hasIncident)),
      ])
    }
  }
}

extension String {
  /// With blanks behind it, so many columns wide.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  /// At most so many columns; what is cut off is an ellipsis.
  func clipped(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var rest = self
    while rest.displayWidth > width - 1, !rest.isEmpty { rest.removeLast() }
    return rest + "…"
  }

  /// Without blanks at its end, which nobody sees and some mark as a mistake.
  var droppingEndBlanks: String {
    var rest = self
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
