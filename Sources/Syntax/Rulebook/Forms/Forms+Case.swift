import SourceText

extension Forms {
  /// A case file that holds one case.
  static let caseFile: Form<CaseTree> = Form(
    "case", en: "a case", zh: "案件", example: "case: C1",
    keys: [
      Key("case", .word("C1"), required: true, not: ["id"], en: "its id", zh: "案件的标识") {
        $0.id = $1
      },
      Key("rulebook", .name, en: "the rulebook it is for", zh: "所用的规则书") { $0.rulebook = $1 },
      Key("opened", .date, en: "when it was opened", zh: "立案时间") { $0.opened = $1 },
      Key("facts", .values, en: "what is known at first", zh: "已知事实") { $0.facts = $1 },
      Key(
        "journal", .list(of: .form(Forms.entry)), not: ["events", "entries", "steps"],
        en: "what happens, in order", zh: "经过"
      ) { $0.journal = $1 },
      expectKey { $0.expectation = $1 },
    ],
    make: { CaseTree(span: $0.span) })

  /// A file that holds several: `cases: […]`.
  static let caseList: Form<[CaseTree]> = Form(
    "cases", en: "a file of cases", zh: "案件文件", example: "{cases: [{case: C1}]}",
    keys: [
      Key(
        "cases", .list(of: .form(Forms.caseFile)), required: true, en: "the cases",
        zh: "各个案件"
      ) { $0 = $1 }
    ],
    make: { _ in [] })

  /// An entry of a journal.
  static let entry: Form<EntryTree> = Form(
    "entry", en: "a journal entry", zh: "经过的一条", example: "{at: 2026-05-06, event: accept}",
    keys: [
      Key("at", .date, not: ["date", "time", "when"], en: "when it happens", zh: "时间") {
        $0.at = $1
      },
      Key("event", .name, en: "the event that is fired", zh: "发生的事件") { $0.event = $1 },
      Key("by", .name, en: "the role that fires it", zh: "由哪个角色") { $0.by = $1 },
      Key("set", .values, not: ["facts"], en: "facts that are stated", zh: "陈述的事实") { $0.set = $1 },
      Key(
        "with", .values, not: ["data", "payload"], en: "the event's fields", zh: "事件的字段"
      ) { $0.with = $1 },
      expectKey { $0.expectation = $1 },
    ],
    make: { EntryTree(span: $0.span) },
    check: { written, _, diagnostics in checkEntry(written, into: &diagnostics) })

  private static func expectKey<Tree>(
    put: @escaping @Sendable (inout Tree, ExpectationTree) -> Void
  ) -> Key<Tree> {
    Key(
      "expect", .form(Forms.expectation), not: ["expected"], en: "what must hold then",
      zh: "此时应有的结果", put: put)
  }

  /// What must hold after an entry, or at the end.
  static let expectation: Form<ExpectationTree> = Form(
    "expectation", en: "an expectation", zh: "预期", example: "{state: closed}",
    keys: [
      Key("state", .oneOrMore(.name), not: ["states"], en: "active states", zh: "所处状态") {
        $0.states = $1
      },
      Key("never", .oneOrMore(.name), en: "states never entered", zh: "从未进入的状态") { $0.never = $1 },
      Key("decisions", .values, not: ["decision"], en: "results", zh: "各决策的结果") {
        $0.decisions = $1
      },
      Key(
        "because", .oneOrMore(.rowPath), not: ["rows"], en: "rows that fired", zh: "命中的行"
      ) { $0.because = $1 },
      Key("due", .dues, en: "what is due when", zh: "到期日") { $0.due = $1 },
      Key(
        "documents", .names, not: ["document"], en: "documents drafted", zh: "已制作的文书"
      ) { $0.documents = $1 },
      Key("notices", .words, not: ["notice"], en: "messages sent", zh: "已发的通知") { $0.notices = $1 },
      Key("tasks", .names, not: ["task"], en: "tasks given", zh: "已下达的任务") { $0.tasks = $1 },
      Key("ask", .oneOrMore(.name), en: "the open questions, in order", zh: "待问的事实") {
        $0.ask = $1
      },
      Key("refused", .choice(refusals), en: "why it is refused", zh: "被拒绝的原因") { $0.refused = $1 },
      Key(
        "overtaken", .locatedFlag, en: "whether what goes first set the event aside",
        zh: "事件是否因先行转移而搁置"
      ) { $0.overtaken = $1 },
      Key("facts", .values, en: "what is known then", zh: "此时的事实") { $0.facts = $1 },
      Key("variables", .values, en: "the variables then", zh: "此时的变量") { $0.variables = $1 },
      Key("finished", .locatedFlag, en: "whether the case has ended", zh: "案件是否结束") {
        $0.finished = $1
      },
    ],
    make: { ExpectationTree(span: $0.span) })

  private static let refusals = ["true", "unknown", "unhandled", "role", "fault", "finished"]
}

extension Reading where Value == [Located<String>] {
  fileprivate static var names: Reading { .oneOrMore(.name) }
  fileprivate static var words: Reading { .oneOrMore(.word("police")) }
}

extension Reading where Value == Located<String> {
  /// `DECISION.ROWID`; a row's id need not be a name.
  fileprivate static var rowPath: Reading { .word("kind.row_1") }
}

extension Reading where Value == Located<Bool> {
  fileprivate static var locatedFlag: Reading {
    Reading(.flag) { slot, diagnostics in
      Reading<Bool>.flag.read(slot, &diagnostics).map { Located($0, at: slot.node.span) }
    }
  }
}

extension Reading where Value == [(name: Located<String>, when: ScalarText)] {
  /// `{NAME: date or none}`.
  fileprivate static var dues: Reading {
    .entries(by: .name, of: .date) { (name: $0, when: $1) }
  }
}

private func checkEntry(_ written: WrittenKeys, into diagnostics: inout Diagnostics) {
  if written.isEmpty, !written.slot.node.isFaulty {
    diagnostics.report(.emptyEntry(written.slot.node.span))
  }
  guard let with = written["with"], written["event"] == nil,
    let event = Forms.entry.outline.spec(of: "event")
  else { return }
  diagnostics.report(.missingKey(event, of: Forms.entry.outline, in: Slot(with)))
}
