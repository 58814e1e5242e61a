import SourceText

extension Forms {
  /// An action: the one key that says what, and perhaps its basis.
  static let action: Form<ActionDraft> = Form(
    "action", en: "an action", zh: "动作", example: "decide: kind",
    keys: [
      Key(
        "set", .values, not: ["assign", "let"], en: "gives variables and facts values",
        zh: "给变量和事实赋值"
      ) {
        $0.add(.set($1))
      },
      Key("decide", .name, en: "freezes a decision", zh: "定下一个决策") { $0.add(.decide($1)) },
      Key("raise", .form(Forms.raise), en: "raises an internal event", zh: "引发内部事件") {
        $0.add($1.event.map { [with = $1.with] in .raise(event: $0, with: with) })
      },
      Key("send", .form(Forms.send), en: "sends a delayed event", zh: "延时发出事件") {
        $0.add($1.sending)
      },
      Key("cancel", .name, en: "cancels pending sends", zh: "取消待发事件") { $0.add(.cancel($1)) },
      Key("task", .form(Forms.task), en: "opens a task", zh: "交办任务") {
        if !$1.id.value.isEmpty { $0.add(.task($1)) }
      },
      Key("notify", .form(Forms.notice), en: "sends a message", zh: "通知") {
        $0.add(.notify(to: $1.to, text: $1.text, within: $1.within))
      },
      Key("inform", .message, en: "tells the parties", zh: "告知当事人") { $0.add(.inform($1)) },
      Key("draft", .name, en: "drafts a document", zh: "制作文书") { $0.add(.draft($1)) },
      Key("choose", .list(of: .form(Forms.branch)), en: "the first branch that holds", zh: "择一执行") {
        $0.add(.choose($1))
      },
      .declassify { $0.declassified = $1 },
    ] + Key.basis { $0.basis += $1 },
    make: { ActionDraft(span: $0.span) },
    check: { checkAction($0, into: &$2) })

  /// An action while it is read.
  struct ActionDraft {
    var kinds: [ActionTree.Kind] = []
    var basis: [Located<String>] = []
    var declassified: [DeclassificationTree] = []
    let span: Span

    init(span: Span) { self.span = span }

    mutating func add(_ kind: ActionTree.Kind?) {
      if let kind { kinds.append(kind) }
    }

    var actions: [ActionTree] {
      kinds.map {
        var action = ActionTree($0, span: span)
        action.basis = basis
        action.declassified = declassified
        return action
      }
    }
  }

  /// The words that say what is done.
  static let actionWords: [String] = action.outline.keys.map(\.name).filter {
    !["because", "law", "declassify"].contains($0)
  }

  /// `{event, with}` or the event's name.
  static let raise: Form<EventDraft> = Form(
    "raise", en: "a raised event", zh: "引发的事件", example: "{event: overdue, with: {days: 3}}",
    short: .init(.name) { $0.event = $1 }, keys: eventKeys, make: { _ in EventDraft() })

  /// `{event, after, id, with}`.
  static let send: Form<EventDraft> = Form(
    "send", en: "a sent event", zh: "发出的事件", example: "{event: remind, after: 3 workdays}",
    short: .init(.name) { $0.event = $1 },
    keys: eventKeys + [
      Key("after", .delay, not: ["delay", "within"], en: "when it comes", zh: "延时") {
        $0.after = $1
      },
      Key("id", .name, en: "what to cancel it by", zh: "取消时用的标识") { $0.id = $1 },
    ],
    make: { _ in EventDraft() })

  private static let eventKeys: [Key<EventDraft>] = [
    Key("event", .name, required: true, not: ["name"], en: "its name", zh: "事件名") { $0.event = $1 },
    Key("with", .values, not: ["data", "payload"], en: "its fields", zh: "它带的字段") { $0.with = $1 },
  ]

  struct EventDraft {
    var event: Located<String>?
    var with: [(name: Located<String>, value: ValueTree)] = []
    var after: AfterTree.Length?
    var id: Located<String>?

    var sending: ActionTree.Kind? {
      event.map { .send(event: $0, with: with, after: after, id: id) }
    }
  }

  /// `{id, title, to, within, done_by}`.
  static let task: Form<TaskTree> = Form(
    "task", en: "a task", zh: "任务", example: "{id: visit, to: [mediator], within: 3 workdays}",
    keys: [
      Key("id", .declaredName, required: true, not: ["name"], en: "its id", zh: "任务的标识") {
        $0.id = $1
      },
      .title { $0.title = $1 },
      Key("to", .oneOrMore(.name), not: ["by"], en: "who is to do it", zh: "由谁办理") { $0.to = $1 },
      Key("within", .term, not: ["after", "due"], en: "how long there is", zh: "办理期限") {
        $0.within = $1
      },
      Key("done_by", .name, not: ["done"], en: "the event that ends it", zh: "完成它的事件") {
        $0.doneBy = $1
      },
    ],
    make: {
      TaskTree(id: Located("", at: $0.span), title: nil, to: [], within: nil, doneBy: nil)
    })

  /// `{to: [公安], text: …}`, or whom to notify.
  static let notice: Form<NoticeDraft> = Form(
    "notice", en: "a notice", zh: "通知", example: "{to: [police], text: {zh: 请派员}}",
    short: .init(.oneOrMore(.name)) { $0.to = $1 },
    keys: [
      Key("to", .oneOrMore(.name), required: true, en: "who is told", zh: "通知谁") { $0.to = $1 },
      Key("text", .message, not: ["message", "title"], en: "the words", zh: "通知内容") {
        $0.text = $1
      },
      Key(
        "within", .term, not: ["after", "due"], en: "how soon it must have reached them",
        zh: "送达期限"
      ) { $0.within = $1 },
    ],
    make: { _ in NoticeDraft() })

  struct NoticeDraft {
    var to: [Located<String>] = []
    var text: MessageTree?
    var within: ScalarText?
  }

  /// `{when, do}`.
  static let branch: Form<BranchTree> = Form(
    "branch", en: "a branch", zh: "分支", example: "{when: amount > 5, do: [{decide: kind}]}",
    keys: [
      Key("when", .expression, not: ["if"], en: "the condition", zh: "条件") { $0.condition = $1 },
      Key("do", .actions, required: true, not: ["then"], en: "what to do", zh: "动作") {
        $0.actions = $1
      },
    ],
    make: { BranchTree(condition: nil, actions: [], span: $0.span) })
}
