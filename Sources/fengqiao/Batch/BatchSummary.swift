internal import Batch
internal import SourceText

/// What many cases came to, in counts.
struct BatchSummary {
  let tally: Tally
  let console: Console

  /// Whether a line gave no result or an entry was refused.
  var hasTrouble: Bool { tally.failedCount > 0 || tally.refusedCount > 0 }

  /// How many cases there were, and how many of them did not go through.
  var headline: String {
    let faulted = tally.faultedCount.grouped
    return console.say(
      "\(tally.caseCount.grouped) cases, \(tally.failedCount.grouped) failed, "
        + "\(tally.refusedCount.grouped) with a refused entry"
        + (tally.faultedCount > 0 ? ", \(faulted) with a fault in a decision" : ""),
      "\(tally.caseCount.grouped) 件，\(tally.failedCount.grouped) 件出错，"
        + "\(tally.refusedCount.grouped) 件有记录被拒绝"
        + (tally.faultedCount > 0 ? "，\(faulted) 件有决策算不出" : ""))
  }

  var text: String {
    var lines = [headline]
    lines += section(console.say("errors", "错误"), tally.errorCounts)
    for (decision, rows) in tally.rowCounts {
      lines += section(console.say("decision", "决策") + " \(decision.onOneSafeLine)", rows)
    }
    lines += section(console.say("states", "状态"), tally.stateCounts)
    lines += section(console.say("levels", "层级"), tally.levelCounts)
    lines += section(console.say("scripts", "调解法"), tally.scriptCounts)
    return lines.joined(separator: "\n")
  }

  private func section(_ title: String, _ counts: [Tally.Count]) -> [String] {
    guard !counts.isEmpty else { return [] }
    let width = counts.map(\.count.grouped.count).max() ?? 0
    return [title]
      + counts.map { count in
        let number = count.count.grouped
        let blanks = String(repeating: " ", count: width - number.count)
        return "  \(blanks)\(number)  \(share(of: count.count))  \(name(count))"
      }
  }

  private func name(_ count: Tally.Count) -> String {
    guard count.isOurs, console.language == .chinese else { return count.name.onOneSafeLine }
    return count.name == "fault" ? "算不出" : "未定"
  }

  /// Of all cases, `12.3%`, right-aligned.
  private func share(of count: Int) -> String {
    let permille = tally.caseCount == 0 ? 0 : (count * 1000 + tally.caseCount / 2) / tally.caseCount
    let text = "\(permille / 10).\(permille % 10)%"
    return String(repeating: " ", count: max(0, 6 - text.count)) + text
  }

  /// The shape is part of the tool's contract (docs/batch.md).
  var json: JSONText {
    .object([
      .init("cases", .integer(tally.caseCount)), .init("failed", .integer(tally.failedCount)),
      .init("refused", .integer(tally.refusedCount)),
      .init("faulted", .integer(tally.faultedCount)), .init("errors", object(tally.errorCounts)),
      .init("rows", .object(tally.rowCounts.map { .init($0.decision, object($0.rows)) })),
      .init("states", object(tally.stateCounts)), .init("levels", object(tally.levelCounts)),
      .init("scripts", object(tally.scriptCounts)),
    ])
  }

  private func object(_ counts: [Tally.Count]) -> JSONText {
    .object(counts.map { .init($0.name, .integer($0.count)) })
  }
}
