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

  /// Why an event of time is not sure to end a wait.
  func unsure(_ event: ID<Event>) -> Bilingual {
    let name = program.events[event].name
    switch program.events[event].origin {
    case .expired(let period): return unsure(program.periods[period], name)
    case .overdue:
      return Bilingual(
        en: "`\(name)` comes only while its task is given and not done",
        zh: "`\(name)` 只在任务已交办、没有办完时才会到")
    default:
      return Bilingual(
        en: "`\(name)` has a length that is computed, or may let the case stay where it is",
        zh: "`\(name)` 的长度是算出来的，或者到期后案件可能仍留在原处")
    }
  }

  private func unsure(_ period: Period, _ name: String) -> Bilingual {
    var en = ["`\(name)` comes only where its start is known"]
    var zh = ["`\(name)` 只在起算日已知时才会到"]
    if period.extension != nil {
      en.append("people may agree on a later end")
      zh.append("可以约定延长")
    }
    if !period.pausedIn.isEmpty {
      let states = period.pausedIn.map { "`\(self.name(of: $0))`" }
      en.append("it stands still in \(states.joined(separator: ", "))")
      zh.append("在 \(states.joined(separator: "、")) 期间停计")
    }
    return Bilingual(en: en.joined(separator: ", "), zh: zh.joined(separator: "，"))
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
