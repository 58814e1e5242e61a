internal import Desk
internal import Engine
internal import Model
internal import SourceText
internal import Store

/// A conversation over one case: shows where it stands, asks what matters, takes what is chosen by
/// number. Whatever was acknowledged is kept; it can be left at any prompt and taken up again.
struct CaseTalk {
  /// A desk at the present moment.
  let desk: () throws(ToolFault) -> CaseDesk
  var fold: CaseFold
  let console: Console
  let width: Int
  /// Lines of the screen.
  let height: Int
  /// When what is entered happened, where it is written down later; nil: now.
  var happened: DateTime?
  var input = PromptReader()
  /// What the mediator has before his eyes already.
  private var screen = ShownScreen()

  init(
    desk: @escaping () throws(ToolFault) -> CaseDesk, fold: CaseFold, console: Console, width: Int,
    height: Int, happened: DateTime?
  ) {
    self.desk = desk
    self.fold = fold
    self.console = console
    self.width = width
    self.height = height
    self.happened = happened
  }

  /// What can be chosen by number.
  enum Choice {
    case ask(Agenda.Question)
    /// All of the checklist that is open.
    case checklist
    case consent(Agenda.ConsentRequest)
    case fire(Agenda.Move)

    var isStep: Bool {
      if case .fire = self { true } else { false }
    }
  }

  private enum Turn {
    /// The case is shown anew.
    case again
    /// What was told last stays before the reader's eyes.
    case stay
    case leave
  }

  mutating func run() throws(ToolFault) -> ToolExit {
    var turn = Turn.again
    while true {
      let passing = try passTime()
      if passing != .nothing { turn = .again }
      let situation = try self.situation()
      if turn == .again { show(situation) }
      if passing == .declined { return leave() }
      if situation.state.isFinished {
        farewell()
        return .clean
      }
      guard let answer = input.line(prompt(situation)) else { return leave() }
      turn = try take(answer, situation)
      if turn == .leave { return leave() }
    }
  }

  /// What comes when a case has ended.
  private func farewell() {
    let id = fold.id.onOneSafeLine
    tell(
      say(
        "the papers: fengqiao case papers \(id)", "文书：fengqiao case papers \(id)"))
    tell(
      say(
        "the whole file: fengqiao case export \(id) -o FOLDER",
        "卷宗：fengqiao case export \(id) -o 文件夹"))
  }

  var names: PlainNames { PlainNames(fold, console.language) }

  func say(_ en: String, _ zh: String) -> String { console.say(en, zh) }

  /// A remark, set in.
  func tell(_ text: String, style: Console.Style? = nil) {
    for line in WrappedText(text, width: width - 2).lines {
      console.print("  " + (style.map { console.styled(line, $0) } ?? line))
    }
  }

  /// The moment that counts for what is entered.
  func moment() throws(ToolFault) -> DateTime {
    if let happened { return happened }
    return try desk().now
  }

  /// The day from which days without a year are read.
  func today() throws(ToolFault) -> CalendarDate { try moment().date(in: fold.program.offset) }

  private func leave() -> ToolExit {
    console.print(
      say(
        "\nAll that was entered is kept. Go on with: fengqiao case next \(fold.id)",
        "\n已记下的都保存好了。接着办：fengqiao case next \(fold.id)"))
    return .clean
  }

  /// What became of the time since the newest entry.
  private enum Passing {
    case nothing
    case recorded
    /// It would end the case, which is not meant.
    case declined
  }

  /// What has fallen due since the newest entry is entered and told before all else.
  private mutating func passTime() throws(ToolFault) -> Passing {
    let passed = fold.passed(to: try moment())
    guard UnrecordedTime(fold, passed: passed) != nil else { return .nothing }
    if passed.state.isFinished, !isMeant(passed) { return .declined }
    return try enter(saying: "", isMeant: true) ? .recorded : .nothing
  }

  /// The case at the present moment, and what can be chosen.
  struct Situation {
    var state: CaseState
    var agenda: Agenda
    var choices: [Choice]
    var hidden: [Agenda.Move]
    /// What has run out and is not recorded.
    var unrecorded: UnrecordedTime?

