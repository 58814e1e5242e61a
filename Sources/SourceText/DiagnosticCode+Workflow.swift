/// FQ06..: the workflow.
extension DiagnosticCode {
  package static let ambiguousState = DiagnosticCode(
    "FQ0601", "ambiguous-state", .error,
    en: "several states answer to a name", zh: "有几个状态都叫这个名称")
  package static let stateWithoutStates = DiagnosticCode(
    "FQ0602", "state-without-states", .error,
    en: "a state holds histories alone", zh: "状态里只有历史状态")
  package static let initialOutside = DiagnosticCode(
    "FQ0603", "initial-outside", .error,
    en: "an initial or history default leads out of its state", zh: "初始或历史默认去向不在本状态之内")
  package static let targetsExcludeEachOther = DiagnosticCode(
    "FQ0604", "targets-exclude-each-other", .error,
    en: "two targets cannot be active together", zh: "两个去向不能同时处于激活状态")
  package static let misplacedFinal = DiagnosticCode(
    "FQ0605", "misplaced-final", .error,
    en: "a final state stands as a region of a parallel state", zh: "终态不能作并行区域")
  package static let neverDone = DiagnosticCode(
    "FQ0606", "never-done", .error,
    en: "something waits for a state that is never done", zh: "所等的状态不会完成")
  package static let emptyPattern = DiagnosticCode(
    "FQ0607", "empty-pattern", .error,
    en: "an event pattern matches no event", zh: "没有事件符合这个写法")
  package static let payloadMismatch = DiagnosticCode(
    "FQ0608", "payload-mismatch", .error,
    en: "an event is made with other fields than it has", zh: "事件所带的字段不对")
  package static let dataOfTwoTypes = DiagnosticCode(
    "FQ0609", "data-of-two-types", .error,
    en: "a field of an event gets values of two types", zh: "事件的字段有两种类型")
  package static let factStays = DiagnosticCode(
    "FQ0610", "fact-stays", .error,
    en: "an action would change a fact that stays once stated", zh: "动作要改变一经陈述不再改变的事实")
  package static let decisionIsDerived = DiagnosticCode(
    "FQ0611", "decision-is-derived", .error,
    en: "an action would set a decision", zh: "决策由规则得出，不能赋值")
  package static let taskOfTwoKinds = DiagnosticCode(
    "FQ0612", "task-of-two-kinds", .error,
    en: "one task id is given to two tasks", zh: "两项任务用了同一标识")
  package static let endlessTransitions = DiagnosticCode(
    "FQ0613", "endless-transitions", .error,
    en: "eventless transitions without guards lead in a circle", zh: "无条件的自动转移绕成一圈")
  package static let unreachableState = DiagnosticCode(
    "FQ0614", "unreachable-state", .warning,
    en: "nothing leads to a state", zh: "没有转移能到达的状态")
  package static let transitionNeverFires = DiagnosticCode(
    "FQ0615", "transition-never-fires", .warning,
    en: "an earlier transition takes all that a later one waits for", zh: "前面的转移已接走后面所等的一切")
  package static let eventNeverUsed = DiagnosticCode(
    "FQ0616", "event-never-used", .warning,
    en: "an event is declared and nothing takes it", zh: "声明的事件没有用处")
  package static let deadEnd = DiagnosticCode(
    "FQ0617", "dead-end", .warning,
    en: "a state has no way out and is not final", zh: "没有出路又不是终态的状态")
  package static let transitionDoesNothing = DiagnosticCode(
    "FQ0618", "transition-does-nothing", .warning,
    en: "a guard stands before nothing", zh: "条件后面什么也没有")
  package static let internalActsExternal = DiagnosticCode(
    "FQ0619", "internal-acts-external", .warning,
    en: "an internal transition leads out of its state", zh: "internal 转移的去向不在本状态之内")
  package static let liveAndFrozen = DiagnosticCode(
    "FQ0620", "live-and-frozen", .warning,
    en: "a decision is read here both before and after it is frozen", zh: "决策在此处有时未定、有时已定")
  package static let cancelOfNothing = DiagnosticCode(
    "FQ0621", "cancel-of-nothing", .warning,
    en: "nothing is sent under the id that is cancelled", zh: "要取消的标识从未使用")
  package static let branchNeverRuns = DiagnosticCode(
    "FQ0622", "branch-never-runs", .warning,
    en: "a branch stands behind one without a condition", zh: "分支排在无条件分支之后")

  package static let historyCircle = DiagnosticCode(
    "FQ0623", "history-circle", .error,
    en: "histories lead to one another and to no state",
    zh: "历史状态互相指向，没有落到任何状态")

  static let workflowCodes: [DiagnosticCode] = [
    ambiguousState, stateWithoutStates, initialOutside, targetsExcludeEachOther, misplacedFinal,
    neverDone, emptyPattern, payloadMismatch, dataOfTwoTypes, factStays, decisionIsDerived,
    taskOfTwoKinds, endlessTransitions, unreachableState, transitionNeverFires, eventNeverUsed,
    deadEnd, transitionDoesNothing, internalActsExternal, liveAndFrozen, cancelOfNothing,
    branchNeverRuns, historyCircle,
  ]
}
