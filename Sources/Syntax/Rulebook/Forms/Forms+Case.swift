import SourceText

extension Forms {
  /// A case file that holds one case.
  static let caseFile: Form<CaseTree> = Form(
    "case", en: "a case", zh: "案件", example: "case: C1",
    keys: [
      Key("case", .word("C1"), \.id, required: true, not: ["id"], en: "its id", zh: "案件的标识"),
      Key("rulebook", .name, \.rulebook, en: "the rulebook it is for", zh: "所用的规则书"),
      Key("opened", .date, \.opened, en: "when it was opened", zh: "立案时间"),
      Key("facts", .values, \.facts, en: "what is known at first", zh: "已知事实"),
      Key(
        "journal", .list(of: .form(Forms.entry)), \.journal, not: ["events", "entries", "steps"],
        en: "what happens, in order", zh: "经过"),
      expectKey(\.expectation),
    ],
    make: { CaseTree(span: $0.span) })

  /// A file that holds several: `cases: […]`.
  static let caseList: Form<[CaseTree]> = Form(
    "cases", en: "a file of cases", zh: "案件文件", example: "{cases: [{case: C1}]}",
    keys: [
      Key(
        "cases", .list(of: .form(Forms.caseFile)), \.self, required: true, en: "the cases",
        zh: "各个案件")
    ],
    make: { _ in [] })

  /// An entry of a journal.
  static let entry: Form<EntryTree> = Form(
    "entry", en: "a journal entry", zh: "经过的一条", example: "{at: 2026-05-06, event: accept}",
    keys: [
      Key("at", .date, \.at, not: ["date", "time", "when"], en: "when it happens", zh: "时间"),
      Key("event", .name, \.event, en: "the event that is fired", zh: "发生的事件"),
      Key("by", .name, \.by, en: "the role that fires it", zh: "由哪个角色"),
      Key("set", .values, \.set, not: ["facts"], en: "facts that are stated", zh: "陈述的事实"),
      Key(
        "with", .values, \.with, not: ["data", "payload"], en: "the event's fields", zh: "事件的字段"),
      expectKey(\.expectation),
    ],
    make: { EntryTree(span: $0.span) },
    check: { written, _, diagnostics in checkEntry(written, into: &diagnostics) })

  private static func expectKey<Tree>(
    _ path: SendablePath<Tree, ExpectationTree?>
  ) -> Key<Tree> {
    Key(
      "expect", .form(Forms.expectation), path, not: ["expected"], en: "what must hold then",
      zh: "此时应有的结果")
  }

  /// What must hold after an entry, or at the end.
  static let expectation: Form<ExpectationTree> = Form(
    "expectation", en: "an expectation", zh: "预期", example: "{state: closed}",
    keys: [
      Key("state", .oneOrMore(.name), \.states, not: ["states"], en: "active states", zh: "所处状态"),
      Key("never", .oneOrMore(.name), \.never, en: "states never entered", zh: "从未进入的状态"),
      Key("decisions", .values, \.decisions, not: ["decision"], en: "results", zh: "各决策的结果"),
      Key(
        "because", .oneOrMore(.rowPath), \.because, not: ["rows"], en: "rows that fired", zh: "命中的行"
      ),
      Key("due", .dues, \.due, en: "what is due when", zh: "到期日"),
      Key(
        "documents", .names, \.documents, not: ["document"], en: "documents drafted", zh: "已起草的文书"),
      Key("notices", .words, \.notices, not: ["notice"], en: "messages sent", zh: "已发的通知"),
      Key("tasks", .names, \.tasks, not: ["task"], en: "open tasks", zh: "未完成的任务"),
      Key("ask", .oneOrMore(.name), en: "the open questions, in order", zh: "待问的事实") {
        $0.ask = $1
      },
      Key("refused", .choice(refusals), \.refused, en: "why it is refused", zh: "被拒绝的原因"),
      Key("facts", .values, \.facts, en: "what is known then", zh: "此时的事实"),
      Key("variables", .values, \.variables, en: "the variables then", zh: "此时的变量"),
      Key("finished", .locatedFlag, \.finished, en: "whether the case has ended", zh: "案件是否结束"),
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
    diagnostics.report(
      .emptyValue(written.slot, needs: .form(FormReference { Forms.entry.outline })))
  }
  guard let with = written["with"], written["event"] == nil,
    let event = Forms.entry.outline.spec(of: "event")
  else { return }
  diagnostics.report(.missingKey(event, of: Forms.entry.outline, in: Slot(with)))
}