    /// Questions and consents are numbered from 1, what can be done from 11 (or 21, 31 where there
    /// are so many questions): answering one does not give the steps other numbers.
    func number(at index: Int) -> Int {
      let asked = choices.prefix { !$0.isStep }.count
      return index < asked ? index + 1 : (asked / 10 + 1) * 10 + index - asked + 1
    }

    func choice(_ number: Int) -> Choice? {
      choices.indices.first { self.number(at: $0) == number }.map { choices[$0] }
    }
  }

  private func situation() throws(ToolFault) -> Situation {
    let passed = fold.passed(to: try moment())
    let agenda = fold.interpreter.agenda(of: passed.state)
    return Situation(
      state: passed.state, agenda: agenda, choices: choices(agenda), hidden: agenda.movesAside,
      unrecorded: UnrecordedTime(fold, passed: passed))
  }

  /// First what is asked here, then whose consent is missing, then what can be done.
  private func choices(_ agenda: Agenda) -> [Choice] {
    var choices: [Choice] = []
    let listed = fold.program.mediation.checklist?.facts ?? []
    let asked = agenda.questionsAtHand
    let covered = asked.map(\.fact).filter(listed.contains)
    if covered.count > 1 { choices.append(.checklist) }
    choices += asked.filter { covered.count < 2 || !covered.contains($0.fact) }
      .map(Choice.ask)
    choices += agenda.consents.map(Choice.consent)
    return choices + agenda.movesAtHand.map(Choice.fire)
  }

  private mutating func show(_ situation: Situation) {
    let desk = try? self.desk()
    let lines = AgendaLines(
      fold: fold, agenda: situation.agenda, state: situation.state,
      user: desk?.user ?? Operator(name: "", roles: []), names: names, console: console,
      width: width, linked: (try? desk?.linked(to: fold.id)) ?? [],
      unrecorded: situation.unrecorded)
    console.print("")
    for line in screen.changed(lines, names) { console.print(line) }
    guard !situation.state.isFinished else { return }
    let choices = ChoiceLines(talk: self, width: width)
    for line in choices.lines(situation) + choices.aside(situation.hidden) {
      console.print(line)
    }
  }

  private func prompt(_ situation: Situation) -> String {
    let first = situation.choices.first?.isStep == false ? say(", Enter = 1", "，回车=1") : ""
    let late =
      happened.map { names.moment($0, at: (try? desk())?.now) }.map {
        say("[as of \($0)] ", "〔补记 \($0)〕")
      } ?? ""
    return late
      + say("choose a number\(first), ? help, q leave > ", "选数字\(first)，? 帮助，q 离开 > ")
  }

  private mutating func take(
    _ answer: String, _ situation: Situation
  ) throws(ToolFault) -> Turn {
    switch answer {
    case "q", "Q", "quit", "离开": return .leave
    case "?", "？", "help", "帮助":
      help()
      return .stay
    case "??", "？？":
      explain(situation)
      return .stay
    case "t", "时间":
      try askMoment()
      return .stay
    case "n", "备注":
      try note()
      return .stay
    case "u", "撤回": try undo()
    case "m", "更多": try more(situation)
    case "":
      guard let first = situation.choices.first, !first.isStep else { return .stay }
      try act(on: first)
    default: return try choose(answer, situation)
    }
    return .again
  }

  private mutating func choose(
    _ answer: String, _ situation: Situation
  ) throws(ToolFault) -> Turn {
    if let number = Int(answer), let choice = situation.choice(number) {
      try act(on: choice)
      return .again
    }
    if answer.contains("=") || answer.contains("＝") {
      try state(answer)
      return .again
    }
    tell(
      say(
        "there is no choice `\(answer.onOneSafeLine)`; write a number of the list, or ? for help",
        "“\(answer.onOneSafeLine)”不在上面的选项里；请先打前面的数字，? 帮助"))
    return .stay
  }

  mutating func act(on choice: Choice) throws(ToolFault) {
    switch choice {
    case .ask(let question): try ask(question.fact)
    case .checklist: try askChecklist()
    case .consent(let request): try askConsent(request)
    case .fire(let move): try fire(move)
    }
  }
}
