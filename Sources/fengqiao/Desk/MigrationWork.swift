internal import Desk
internal import SourceText
internal import Store

/// Cases on their way to another version: planned, asked about, taken over.
struct MigrationWork {
  let desk: CaseDesk
  let next: PinnedProgram
  let cases: [ListedCase]
  var plan: MigrationPlan
  let reason: String?
  let console: Console
  /// One a case, in the order of the list.
  private(set) var passages: [CasePassage] = []

  init(
    desk: CaseDesk, next: PinnedProgram, cases: [ListedCase], plan: MigrationPlan,
    reason: String?, console: Console
  ) {
    self.desk = desk
    self.next = next
    self.cases = cases
    self.plan = plan
    self.reason = reason
    self.console = console
  }

  /// Looks at every case; false where findings were shown.
  mutating func look() throws(ToolFault) -> Bool {
    let (desk, next, cases, plan) = (desk, next, cases, plan)
    let found = try DeskWork.run(console) { () throws(DeskFault) -> [CasePassage] in
      var passages: [CasePassage] = []
      for one in cases { passages.append(try desk.plan(one, to: next, by: plan)) }
      return passages
    }
    passages = found ?? []
    return found != nil
  }

  /// Asks what becomes of each thing that runs and that nobody answered for; false where the person
  /// left.
  mutating func ask() throws(ToolFault) -> Bool {
    var open: [(matter: CasePassage.Matter, count: Int)] = []
    for matter in passages.flatMap(\.matters) where matter.answer == nil {
      if let place = open.firstIndex(where: {
        $0.matter.kind == matter.kind && $0.matter.name == matter.name
      }) {
        open[place].count += 1
      } else {
        open.append((matter, 1))
      }
    }
    guard !open.isEmpty else { return true }
    for (matter, count) in open {
      guard let answer = ask(matter, count) else { return false }
      plan.answers[matter.kind, default: .init()].named[matter.name] = answer
    }
    return try look()
  }

  private func ask(_ matter: CasePassage.Matter, _ count: Int) -> MigrationPlan.Answer? {
    let title = matter.title.text(in: console.language)
    let name = (title.isEmpty ? matter.name : title).onOneSafeLine
    console.print(
      console.say(
        "\(Self.word(matter.kind).en) \(name) runs in "
          + Console.counted(count, "case", "cases") + ". What becomes of it?",
        "\(Self.word(matter.kind).zh)“\(name)”在 \(count) 个案件里正在走。怎么办？"))
    while true {
      let line = PromptReader().line(
        console.say(
          "1 keep  2 begin again  3 give up  q leave > ", "1 照原来的走  2 重新起算  3 不要了  q 离开 > "))
      switch line {
      case nil, "q": return nil
      case "1", "keep": return .keep
      case "2", "restart": return .restart
      case "3", "drop": return .drop
      default: continue
      }
    }
  }

  /// What a kind of thing that runs is called.
  static func word(_ kind: MigrationPlan.Matter) -> Bilingual {
    switch kind {
    case .timers: Bilingual(en: "deadline", zh: "期限")
    case .periods: Bilingual(en: "legal period", zh: "法定期限")
    case .tasks: Bilingual(en: "task", zh: "任务")
    }
  }

  /// Takes over every case in whose way nothing stands; false where findings were shown.
  mutating func migrate() throws(ToolFault) -> Bool {
    for index in passages.indices where passages[index].obstacles.isEmpty {
      let (desk, next, plan, reason) = (desk, next, plan, reason)
      let id = passages[index].id
      let done = try DeskWork.run(console) { () throws(DeskFault) -> CasePassage in
        try desk.migrate(id, to: next, by: plan, reason: reason)
      }
      guard let done else { return false }
      passages[index] = done
    }
    return true
  }
}
