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
      (name: name(of: stay.clock), term: stay.term.text)
    }
    let english = stays.map { "\($0.name) \($0.term.en)" }.joined(separator: ", ")
    let chinese = stays.map { "\($0.name) \($0.term.zh)" }.joined(separator: "、")
    let number = days == 1 ? "1 day" : "\(days) days"
    return Bilingual(
      en: "at the longest \(number), \(from) to \(to): \(english)",
      zh: "最长 \(days) 天（\(from) 至 \(to)）：\(chinese)")
  }

  /// Why an event of time is not sure to end a wait.
  func unsure(_ clock: UnsureClock) -> Bilingual {
    let name = program.events[clock.event].name
    let causes = clock.causes.map(words)
    return Bilingual(
      en: "`\(name)` \(causes.map(\.en).joined(separator: ", and "))",
      zh: "`\(name)` \(causes.map(\.zh).joined(separator: "，"))")
  }

  private func words(_ cause: UnsureClock.Cause) -> Bilingual {
    switch cause {
    case .computed: Bilingual(en: "has a length that is computed", zh: "的长度是算出来的")
    case .letPass:
      Bilingual(
        en: "may leave the case where it is, or wait for facts", zh: "到期后案件可能留在原处或者等事实")
    case .startStated:
      Bilingual(en: "starts by what people state or change", zh: "的起算日由人陈述，可能未知或者更改")
    case .notBegun:
      Bilingual(en: "is not sure to run here", zh: "在这里不一定在计时")
    case .extended: Bilingual(en: "may be put off by agreement", zh: "可以约定延长")
    case .paused(let states):
      Bilingual(
        en: "stands still in \(states.map { "`\(self.name(of: $0))`" }.joined(separator: ", "))",
        zh: "在 \(states.map { "`\(self.name(of: $0))`" }.joined(separator: "、")) 期间停计")
    case .doneBy(let event):
      Bilingual(
        en: "does not come once the task is done by `\(program.events[event].name)`",
        zh: "在任务由 `\(program.events[event].name)` 办完后不会到")
    case .cancelled: Bilingual(en: "may be cancelled", zh: "可能被取消")
    }
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
              .init(word(for: stay.clock), .string(name(of: stay.clock))),
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

  private func name(of clock: LongestWait.Stay.Clock) -> String {
    switch clock {
    case .state(let state): name(of: state)
    case .period(let period): program.periods[period].name
    case .task(let id): id
    case .event(let event): program.events[event].name
    }
  }

  /// Under which key the JSON names a clock.
  private func word(for clock: LongestWait.Stay.Clock) -> String {
    switch clock {
    case .state: "state"
    case .period: "period"
    case .task: "task"
    case .event: "event"
    }
  }

  private func name(of state: ID<State>) -> String { program.chart?.states[state].path ?? "" }
}
