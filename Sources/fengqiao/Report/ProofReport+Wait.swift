internal import Model
internal import SourceText
internal import Verifier

/// The way that takes longest, in words.
extension ProofReport {
  /// `at the longest 14 days, 2026-02-13 to 2026-02-27: village 3 workdays, town 4 workdays`.
  func words(_ wait: LongestWait) -> Bilingual {
    let days = wait.days(in: program.offset)
    let (from, to) = (first(of: wait), last(of: wait))
    let stays = wait.stays.map { stay in
      (name: name(of: stay.state), term: stay.term.text)
    }
    let english = stays.map { "\($0.name) \($0.term.en)" }.joined(separator: ", ")
    let chinese = stays.map { "\($0.name) \($0.term.zh)" }.joined(separator: "、")
    let number = days == 1 ? "1 day" : "\(days) days"
    return Bilingual(
      en: "at the longest \(number), \(from) to \(to): \(english)",
      zh: "最长 \(days) 天（\(from) 至 \(to)）：\(chinese)")
  }

  func json(_ wait: LongestWait) -> JSONText {
    .object([
      .init("days", .integer(wait.days(in: program.offset))),
      .init("from", .string(first(of: wait))), .init("to", .string(last(of: wait))),
      .init(
        "path",
        .array(
          wait.stays.map { stay in
            .object([
              .init("state", .string(name(of: stay.state))),
              .init("within", .string(stay.term.description)),
            ])
          })),
    ])
  }

  private func first(of wait: LongestWait) -> String { "\(wait.start.date(in: program.offset))" }

  private func last(of wait: LongestWait) -> String {
    let day = wait.start.date(in: program.offset).adding(days: wait.days(in: program.offset))
    return day.map { "\($0)" } ?? ""
  }

  private func name(of state: ID<State>) -> String { program.chart?.states[state].path ?? "" }
}
