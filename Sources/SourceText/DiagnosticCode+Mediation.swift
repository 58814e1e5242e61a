/// FQ11..: the forms of mediation.
extension DiagnosticCode {
  package static let madeNameTaken = DiagnosticCode(
    "FQ1101", "made-name-taken", .error,
    en: "something has the name of what a form of mediation makes", zh: "名称与调解形式生成的名称相同")
  package static let noParties = DiagnosticCode(
    "FQ1102", "no-parties", .error,
    en: "parties are spoken of and none are declared", zh: "没有声明当事人")
  package static let reservedEventHandled = DiagnosticCode(
    "FQ1103", "reserved-event-handled", .error,
    en: "a state takes an event that belongs to a right or a consent", zh: "状态截走了权利或同意的事件")
  package static let taskOfInvited = DiagnosticCode(
    "FQ1104", "task-of-invited", .error,
    en: "a task is shared by one who waits for a consent and one who does not",
    zh: "须等同意的人与不必等的人共有一项任务")
  package static let actWithoutTarget = DiagnosticCode(
    "FQ1105", "act-without-target", .error,
    en: "a red line comes to an act that leads nowhere", zh: "红线的处置没有去向")
  package static let formWithoutWorkflow = DiagnosticCode(
    "FQ1106", "form-without-workflow", .error,
    en: "a form needs a workflow and there is none", zh: "此形式需要流程，却没有流程")
  package static let checklistDenied = DiagnosticCode(
    "FQ1107", "checklist-denied", .error,
    en: "a case answers the checklist otherwise than with true", zh: "清单只能答 true")

  static let mediationCodes: [DiagnosticCode] = [
    madeNameTaken, noParties, reservedEventHandled, taskOfInvited, actWithoutTarget,
    formWithoutWorkflow, checklistDenied,
  ]
}
