/// FQ12..: slots and what fills them, ladder and scripts.
extension DiagnosticCode {
  package static let unfilledSlot = DiagnosticCode(
    "FQ1201", "unfilled-slot", .error,
    en: "nothing fills a slot that a state has", zh: "状态的接口没有填写内容")
  package static let contentLeadsOut = DiagnosticCode(
    "FQ1202", "content-leads-out", .error,
    en: "what fills a slot leads out of it other than by an outcome", zh: "填入接口的内容不经结果就走到外面")
  package static let reservedEvent = DiagnosticCode(
    "FQ1203", "reserved-event", .error,
    en: "what fills a slot handles an event that is reserved there", zh: "填入接口的内容处理了保留的事件")
  package static let outcomeNeverGiven = DiagnosticCode(
    "FQ1204", "outcome-never-given", .warning,
    en: "nothing that fills a slot gives one of its outcomes", zh: "接口的某个结果从不出现")
  package static let outcomeUnanswered = DiagnosticCode(
    "FQ1205", "outcome-unanswered", .warning,
    en: "a state does not say where an outcome of its slot leads", zh: "状态没有写明接口的某个结果通向哪里")
  package static let nameOfForm = DiagnosticCode(
    "FQ1206", "name-of-a-form", .error,
    en: "a state bears the name of one that a form makes itself", zh: "状态的名称已由规则形式自动产生")
  package static let slotInSlot = DiagnosticCode(
    "FQ1207", "slot-in-slot", .error,
    en: "what fills a slot has a slot itself", zh: "填入接口的内容里又有接口")
  package static let escalationWithoutLadder = DiagnosticCode(
    "FQ1208", "escalation-without-ladder", .error,
    en: "a fill goes through levels that there are not", zh: "填写要逐级办理，却没有层级")
  package static let noOutcomeOfFailure = DiagnosticCode(
    "FQ1209", "no-outcome-of-failure", .error,
    en: "a slot that is filled with a ladder has one outcome alone", zh: "逐级办理的接口只有一种结果")
  package static let neverOverdue = DiagnosticCode(
    "FQ1210", "never-overdue", .warning,
    en: "no level has a time that could run out", zh: "没有一级规定时限，不会逾期")
  package static let branchWithoutChoice = DiagnosticCode(
    "FQ1211", "branch-without-choice", .error,
    en: "a level's ways up and who chooses among them do not fit", zh: "上调去向与由谁选择不相配")
  package static let notAbove = DiagnosticCode(
    "FQ1212", "not-above", .error,
    en: "a level moves up to one that does not lie above it", zh: "上调的去向不在本级之上")
  package static let finalInSlot = DiagnosticCode(
    "FQ1213", "final-in-slot", .error,
    en: "a final state of what fills a slot is none of its outcomes", zh: "填入接口的终态不是它的结果")
  package static let unusedSlot = DiagnosticCode(
    "FQ1214", "unused-slot", .warning,
    en: "a slot stands at no state", zh: "没有状态使用这个接口")

  static let slotCodes: [DiagnosticCode] = [
    unfilledSlot, contentLeadsOut, reservedEvent, outcomeNeverGiven, outcomeUnanswered, nameOfForm,
    slotInSlot, escalationWithoutLadder, noOutcomeOfFailure, neverOverdue, branchWithoutChoice,
    notAbove, finalInSlot, unusedSlot,
  ]
}
