internal import Foundation
internal import Store

/// What takes how long in a store. Times go to the standard output, one line each.
struct Measure {
  let store: any CaseStore

  /// How many steps are acknowledged in a second, one after the other, over a hundred cases.
  func steps(_ count: Int) throws {
    let cases = 100
    var append = (0..<cases).map { Script.entry("case-\($0)", after: 0, by: "甲") }
    try store.append(append)
    let started = ContinuousClock.now
    for step in 0..<count {
      let number = step % cases
      append[number] = Script.entry("case-\(number)", after: 1 + step / cases, by: "甲")
      try store.append(append[number])
    }
    let time = ContinuousClock.now - started
    print(String(format: "%.1f", Double(count) / seconds(time)))
  }

  /// Fills an empty store with cases of three entries; many in one transaction, since that is not
  /// what is measured.
  static func fill(_ store: any CaseStore, cases: Int) throws {
    for start in stride(from: 0, to: cases, by: 500) {
      try store.append(
        (start..<min(start + 500, cases)).flatMap { number in
          let id = "case-" + String(String(10_000_000 + number).dropFirst())
          return (0..<3).map { Script.entry(id, after: $0, by: "甲", spread: number) }
        })
    }
  }

  /// Milliseconds of what a desk asks most: the first page of open cases, the last page, what
  /// is due next, what is overdue in all, one case with its journal, one more step.
  func questions(cases: Int) throws {
    let id = "case-" + String(String(10_000_000 + cases / 2).dropFirst())
    var open = CaseQuery()
    open.isFinished = false
    open.limit = 50
    var last = open
    last.after = CaseQuery.Cursor(caseID: id)
    var due = open
    due.order = .due
    var overdue = CaseQuery()
    overdue.dueBefore = Script.due(after: 2, spread: cases / 100)
    var seen = try store.record(of: id)?.length ?? 0
    let times = try [
      median { _ = try store.cases(open) }, median { _ = try store.cases(last) },
      median { _ = try store.cases(due) }, median { _ = try store.count(overdue) },
      median {
        _ = try store.record(of: id)
        _ = try store.entries(of: id)
      },
      median { seen = try store.append(Script.entry(id, after: seen, by: "甲")).sequence },
    ]
    print(times.map { String(format: "%.3f", $0) }.joined(separator: " "))
  }

  /// The middle of 15 times, in milliseconds.
  private func median(_ body: () throws -> Void) throws -> Double {
    let times = try (0..<15).map { _ in
      let started = ContinuousClock.now
      try body()
      return seconds(ContinuousClock.now - started) * 1000
    }
    return times.sorted()[7]
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
