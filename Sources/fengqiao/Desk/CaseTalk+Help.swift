internal import Desk
internal import Engine
internal import Model
internal import SourceText

// What can be typed, why some things cannot be done, and when things happened.
extension CaseTalk {
  /// What can be typed: so short that it stays on the screen.
  func help() {
    let words = say(
      """
      a number: answer that question, or do that step   n: write a note
      name=value: state a fact, as amount=4000; name=unknown takes it back
      m: leaving mediation, consents, someone joins   t: when it happened
      u: take the newest step back, with the reason   q or Ctrl-D: leave
      ??: why some things cannot be done now
      """,
      """
      数字：回答那个问题，或者办那一步   n：写备注
      名称=值：记下一件事实，如 金额=4000；名称=不清楚 则收回
      m：退出调解、答复同意、有人加入   t：补记以前的事，先说时间
      u：撤回最近一步，要写原因   q 或 Ctrl-D：离开，记下的都在
      ??：有些事现在为什么不行
      """)
    for line in words.split(separator: "\n") { console.print("  " + line) }
  }

  /// What cannot be done now and why, what to watch for, and clocks that do not run yet.
  func explain(_ situation: Situation) {
    let user = (try? desk())?.user ?? Operator(name: "", roles: [])
    let lines = AgendaLines(
      fold: fold, agenda: situation.agenda, state: situation.state, user: user, names: names,
      console: console, width: width)
    let told = lines.obstructed(all: true) + lines.watched() + lines.clocks()
    if told.isEmpty {
      tell(say("nothing stands in the way of anything here", "这里没有什么办不了的"))
    }
    for line in told { console.print(line) }
  }

  /// When that happened which is entered from now on.
  mutating func askMoment() throws(ToolFault) {
    let desk = try self.desk()
    let reader = AnswerReader(
      program: fold.program, today: desk.now.date(in: fold.program.offset))
    tell(
      say(
        "when did it happen? as 2026-05-07 15:00, yesterday 15:00; Enter = now",
        "是什么时候发生的？ 昨天下午3点、5月7日15:00；回车=现在"))
    while let answer = input.line("  > ") {
      if answer.isEmpty {
        happened = nil
        return
      }
      guard case .dateTime(let moment)? = try? reader.read(answer, as: .dateTime) else {
        tell(say("write a day and a time, as 2026-05-07 15:00", "请写日期和时间，如 昨天下午3点、5月7日15:00"))
        continue
      }
      guard moment <= desk.now else {
        tell(say("that has not come yet", "这个时间还没有到"))
        continue
      }
      if let clock = fold.state.clock, moment < clock {
        tell(RefusalLines.earlier(than: clock, names))
        continue
      }
      happened = moment
      return
    }
  }
}
